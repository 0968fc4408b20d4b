/**
 * Entry of a process that measures one side: `import-process.ts import|insert DATABASE ROWS`, with the
 * flags of the process that imports for the server. Prints the milliseconds; making the rows is not
 * among them.
 */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Asker } from '@muster/server/accounts/audit'
import { checkImport, commitImport } from '@muster/server/imports/jobs/import-commands'
import { findImport } from '@muster/server/imports/jobs/import-records'
import { openStore } from '@muster/server/platform/db/open'
import { readRegister } from '@muster/server/reference/register'
import { ROOT } from './children.ts'
import { TIDY_FILE, type TidyFigure, ticksFor, tidyBytes, tidyFigures } from './import-file.ts'

const measure = ([side, file = '', rows = '0']: readonly string[]): number => {
  const store = openStore(file)
  if (side === 'import') {
    const bytes = tidyBytes(store, Number(rows))
    return msOf(() => {
      const id = checkImport(store, { bytes, ...TIDY_FILE }, ASKER)
      const ticks = ticksFor(findImport(store.read, readRegister(store.read), id))
      commitImport(store, id, { ticks }, ASKER)
    })
  }
  const figures = [...tidyFigures(store, Number(rows))]
  store.close()
  return msOf(() => insertAll(file, figures))
}

type Sqlite = {
  pragma: (text: string) => unknown
  prepare: (sql: string) => {
    run: (...values: unknown[]) => { lastInsertRowid: number | bigint }
  }
  transaction: (work: () => void) => () => void
  close: () => void
}

/** One prepared statement, one transaction, into the same tables with the same indexes. */
const insertAll = (file: string, figures: readonly TidyFigure[]): void => {
  const Database = createRequire(join(ROOT, 'server', 'package.json'))('better-sqlite3') as {
    new (file: string): Sqlite
  }
  const db = new Database(file)
  db.pragma('synchronous = NORMAL')
  const [source, release] = [
    db.prepare(
      "insert into source select 'bench', position, title, publisher, url, licence, kind, cadence, lag, next_due, trust, covers, lacks from source limit 1",
    ),
    db.prepare(
      "insert into release (slug, source, edition, known_from, read_on, file_name, sha256, url, note, added_at, added_by) values ('bench', 'bench', '', '1990-01-31', '1990-01-31', '', '', '', '', '', '')",
    ),
  ]
  const series = db.prepare(
    "insert into series (metric, basis, area, source) values (?, 'fte', ?, 'bench')",
  )
  const observation = db.prepare(
    "insert into observation (series, date, release, value, trust, flags, cell) values (?, ?, ?, ?, 'primary', '', ?)",
  )
  const ids = new Map<string, number | bigint>()
  db.transaction(() => {
    source.run()
    const { lastInsertRowid: edition } = release.run()
    figures.forEach(({ metric, area, date, value }, index) => {
      const key = `${metric} ${area}`
      const id = ids.get(key) ?? series.run(metric, area).lastInsertRowid
      ids.set(key, id)
      observation.run(id, date, edition, value, `E${index + 2}`)
    })
  })()
  db.close()
}

const msOf = (work: () => void): number => {
  const started = performance.now()
  work()
  return performance.now() - started
}

const ASKER: Asker = { by: 'bench', at: '2026-11-22T12:00:00.000Z' }

console.log(measure(process.argv.slice(2)))
