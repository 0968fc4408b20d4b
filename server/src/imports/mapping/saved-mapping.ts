/** What the columns of a source's files mean, as an analyst said it: kept for next time. */
import { FileMapping } from '@muster/shared/contract/import'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { type Asker, writeAudit } from '../../accounts/audit.ts'
import type { Book } from '../../files/cells/sheet.ts'
import type { ReadDb, Store } from '../../platform/db/open.ts'
import { mapping as mappingTable } from '../../platform/db/schema.ts'
import { textAt } from '../layouts/reading/layout.ts'
import { nameKey } from '../names/names.ts'
import { mappedSheet } from './mapped-file.ts'

/** `headings`: what stood over the mapped columns, by column, in the file that was explained. */
const Saved = z.object({ mapping: FileMapping, headings: z.record(z.string(), z.string()) })

export type SavedMapping = z.infer<typeof Saved> & { savedAt: string; savedBy: string }

/** null where none is saved, or an older version saved one that cannot be read any more. */
export const findMapping = (db: ReadDb, source: string): SavedMapping | null => {
  const row = db.select().from(mappingTable).where(eq(mappingTable.source, source)).get()
  const read = Saved.safeParse(row?.mapping)
  return row === undefined || !read.success
    ? null
    : { ...read.data, savedAt: row.savedAt, savedBy: row.savedBy }
}

/**
 * Is this the kind of file that was explained? The same columns must have the same headings: with
 * others the same place may hold something else, which nobody would notice. A file without headings
 * cannot be told from another.
 */
export const isExplained = (book: Book, { mapping, headings }: SavedMapping): boolean => {
  const found = headingsOf(book, mapping)
  return Object.entries(headings).every(
    ([column, text]) => nameKey(found[column] ?? '') === nameKey(text),
  )
}

/** The texts over the mapped columns; an empty one where nothing stands. */
export const headingsOf = (book: Book, mapping: FileMapping): Record<string, string> => {
  if (mapping.headingRow === 0) return {}
  const sheet = mappedSheet(book, mapping)
  const columns = Object.values(mapping.columns).filter((column) => column !== undefined)
  for (const row of sheet?.rows ?? [])
    if (row.row >= mapping.headingRow) {
      const cells = row.row === mapping.headingRow ? row.cells : []
      return Object.fromEntries(
        columns.map((column) => [String(column), textAt({ ...row, cells }, column)]),
      )
    }
  return Object.fromEntries(columns.map((column) => [String(column), '']))
}

/** Replaces what was saved for the source; figures that are in stay as they were read. */
export const saveMapping = (
  store: Store,
  source: string,
  { mapping, headings }: { mapping: FileMapping; headings: Record<string, string> },
  { by, at }: Asker,
): void =>
  store.write((tx) => {
    const before = findMapping(tx, source)?.mapping ?? null
    const values = { mapping: { mapping, headings }, savedAt: at, savedBy: by }
    tx.insert(mappingTable)
      .values({ source, ...values })
      .onConflictDoUpdate({ target: mappingTable.source, set: values })
      .run()
    writeAudit(tx, {
      at,
      by,
      action: 'import.map',
      subject: `source:${source}`,
      detail: { mapping, before },
    })
  })
