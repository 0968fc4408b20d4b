/**
 * The only place that knows the driver. A read cannot write, by type and by `query_only`; a write is
 * one synchronous `BEGIN IMMEDIATE` transaction.
 */
import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import journal from './migrations/meta/_journal.json' with { type: 'json' }
import { isSealed, sealOlder } from './older-seals.ts'
import * as schema from './schema.ts'
import type { DrizzleWrite, ReadDb, Reader, Store, WriteDb } from './store.ts'

export type { ReadDb, Reader, Store, WriteDb }

/** A database that cannot be used, with the one sentence to show. */
export class UnusableDatabase extends Error {
  override readonly name = 'UnusableDatabase'
}

/**
 * Opens the database and brings its tables up to date.
 *
 * @throws UnusableDatabase when the folder cannot be written, the file is not a database of ours, or
 * it was made by a newer version.
 */
export const openStore = (file: string): Store => {
  const writer = openWriter(file)
  // In memory there is one connection: a second one would be another, empty database.
  const reader = file === ':memory:' ? writer : new Database(file, { readonly: true })
  if (reader !== writer) {
    reader.pragma('query_only = 1')
    reader.pragma(`mmap_size = ${MAPPED_BYTES}`)
  }
  const writeDb = drizzle(writer, { schema })
  const insertObservation = observationInsert(writer)
  const prepare = preparing(writer)
  const asWriteDb = (tx: DrizzleWrite): WriteDb => Object.assign(tx, { insertObservation, prepare })
  if (!isSealed(writeDb))
    writeDb.transaction((tx) => sealOlder(asWriteDb(tx)), { behavior: 'immediate' })
  const changeCount = reader.prepare('pragma data_version').pluck()
  return {
    read: drizzle(reader, { schema }),
    prepare: preparing(reader),
    write: (change) =>
      writeDb.transaction((tx) => change(asWriteDb(tx)), { behavior: 'immediate' }),
    rehearse: (change) => {
      const taken = new TakenBack()
      let result: { value: ReturnType<typeof change> } | undefined
      try {
        writeDb.transaction(
          (tx) => {
            result = { value: change(asWriteDb(tx), { read: tx, prepare }) }
            throw taken
          },
          { behavior: 'immediate' },
        )
      } catch (error) {
        if (error !== taken || result === undefined) throw error
      }
      return (result as { value: ReturnType<typeof change> }).value
    },
    changeCount: () => changeCount.get() as number,
    backup: async (target) => {
      await reader.backup(target)
    },
    check: () =>
      (reader.pragma('integrity_check') as { integrity_check: string }[]).map(
        (row) => row.integrity_check,
      ),
    close: () => {
      if (reader !== writer) reader.close()
      writer.close()
    },
  }
}

/** Thrown to roll a rehearsal back; never seen outside. */
class TakenBack extends Error {}

const preparing = (db: Database.Database): Reader['prepare'] => {
  const statements = new Map<string, Database.Statement>()
  return <Row>(sql: string) => {
    const statement = statements.get(sql) ?? db.prepare(sql)
    statements.set(sql, statement)
    return {
      all: (...values: unknown[]) => statement.all(...values) as Row[],
      iterate: (...values: unknown[]) => statement.iterate(...values) as IterableIterator<Row>,
    }
  }
}

/** Prepared when the first figure is written: most connections never write one. */
const observationInsert = (db: Database.Database): WriteDb['insertObservation'] => {
  let insert: Database.Statement | undefined
  return (row) => {
    insert ??= db.prepare(INSERT_OBSERVATION)
    insert.run(
      row.series,
      row.date,
      row.release,
      row.value,
      row.missing,
      row.trust,
      row.flags,
      row.cell,
      row.raw,
      row.note,
    )
  }
}

const INSERT_OBSERVATION = `
  insert into observation (series, date, release, value, missing, trust, flags, cell, raw, note)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

const openWriter = (file: string): Database.Database => {
  const db = connect(file)
  try {
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = NORMAL')
    db.pragma('foreign_keys = ON')
    db.pragma('busy_timeout = 5000')
    refuseNewer(db, file)
    migrate(drizzle(db), { migrationsFolder: MIGRATIONS })
    return db
  } catch (error) {
    db.close()
    if (error instanceof UnusableDatabase) throw error
    throw new UnusableDatabase(`${file} cannot be used as a Muster database: ${reasonOf(error)}.`)
  }
}

const connect = (file: string): Database.Database => {
  try {
    if (file !== ':memory:') makeFolder(dirname(file))
    return new Database(file)
  } catch (error) {
    throw new UnusableDatabase(`The database ${file} cannot be opened: ${reasonOf(error)}.`)
  }
}

/** One by one: `recursive` tries for ever where a parent is there and refuses children. */
const makeFolder = (folder: string): void => {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder)
}

/** Drizzle would quietly work on a newer database: it only looks for migrations that are missing. */
const refuseNewer = (db: Database.Database, file: string): void => {
  const has = db.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get()
  if (has === undefined) return
  const { newest } = db
    .prepare('select max(created_at) as newest from __drizzle_migrations')
    .get() as { newest: number | null }
  if (newest !== null && Number(newest) > newestMigration())
    throw new UnusableDatabase(
      `${file} was made by a newer version of Muster. Start that version, or choose another DATABASE_FILE.`,
    )
}

const newestMigration = (): number =>
  Math.max(...journal.entries.map((entry: { when: number }) => entry.when))

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

/** Pages are read where the system keeps them, without copying: 1 GB is ten million figures. */
const MAPPED_BYTES = 1024 ** 3

const MIGRATIONS = join(import.meta.dirname, 'migrations')
