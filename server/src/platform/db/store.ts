/** What the database can be asked, and what it lets nobody do, as types. */
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type * as schema from './schema.ts'

type Drizzle = BetterSQLite3Database<typeof schema>
export type DrizzleWrite = Parameters<Parameters<Drizzle['transaction']>[0]>[0]

/** Answers questions. The methods that change rows are not there. */
export type ReadDb = Pick<
  Drizzle,
  'select' | 'selectDistinct' | '$count' | 'get' | 'all' | 'values'
>

/** Only inside `store.write`. Nothing in it may be asynchronous. */
export type WriteDb = DrizzleWrite & {
  /** Sees what this write has changed so far. */
  prepare: Reader['prepare']
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
