import { type Action, may, ROLES, type Role, type Through } from '@muster/shared/domain/permission'
import { describe, expect, test } from 'vitest'

/** Nobody, reader, editor, checker, admin: `y` may. */
const MATRIX: [Action, string][] = [
  ['read', '-yyyy'],
  ['import', '--yyy'],
  ['commit', '--yyy'],
  ['undo', '--yyy'],
  ['choose-alias', '--yyy'],
  ['enter-evidence', '--yyy'],
  ['mark-asked', '--yyy'],
  ['review-edit', '--yyy'],
  ['override', '---yy'],
  ['review-check', '---yy'],
  ['read-audit', '---yy'],
  ['change-password', '-yyyy'],
  ['manage-tokens', '-yyyy'],
  ['manage-users', '----y'],
]
const WHO: (Role | null)[] = [null, ...ROLES]
const row = (ask: (role: Role | null) => boolean): string =>
  WHO.map((role) => (ask(role) ? 'y' : '-')).join('')

describe('may', () => {
  test.each(MATRIX)('%s is for %s (nobody, reader, editor, checker, admin)', (action, expected) => {
    expect(row((role) => may(role, action, { readAccess: 'signed-in' }))).toBe(expected)
    expect(row((role) => may(role, action, { readAccess: 'public' }))).toBe(
      action === 'read' ? 'yyyyy' : expected,
    )
  })

  test.each<[Through, Action[]]>([
    ['read-token', ['read', 'read-audit']],
    [
      'write-token',
      MATRIX.map(([action]) => action).filter((action) => !/^(manage|change)-/.test(action)),
    ],
    ['session', MATRIX.map(([action]) => action)],
  ])('an admin’s %s is good for %j', (through, expected) => {
    const allowed = MATRIX.map(([action]) => action).filter((action) =>
      may('admin', action, { readAccess: 'signed-in', through }),
    )
    expect(allowed).toEqual(expected)
  })

  test('refuses an action that it does not know', () => {
    expect(may('admin', 'launch' as Action, { readAccess: 'public' })).toBe(false)
  })
})
