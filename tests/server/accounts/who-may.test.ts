/** What each endpoint says of who may is what the app does, for every person and every credential. */
import { createToken } from '@muster/server/accounts/tokens'
import { findUser } from '@muster/server/accounts/users'
import type { Endpoint } from '@muster/shared/contract/endpoint'
import { ENDPOINTS } from '@muster/shared/contract/endpoints'
import { may, ROLES, type Role, type Through } from '@muster/shared/domain/permission'
import { describe, expect, test } from 'vitest'
import { openTestApp } from '../../support/app.ts'
import { signUp } from '../../support/people.ts'

const ALL = ENDPOINTS
const GUARDED = ALL.filter(({ who }) => who !== 'anybody' && who !== 'read')

const site = await openTestApp()
const people = await Promise.all(
  ROLES.map(async (role) => ({ role, session: await signUp(site, `A ${role}`, role) })),
)

describe('the contract', () => {
  test('lets nothing be changed by who may only read, but signing in and out', () => {
    const open = ALL.filter(({ method, who }) => method !== 'GET' && /^(read|anybody)$/.test(who))
    expect(open.map(({ id }) => id).sort()).toEqual(['acceptInvitation', 'signIn', 'signOut'])
  })

  test('asks nobody for an account only where it is named here', () => {
    const open = ALL.filter(({ method, who }) => method === 'GET' && who === 'anybody')
    expect(open.map(({ id }) => id).sort()).toEqual(['getHealth', 'getReadiness', 'getSession'])
  })

  test('says of each write what it leaves in the audit log, and of a read that it leaves nothing', () => {
    const silent = ALL.filter(
      ({ method, changes }) => (method === 'GET') !== (changes.length === 0),
    )
    expect(silent.map(({ id }) => id)).toEqual(['previewMapping'])
  })
})

test.each(GUARDED.map((target) => [target.id, target] as const))(
  '%s is refused to all but those whom it names',
  async (_, target) => {
    expect(await statusFor(target, {})).toBe(401)
    const asked = people.flatMap(({ role, session }) => [
      { role, through: 'session' as const, headers: session },
      ...(['read', 'write'] as const).map((scope) => ({
        role,
        through: `${scope}-token` as const,
        headers: { authorization: `Bearer ${tokenOf(role, scope)}` },
      })),
    ])
    const refused = asked.filter(({ role, through }) => !mayAsk(target, role, through))
    for (const { role, through, headers } of refused)
      expect([role, through, await statusFor(target, headers)]).toEqual([role, through, 403])
    // One of those who may is enough: some of them start a process.
    const [allowed] = asked.filter(({ role, through }) => mayAsk(target, role, through))
    expect([401, 403]).not.toContain(await statusFor(target, { ...allowed?.headers }))
  },
)

const mayAsk = ({ who, method }: Endpoint, role: Role, through: Through): boolean =>
  who !== 'anybody' &&
  may(role, who, { readAccess: 'public', through }) &&
  !(through === 'read-token' && method !== 'GET')

/** Nothing that it is asked for is there, so that nothing is changed by asking. */
const statusFor = async (target: Endpoint, headers: Record<string, string>): Promise<number> => {
  const path = target.path.replace(/:quarter/, '2001-Q1').replace(/:\w+/g, '999999')
  const { statusCode } = await site.app.inject({
    method: target.method,
    url: target.root + path,
    headers,
    ...(target.method === 'GET' ? {} : { payload: {} }),
  })
  return statusCode
}

const tokens = new Map<string, string>()
function tokenOf(role: Role, scope: 'read' | 'write'): string {
  const key = `${role} ${scope}`
  const known = tokens.get(key)
  if (known !== undefined) return known
  const owner = findUser(site.store.read, `A ${role}`)
  if (owner === undefined) throw new Error(`There is no ${role}.`)
  const who = { id: owner.id, name: owner.name, role, through: 'session', credential: 0 } as const
  const { token } = site.store.write((tx) =>
    createToken(tx, who, { label: key, scope, days: 1 }, site.services.now()),
  )
  tokens.set(key, token)
  return token
}
