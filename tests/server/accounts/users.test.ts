import { describe, expect, test } from 'vitest'
import { openAccountApp, PASSWORD, problemOf } from './account-app.ts'

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

describe('users', () => {
  test('are invited, listed and changed by an administrator', async () => {
    const app = await openAccountApp()
    const admin = await app.person('Root', 'admin')
    const invited = await api(app, 'POST', '/users', admin, { name: 'Ana', role: 'editor' })
    expect(invited.statusCode).toBe(201)
    expect(invited.json()).toMatchObject({
      name: 'Ana',
      role: 'editor',
      expiresAt: '2026-11-23T09:00:00.000Z',
    })
    const changed = await api(app, 'PATCH', '/users/ana', admin, { role: 'checker' })
    expect(changed.json()).toEqual({
      name: 'Ana',
      version: expect.stringMatching(/^[0-9a-f]{16}$/),
      role: 'checker',
      createdAt: '2026-11-22T09:00:00.000Z',
      invited: true,
      disabled: false,
      lockedUntil: null,
    })
    const list = await api(app, 'GET', '/users', admin)
    expect(list.json().map((row: { name: string }) => row.name)).toEqual(['Ana', 'Root'])
  })

  test.each<[object, string]>([
    [{ name: 'root', role: 'editor' }, '/name'],
    [{ name: 'Ana', role: 'owner' }, '/role'],
    [{ name: 'Ana' }, '/role'],
    [{ name: 'Ana', role: 'editor', password: PASSWORD }, '/password'],
    [{ name: '<b>', role: 'editor' }, '/name'],
  ])('are not added from %j', async (payload, pointer) => {
    const app = await openAccountApp()
    const admin = await app.person('Root', 'admin')
    const response = await api(app, 'POST', '/users', admin, payload)
    expect(problemOf(response)).toBe('bad-request')
    expect(response.json().errors[0].pointer).toBe(pointer)
  })

  test('always include an administrator who can sign in', async () => {
    const app = await openAccountApp()
    const admin = await app.person('Root', 'admin')
    await api(app, 'POST', '/users', admin, { name: 'Second', role: 'admin' })
    for (const change of [{ role: 'checker' }, { disabled: true }])
      expect((await api(app, 'PATCH', '/users/Root', admin, change)).json().detail).toMatch(
        /last admin/,
      )
    await app.person('Off', 'admin')
    await api(app, 'PATCH', '/users/Off', admin, { disabled: true })
    expect((await api(app, 'PATCH', '/users/Root', admin, { disabled: true })).statusCode).toBe(400)
    await app.person('Third', 'admin')
    expect((await api(app, 'PATCH', '/users/Root', admin, { role: 'checker' })).statusCode).toBe(
      200,
    )
  })

  test('that are disabled lose sessions, tokens and links, and get them back only anew', async () => {
    const app = await openAccountApp()
    const admin = await app.person('Root', 'admin')
    const ana = await app.person('Ana', 'editor')
    const { token } = (
      await api(app, 'POST', '/tokens', ana, { label: 'x', scope: 'write' })
    ).json()
    const { link } = (await api(app, 'POST', '/users/Ana/invitation', admin)).json()
    await api(app, 'PATCH', '/users/Ana', admin, { disabled: true })
    expect((await app.signIn('Ana')).statusCode).toBe(401)
    expect((await api(app, 'POST', '/users/Ana/invitation', admin)).statusCode).toBe(400)
    await api(app, 'PATCH', '/users/Ana', admin, { disabled: false })
    for (const headers of [ana, { authorization: `Bearer ${token}` }])
      expect((await api(app, 'GET', '/session', headers)).statusCode).toBe(401)
    expect((await accept(app, link)).statusCode).toBe(400)
    expect((await app.signIn('Ana')).statusCode).toBe(204)
  })

  test('that are unknown answer 404, an empty change 400', async () => {
    const app = await openAccountApp()
    const admin = await app.person('Root', 'admin')
    expect(problemOf(await api(app, 'PATCH', '/users/Nobody', admin, { disabled: true }))).toBe(
      'not-found',
    )
    expect(problemOf(await api(app, 'POST', '/users/Nobody/invitation', admin))).toBe('not-found')
    expect(problemOf(await api(app, 'PATCH', '/users/Root', admin, {}))).toBe('bad-request')
  })

  test.each(['reader', 'editor', 'checker'] as const)('are not managed by a %s', async (role) => {
    const app = await openAccountApp()
    const headers = await app.person('Ana', role)
    for (const response of [
      await api(app, 'GET', '/users', headers),
      await api(app, 'POST', '/users', headers, { name: 'Ben', role: 'admin' }),
      await api(app, 'PATCH', '/users/Ana', headers, { role: 'admin' }),
      await api(app, 'POST', '/users/Ana/invitation', headers),
    ])
      expect(problemOf(response)).toBe('forbidden')
  })
})
