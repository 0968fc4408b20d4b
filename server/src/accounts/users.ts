/** The people who have an account. Names are unique without regard to case. */
import type { UserChangeBody, UserRow } from '@muster/shared/contract/account'
import { ProblemError } from '@muster/shared/contract/problem'
import type { Role } from '@muster/shared/domain/permission'
import { and, eq, isNotNull, isNull, ne } from 'drizzle-orm'
import type { z } from 'zod'
import type { ReadDb, WriteDb } from '../platform/db/open.ts'
import { user } from '../platform/db/schema.ts'
import { type Current, versionOf } from '../platform/http/made-on.ts'
import { writeAudit } from './audit.ts'
import { revokeAll } from './credentials.ts'
import { isLocked } from './lockout.ts'
import { SignInFault } from './sign-in-fault.ts'

export type User = typeof user.$inferSelect

/** Reads all of them (tens, not thousands): SQLite folds the case of ASCII alone. */
export const findUser = (db: ReadDb, name: string): User | undefined => {
  const wanted = fold(name)
  return db
    .select()
    .from(user)
    .all()
    .find((row) => fold(row.name) === wanted)
}

export const listUsers = (db: ReadDb, now: string): UserRow[] =>
  db
    .select()
    .from(user)
    .orderBy(user.name)
    .all()
    .map((row) => ({
      name: row.name,
      version: versionOfUser(row),
      role: row.role,
      createdAt: row.createdAt,
      invited: row.password === null,
      disabled: row.disabledAt !== null,
      lockedUntil: isLocked(row.lockedUntil, now) ? row.lockedUntil : null,
    }))

/** What an administrator decides about; wrong passwords in the meantime are no change of it. */
export const currentUser = (db: ReadDb, name: string): Current => {
  const found = findUser(db, name)
  if (found === undefined) throw new ProblemError('not-found', `There is no account “${name}”.`)
  const state = found.disabledAt === null ? '' : ', disabled'
  return { version: versionOfUser(found), text: [`${found.name}: ${found.role}${state}.`] }
}

const versionOfUser = ({ id, name, role, password, disabledAt }: User): string =>
  versionOf([id, name, role, password === null, disabledAt])

export const insertUser = (
  tx: WriteDb,
  { name, role, at, by }: { name: string; role: Role; at: string; by: string },
): User => {
  refuseTaken(tx, name)
  const added = tx.insert(user).values({ name, role, createdAt: at }).returning().get()
  writeAudit(tx, { at, by, action: 'add-user', subject: `user:${name}`, detail: { role } })
  return added
}

/** @throws SignInFault when somebody else has this name. */
export const refuseTaken = (db: ReadDb, name: string, except?: number): void => {
  const other = findUser(db, name)
  if (other !== undefined && other.id !== except)
    throw new SignInFault('bad-request', 'bad-name', [
      { pointer: '/name', detail: `There is an account of the name “${other.name}” already.` },
    ])
}

/** A new role ends the person's sessions; disabling ends everything they hold. */
export const changeUser = (
  tx: WriteDb,
  name: string,
  change: z.output<typeof UserChangeBody>,
  { at, by }: { at: string; by: string },
): User => {
  const before = findUser(tx, name)
  if (before === undefined) throw new ProblemError('not-found', `There is no account “${name}”.`)
  const role = change.role ?? before.role
  const disabled = change.disabled ?? before.disabledAt !== null
  if ((role !== 'admin' || disabled) && isLastAdmin(tx, before))
    throw new ProblemError(
      'bad-request',
      `“${before.name}” is the last administrator. Make another one first.`,
    )
  const entry = { at, by, subject: `user:${before.name}` }
  if (role !== before.role) {
    revokeAll(tx, before.id, ['session'], at)
    writeAudit(tx, { ...entry, action: 'change-role', detail: { from: before.role, to: role } })
  }
  if (disabled !== (before.disabledAt !== null)) {
    if (disabled) revokeAll(tx, before.id, ['session', 'token', 'invitation'], at)
    writeAudit(tx, { ...entry, action: disabled ? 'disable-user' : 'enable-user', detail: {} })
  }
  return tx
    .update(user)
    .set({ role, disabledAt: disabled ? (before.disabledAt ?? at) : null })
    .where(eq(user.id, before.id))
    .returning()
    .get()
}

const isLastAdmin = (tx: WriteDb, { id, role, password, disabledAt }: User): boolean => {
  if (role !== 'admin' || password === null || disabledAt !== null) return false
  const others = and(
    ne(user.id, id),
    eq(user.role, 'admin'),
    isNotNull(user.password),
    isNull(user.disabledAt),
  )
  return tx.select({ id: user.id }).from(user).where(others).get() === undefined
}

const fold = (name: string): string =>
  name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
