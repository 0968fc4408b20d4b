/**
 * Loads `data/` into the database: the register as it stands, figures as releases that are only ever
 * added. What is loaded is not loaded again; a release whose file changed is refused, because a
 * release never changes (a correction is a new release).
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import type { ReadDb, Store, WriteDb } from '../platform/db/open.ts'
import { loadedFile, meta, registerRow, release, series, source } from '../platform/db/schema.ts'
import { knownFrom } from '../reference/register.ts'
import { type CsvRow, FaultyData, readCsvFile, sha256Of } from './csv-file.ts'
import { FigureRow } from './figure-row.ts'
import { readPromiseFiles } from './promise-files.ts'
import { type ReleaseFileRow, readRegisterFiles, type SourceFileRow } from './register-files.ts'

export type Loaded = { register: boolean; releases: number; observations: number }

/**
 * @param now ISO time that new releases are stamped with.
 * A database of invented figures stays as it is: real ones are never put beside them.
 *
 * @throws FaultyData naming file and line; then nothing was loaded.
 */
export const loadData = (store: Store, folder: string, now: string): Loaded => {
  if (isDemonstration(store.read)) return { register: false, releases: 0, observations: 0 }
  const before = new Map(
    store.read
      .select()
      .from(loadedFile)
      .all()
      .map((row) => [row.path, row.sha256]),
  )
  const registerHash = hashOfFolder(join(folder, 'register'))
  const figures = readdirSync(join(folder, 'figures'))
    .filter((file) => file.endsWith('.csv'))
    .sort()
    .map((file) => ({ file, sha256: sha256Of(readFileSync(join(folder, 'figures', file))) }))
    .filter(({ file, sha256 }) => before.get(file) !== sha256)
  const registerChanged = before.get('register') !== registerHash
  if (!registerChanged && figures.length === 0)
    return { register: false, releases: 0, observations: 0 }
  for (const { file } of figures)
    if (before.has(file))
      throw new FaultyData(
        `data/figures/${file} changed after it was loaded. A release never changes: put the correction into a new release and file, or start with a new DATABASE_FILE.`,
      )
  const register = readRegisterFiles(join(folder, 'register'))
  const promises = readPromiseFiles(join(folder, 'register'))
  const rows = figures.map(({ file, sha256 }) => ({
    file,
    sha256,
    rows: readCsvFile(join(folder, 'figures', file), FigureRow),
  }))
  return store.write((tx) => {
    writeRegister(tx, [
      ...register.records,
      ...promises.map((record) => ({ kind: 'promise', id: record.id, record })),
    ])
    writeSources(tx, register.sources)
    markLoaded(tx, 'register', registerHash)
    const loaded = rows.map((file) => {
      markLoaded(tx, file.file, file.sha256)
      return writeFigures(tx, file, register, now)
    })
    bumpDataVersion(tx, 'minor')
    return {
      register: registerChanged,
      releases: loaded.reduce((sum, file) => sum + file.releases, 0),
      observations: loaded.reduce((sum, file) => sum + file.observations, 0),
    }
  })
}

const isDemonstration = (db: ReadDb): boolean =>
  db
    .select({ id: registerRow.id })
    .from(registerRow)
    .where(and(eq(registerRow.kind, 'place'), eq(registerRow.id, 'demonstration')))
    .all().length > 0

/** major: series removed or redefined; minor: figures added or updated; patch: a correction. */
export const bumpDataVersion = (tx: WriteDb, part: 'major' | 'minor' | 'patch'): string => {
  const row = tx.select().from(meta).where(eq(meta.key, 'data_version')).get()
  const [major = 0, minor = 0, patch = 0] = (row?.value ?? '0.0.0').split('.').map(Number)
  const value =
    row === undefined || part === 'major'
      ? `${major + 1}.0.0`
      : part === 'minor'
        ? `${major}.${minor + 1}.0`
        : `${major}.${minor}.${patch + 1}`
  tx.insert(meta)
    .values({ key: 'data_version', value })
    .onConflictDoUpdate({ target: meta.key, set: { value } })
    .run()
  return value
}

type FigureFile = { file: string; sha256: string; rows: CsvRow<FigureRow>[] }
type RegisterFiles = ReturnType<typeof readRegisterFiles>

const writeFigures = (
  tx: WriteDb,
  { file, sha256, rows }: FigureFile,
  register: RegisterFiles,
  now: string,
): { releases: number; observations: number } => {
  const areas = idsOf(register, 'area')
  const metrics = idsOf(register, 'metric')
  const releaseIds = new Map<string, number>()
  const seriesIds = new Map<string, number>()
  for (const { line, record } of rows) {
    const fail = (what: string): never => {
      throw new FaultyData(`data/figures/${file}, line ${line}: ${what}.`)
    }
    if (!areas.has(record.area)) fail(`the area ${record.area} is not in areas.csv`)
    if (!metrics.has(record.metric)) fail(`the metric ${record.metric} is not in metrics.csv`)
    const row = register.releases.find((entry) => entry.id === record.release)
    if (row === undefined || row.source !== record.source)
      throw new FaultyData(
        `data/figures/${file}, line ${line}: the release ${record.release} of ${record.source} is not in releases.csv.`,
      )
    const releaseId = memo(releaseIds, record.release, () => addRelease(tx, row, sha256, now))
    const seriesId = memo(seriesIds, seriesKey(record), () => findOrAddSeries(tx, record))
    try {
      tx.insertObservation({
        series: seriesId,
        date: record.date,
        release: releaseId,
        value: record.value,
        missing: record.missing,
        trust: record.trust,
        flags: record.flags.join(';'),
        cell: record.where,
        raw: record.raw,
        note: record.note,
      })
    } catch (error) {
      fail(
        `the figure cannot be stored, perhaps it stands there twice (${(error as Error).message})`,
      )
    }
  }
  return { releases: releaseIds.size, observations: rows.length }
}

const writeRegister = (
  tx: WriteDb,
  records: readonly { kind: string; id: string; record: unknown }[],
): void => {
  tx.delete(registerRow).run()
  const insert = tx.insert(registerRow)
  records.forEach((row, position) => {
    insert.values({ ...row, position }).run()
  })
}

/** Sources are described anew, never removed: releases point at them. */
const writeSources = (tx: WriteDb, sources: readonly SourceFileRow[]): void => {
  sources.forEach(({ next_due: nextDue, ...rest }, position) => {
    const row = { ...rest, nextDue, position }
    tx.insert(source).values(row).onConflictDoUpdate({ target: source.id, set: row }).run()
  })
}

const addRelease = (tx: WriteDb, row: ReleaseFileRow, sha256: string, now: string): number =>
  tx
    .insert(release)
    .values({
      slug: row.id,
      source: row.source,
      edition: row.edition,
      published: row.published,
      knownFrom: knownFrom(row.published, row.read_on),
      readOn: row.read_on,
      fileName: row.file_name,
      sha256,
      url: row.url,
      note: row.note,
      addedAt: now,
      addedBy: 'shipped',
    })
    .returning({ id: release.id })
    .get().id

type SeriesKey = Pick<FigureRow, 'metric' | 'basis' | 'area' | 'source'>

export const findOrAddSeries = (tx: WriteDb, key: SeriesKey): number => {
  const { metric, basis, area, source: sourceId } = key
  return tx
    .insert(series)
    .values({ metric, basis, area, source: sourceId })
    .onConflictDoUpdate({
      target: [series.metric, series.basis, series.area, series.source],
      set: { metric },
    })
    .returning({ id: series.id })
    .get().id
}

const seriesKey = (row: SeriesKey): string =>
  `${row.metric}\t${row.basis}\t${row.area}\t${row.source}`

const idsOf = (register: RegisterFiles, kind: string): Set<string> =>
  new Set(register.records.filter((row) => row.kind === kind).map((row) => row.id))

const memo = <Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value => {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

const markLoaded = (tx: WriteDb, path: string, sha256: string): void => {
  tx.insert(loadedFile)
    .values({ path, sha256 })
    .onConflictDoUpdate({ target: loadedFile.path, set: { sha256 } })
    .run()
}

const hashOfFolder = (folder: string): string => {
  const hash = createHash('sha256')
  for (const file of readdirSync(folder).sort())
    if (file.endsWith('.csv')) hash.update(file).update(readFileSync(join(folder, file)))
  return hash.digest('hex')
}
