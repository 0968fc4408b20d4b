/**
 * Loads `data/` into the database: the register as it stands, figures as releases that are only ever
 * added. What is loaded is not loaded again; a release whose file changed is refused, because a
 * release never changes (a correction is a new release).
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import { addRelease, type NewRelease } from '../figures/new-release.ts'
import { bumpDataVersion } from '../platform/db/data-version.ts'
import type { ReadDb, Store, WriteDb } from '../platform/db/open.ts'
import { loadedFile, registerRow, source } from '../platform/db/schema.ts'
import { type CsvRow, FaultyData, readCsvFile, sha256Of } from './csv-file.ts'
import { FigureRow } from './figure-row.ts'
import { readPromiseFiles } from './promise-files.ts'
import {
  type RegisterRecord,
  type ReleaseFileRow,
  readRegisterFiles,
  type SourceFileRow,
} from './register-files.ts'

export type Loaded = { register: boolean; releases: number; observations: number }

/**
 * @param now ISO time that new releases are stamped with.
 * A database of invented figures stays as it is: real ones are never mixed with them.
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
    writeRegister(tx, recordsOf(register, promises))
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

type FigureFile = { file: string; sha256: string; rows: CsvRow<FigureRow>[] }
type RegisterFiles = ReturnType<typeof readRegisterFiles>

/**
 * Where the register in the database is of these very files, each row of it has to be as they say.
 *
 * @returns one sentence for each row that is not.
 */
export const changedRegister = (store: Store, folder: string): string[] => {
  const files = join(folder, 'register')
  const loaded = store.read.select().from(loadedFile).where(eq(loadedFile.path, 'register')).get()
  if (isDemonstration(store.read) || loaded?.sha256 !== hashOfFolder(files)) return []
  const keyOf = ({ kind, id }: Pick<RegisterRecord, 'kind' | 'id'>) => `${kind} ${id}`
  const stored = new Map(
    store
      .prepare<{ kind: string; id: string; record: string }>(
        'select kind, id, record from register_row',
      )
      .all()
      .map((row) => [keyOf(row), row.record]),
  )
  const records = recordsOf(readRegisterFiles(files), readPromiseFiles(files))
  const changed = records.filter((row) => stored.get(keyOf(row)) !== JSON.stringify(row.record))
  const known = new Set(records.map(keyOf))
  return [...changed.map(keyOf), ...[...stored.keys()].filter((key) => !known.has(key))].map(
    (key) => `The register says of ${key} what data/register does not say.`,
  )
}

const writeFigures = (
  tx: WriteDb,
  { file, sha256, rows }: FigureFile,
  register: RegisterFiles,
  now: string,
): { releases: number; observations: number } => {
  const areas = idsOf(register, 'area')
  const metrics = idsOf(register, 'metric')
  const described = new Map(register.releases.map((row) => [row.id, row]))
  const added = new Map<string, ReturnType<typeof addRelease>>()
  for (const { line, record } of rows) {
    const faulty = (what: string) => new FaultyData(`data/figures/${file}, line ${line}: ${what}.`)
    if (!areas.has(record.area)) throw faulty(`the area ${record.area} is not in areas.csv`)
    if (!metrics.has(record.metric))
      throw faulty(`the metric ${record.metric} is not in metrics.csv`)
    const row = described.get(record.release)
    if (row === undefined || row.source !== record.source)
      throw faulty(`the release ${record.release} of ${record.source} is not in releases.csv`)
    const release = added.get(row.id) ?? addRelease(tx, shippedRelease(row, sha256, now))
    added.set(row.id, release)
    try {
      release.addFigure(record, { ...record, where: placeOf(record.where, file, line) })
    } catch (error) {
      throw faulty(
        `the figure cannot be stored, perhaps it is there twice (${(error as Error).message})`,
      )
    }
  }
  for (const release of added.values()) release.seal()
  return { releases: added.size, observations: rows.length }
}

const writeRegister = (tx: WriteDb, records: readonly RegisterRecord[]): void => {
  tx.delete(registerRow).run()
  const insert = tx.insert(registerRow)
  records.forEach((row, position) => {
    insert.values({ ...row, position }).run()
  })
}

const recordsOf = (
  register: RegisterFiles,
  promises: ReturnType<typeof readPromiseFiles>,
): RegisterRecord[] => [
  ...register.records,
  ...promises.map((record) => ({ kind: 'promise', id: record.id, record })),
]

/** Sources are described anew, never removed: releases point at them. */
const writeSources = (tx: WriteDb, sources: readonly SourceFileRow[]): void => {
  sources.forEach((described, position) => {
    const row = { ...described, position }
    tx.insert(source).values(row).onConflictDoUpdate({ target: source.id, set: row }).run()
  })
}

const shippedRelease = (row: ReleaseFileRow, sha256: string, now: string): NewRelease => ({
  slug: row.id,
  source: row.source,
  edition: row.edition,
  published: row.published,
  readOn: row.readOn,
  fileName: row.fileName,
  sha256,
  url: row.url,
  note: row.note,
  addedAt: now,
  addedBy: 'shipped',
})

/** In the publisher's file, and in ours: only the second is at hand. */
const placeOf = (where: string, file: string, line: number): string =>
  `${where}; here line ${line} of data/figures/${file}`

const idsOf = (register: RegisterFiles, kind: string): Set<string> =>
  new Set(register.records.filter((row) => row.kind === kind).map((row) => row.id))

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
