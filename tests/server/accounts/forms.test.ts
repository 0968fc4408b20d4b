import { addUser } from '@muster/server/accounts/invitations'
import { nextPath } from '@muster/server/accounts/next-path'
import { describe, expect, test } from 'vitest'
import { cookieOf, ORIGIN, openAccountApp, PASSWORD } from './account-app.ts'

describe('the way back after signing in', () => {
  test.each([
    '/',
    '/promises',
    '/promises?at=2026-01-01&area=NA,CE#table',
    '/a%2F%2Fb',
    '/?next=https://evil.test',
  ])('is %s', (path) => {
    expect(nextPath(path)).toBe(path)
  })

  test.each([
    undefined,
    '',
    'promises',
    'https://evil.test',
    'javascript:alert(1)',
    '//evil.test',
    '//evil.test/promises',
    '///evil.test',
    '/\\evil.test',
    '\\/evil.test',
    '/\t/evil.test',
    '/\n/evil.test',
    ' //evil.test',
    '/.//evil.test',
    '/..//evil.test',
    '/x/..//evil.test',
    '/%2e//evil.test',
    '/%2E%2e//evil.test',
    '/x\r\nset-cookie: a=b',
    '/é',
  ])('is the home page for %j', (path) => {
    expect(nextPath(path)).toBe('/')
  })
})

describe('the sign-in form', () => {
  test('sets the cookie and goes on to the page that was asked for', async () => {
    const app = await openAccountApp()
    await app.person('Ana', 'editor')
    const response = await app.form(
      '/sign-in',
      { name: 'Ana', password: PASSWORD, next: '/promises?at=2026-01-01' },
      { origin: ORIGIN },
    )
    expect([response.statusCode, response.headers.location]).toEqual([
      303,
      '/promises?at=2026-01-01',
    ])
    const session = await app.send({
      url: '/api/v1/session',
      headers: { cookie: cookieOf(response) },
    })
    expect(session.json()).toEqual({ name: 'Ana', role: 'editor' })
    expect(response.headers['set-cookie']).toMatch(/HttpOnly; SameSite=Lax$/)
    expect(response.headers['cache-control']).toBe('no-store')
  })

  test.each<[Record<string, string>, string]>([
    [{ name: 'Ana', password: 'a wrong password' }, '/sign-in?fault=not-right&next=%2Fx'],
    [{ name: 'Nobody', password: PASSWORD }, '/sign-in?fault=not-right&next=%2Fx'],
    [{ name: '', password: PASSWORD }, '/sign-in?fault=bad-entry&next=%2Fx'],
    [{ name: 'Ana', password: PASSWORD, role: 'admin' }, '/sign-in?fault=bad-entry&next=%2Fx'],
  ])('comes back with the fault for %j', async (fields, location) => {
    const app = await openAccountApp()
    await app.person('Ana', 'editor')
    const response = await app.form('/sign-in', { ...fields, next: '/x' })
    expect([response.statusCode, response.headers.location]).toEqual([303, location])
    expect(response.headers['set-cookie']).toBeUndefined()
  })

  test('leads to no other site, whether it succeeds or fails', async () => {
    const app = await openAccountApp()
    await app.person('Ana', 'editor')
    for (const next of ['https://evil.test', '//evil.test', '/\\evil.test', '/..//evil.test']) {
      const good = await app.form('/sign-in', { name: 'Ana', password: PASSWORD, next })
      expect(good.headers.location).toBe('/')
      const bad = await app.form('/sign-in', { name: 'Ana', password: 'a wrong one', next })
      expect(bad.headers.location).toBe('/sign-in?fault=not-right&next=%2F')
    }
  })

  test('reads forms of 4 kB at most and nothing but forms, while the API reads none', async () => {
    const app = await openAccountApp()
    await app.person('Ana', 'editor')
    expect((await app.form('/sign-in', { name: 'x'.repeat(5_000) })).statusCode).toBe(413)
    const json = await app.signIn('Ana', PASSWORD, { url: '/sign-in' })
    expect(json.statusCode).toBe(400)
    const form = await app.form('/api/v1/session', { name: 'Ana', password: PASSWORD })
    expect(form.statusCode).toBe(400)
    const twice = await app.send({
      method: 'POST',
      url: '/sign-in',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'name=Ana&name=Ben&password=x',
    })
    expect(twice.statusCode).toBe(400)
  })
})

describe('the invitation form', () => {
  test('sets the password and the cookie', async () => {
    const app = await openAccountApp()
    const token = addUser(app.store, 'Ana', 'editor', app.now()).split('#')[1] ?? ''
    const response = await app.form('/accept-invitation', { token, name: '', password: PASSWORD })
    expect([response.statusCode, response.headers.location]).toEqual([303, '/'])
    expect(cookieOf(response)).toMatch(/^muster_session=[\w-]{43}$/)
  })

  test.each([
    [{ password: 'short' }, 'bad-password'],
    [{ password: 'ana ana ana ana' }, 'bad-password'],
    [{ password: PASSWORD, name: 'Ben' }, 'bad-name'],
    [{}, 'bad-password'],
  ])('comes back for %j with the fault, and the link behind the #', async (fields, fault) => {
    const app = await openAccountApp()
    const token = addUser(app.store, 'Ana', 'editor', app.now()).split('#')[1] ?? ''
    const response = await app.form('/accept-invitation', { token, ...fields } as Record<
      string,
      string
    >)
    expect(response.headers.location).toBe(`/accept-invitation?fault=${fault}&next=%2F#${token}`)
  })

  test('puts nothing but a link into the address', async () => {
    const app = await openAccountApp()
    const response = await app.form('/accept-invitation', {
      token: 'x\r\nset-cookie: a=b',
      password: PASSWORD,
    })
    expect(response.headers.location).toBe('/accept-invitation?fault=bad-link&next=%2F')
    expect(response.headers['set-cookie']).toBeUndefined()
  })
})

test('the sign-out form ends the session and takes the cookie back', async () => {
  const app = await openAccountApp()
  const headers = await app.person('Ana', 'editor')
  const response = await app.form('/sign-out', { next: '//evil.test' }, headers)
  expect([response.statusCode, response.headers.location]).toEqual([303, '/'])
  expect(response.headers['set-cookie']).toMatch(/^muster_session=;.*Max-Age=0$/)
  expect((await app.send({ url: '/api/v1/session', headers })).statusCode).toBe(401)
  const bare = await app.send({ method: 'POST', url: '/sign-out' })
  expect([bare.statusCode, bare.headers.location]).toEqual([303, '/'])
})
