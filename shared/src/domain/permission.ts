/**
 * Who may do what: the one place that decides. What is not listed here is refused.
 *
 * A reader reads; an editor brings figures and evidence in and takes them out again; a checker may
 * also judge (override a status, check a review) and see who did what; an admin may also decide who
 * has an account.
 */
import { z } from 'zod'

export const ROLES = ['reader', 'editor', 'checker', 'admin'] as const
export const Role = z.enum(ROLES)
export type Role = z.infer<typeof Role>

export type Action =
  | 'read'
  | 'import'
  | 'commit'
  | 'undo'
  | 'choose-alias'
  | 'enter-evidence'
  | 'mark-asked'
  | 'review-edit'
  | 'override'
  | 'review-check'
  | 'read-audit'
  | 'change-password'
  | 'manage-tokens'
  | 'manage-users'

/** May figures be read without an account? */
const READ_ACCESSES = ['public', 'signed-in'] as const
export type ReadAccess = (typeof READ_ACCESSES)[number]

/** How somebody proved who they are. */
export type Through = 'session' | 'write-token' | 'read-token'

/**
 * @param role null = nobody is signed in.
 * @param through A token can do less than its owner: one that reads changes nothing, and none makes
 * accounts or further tokens, so that a leaked one ends when it expires.
 */
export const may = (
  role: Role | null,
  action: Action,
  { readAccess, through = 'session' }: { readAccess: ReadAccess; through?: Through },
): boolean => {
  if (action === 'read' && readAccess === 'public') return true
  if (role === null) return false
  return BY_ROLE[role].has(action) && BY_WAY[through](action)
}

const READER: readonly Action[] = ['read', 'change-password', 'manage-tokens']
const EDITOR: readonly Action[] = [
  ...READER,
  'import',
  'commit',
  'undo',
  'choose-alias',
  'enter-evidence',
  'mark-asked',
  'review-edit',
]
const CHECKER: readonly Action[] = [...EDITOR, 'override', 'review-check', 'read-audit']
const ADMIN: readonly Action[] = [...CHECKER, 'manage-users']

const BY_ROLE: Record<Role, ReadonlySet<Action>> = {
  reader: new Set(READER),
  editor: new Set(EDITOR),
  checker: new Set(CHECKER),
  admin: new Set(ADMIN),
}

const SESSION_ONLY: ReadonlySet<Action> = new Set([
  'change-password',
  'manage-tokens',
  'manage-users',
])

const BY_WAY: Record<Through, (action: Action) => boolean> = {
  session: () => true,
  'write-token': (action) => !SESSION_ONLY.has(action),
  'read-token': (action) => action === 'read' || action === 'read-audit',
}
