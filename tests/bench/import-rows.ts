/** A large tidy file from its bytes to its release, and what readers feel meanwhile. */
import { Buffer } from 'node:buffer'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore, type Store } from '@muster/server/db/open'
import { type Asker, checkImport, commitImport, findImport } from '@muster/server/imports/jobs'
import { importRunner } from '@muster/server/imports/tasks'
import { readRegister } from '@muster/server/register/register'
import { addMonths } from '@muster/shared/domain/period'
import { ROOT } from './children.ts'
import { median, type Row } from './row.ts'

/** Of what a file holds; the same for both sides. */
type Figure = { metric: string; area: string; date: string; value: number }

/** Each round has a database of its own: a second import of the same file changes nothing. */
export const importAgainstInsert = (shipped: string, rows: number, rounds: number): Row => {
  const found = { ours: [] as number[], limit: [] as number[] }
  for (let round = 0; round < rounds; round += 1)
    inCopy(shipped, (file, store) => {
      const figures = figuresFor(store, rows)
      const bytes = csvOf(figures)
      found.ours.push(msOf(() => importAll(store, bytes)))
      found.limit.push(msOf(() => insertAll(file, figures)))
    })
  const ratio = median(found.ours) / median(found.limit)
  return {
    what: `import of ${rows.toLocaleString('en-GB')} tidy rows: parse, check, plan, commit`,
    ours: `${(median(found.ours) / 1000).toFixed(1)} s`,
    limit: `${(median(found.limit) / 1000).toFixed(1)} s, the same rows inserted from memory`,
    result: `${ratio.toFixed(1)} ×`,
    reach: '≤ 3.0 ×',
    reached: ratio <= 3,
    numbers: found,
  }
}

/** 99th percentile of an answer from memory while a worker imports, against none running. */
export const readingDuringImport = async (shipped: string, rows: number): Promise<Row> => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-bench-'))
  const file = join(folder, 'reading.sqlite')
  copyFileSync(shipped, file)
  const { startMuster } = await import('./children.ts')
  const store = openStore(file)
  const bytes = csvOf(figuresFor(store, rows))
  const muster = await startMuster(file)
  const address = `http://127.0.0.1:${muster.port}/api/v1/series?metric=recorded_crime&areaType=bcu`
  try {
    await askFor(1_000, address)
    const quiet = percentile(await askFor(3_000, address))
    const run = importRunner(store, file)
    let over = false
    const work = run({ kind: 'check', upload: uploadOf(bytes), asker: ASKER })
      .then((id) => run({ kind: 'commit', id, body: { ticks: ticksOf(store, id) }, asker: ASKER }))
      .finally(() => {
        over = true
      })
    const during: number[] = []
    while (!over) during.push(...(await askFor(200, address)))
    await work
    const busy = percentile(during)
    return {
      what: `answer during an import of ${rows.toLocaleString('en-GB')} rows, 99th percentile`,
      ours: `${busy.toFixed(1)} ms of ${during.length} answers`,
      limit: `${quiet.toFixed(1)} ms with none running`,
      result: `${(busy / quiet).toFixed(1)} ×`,
      reach: '≤ 50 ms',
      reached: busy <= 50,
      numbers: { quiet, busy, answers: during.length, worst: Math.max(...during) },
    }
  } finally {
    await muster.stop()
    store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const inCopy = (shipped: string, work: (file: string, store: Store) => void): void => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-bench-'))
  const file = join(folder, 'import.sqlite')
  copyFileSync(shipped, file)
  const store = openStore(file)
  try {
    work(file, store)
  } finally {
    store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Months backwards from long ago, so that they meet nothing that ships. */
const figuresFor = (store: Store, rows: number): Figure[] => {
  const { metrics, areas } = readRegister(store.read)
  const ids = [...metrics.values()].filter(({ bases }) => bases.includes('fte')).map(({ id }) => id)
  const codes = [...areas.keys()]
  return Array.from({ length: rows }, (_, index) => {
    const pair = index % (ids.length * codes.length)
    return {
      metric: ids[pair % ids.length] ?? '',
      area: codes[Math.floor(pair / ids.length)] ?? '',
      date: addMonths('1990-01', -Math.floor(index / (ids.length * codes.length))),
      value: 100 + (index % 900),
    }
  })
}

const csvOf = (figures: readonly Figure[]): Uint8Array =>
  Buffer.from(
    [
      'metric,basis,area,date,value,where',
      ...figures.map(
        ({ metric, area, date, value }, index) =>
          `${metric},fte,${area},${date},${value},row ${index + 2}`,
      ),
      '',
    ].join('\n'),
  )

const importAll = (store: Store, bytes: Uint8Array): void => {
  const id = checkImport(store, uploadOf(bytes), ASKER)
  commitImport(store, id, { ticks: ticksOf(store, id) }, ASKER)
}

const ticksOf = (store: Store, id: number): { code: string; reason: string }[] => {
  const { ticks, stops } = findImport(store.read, readRegister(store.read), id)
  if (stops.length > 0) throw new Error(`The file of the bench is stopped: ${stops[0]?.sentence}`)
  return [...new Set(ticks.map(({ code }) => code))].map((code) => ({ code, reason: 'bench' }))
}

const uploadOf = (bytes: Uint8Array) => ({
  bytes,
  fileName: 'bench.csv',
  source: 'mps-workforce-report',
  published: '1990-02',
})

type Sqlite = {
  pragma: (text: string) => unknown
  prepare: (sql: string) => {
    run: (...values: unknown[]) => { lastInsertRowid: number | bigint }
  }
  transaction: (work: () => void) => () => void
  close: () => void
}

/** One prepared statement, one transaction, into an empty table of the same shape and indexes. */
const insertAll = (file: string, figures: readonly Figure[]): void => {
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
      observation.run(id, date, edition, value, `row ${index + 2}`)
    })
  })()
  db.close()
}

const askFor = async (count: number, address: string): Promise<number[]> => {
  const times: number[] = []
  for (let index = 0; index < count; index += 1) {
    const started = performance.now()
    await (await fetch(address)).arrayBuffer()
    times.push(performance.now() - started)
  }
  return times
}

const percentile = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0

const msOf = (work: () => void): number => {
  const started = performance.now()
  work()
  return performance.now() - started
}

const ASKER: Asker = { by: 'bench', at: '2026-11-22T12:00:00.000Z' }
