/** Signing in, accounts, API tokens and the audit log. None of these answers is ever kept. */
import { z } from 'zod'
import { Role } from '../domain/permission.ts'
import { read } from './endpoint.ts'

/** Letters and digits of any script; no brackets, which mark the server's own entries in the log. */
export const UserName = z
  .string()
  .trim()
  .normalize('NFC')
  .regex(
    /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .'’_-]{1,59}$/u,
    'A name has 2 to 60 letters, digits, spaces, dots, hyphens or apostrophes and begins with a letter or digit.',
  )

const LEAST_PASSWORD = 12

const NewPassword = z
  .string()
  .max(256, 'A password has at most 256 characters.')
  .refine((text) => [...text].length >= LEAST_PASSWORD, {
    message: `A password needs at least ${LEAST_PASSWORD} characters. A few unrelated words are good.`,
  })

/** What somebody types as a name or an old password is compared, never judged. */
const Given = z.string().min(1, 'This is empty.').max(256, 'This is too long.')

const Next = z.string().max(2_000, 'This is too long.').optional()

export const SignInBody = z.strictObject({ name: Given, password: Given })
export const SignInForm = SignInBody.extend({ next: Next })

/** `name` only with the very first invitation, whose holder chooses one. */
export const AcceptBody = z.strictObject({
  token: Given,
  name: UserName.optional(),
  password: NewPassword,
})
export const AcceptForm = AcceptBody.extend({ next: Next })

export const SignOutForm = z.strictObject({ next: Next })

export const PasswordBody = z.strictObject({ current: Given, password: NewPassword })

export const NewUserBody = z.strictObject({ name: UserName, role: Role })

export const UserChangeBody = z
  .strictObject({ role: Role.optional(), disabled: z.boolean().optional() })
  .refine((change) => change.role !== undefined || change.disabled !== undefined, {
    message: 'Give a role, or disabled, or both.',
  })

export const UserParams = z.strictObject({ name: Given })

export const NewTokenBody = z.strictObject({
  label: z.string().trim().min(1, 'A label says what the token is for.').max(80),
  scope: z.enum(['read', 'write']),
  days: z
    .int('Days are a whole number.')
    .min(1, 'A token lasts at least one day.')
    .max(365, 'A token lasts at most 365 days.')
    .default(90),
})

export const TokenParams = z.strictObject({
  id: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
})

export const AuditQuery = z.strictObject({
  before: z
    .string()
    .regex(/^\d{1,15}$/, 'It is the number of an entry, as next gives it.')
    .transform(Number)
    .optional()
    .meta({ description: 'Only entries older than this one: the `next` of the page before.' }),
  by: Given.optional().meta({ description: 'Only what this person did.' }),
  action: Given.optional().meta({ description: 'Only this action, as change-role.' }),
  subject: Given.optional().meta({ description: 'Only what was done to this, as user:Ana.' }),
})

const SessionReply = z.object({ name: z.string(), role: Role })
export type SessionReply = z.infer<typeof SessionReply>

/** A page asks on behalf of strangers too, and nobody being signed in is no error there. */
const SessionQuery = z.strictObject({
  optional: z
    .literal('true')
    .optional()
    .meta({ description: 'Answer 200 and null instead of 401 when nobody is signed in.' }),
})

/** `link` is a path; its secret is behind the `#`, which no browser sends and no log keeps. */
export const Invitation = z.object({
  name: z.string(),
  role: Role,
  link: z.string(),
  expiresAt: z.string(),
})
export type Invitation = z.infer<typeof Invitation>

export const UserRow = z.object({
  name: z.string(),
  /** For writes that are made on this state of it. */
  version: z.string(),
  role: Role,
  createdAt: z.string(),
  /** Invited, and the link has not been used yet. */
  invited: z.boolean(),
  disabled: z.boolean(),
  /** Until when failed sign-ins lock the account; null when they do not. */
  lockedUntil: z.string().nullable(),
})
export type UserRow = z.infer<typeof UserRow>

export const TokenRow = z.object({
  id: z.number().int(),
  label: z.string(),
  scope: z.enum(['read', 'write']),
  createdAt: z.string(),
  expiresAt: z.string(),
  /** Roughly: noted at most every quarter of an hour. */
  usedAt: z.string().nullable(),
})
export type TokenRow = z.infer<typeof TokenRow>

/** The one answer that holds the token itself. */
export const NewToken = TokenRow.extend({ token: z.string() })
export type NewToken = z.infer<typeof NewToken>

export const AuditPage = z.object({
  entries: z.array(
    z.object({
      id: z.number().int(),
      at: z.string(),
      by: z.string(),
      action: z.string(),
      subject: z.string(),
      detail: z.record(z.string(), z.unknown()),
    }),
  ),
  /** For `before`, to get the page of older entries; null at the end. */
  next: z.number().int().nullable(),
})
export type AuditPage = z.infer<typeof AuditPage>

/** Why signing in or accepting an invitation failed: `?fault=` of the two pages, and its sentence. */
export const SIGN_IN_FAULTS = {
  'not-right':
    'The name or the password is not right. After five wrong passwords in a row an account waits a minute, then longer each time, up to an hour.',
  'too-many': 'Too many sign-ins failed from this address. Wait ten minutes, then try again.',
  busy: 'Too many people are signing in at this moment. Try again in a few seconds.',
  'bad-link':
    'This invitation does not work: it has been used or replaced, or is older than 24 hours. Ask an administrator for a new one.',
  'bad-password': `A password needs at least ${LEAST_PASSWORD} characters and must not contain your name.`,
  'bad-name': 'This name cannot be used: somebody has it, or the invitation is for another name.',
  'bad-entry': 'Something in the form is missing or cannot be used. Fill it in and try again.',
} as const
export type SignInFaultCode = keyof typeof SIGN_IN_FAULTS

export const sessionEndpoint = read('getSession', '/session', {
  tag: 'Accounts',
  summary: 'Who is signed in; 401 when nobody is',
  query: SessionQuery,
  reply: SessionReply.nullable(),
  who: 'anybody',
  kept: 'personal',
  problems: ['unauthorized'],
})

export const usersEndpoint = read('listUsers', '/users', {
  tag: 'Accounts',
  summary: 'Who has an account (admin)',
  reply: z.array(UserRow),
  who: 'manage-users',
  kept: 'personal',
})

export const tokensEndpoint = read('listTokens', '/tokens', {
  tag: 'Accounts',
  summary: 'Your own API tokens, without their secrets',
  reply: z.array(TokenRow),
  who: 'manage-tokens',
  kept: 'personal',
})

export const auditEndpoint = read('listAudit', '/audit', {
  tag: 'Accounts',
  summary: 'Who did what, newest first, 200 a page (checker, admin)',
  query: AuditQuery,
  reply: AuditPage,
  who: 'read-audit',
  kept: 'personal',
})
