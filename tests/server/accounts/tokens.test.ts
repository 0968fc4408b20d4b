import { describe, expect, test } from 'vitest'
import { cookieOf, DAY, openAccountApp, PASSWORD, problemOf } from './account-app.ts'

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

describe('an API token', () => {
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

  test('is shown once, listed by its label, and revoked', async () => {
    const app = await openAccountApp()
    const ana = await app.person('Ana', 'editor')
    const made = await api(app, 'POST', '/tokens', ana, { label: 'nightly', scope: 'write' })
    expect(made.statusCode).toBe(201)
    const { token, ...row } = made.json()
    expect(token).toMatch(/^mst_[\w-]{43}$/)
    await api(app, 'POST', '/tokens', ana, { label: 'backup', scope: 'read' })
    const list = await api(app, 'GET', '/tokens', ana)
    expect(list.json().map((one: { label: string }) => one.label)).toEqual(['backup', 'nightly'])
    expect(list.json()[1]).toEqual(row)
    expect(list.body).not.toContain(token)
    expect((await api(app, 'GET', '/session', bearer(token))).json().name).toBe('Ana')
    expect((await api(app, 'DELETE', `/tokens/${row.id}`, ana)).statusCode).toBe(204)
    expect((await api(app, 'GET', '/session', bearer(token))).statusCode).toBe(401)
    expect((await api(app, 'DELETE', `/tokens/${row.id}`, ana)).statusCode).toBe(404)
    expect((await api(app, 'GET', '/tokens', ana)).json()).toHaveLength(1)
  })

  test('lasts 90 days unless asked otherwise, and at most 365', async () => {
    const app = await openAccountApp()
    const ana = await app.person('Ana', 'editor')
    const { token, expiresAt } = (
      await api(app, 'POST', '/tokens', ana, { label: 'x', scope: 'read' })
    ).json()
    expect(expiresAt).toBe('2027-02-20T09:00:00.000Z')
    app.pass(90 * DAY - 1)
    expect((await api(app, 'GET', '/session', bearer(token))).statusCode).toBe(200)
    app.pass(1)
    expect((await api(app, 'GET', '/session', bearer(token))).statusCode).toBe(401)
    const again = { cookie: cookieOf(await app.signIn('Ana')), origin: ana.origin }
    for (const days of [0, 366, 1.5, '90', -1])
      expect(
        problemOf(await api(app, 'POST', '/tokens', again, { label: 'x', scope: 'read', days })),
      ).toBe('bad-request')
    expect(
      (await api(app, 'POST', '/tokens', again, { label: 'x', scope: 'read', days: 365 }))
        .statusCode,
    ).toBe(201)
  })

  test('makes neither tokens nor accounts nor passwords', async () => {
    const app = await openAccountApp()
    const root = await app.person('Root', 'admin')
    const { token } = (
      await api(app, 'POST', '/tokens', root, { label: 'x', scope: 'write' })
    ).json()
    for (const [path, body] of [
      ['/tokens', { label: 'y', scope: 'write' }],
      ['/users', { name: 'Ben', role: 'admin' }],
      ['/password', { current: PASSWORD, password: 'quite another sentence' }],
    ] as const)
      expect(problemOf(await api(app, 'POST', path, bearer(token), body))).toBe('forbidden')
    expect((await api(app, 'GET', '/audit', bearer(token))).statusCode).toBe(200)
  })

  test('sets no password in the place of an invitation', async () => {
    const app = await openAccountApp()
    const ana = await app.person('Ana', 'editor')
    const { token } = (
      await api(app, 'POST', '/tokens', ana, { label: 'x', scope: 'write' })
    ).json()
    const body = { token, password: 'quite another sentence' }
    expect((await api(app, 'POST', '/invitations/accept', {}, body)).statusCode).toBe(400)
    expect((await app.signIn('Ana')).statusCode).toBe(204)
  })

  test('follows its owner’s role at once', async () => {
    const app = await openAccountApp()
    const root = await app.person('Root', 'admin')
    const ana = await app.person('Ana', 'checker')
    const { token } = (await api(app, 'POST', '/tokens', ana, { label: 'x', scope: 'read' })).json()
    expect((await api(app, 'GET', '/audit', bearer(token))).statusCode).toBe(200)
    await api(app, 'PATCH', '/users/Ana', root, { role: 'editor' })
    expect((await api(app, 'GET', '/audit', bearer(token))).statusCode).toBe(403)
  })

  test('of somebody else is not there, except to an administrator', async () => {
    const app = await openAccountApp()
    const root = await app.person('Root', 'admin')
    const ana = await app.person('Ana', 'editor')
    const ben = await app.person('Ben', 'checker')
    const { id } = (await api(app, 'POST', '/tokens', ana, { label: 'x', scope: 'read' })).json()
    expect((await api(app, 'GET', '/tokens', ben)).json()).toEqual([])
    expect((await api(app, 'DELETE', `/tokens/${id}`, ben)).statusCode).toBe(404)
    expect((await api(app, 'DELETE', `/tokens/${id}`, root)).statusCode).toBe(204)
  })
})
