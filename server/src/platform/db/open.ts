/**
 * The only place that knows the driver. A read cannot write, by type and by `query_only`; a write is
 * one synchronous `BEGIN IMMEDIATE` transaction.
 */
import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import journal from './migrations/meta/_journal.json' with { type: 'json' }
import * as schema from './schema.ts'

type Drizzle = BetterSQLite3Database<typeof schema>
type DrizzleWrite = Parameters<Parameters<Drizzle['transaction']>[0]>[0]

/** Answers questions. The methods that change rows are not there. */
export type ReadDb = Pick<
  Drizzle,
  'select' | 'selectDistinct' | '$count' | 'get' | 'all' | 'values'
>

/** Only inside `store.write`. Nothing in it may be asynchronous. */
export type WriteDb = DrizzleWrite & {
  /**
   * One figure, past the query builder: it maps each of ten columns anew for each row, which takes
   * twice as long as SQLite takes to write it, and files hold a million.
   */
  insertObservation: (row: Required<typeof schema.observation.$inferInsert>) => void
}

/** What queries need of a store. */
export type Reader = {
  read: ReadDb
  /** Prepared once, kept for the life of the store: for the hot questions. */
  prepare: <Row>(sql: string) => {
    all: (...values: unknown[]) => Row[]
    iterate: (...values: unknown[]) => IterableIterator<Row>
  }
}

export type Store = Reader & {
  write: <Result>(change: (tx: WriteDb) => Result) => Result
  /** Writes, looks at the result through the given view, and takes everything back. */
  rehearse: <Result>(change: (tx: WriteDb, view: Reader) => Result) => Result
  /** Changes when another connection, of this process or another, has written. Costs microseconds. */
  changeCount: () => number
  /** A consistent copy of the whole database while it is in use. */
  backup: (file: string) => Promise<void>
  /** Rows of SQLite's own integrity check; `['ok']` when there is nothing to report. */
  check: () => string[]
  close: () => void
}

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
  const withInsert = (tx: DrizzleWrite): WriteDb => Object.assign(tx, { insertObservation })
  const changeCount = reader.prepare('pragma data_version').pluck()
  return {
    read: drizzle(reader, { schema }),
    prepare: preparing(reader),
    write: (change) =>
      writeDb.transaction((tx) => change(withInsert(tx)), { behavior: 'immediate' }),
    rehearse: (change) => {
      const taken = new TakenBack()
      let result: { value: ReturnType<typeof change> } | undefined
      try {
        writeDb.transaction(
          (tx) => {
            const view = { read: tx, prepare: preparing(writer) }
            result = { value: change(withInsert(tx), view) }
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
