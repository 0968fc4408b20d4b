import { writeAudit } from '@muster/server/accounts/audit'
import { audit, credential, user } from '@muster/server/platform/db/schema'
import { describe, expect, test } from 'vitest'
import { cookieOf, HOUR, openAccountApp, PASSWORD, problemOf } from './account-app.ts'

type App = Awaited<ReturnType<typeof openAccountApp>>

type Headers = Record<string, string>

const api = (
  app: App,
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  headers: Headers,
  payload?: object,
) =>
  app.send({
    method,
    url: `/api/v1${path}`,
    headers,
    ...(payload === undefined ? {} : { payload }),
  })

const accept = (app: App, link: string, more: object = {}) =>
  api(
    app,
    'POST',
    '/invitations/accept',
    {},
    {
      token: link.split('#')[1],
      password: PASSWORD,
      ...more,
    },
  )

describe('the audit log', () => {
  test('tells who did what, newest first, by person, action and subject', async () => {
    const app = await openAccountApp()
    const root = await app.person('Root', 'admin')
    await api(app, 'POST', '/users', root, { name: 'Ana', role: 'editor' })
    app.pass(HOUR)
    await api(app, 'PATCH', '/users/Ana', root, { role: 'checker' })
    const log = (query: string) => api(app, 'GET', `/audit${query}`, root)
    const actions = async (query: string) =>
      (await log(query)).json().entries.map((entry: { action: string }) => entry.action)
    expect(await actions('')).toEqual([
      'change-role',
      'invite',
      'add-user',
      'accept-invitation',
      'invite',
      'add-user',
    ])
    expect((await log('?action=change-role')).json()).toEqual({
      entries: [
        {
          id: 6,
          at: '2026-11-22T10:00:00.000Z',
          by: 'Root',
          action: 'change-role',
          subject: 'user:Ana',
          detail: { from: 'editor', to: 'checker' },
        },
      ],
      next: null,
    })
    expect(await actions('?subject=user:Ana')).toHaveLength(3)
    expect(await actions('?by=Root&before=6')).toHaveLength(3)
    expect(problemOf(await log('?page=2'))).toBe('unknown-parameter')
    expect(problemOf(await log('?before=x'))).toBe('bad-request')
  })

  test('comes 200 a page', async () => {
    const app = await openAccountApp()
    const root = await app.person('Root', 'admin')
    app.store.write((tx) => {
      for (let i = 0; i < 300; i += 1)
        writeAudit(tx, { at: app.now(), by: 'Root', action: 'test', subject: `x:${i}`, detail: {} })
    })
    const first = (await api(app, 'GET', '/audit?action=test', root)).json()
    expect(first.entries).toHaveLength(200)
    const second = (await api(app, 'GET', `/audit?action=test&before=${first.next}`, root)).json()
    expect(second.entries).toHaveLength(100)
    expect([second.next, second.entries[99].subject]).toEqual([null, 'x:0'])
  })

  test('is for checkers and administrators', async () => {
    const app = await openAccountApp()
    for (const [role, status] of [
      ['reader', 403],
      ['editor', 403],
      ['checker', 200],
      ['admin', 200],
    ] as const)
      expect(
        (await api(app, 'GET', '/audit', await app.person(`A ${role}`, role))).statusCode,
      ).toBe(status)
  })

  test('takes no secret, and undoes the change that would write one', async () => {
    const app = await openAccountApp()
    for (const detail of [{ password: 'x' }, { token: 'x' }, { user: { secret: 'x' } }])
      expect(() =>
        app.store.write((tx) => {
          tx.insert(user).values({ name: 'Ana', role: 'editor', createdAt: app.now() }).run()
          writeAudit(tx, { at: app.now(), by: 'Root', action: 'test', subject: 'x', detail })
        }),
      ).toThrow(/must not be written/)
    expect(app.store.read.select().from(user).all()).toEqual([])
  })

  test('and every list hold no password, hash or secret of a whole working day', async () => {
    const app = await openAccountApp()
    const root = await app.person('Root', 'admin')
    const { link } = (
      await api(app, 'POST', '/users', root, { name: 'Ana', role: 'editor' })
    ).json()
    const ana = { cookie: cookieOf(await accept(app, link)), origin: root.origin }
    const { token } = (await api(app, 'POST', '/tokens', ana, { label: 'x', scope: 'read' })).json()
    await app.signIn('Ana')
    await api(app, 'POST', '/password', ana, {
      current: PASSWORD,
      password: 'quite another sentence',
    })
    for (let i = 0; i < 5; i += 1) await app.signIn('Ana', 'a wrong password')
    await api(app, 'PATCH', '/users/Ana', root, { role: 'checker' })
    const secrets = [
      PASSWORD,
      'quite another sentence',
      'a wrong password',
      token,
      link.split('#')[1],
      ana.cookie.split('=')[1],
      '$scrypt',
      ...app.store.read
        .select()
        .from(credential)
        .all()
        .map((row) => row.hash),
    ]
    for (const path of ['/audit', '/users', '/tokens', '/session']) {
      const { statusCode, body } = await api(app, 'GET', path, root)
      expect(statusCode).toBe(200)
      for (const secret of secrets) expect(body).not.toContain(secret)
    }
    const log = JSON.stringify(app.store.read.select().from(audit).all())
    for (const secret of secrets) expect(log).not.toContain(secret)
  })
})
