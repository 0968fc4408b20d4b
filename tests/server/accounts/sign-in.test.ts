import { addUser } from '@muster/server/accounts/invitations'
import { describe, expect, test } from 'vitest'
import { openAccountApp, PASSWORD, problemOf } from './account-app.ts'

const BAD = 'a wrong password'

describe('signing in', () => {
  test('answers 204 and a cookie that scripts cannot read and other sites do not send', async () => {
    const { signIn, person } = await openAccountApp()
    await person('Ana', 'editor')
    const response = await signIn('Ana')
    expect([response.statusCode, response.body]).toEqual([204, ''])
    expect(response.headers['set-cookie']).toMatch(
      /^muster_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/,
    )
    expect(response.headers['cache-control']).toBe('no-store')
  })

  test('takes the name in any case, but the password as it is', async () => {
    const { signIn, person } = await openAccountApp()
    await person('Zoë', 'editor')
    expect((await signIn('ZOË')).statusCode).toBe(204)
    expect((await signIn('Zoë', PASSWORD.toUpperCase())).statusCode).toBe(401)
  })

  test.each([
    ['http, no proxy trusted', '', {}, false],
    ['http, a proxy that is not trusted', '', { 'x-forwarded-proto': 'https' }, false],
    ['https by a trusted proxy', 'loopback', { 'x-forwarded-proto': 'https' }, true],
    ['http by a trusted proxy', 'loopback', { 'x-forwarded-proto': 'http' }, false],
    ['a proxy elsewhere', '10.0.0.1', { 'x-forwarded-proto': 'https' }, false],
  ])('marks the cookie Secure only for https: %s', async (_, trustProxy, headers, secure) => {
    const { signIn, person } = await openAccountApp(trustProxy === '' ? {} : { trustProxy })
    await person('Ana', 'editor')
    const response = await signIn('Ana', PASSWORD, { headers: headers as Record<string, string> })
    expect(String(response.headers['set-cookie']).endsWith('; Secure')).toBe(secure)
  })

  test('costs one hash and gives one answer for unknown, wrong, invited, disabled and locked', async () => {
    const { send, signIn, person, hashes, store } = await openAccountApp()
    const admin = await person('Root', 'admin')
    await person('Ana', 'editor')
    await person('Gone', 'editor')
    await person('Shut', 'editor')
    addUser(store, 'Invited', 'editor', '2026-11-22T09:00:00.000Z')
    await send({
      method: 'PATCH',
      url: '/api/v1/users/Gone',
      headers: admin,
      payload: { disabled: true },
    })
    for (let i = 0; i < 5; i += 1) await signIn('Shut', BAD)
    const answers = new Set<string>()
    for (const [name, password] of [
      ['Nobody', PASSWORD],
      ['Ana', BAD],
      ['Invited', PASSWORD],
      ['Gone', PASSWORD],
      ['Shut', PASSWORD],
    ]) {
      const before = hashes()
      const response = await signIn(name ?? '', password)
      expect([name, hashes() - before]).toEqual([name, 1])
      expect(response.headers['set-cookie']).toBeUndefined()
      answers.add(`${response.statusCode} ${response.body}`)
    }
    expect([...answers]).toHaveLength(1)
    expect([...answers][0]).toMatch(/^401 /)
  })

  test.each([
    [{}, ['/name', '/password']],
    [{ name: 'Ana' }, ['/password']],
    [{ name: 'Ana', password: '' }, ['/password']],
    [{ name: ['Ana'], password: PASSWORD }, ['/name']],
    [{ name: 'Ana', password: PASSWORD, role: 'admin' }, ['/role']],
    ['text', ['']],
  ])(
    'refuses %j and names the fault without repeating what was sent',
    async (payload, pointers) => {
      const { send } = await openAccountApp()
      const response = await send({
        method: 'POST',
        url: '/api/v1/session',
        headers: { 'content-type': 'application/json' },
        payload: JSON.stringify(payload),
      })
      expect(problemOf(response)).toBe('bad-request')
      expect(
        response.json<{ errors: { pointer: string }[] }>().errors.map((fault) => fault.pointer),
      ).toEqual(pointers)
      expect(response.body).not.toContain(PASSWORD)
    },
  )

  test('says of a missing field that it is needed', async () => {
    const { send } = await openAccountApp()
    const response = await send({
      method: 'POST',
      url: '/api/v1/session',
      payload: { name: 'Ana' },
    })
    expect(response.json().errors).toEqual([
      { pointer: '/password', detail: 'password is needed.' },
    ])
  })

  test('refuses a body over 4 kB', async () => {
    const { signIn } = await openAccountApp()
    expect(problemOf(await signIn('Ana', 'x'.repeat(5_000)))).toBe('too-large')
  })
})
