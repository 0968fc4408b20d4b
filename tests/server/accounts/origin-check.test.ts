import { describe, expect, test } from 'vitest'
import { ORIGIN, openAccountApp, PASSWORD, problemOf } from './account-app.ts'

type App = Awaited<ReturnType<typeof openAccountApp>>

const tokenOf = async (app: App, name: string, scope: 'read' | 'write') => {
  const headers = await app.person(name, 'editor')
  const payload = { label: 'x', scope }
  const made = await app.send({ method: 'POST', url: '/api/v1/tokens', headers, payload })
  return { authorization: `Bearer ${made.json().token}` }
}

describe('a request that changes something', () => {
  const post = (app: App, headers: Record<string, string>) =>
    app.send({ method: 'POST', url: '/api/v1/careless', headers })

  test.each<[string, Record<string, string>, number]>([
    ['our own origin', { origin: ORIGIN }, 200],
    ['our own origin with its default port', { origin: `${ORIGIN}:80` }, 200],
    ['our own page as referrer', { referer: `${ORIGIN}/promises?at=2026` }, 200],
    ['another origin', { origin: 'http://evil.test' }, 403],
    ['another port', { origin: `${ORIGIN}:4811` }, 403],
    ['another scheme', { origin: 'https://muster.test' }, 403],
    ['a subdomain', { origin: 'http://x.muster.test' }, 403],
    ['a name that begins like ours', { origin: `${ORIGIN}.evil.test` }, 403],
    ['our name as a user', { origin: `${ORIGIN}@evil.test` }, 403],
    ['the origin null', { origin: 'null' }, 403],
    ['an empty origin', { origin: '' }, 403],
    ['no word of where it comes from', {}, 403],
    ['another page as referrer', { referer: `http://evil.test/${ORIGIN}` }, 403],
    ['a foreign origin with our referrer', { origin: 'http://evil.test', referer: ORIGIN }, 403],
    ['Sec-Fetch-Site cross-site', { origin: ORIGIN, 'sec-fetch-site': 'cross-site' }, 403],
    ['Sec-Fetch-Site same-origin', { origin: ORIGIN, 'sec-fetch-site': 'same-origin' }, 200],
    [
      'a proxy header that is not trusted',
      { origin: 'https://muster.test', 'x-forwarded-proto': 'https' },
      403,
    ],
    [
      'a host header that is not trusted',
      { origin: 'http://evil.test', 'x-forwarded-host': 'evil.test' },
      403,
    ],
  ])('with a cookie from %s', async (_, headers, status) => {
    const app = await openAccountApp()
    const { cookie } = await app.person('Ana', 'editor')
    expect((await post(app, { cookie, ...headers })).statusCode).toBe(status)
  })

  test('counts as https behind a trusted proxy', async () => {
    const app = await openAccountApp({ trustProxy: 'loopback' })
    const { cookie } = await app.person('Ana', 'editor')
    const headers = { cookie, 'x-forwarded-proto': 'https' }
    expect((await post(app, { ...headers, origin: 'https://muster.test' })).statusCode).toBe(200)
    expect((await post(app, { ...headers, origin: 'http://muster.test' })).statusCode).toBe(403)
  })

  test('needs no origin with an API token, and a cookie beside it does not count', async () => {
    const app = await openAccountApp()
    const token = await tokenOf(app, 'Ana', 'write')
    const { cookie } = await app.person('Ben', 'admin')
    expect((await post(app, token)).statusCode).toBe(200)
    expect((await post(app, { ...token, origin: 'http://evil.test' })).statusCode).toBe(200)
    const forged = { cookie, authorization: 'Bearer mst_nothing', origin: 'http://evil.test' }
    expect((await post(app, forged)).statusCode).toBe(401)
  })

  test('is refused to nobody and to a token that reads, even where the route forgot to ask', async () => {
    const app = await openAccountApp()
    expect(problemOf(await post(app, {}))).toBe('unauthorized')
    expect(problemOf(await post(app, await tokenOf(app, 'Ana', 'read')))).toBe('forbidden')
  })

  test('cannot sign a visitor in from another site', async () => {
    const app = await openAccountApp()
    await app.person('Ana', 'editor')
    const headers = { origin: 'http://evil.test' }
    expect((await app.signIn('Ana', PASSWORD, { headers })).statusCode).toBe(403)
    expect(
      (await app.form('/sign-in', { name: 'Ana', password: PASSWORD }, headers)).statusCode,
    ).toBe(403)
    expect((await app.signIn('Ana')).statusCode).toBe(204)
  })

  test('does not sign a visitor out from another site', async () => {
    const app = await openAccountApp()
    const { cookie } = await app.person('Ana', 'editor')
    const headers = { cookie, origin: 'http://evil.test' }
    expect((await app.form('/sign-out', {}, headers)).statusCode).toBe(403)
    expect((await app.send({ url: '/api/v1/session', headers: { cookie } })).statusCode).toBe(200)
  })
})
