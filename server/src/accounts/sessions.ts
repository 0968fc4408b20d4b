/** Server-side sessions: the browser holds a random secret, the database its hash. */
import { eq } from 'drizzle-orm'
import type { Store, WriteDb } from '../platform/db/open.ts'
import { credential, type user } from '../platform/db/schema.ts'
import type { SignedIn } from '../platform/http/http-services.ts'
import { writeAudit } from './audit.ts'
import { findCredential, forgetEnded, insertCredential, noteUse } from './credentials.ts'
import { newSecret } from './secrets.ts'
import { DAY, HOUR, later } from './time.ts'

/** @returns the secret for the cookie; always a new one, so that none can be planted beforehand. */
export const startSession = (tx: WriteDb, owner: typeof user.$inferSelect, now: string): string => {
  forgetEnded(tx, now)
  const secret = newSecret()
  insertCredential(tx, secret, {
    user: owner.id,
    kind: 'session',
    label: '',
    scope: 'write',
    createdAt: now,
    expiresAt: later(now, ABSOLUTE),
    usedAt: now,
  })
  return secret
}

export const findSession = (store: Store, secret: string, now: string): SignedIn | null => {
  const found = findCredential(store.read, 'session', secret, now)
  if (found === undefined) return null
  const { credential: session, user: owner } = found
  if (later(session.usedAt ?? session.createdAt, IDLE) <= now) return null
  noteUse(store, session, now)
  return {
    id: owner.id,
    name: owner.name,
    role: owner.role,
    through: 'session',
    credential: session.id,
  }
}

export const endSession = (store: Store, who: SignedIn, now: string): void =>
  store.write((tx) => {
    tx.update(credential).set({ revokedAt: now }).where(eq(credential.id, who.credential)).run()
    writeAudit(tx, {
      at: now,
      by: who.name,
      action: 'sign-out',
      subject: `user:${who.name}`,
      detail: {},
    })
  })

const IDLE = 12 * HOUR
const ABSOLUTE = 7 * DAY
