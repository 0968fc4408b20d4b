/**
 * One-time links by which a person sets their own password: for a new account, and again when the
 * password is forgotten. A link is a path with the secret behind `#`, which no browser sends and so
 * no log, proxy or kept answer ever holds.
 */
import {
  type AcceptBody,
  type Invitation,
  SIGN_IN_FAULTS,
  UserName,
} from '@muster/shared/contract/account'
import { ProblemError } from '@muster/shared/contract/problem'
import { Role } from '@muster/shared/domain/permission'
import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { ReadDb, Store, WriteDb } from '../platform/db/open.ts'
import { credential, user } from '../platform/db/schema.ts'
import type { AccountServices } from './account-services.ts'
import { writeAudit } from './audit.ts'
import { findCredential, insertCredential, revokeAll } from './credentials.ts'
import { refusePassword } from './passwords.ts'
import { newSecret } from './secrets.ts'
import { startSession } from './sessions.ts'
import { SignInFault } from './sign-in-fault.ts'
import { DAY, later } from './time.ts'
import { findUser, insertUser, refuseTaken, type User } from './users.ts'

/** Replaces every link that the person was given before. */
export const createInvitation = (
  tx: WriteDb,
  owner: User,
  { at, by, label = '' }: { at: string; by: string; label?: string },
): Invitation => {
  revokeAll(tx, owner.id, ['invitation'], at)
  const secret = newSecret(INVITATION_PREFIX)
  const expiresAt = later(at, LASTS)
  insertCredential(tx, secret, {
    user: owner.id,
    kind: 'invitation',
    label,
    scope: 'write',
    createdAt: at,
    expiresAt,
  })
  writeAudit(tx, { at, by, action: 'invite', subject: `user:${owner.name}`, detail: { expiresAt } })
  return {
    name: owner.name,
    role: owner.role,
    link: `${INVITATION_PATH}#${secret}`,
    expiresAt,
  }
}

/**
 * For the command line: an account and its one-time link (a path; put the address before it).
 *
 * @throws ProblemError with a sentence when the name or the role cannot be used.
 */
export const addUser = (store: Store, name: string, role: string, now: string): string => {
  const checkedName = UserName.safeParse(name)
  if (!checkedName.success)
    throw new ProblemError('bad-request', checkedName.error.issues[0]?.message ?? 'A bad name.')
  const checkedRole = Role.safeParse(role)
  if (!checkedRole.success)
    throw new ProblemError(
      'bad-request',
      `“${role}” is not a role. Roles: ${Role.options.join(', ')}.`,
    )
  const given = { name: checkedName.data, role: checkedRole.data, at: now, by: COMMAND_LINE }
  return store.write((tx) => createInvitation(tx, insertUser(tx, given), given).link)
}

/** A new link for an account that is there: the old one ran out, or the password is forgotten. */
export const renewInvitation = (
  tx: WriteDb,
  name: string,
  { at, by }: { at: string; by: string },
): Invitation => {
  const owner = findUser(tx, name)
  if (owner === undefined) throw new ProblemError('not-found', `There is no account “${name}”.`)
  if (owner.disabledAt !== null)
    throw new ProblemError('bad-request', `“${owner.name}” is disabled. Enable the account first.`)
  return createInvitation(tx, owner, { at, by })
}

/**
 * At a start: the link of the first admin, as long as there is nobody else; null from then on. A
 * link that was printed by an earlier start stops working.
 */
export const firstInvitation = (store: Store, now: string): string | null =>
  store.write((tx) => {
    const users = tx.select().from(user).all()
    if (users.some((owner) => !isUnclaimedFirst(tx, owner))) return null
    const given = { name: FIRST_NAME, role: 'admin' as const, at: now, by: START }
    const owner = users[0] ?? insertUser(tx, given)
    return createInvitation(tx, owner, { at: now, by: START, label: FIRST_LABEL }).link
  })

/** Sets the password and signs the person in. The link works once. */
export const acceptInvitation = async (
  services: AccountServices,
  given: z.output<typeof AcceptBody>,
): Promise<string> => {
  // A made-up link costs no hash.
  const invited = openInvitation(services.store.read, given.token, services.now())
  const name = nameFor(services.store.read, invited, given.name)
  refusePassword(given.password, name)
  const password = await services.passwords.hash(given.password)
  const at = services.now()
  return services.store.write((tx) => {
    // Again, because somebody else may have used it while the password was being hashed.
    const { credential: link, user: owner } = openInvitation(tx, given.token, at)
    refuseTaken(tx, name, owner.id)
    tx.update(credential).set({ usedAt: at, revokedAt: at }).where(eq(credential.id, link.id)).run()
    revokeAll(tx, owner.id, ['session', 'invitation'], at)
    const set = { name, password, failedCount: 0, lockedUntil: null }
    const changed = tx.update(user).set(set).where(eq(user.id, owner.id)).returning().get()
    writeAudit(tx, {
      at,
      by: name,
      action: 'accept-invitation',
      subject: `user:${name}`,
      detail: name === owner.name ? {} : { invitedAs: owner.name },
    })
    return startSession(tx, changed, at)
  })
}

const isUnclaimedFirst = (tx: WriteDb, owner: User): boolean =>
  owner.password === null &&
  tx
    .select({ id: credential.id })
    .from(credential)
    .where(and(eq(credential.user, owner.id), eq(credential.label, FIRST_LABEL)))
    .get() !== undefined

const openInvitation = (
  db: ReadDb,
  secret: string,
  now: string,
): NonNullable<ReturnType<typeof findCredential>> => {
  const found = findCredential(db, 'invitation', secret, now)
  if (found === undefined)
    throw new SignInFault('bad-request', 'bad-link', [
      { pointer: '/token', detail: SIGN_IN_FAULTS['bad-link'] },
    ])
  return found
}

/** Everybody else's name was chosen by the admin who invited them. */
const nameFor = (
  db: ReadDb,
  { credential: link, user: owner }: ReturnType<typeof openInvitation>,
  wanted: string | undefined,
): string => {
  if (wanted === undefined || wanted === owner.name) return owner.name
  if (link.label !== FIRST_LABEL)
    throw new SignInFault('bad-request', 'bad-name', [
      { pointer: '/name', detail: `This invitation is for “${owner.name}”.` },
    ])
  refuseTaken(db, wanted, owner.id)
  return wanted
}

const INVITATION_PATH = '/accept-invitation'
const INVITATION_PREFIX = 'msi_'
const LASTS = DAY
const FIRST_NAME = 'admin'
const FIRST_LABEL = 'first admin'
const START = '(first start)'
const COMMAND_LINE = '(command line)'
