/** `verify`: is the database whole, and does every figure lead back to its source? */
import type { Store } from '../platform/db/open.ts'
import type { Command } from './command.ts'
import { withStore } from './open-data.ts'

export const verifyCommand: Command = {
  name: 'verify',
  usage: 'verify',
  summary: 'Checks the database and every figure’s chain to its source',
  help: 'Prints each fault on a line of its own. Exit code 0: clean. 1: faults.',
  run: (_args, config) =>
    withStore(config, (store) => {
      const faults = findFaults(store)
      console.log(
        faults.length === 0
          ? 'Clean: every figure has a release, a source, a place in it and a known area and metric.'
          : faults.join('\n'),
      )
      return faults.length === 0 ? 0 : 1
    }),
}

/** One sentence a fault; empty when all is well. */
export const findFaults = (store: Store): string[] => [
  ...store
    .check()
    .filter((row) => row !== 'ok')
    .map((row) => `The database file is damaged: ${row}.`),
  ...CHECKS.flatMap(({ sql, says }) =>
    store
      .prepare<{ what: string; count: number }>(sql)
      .all()
      .filter((row) => row.count > 0)
      .map((row) => says.replace('#', String(row.count)).replace('…', row.what)),
  ),
]

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
