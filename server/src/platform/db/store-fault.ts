/** What is wrong with the database, in the sentence that an operator needs. */
import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import * as schema from './schema.ts'
import type { Reader } from './store.ts'

/** @returns null when the error did not come from the database file. */
export const storeFault = (error: unknown): string | null => {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = 'code' in cause ? String(cause.code) : ''
    const found = SENTENCES.find(({ of }) => of.test(code))
    if (found !== undefined) return found.says
    if (code === 'SQLITE_ERROR' && /no such (table|column)/.test(cause.message))
      return `The database is not whole: ${cause.message}. Restore a backup (pnpm muster restore FILE).`
  }
  return null
}

/**
 * Asks each table for its first and last rows, by every column that the program knows: costs less
 * than a millisecond however many figures there are.
 *
 * @returns one sentence for each table that cannot be read.
 */
export const unreadableTables = ({ prepare }: Pick<Reader, 'prepare'>): string[] =>
  Object.values(schema).flatMap((table) => {
    if (!is(table, SQLiteTable)) return []
    const name = getTableName(table)
    const columns = Object.values(getTableColumns(table))
      .filter((column) => column.getSQLType() !== 'blob')
      .map((column) => `"${column.name}"`)
      .join(', ')
    try {
      for (const order of ['', 'desc'])
        prepare(`select ${columns} from "${name}" order by 1 ${order} limit ?`).all(1)
      return []
    } catch (error) {
      return [`The table ${name} cannot be read: ${causeOf(error)}.`]
    }
  })

const causeOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const SENTENCES = [
  {
    of: /^SQLITE_(CORRUPT|NOTADB)/,
    says: 'The database file is damaged and part of it cannot be read. Stop the server and restore a backup (pnpm muster restore FILE); pnpm muster verify says what is damaged.',
  },
  {
    of: /^SQLITE_IOERR/,
    says: 'The disk that holds the database cannot be read or written. Look at the disk, then at the database with pnpm muster verify.',
  },
  {
    of: /^SQLITE_FULL/,
    says: 'The disk that holds the database is full. Nothing was written.',
  },
  {
    of: /^SQLITE_BUSY/,
    says: 'Another process is writing to the database. Nothing was written; try again in a moment.',
  },
  {
    of: /^SQLITE_(READONLY|CANTOPEN|PERM|AUTH)/,
    says: 'The database file, or the folder it lies in, may not be written by this user. Nothing was written.',
  },
]
