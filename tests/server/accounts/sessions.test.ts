import { credential } from '@muster/server/platform/db/schema'
import { describe, expect, test } from 'vitest'
import { cookieOf, DAY, HOUR, openAccountApp, PASSWORD, problemOf } from './account-app.ts'

const BAD = 'a wrong password'

describe('a session', () => {
  const whoIs = (app: Awaited<ReturnType<typeof openAccountApp>>, cookie: string) =>
    app.send({ url: '/api/v1/session', headers: { cookie } })

  test('tells name and role, and nobody 401', async () => {
    const app = await openAccountApp()
    await app.person('Ana', 'checker')
    const cookie = cookieOf(await app.signIn('ana'))
    expect((await whoIs(app, cookie)).json()).toEqual({ name: 'Ana', role: 'checker' })
    for (const none of ['', 'muster_session=', `muster_session=${'A'.repeat(43)}`])
      expect(problemOf(await whoIs(app, none))).toBe('unauthorized')
  })

  test('ends after 12 idle hours', async () => {
    const app = await openAccountApp()
    const { cookie } = await app.person('Ana', 'editor')
    app.pass(12 * HOUR - 1)
    expect((await whoIs(app, cookie)).statusCode).toBe(200)
    app.pass(12 * HOUR - 1)
    expect((await whoIs(app, cookie)).statusCode).toBe(200)
    app.pass(12 * HOUR)
    expect((await whoIs(app, cookie)).statusCode).toBe(401)
  })

  test('ends after 7 days, however much it is used', async () => {
    const app = await openAccountApp()
    const { cookie } = await app.person('Ana', 'editor')
    for (let hours = 6; hours < 7 * 24; hours += 6) {
      app.pass(6 * HOUR)
      expect((await whoIs(app, cookie)).statusCode).toBe(200)
    }
    app.pass(6 * HOUR)
    expect((await whoIs(app, cookie)).statusCode).toBe(401)
  })

  test('is over for good after sign-out, and its cookie is taken back', async () => {
    const app = await openAccountApp()
    const headers = await app.person('Ana', 'editor')
    const out = await app.send({ method: 'DELETE', url: '/api/v1/session', headers })
    expect(out.statusCode).toBe(204)
    expect(out.headers['set-cookie']).toMatch(/^muster_session=;.*Max-Age=0$/)
    expect((await whoIs(app, headers.cookie)).statusCode).toBe(401)
  })

  test('is a new secret each time, and the database holds none of them', async () => {
    const app = await openAccountApp()
    await app.person('Ana', 'editor')
    const cookies = [cookieOf(await app.signIn('Ana')), cookieOf(await app.signIn('Ana'))]
    expect(new Set(cookies).size).toBe(2)
    const rows = JSON.stringify(app.store.read.select().from(credential).all())
    for (const cookie of cookies) expect(rows).not.toContain(cookie.split('=')[1])
  })

  test.each([{ role: 'reader' }, { disabled: true }])(
    'ends with %j, in every browser',
    async (payload) => {
      const app = await openAccountApp()
      const headers = await app.person('Root', 'admin')
      const first = await app.person('Ana', 'editor')
      const second = cookieOf(await app.signIn('Ana'))
      await app.send({ method: 'PATCH', url: '/api/v1/users/Ana', headers, payload })
      for (const cookie of [first.cookie, second])
        expect((await whoIs(app, cookie)).statusCode).toBe(401)
      expect((await whoIs(app, headers.cookie)).statusCode).toBe(200)
    },
  )

  test('ends everywhere when the password changes, but for the new one of the browser that did it', async () => {
    const app = await openAccountApp()
    const headers = await app.person('Ana', 'editor')
    const other = cookieOf(await app.signIn('Ana'))
    const changed = await app.send({
      method: 'POST',
      url: '/api/v1/password',
      headers,
      payload: { current: PASSWORD, password: 'quite another sentence' },
    })
    expect(changed.statusCode).toBe(204)
    for (const cookie of [headers.cookie, other])
      expect((await whoIs(app, cookie)).statusCode).toBe(401)
    expect((await whoIs(app, cookieOf(changed))).statusCode).toBe(200)
    expect((await app.signIn('Ana')).statusCode).toBe(401)
    expect((await app.signIn('Ana', 'quite another sentence')).statusCode).toBe(204)
  })

  test('does not change the password without the current one, and counts such tries', async () => {
    const app = await openAccountApp()
    const headers = await app.person('Ana', 'editor')
    const change = (current: string) =>
      app.send({
        method: 'POST',
        url: '/api/v1/password',
        headers,
        payload: { current, password: 'quite another sentence' },
      })
    for (let i = 0; i < 5; i += 1) expect(problemOf(await change(BAD))).toBe('forbidden')
    expect(problemOf(await change(PASSWORD))).toBe('forbidden')
    app.pass(DAY / 24)
    expect((await change(PASSWORD)).statusCode).toBe(204)
  })
})
