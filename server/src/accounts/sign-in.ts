/**
 * Name and password against the database. A wrong name, a wrong password, a locked and a disabled
 * account get the same answer after the same work, so that nobody learns which names there are.
 */
import type { PasswordBody, SignInBody } from '@muster/shared/contract/account'
import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { WriteDb } from '../platform/db/open.ts'
import { user } from '../platform/db/schema.ts'
import type { SignedIn } from '../platform/http/http-services.ts'
import type { AccountServices } from './account-services.ts'
import { writeAudit } from './audit.ts'
import { revokeAll } from './credentials.ts'
import { isLocked, lockAfter } from './lockout.ts'
import { refusePassword } from './passwords.ts'
import { startSession } from './sessions.ts'
import { SignInFault } from './sign-in-fault.ts'
import { findUser, type User } from './users.ts'

/** @returns the secret of a new session. */
export const signIn = async (
  services: AccountServices,
  given: z.output<typeof SignInBody>,
  address: string,
): Promise<string> => {
  limitAddress(services, address)
  const known = findUser(services.store.read, given.name)
  const right = await services.passwords.matches(known?.password ?? null, given.password)
  const at = services.now()
  const secret = services.store.write((tx) => {
    const owner = settle(tx, known, right, at)
    if (owner === null) return null
    audit(tx, 'sign-in', { owner, at })
    return startSession(tx, owner, at)
  })
  if (secret === null) throw new SignInFault('unauthorized', 'not-right')
  services.signInLimit.giveBack(address)
  return secret
}

/**
 * The current password is asked for again: an open browser is not enough to take an account over.
 *
 * @returns the secret of a new session; every other one has ended.
 */
export const changePassword = async (
  services: AccountServices,
  who: SignedIn,
  given: z.output<typeof PasswordBody>,
  address: string,
): Promise<string> => {
  refusePassword(given.password, who.name)
  limitAddress(services, address)
  const known = findUser(services.store.read, who.name)
  const right = await services.passwords.matches(known?.password ?? null, given.current)
  // Counted now: the new password's hash would be made for nothing.
  const checked = services.store.write((tx) => settle(tx, known, right, services.now()))
  if (checked === null) throw new SignInFault('forbidden', 'not-right')
  services.signInLimit.giveBack(address)
  const password = await services.passwords.hash(given.password)
  const at = services.now()
  const secret = services.store.write((tx) => {
    const owner = settle(tx, checked, true, at)
    if (owner === null) return null
    revokeAll(tx, owner.id, ['session', 'invitation'], at)
    tx.update(user).set({ password }).where(eq(user.id, owner.id)).run()
    audit(tx, 'change-password', { owner, at })
    return startSession(tx, owner, at)
  })
  if (secret === null) throw new SignInFault('forbidden', 'not-right')
  return secret
}

const limitAddress = (services: AccountServices, address: string): void => {
  if (!services.signInLimit.take(address, services.now()))
    throw new SignInFault('too-many-requests', 'too-many')
}

/**
 * Counts the failure or clears the count. The row is read again here, because guesses that are
 * hashed side by side must not all pass by the state from before the first of them.
 */
const settle = (tx: WriteDb, known: User | undefined, right: boolean, at: string): User | null => {
  if (known === undefined) return null
  const owner = tx.select().from(user).where(eq(user.id, known.id)).get()
  if (owner === undefined || owner.disabledAt !== null || owner.password === null) return null
  if (isLocked(owner.lockedUntil, at) || owner.password !== known.password) return null
  const failedCount = right ? 0 : owner.failedCount + 1
  const lockedUntil = lockAfter(failedCount, at)
  tx.update(user).set({ failedCount, lockedUntil }).where(eq(user.id, owner.id)).run()
  // Only the lock is logged: single failures would let anybody fill the log.
  if (lockedUntil !== null)
    audit(tx, 'lock', { owner, at, detail: { failures: failedCount, lockedUntil } })
  return right ? owner : null
}

const audit = (
  tx: WriteDb,
  action: string,
  { owner, at, detail = {} }: { owner: User; at: string; detail?: Record<string, unknown> },
): void => {
  const by = action === 'lock' ? '(sign-in)' : owner.name
  writeAudit(tx, { at, by, action, subject: `user:${owner.name}`, detail })
}
