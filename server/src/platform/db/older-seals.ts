/** Digests and hashes for what was written before there were any: once in the life of a database. */
import { and, asc, eq, isNull, ne } from 'drizzle-orm'
import { chainEntry } from './audit-chain.ts'
import { sealRelease } from './release-digest.ts'
import { audit, meta, release } from './schema.ts'
import type { WriteDb } from './store.ts'

/** @returns whether there is nothing left to do; asked first, for it needs no lock. */
export const isSealed = (db: Pick<WriteDb, 'select'>): boolean =>
  db.select().from(meta).where(eq(meta.key, SEALED)).get() !== undefined

/** From then on a release or an entry without one is a fault, never filled in. */
export const sealOlder = (tx: WriteDb): void => {
  if (isSealed(tx)) return
  const open = tx
    .select({ id: release.id })
    .from(release)
    .where(and(isNull(release.digest), ne(release.addedBy, INVENTED)))
    .all()
  for (const { id } of open) sealRelease(tx, id)
  const entries = tx
    .select({ id: audit.id })
    .from(audit)
    .where(isNull(audit.hash))
    .orderBy(asc(audit.id))
    .all()
  for (const { id } of entries) chainEntry(tx, id)
  tx.insert(meta).values({ key: SEALED, value: '1' }).run()
}

const SEALED = 'sealed'
/** Invented figures are many, and nobody needs to trust them. */
const INVENTED = 'demonstration'
