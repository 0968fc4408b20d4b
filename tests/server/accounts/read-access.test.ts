import { headersForPage } from '@muster/server/accounts/guard'
import { isPrivateAddress } from '@muster/shared/contract/endpoints'
import { describe, expect, test } from 'vitest'
import { cookieOf, openAccountApp, problemOf } from './account-app.ts'

type App = Awaited<ReturnType<typeof openAccountApp>>

const tokenOf = async (app: App, name: string, scope: 'read' | 'write') => {
  const headers = await app.person(name, 'editor')
  const payload = { label: 'x', scope }
  const made = await app.send({ method: 'POST', url: '/api/v1/tokens', headers, payload })
  return { authorization: `Bearer ${made.json().token}` }
}

describe('READ_ACCESS=signed-in', () => {
  const open = () => openAccountApp({ readAccess: 'signed-in' })

  test.each([
    '/api/v1/health',
    '/assets/app.js',
    '/sign-in',
    '/sign-in?next=%2F',
    '/accept-invitation',
  ])('leaves %s open', async (url) => {
    expect((await (await open()).send({ url })).statusCode).toBe(200)
  })

  test.each([
    '/api/v1/figures',
    '/api/v1/figures?x=1',
    '/api/v1/nothing',
    '/api',
    '/api/v1/session/../figures',
    '/api/v1/health/../figures',
    '/api/v1/users',
    '/api/v1/audit',
  ])('answers 401 to a stranger at %s', async (url) => {
    const app = await open()
    expect(problemOf(await app.send({ url }))).toBe('unauthorized')
    expect((await app.send({ method: 'HEAD', url })).statusCode).toBe(401)
    expect(app.made()).toBe(0)
  })

  test.each([
    '/',
    '/promises?at=2026-01-01',
    '/sign-in/x',
    '/sign-ins',
    '//sign-in',
    '/%73ign-in',
    '/assets',
  ])('sends a stranger from the page %s to sign in, and back to it afterwards', async (url) => {
    const app = await open()
    const response = await app.send({ url, headers: { accept: 'text/html' } })
    expect(response.statusCode).toBe(303)
    expect(response.headers.location).toBe(`/sign-in?next=${encodeURIComponent(url)}`)
    expect(response.headers['cache-control']).toBe('no-store')
    expect(app.made()).toBe(0)
  })

  test('is checked before the finished answers are asked', async () => {
    const app = await open()
    const headers = await app.person('Ana', 'reader')
    for (const url of ['/api/v1/figures', '/promises']) {
      const first = await app.send({ url, headers })
      expect(first.statusCode).toBe(200)
      expect(app.finished.get(url, '1')).toBeDefined()
      const etag = String(first.headers.etag)
      for (const also of [{}, { 'if-none-match': etag }, { authorization: 'Bearer mst_x' }])
        expect((await app.send({ url, headers: also })).body).not.toContain('figures"')
      expect((await app.send({ url, headers: { 'if-none-match': etag } })).statusCode).not.toBe(304)
      await app.send({ method: 'DELETE', url: '/api/v1/session', headers })
      expect((await app.send({ url, headers })).statusCode).not.toBe(200)
      headers.cookie = cookieOf(await app.signIn('Ana'))
    }
  })

  test('tells proxies not to share what was read', async () => {
    const app = await open()
    const headers = await app.person('Ana', 'reader')
    const response = await app.send({ url: '/api/v1/figures', headers })
    expect(response.headers['cache-control']).toBe('private, no-cache')
  })

  test('is satisfied by a token that reads', async () => {
    const app = await open()
    const token = await tokenOf(app, 'Ana', 'read')
    expect((await app.send({ url: '/api/v1/figures', headers: token })).statusCode).toBe(200)
  })

  test('asks for a page with the visitor’s own rights, but for an open page as a stranger', async () => {
    const app = await open()
    const headers = await app.person('Ana', 'reader')
    const asked: [string, object][] = []
    app.app.addHook('preHandler', async (request) => {
      asked.push([request.url, headersForPage(app.services, request)])
    })
    await app.send({ url: '/promises', headers })
    await app.send({ url: '/sign-in', headers })
    expect(asked).toEqual([
      ['/promises', { cookie: headers.cookie }],
      ['/sign-in', {}],
    ])
  })
})

test('READ_ACCESS=public lets everybody read and nobody see accounts', async () => {
  const app = await openAccountApp()
  expect((await app.send({ url: '/api/v1/figures' })).statusCode).toBe(200)
  expect((await app.send({ url: '/promises' })).statusCode).toBe(200)
  for (const path of ['session', 'users', 'tokens', 'audit'])
    expect((await app.send({ url: `/api/v1/${path}` })).statusCode).toBe(401)
})

test('no private answer is among the finished answers, and each of them is no-store', async () => {
  const app = await openAccountApp()
  const headers = await app.person('Root', 'admin')
  for (const url of [
    '/api/v1/session',
    '/api/v1/users',
    '/api/v1/tokens',
    '/api/v1/audit?by=Root',
  ]) {
    const response = await app.send({ url, headers })
    expect([response.statusCode, response.headers['cache-control']]).toEqual([200, 'no-store'])
    expect(app.finished.get(url, '1')).toBeUndefined()
    expect(isPrivateAddress(url)).toBe(true)
  }
  for (const url of ['/api/v1/review-drafts/2026-Q1', '/api/v1/imports/12/mapping'])
    expect(isPrivateAddress(url)).toBe(true)
  for (const url of [
    '/api/v1/series',
    '/api/v1/usersmith',
    '/api/v1/imports/12',
    '/api/v1/reviews',
    '/users',
    '/',
  ])
    expect(isPrivateAddress(url)).toBe(false)
})
