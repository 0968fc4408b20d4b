/** API tokens: shown once, listed by their label, ended by their owner, an admin or their day. */
import type { NewToken, NewTokenBody, TokenRow } from '@muster/shared/contract/account'
import { ProblemError } from '@muster/shared/contract/problem'
import { may, type ReadAccess } from '@muster/shared/domain/permission'
import { and, eq, gt, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import type { ReadDb, Store, WriteDb } from '../platform/db/open.ts'
import { credential } from '../platform/db/schema.ts'
import type { SignedIn } from '../platform/http/http-services.ts'
import { writeAudit } from './audit.ts'
import { findCredential, insertCredential, noteUse } from './credentials.ts'
import { newSecret } from './secrets.ts'
import { DAY, later } from './time.ts'

export const TOKEN_PREFIX = 'mst_'

export const createToken = (
  tx: WriteDb,
  owner: SignedIn,
  { label, scope, days }: z.output<typeof NewTokenBody>,
  now: string,
): NewToken => {
  if (listTokens(tx, owner.id, now).length >= MOST_TOKENS)
    throw new ProblemError(
      'bad-request',
      `You have ${MOST_TOKENS} tokens already. Revoke one that is not needed.`,
    )
  const token = newSecret(TOKEN_PREFIX)
  const row = insertCredential(tx, token, {
    user: owner.id,
    kind: 'token',
    label,
    scope,
    createdAt: now,
    expiresAt: later(now, days * DAY),
  })
  writeAudit(tx, {
    at: now,
    by: owner.name,
    action: 'create-token',
    subject: `token:${row.id}`,
    detail: { label, scope, expiresAt: row.expiresAt },
  })
  return { ...toRow(row), token }
}

export const findToken = (store: Store, token: string, now: string): SignedIn | null => {
  const found = findCredential(store.read, 'token', token, now)
  if (found === undefined) return null
  noteUse(store, found.credential, now)
  return {
    id: found.user.id,
    name: found.user.name,
    role: found.user.role,
    through: found.credential.scope === 'write' ? 'write-token' : 'read-token',
    credential: found.credential.id,
  }
}

export const listTokens = (db: ReadDb, owner: number, now: string): TokenRow[] =>
  db
    .select()
    .from(credential)
    .where(
      and(
        eq(credential.user, owner),
        eq(credential.kind, 'token'),
        isNull(credential.revokedAt),
        gt(credential.expiresAt, now),
      ),
    )
    .orderBy(credential.label, credential.id)
    .all()
    .map(toRow)

/** Somebody else's token is, to all but an admin, not there. */
export const revokeToken = (
  tx: WriteDb,
  who: SignedIn,
  id: number,
  { now, readAccess }: { now: string; readAccess: ReadAccess },
): void => {
  const open = and(
    eq(credential.id, id),
    eq(credential.kind, 'token'),
    isNull(credential.revokedAt),
  )
  const row = tx.select().from(credential).where(open).get()
  const others = may(who.role, 'manage-users', { readAccess, through: who.through })
  if (row === undefined || (row.user !== who.id && !others))
    throw new ProblemError('not-found', 'You have no such token, or it is revoked already.')
  tx.update(credential).set({ revokedAt: now }).where(open).run()
  writeAudit(tx, {
    at: now,
    by: who.name,
    action: 'revoke-token',
    subject: `token:${id}`,
    detail: { label: row.label },
  })
}

const toRow = (row: typeof credential.$inferSelect): TokenRow => ({
  id: row.id,
  label: row.label,
  scope: row.scope,
  createdAt: row.createdAt,
  expiresAt: row.expiresAt,
  usedAt: row.usedAt,
})

const MOST_TOKENS = 50
