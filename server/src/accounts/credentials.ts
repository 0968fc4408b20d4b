/** What sessions, API tokens and invitations have in common: a hash, an owner, an end. */
import { and, eq, inArray, isNull, lt } from 'drizzle-orm'
import type { ReadDb, Store, WriteDb } from '../platform/db/open.ts'
import { credential, user } from '../platform/db/schema.ts'
import { secretHash } from './secrets.ts'
import { later, MINUTE } from './time.ts'

type Credential = typeof credential.$inferSelect
type Kind = Credential['kind']

export const insertCredential = (
  tx: WriteDb,
  secret: string,
  row: Omit<typeof credential.$inferInsert, 'id' | 'hash'>,
): Credential =>
  tx
    .insert(credential)
    .values({ ...row, hash: secretHash(secret) })
    .returning()
    .get()

/** The credential and its owner, if neither has ended. */
export const findCredential = (
  db: ReadDb,
  kind: Kind,
  secret: string,
  now: string,
): { credential: Credential; user: typeof user.$inferSelect } | undefined => {
  const found = db
    .select()
    .from(credential)
    .innerJoin(user, eq(user.id, credential.user))
    .where(and(eq(credential.hash, secretHash(secret)), eq(credential.kind, kind)))
    .get()
  if (found === undefined || found.credential.revokedAt !== null) return undefined
  if (found.credential.expiresAt <= now || found.user.disabledAt !== null) return undefined
  return found
}

export const revokeAll = (tx: WriteDb, owner: number, kinds: readonly Kind[], at: string): void => {
  tx.update(credential)
    .set({ revokedAt: at })
    .where(
      and(
        eq(credential.user, owner),
        inArray(credential.kind, [...kinds]),
        isNull(credential.revokedAt),
      ),
    )
    .run()
}

/** Sessions that ended by themselves are of no use to anybody; the audit log knows of them. */
export const forgetEnded = (tx: WriteDb, now: string): void => {
  tx.delete(credential)
    .where(and(eq(credential.kind, 'session'), lt(credential.expiresAt, now)))
    .run()
}

/**
 * Notes that the credential was used, at most every quarter of an hour: a read should not wait for
 * a write. While an import commits nothing is noted; the next request does it.
 */
export const noteUse = (store: Store, { id, usedAt }: Credential, now: string): void => {
  if (usedAt !== null && later(usedAt, NOTED_EVERY) > now) return
  try {
    store.write((tx) => {
      tx.update(credential).set({ usedAt: now }).where(eq(credential.id, id)).run()
    })
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'SQLITE_BUSY') throw error
  }
}

const NOTED_EVERY = 15 * MINUTE
