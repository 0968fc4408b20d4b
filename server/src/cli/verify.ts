/** `verify`: is the database whole and as it was written, and does every figure lead back to its source? */
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { ProblemError } from '@muster/shared/contract/problem'
import { changedRegister } from '../data-pack/load.ts'
import { type AuditChain, readAuditChain } from '../platform/db/audit-chain.ts'
import { openStore, type Store } from '../platform/db/open.ts'
import { storeFault, unreadableTables } from '../platform/db/store-fault.ts'
import type { Command } from './command.ts'
import {
  againstAuditLog,
  brokenAuditLog,
  changedFiles,
  changedReleases,
  changedReviews,
} from './seal-checks.ts'

export const verifyCommand: Command = {
  name: 'verify',
  usage: 'verify [--head HASH]',
  summary: 'Checks that the database is whole, as it was written, and every figure has its source',
  help: [
    'Prints each fault on a line of its own, and the head of the audit log. Note the head elsewhere.',
    'Exit code 0: clean. 1: faults.',
    '',
    '  --head HASH  the head as it was printed earlier: is everything up to it still there?',
  ].join('\n'),
  run: (args, config) => {
    const { values } = parseArgs({ args, options: { head: { type: 'string' } } })
    if (!existsSync(config.databaseFile))
      throw new ProblemError(
        'not-found',
        `There is no database at ${config.databaseFile}. DATABASE_FILE says where it is; pnpm start makes one.`,
      )
    const store = openStore(config.databaseFile)
    try {
      const faults = [
        ...findFaults(store),
        ...guarded('The register', () => changedRegister(store, config.dataFolder)),
      ]
      const chain = chainOf(store, values.head)
      if (values.head !== undefined && chain?.found === null)
        faults.push(
          `The head ${values.head} is not in the audit log: entries up to it were changed or removed since it was noted.`,
        )
      if (faults.length > 0) console.log(faults.join('\n'))
      if (chain !== null) console.log(saidOf(chain))
      if (faults.length === 0)
        console.log(
          'Clean: every figure has a release, a source, a place in it and a known area and metric, and nothing was changed outside of Muster.',
        )
      return faults.length === 0 ? 0 : 1
    } finally {
      store.close()
    }
  },
}

/** One sentence a fault; empty when all is well. A part that cannot be read hides no other fault. */
export const findFaults = (store: Store): string[] => [
  ...guarded('The database file', () =>
    store
      .check()
      .filter((row) => row !== 'ok')
      .map((row) => `The database file is damaged: ${row}.`),
  ),
  ...unreadableTables(store),
  ...CHECKS.flatMap(({ sql, says }) =>
    guarded(`“${says}”`, () =>
      store
        .prepare<{ what: string; count: number }>(sql)
        .all()
        .filter((row) => row.count > 0)
        .map((row) => says.replace('#', String(row.count)).replace('…', row.what)),
    ),
  ),
  ...guarded('The digests of figures', () => changedReleases(store)),
  ...guarded('Published reviews', () => changedReviews(store)),
  ...guarded('Stored files', () => changedFiles(store)),
  ...guarded('The audit log', () => brokenAuditLog(store)),
  ...guarded('What the audit log says of digests', () => againstAuditLog(store)),
]

const guarded = (what: string, find: () => Iterable<string>): string[] => {
  const found: string[] = []
  try {
    for (const fault of find()) found.push(fault)
  } catch (error) {
    if (storeFault(error) === null) throw error
    found.push(`${what} cannot be checked: ${(error as Error).message}.`)
  }
  return found
}

const chainOf = (store: Store, wanted: string | undefined): AuditChain | null => {
  try {
    return readAuditChain(store, wanted)
  } catch (error) {
    if (storeFault(error) === null) throw error
    return null
  }
}

const saidOf = ({ entries, found, head }: AuditChain): string =>
  [
    `Head of the audit log (${entries} entries): ${head ?? 'none yet'}`,
    ...(found === null ? [] : [`The head that was noted is that of entry ${found}.`]),
  ].join('\n')

const CHECKS: readonly { sql: string; says: string }[] = [
  {
    says: '# figures belong to no release.',
    sql: `select '' as what, count(*) as count from observation
      where release not in (select id from release)`,
  },
  {
    says: '# figures belong to no series.',
    sql: `select '' as what, count(*) as count from observation
      where series not in (select id from series)`,
  },
  {
    says: '# figures do not say where in their source they are.',
    sql: `select '' as what, count(*) as count from observation where cell = ''`,
  },
  {
    says: '# figures of … come from a release of another source.',
    sql: `select series.source as what, count(*) as count
      from observation join series on series.id = observation.series
      join release on release.id = observation.release
      where release.source <> series.source group by series.source`,
  },
  {
    says: '# series are about the area …, which is not in the register.',
    sql: `select area as what, count(*) as count from series
      where area not in (select id from register_row where kind = 'area') group by area`,
  },
  {
    says: '# series are of the metric …, which is not in the register.',
    sql: `select metric as what, count(*) as count from series
      where metric not in (select id from register_row where kind = 'metric') group by metric`,
  },
  {
    says: '# committed imports have a release that is withdrawn or gone (import …).',
    sql: `select import_job.id as what, 1 as count from import_job
      left join release on release.id = import_job.release
      where import_job.state = 'committed' and import_job.release is not null
      and (release.id is null or release.withdrawn_at is not null)`,
  },
  {
    says: '# undone imports have a release that still counts (import …).',
    sql: `select import_job.id as what, 1 as count from import_job
      join release on release.id = import_job.release
      where import_job.state = 'undone' and release.withdrawn_at is null`,
  },
]
