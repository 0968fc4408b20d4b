/**
 * The entries of the audit log as a chain: the hash of each covers the one before it. Who changes or
 * removes an entry breaks it there; who removes the last ones is found out by the head of the chain,
 * when it was noted outside of this database.
 */
import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { audit } from './schema.ts'
import type { Reader, WriteDb } from './store.ts'

/** To be called when the entry is written, in the same write. */
export const chainEntry = (tx: WriteDb, id: number): void => {
  const [row] = tx.prepare<Row>('select * from audit where id = ?').all(id)
  const [before] = tx
    .prepare<{ hash: string }>('select hash from audit where id < ? order by id desc limit 1')
    .all(id)
  if (row !== undefined)
    tx.update(audit)
      .set({ hash: hashOf(before?.hash ?? '', row) })
      .where(eq(audit.id, id))
      .run()
}

export type AuditChain = {
  /** Of the newest entry; null when there is none. */
  head: string | null
  entries: number
  /** The entries that are not as they were written, or follow one that is gone. */
  broken: number[]
  /** The entry whose hash was asked for; null when it is not in the chain. */
  found: number | null
}

/** @param wanted the hash of an entry, as it was printed earlier. */
export const readAuditChain = (
  { prepare }: Pick<Reader, 'prepare'>,
  wanted: string | null = null,
): AuditChain => {
  const chain: AuditChain = { head: null, entries: 0, broken: [], found: null }
  for (const row of prepare<Row>('select * from audit order by id').iterate()) {
    if (row.hash !== hashOf(chain.head ?? '', row)) chain.broken.push(row.id)
    if (wanted !== null && row.hash === wanted) chain.found = row.id
    // Goes on from what is stored, so that each break is told once.
    chain.head = row.hash
    chain.entries += 1
  }
  return chain
}

type Row = { id: number; hash: string | null } & Record<string, unknown>

/** Of all columns that are filled, by name: a column that is added later changes no older entry. */
const hashOf = (before: string, { hash: _, ...row }: Row): string =>
  createHash('sha256')
    .update(before)
    .update(
      JSON.stringify(
        Object.entries(row)
          .filter(([, value]) => value !== null)
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      ),
    )
    .digest('hex')
