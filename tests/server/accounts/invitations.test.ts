import { addUser, firstInvitation } from '@muster/server/accounts/invitations'
import { audit, credential, user } from '@muster/server/platform/db/schema'
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

describe('the first administrator', () => {
  test('gets a link at the first start, chooses a name, and is signed in', async () => {
    const app = await openAccountApp()
    const link = firstInvitation(app.store, app.now()) ?? ''
    expect(link).toMatch(/^\/accept-invitation#msi_[\w-]{43}$/)
    const response = await accept(app, link, { name: 'Ana' })
    expect(response.statusCode).toBe(204)
    const session = await api(app, 'GET', '/session', { cookie: cookieOf(response) })
    expect(session.json()).toEqual({ name: 'Ana', role: 'admin' })
    expect(firstInvitation(app.store, app.now())).toBeNull()
  })

  test('gets another link at the next start, and then only that one works', async () => {
    const app = await openAccountApp()
    const first = firstInvitation(app.store, app.now()) ?? ''
    const second = firstInvitation(app.store, app.now()) ?? ''
    expect(app.store.read.select().from(user).all()).toHaveLength(1)
    expect((await accept(app, first)).statusCode).toBe(400)
    expect((await accept(app, second)).statusCode).toBe(204)
  })

  test('is not made when the command line has added somebody', async () => {
    const app = await openAccountApp()
    const link = addUser(app.store, 'admin', 'admin', app.now())
    expect(firstInvitation(app.store, app.now())).toBeNull()
    expect((await accept(app, link)).statusCode).toBe(204)
  })
})

describe('an invitation', () => {
  test('works once, within 24 hours, and is nowhere in the database', async () => {
    const app = await openAccountApp()
    const link = addUser(app.store, 'Ana', 'editor', app.now())
    const rows = JSON.stringify([
      app.store.read.select().from(credential).all(),
      app.store.read.select().from(audit).all(),
    ])
    expect(rows).not.toContain(link.split('#')[1])
    app.pass(DAY - 1)
    expect((await accept(app, link)).statusCode).toBe(204)
    expect(problemOf(await accept(app, link))).toBe('bad-request')
  })

  test('is over after 24 hours, and a made-up one costs no hash', async () => {
    const app = await openAccountApp()
    const link = addUser(app.store, 'Ana', 'editor', app.now())
    app.pass(DAY)
    expect(problemOf(await accept(app, link))).toBe('bad-request')
    expect(problemOf(await accept(app, '#msi_nothing'))).toBe('bad-request')
    expect(app.hashes()).toBe(0)
  })

  test('taken up twice at the same moment sets one password', async () => {
    const app = await openAccountApp()
    const link = addUser(app.store, 'Ana', 'editor', app.now())
    const both = await Promise.all([
      accept(app, link),
      accept(app, link, { password: 'quite another sentence' }),
    ])
    expect(both.map((response) => response.statusCode).sort()).toEqual([204, 400])
  })

  test('is for one name, which an invited person does not choose', async () => {
    const app = await openAccountApp()
    const link = addUser(app.store, 'Ana', 'editor', app.now())
    const response = await accept(app, link, { name: 'Ben' })
    expect(response.json().errors).toEqual([
      { pointer: '/name', detail: 'This invitation is for “Ana”.' },
    ])
    expect((await accept(app, link, { name: 'Ana' })).statusCode).toBe(204)
  })

  test.each([
    ['short', 'a password needs at least 12'],
    ['ana ana ana ana', 'must not contain your name'],
  ])('is not used up by the refused password “%s”', async (password, sentence) => {
    const app = await openAccountApp()
    const link = addUser(app.store, 'Ana', 'editor', app.now())
    const response = await accept(app, link, { password })
    expect(response.json().errors[0].pointer).toBe('/password')
    expect(response.json().detail.toLowerCase()).toContain(sentence)
    expect(response.body).not.toContain(password === 'short' ? '“short”' : password)
    expect((await accept(app, link)).statusCode).toBe(204)
  })

  test('renewed for a forgotten password unlocks, replaces it and ends the sessions', async () => {
    const app = await openAccountApp()
    const admin = await app.person('Root', 'admin')
    const old = await app.person('Ana', 'editor')
    for (let i = 0; i < 5; i += 1) await app.signIn('Ana', 'a wrong password')
    const { link } = (await api(app, 'POST', '/users/Ana/invitation', admin)).json()
    expect((await api(app, 'GET', '/session', old)).statusCode).toBe(200)
    expect((await accept(app, link, { password: 'quite another sentence' })).statusCode).toBe(204)
    expect((await api(app, 'GET', '/session', old)).statusCode).toBe(401)
    expect((await app.signIn('Ana', 'quite another sentence')).statusCode).toBe(204)
  })

  test('is no session and no API token', async () => {
    const app = await openAccountApp()
    const secret = addUser(app.store, 'Ana', 'editor', app.now()).split('#')[1] ?? ''
    for (const headers of [
      { authorization: `Bearer ${secret}` },
      { cookie: `muster_session=${secret}` },
      { cookie: `muster_session=${secret.slice(4)}` },
    ])
      expect((await api(app, 'GET', '/session', headers)).statusCode).toBe(401)
  })
})

describe('user add on the command line', () => {
  test.each([
    ['Ana', 'owner', /is not a role/],
    ['', 'editor', /2 to 60/],
    ['(system)', 'editor', /2 to 60/],
    ['Ana\nBen', 'editor', /2 to 60/],
    ['ANA  OKAFOR', 'editor', /already/],
  ])('refuses %j as %s', async (name, role, sentence) => {
    const { store, now } = await openAccountApp()
    addUser(store, 'Ana Okafor', 'editor', now())
    expect(() => addUser(store, name, role, now())).toThrow(sentence)
  })
})
