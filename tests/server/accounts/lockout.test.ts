import { makeAddressLimit } from '@muster/server/accounts/address-limit'
import { listUsers } from '@muster/server/accounts/users'
import { describe, expect, test } from 'vitest'
import { MINUTE, openAccountApp, PASSWORD, problemOf } from './account-app.ts'

const BAD = 'a wrong password'

describe('lockout', () => {
  test('waits 1, 2, 4 … at most 60 minutes after the fifth failure in a row', async () => {
    const { signIn, person, pass, store, services } = await openAccountApp()
    await person('Ana', 'editor')
    const waits: (number | null)[] = []
    for (let i = 0; i < 13; i += 1) {
      await signIn('Ana', BAD, { remoteAddress: `10.0.0.${i}` })
      const { lockedUntil = null } = listUsers(store.read, services.now())[0] ?? {}
      const wait =
        lockedUntil === null ? null : Date.parse(lockedUntil) - Date.parse(services.now())
      waits.push(wait === null ? null : wait / MINUTE)
      pass(wait ?? 0)
    }
    expect(waits).toEqual([null, null, null, null, 1, 2, 4, 8, 16, 32, 60, 60, 60])
  })

  test('refuses the right password until the wait is over, then takes it and starts anew', async () => {
    const { signIn, person, pass } = await openAccountApp()
    await person('Ana', 'editor')
    for (let i = 0; i < 5; i += 1) await signIn('Ana', BAD)
    expect((await signIn('Ana')).statusCode).toBe(401)
    pass(MINUTE - 1)
    expect((await signIn('Ana')).statusCode).toBe(401)
    pass(1)
    expect((await signIn('Ana')).statusCode).toBe(204)
    for (let i = 0; i < 4; i += 1) await signIn('Ana', BAD)
    expect((await signIn('Ana')).statusCode).toBe(204)
  })

  test('does not lengthen the wait by tries during it', async () => {
    const { signIn, person, pass } = await openAccountApp()
    await person('Ana', 'editor')
    for (let i = 0; i < 10; i += 1) await signIn('Ana', BAD)
    pass(MINUTE)
    expect((await signIn('Ana')).statusCode).toBe(204)
  })

  test('lets no right guess through behind five wrong ones sent at the same moment', async () => {
    const { signIn, person } = await openAccountApp()
    await person('Ana', 'editor')
    const guesses = [BAD, BAD, BAD, BAD, BAD, PASSWORD].map((guess) => signIn('Ana', guess))
    expect((await Promise.all(guesses)).map((response) => response.statusCode)).not.toContain(204)
  })

  test('is written down once, with no word of what was tried', async () => {
    const { send, signIn, person } = await openAccountApp()
    const headers = await person('Root', 'admin')
    await person('Ana', 'editor')
    for (let i = 0; i < 7; i += 1) await signIn('Ana', BAD)
    const log = await send({ url: '/api/v1/audit?action=lock', headers })
    expect(log.json().entries).toEqual([
      expect.objectContaining({
        by: '(sign-in)',
        subject: 'user:Ana',
        detail: { failures: 5, lockedUntil: '2026-11-22T09:01:00.000Z' },
      }),
    ])
    expect(log.body).not.toContain(BAD)
  })
})

describe('the limit by address', () => {
  test('stops the 21st failure of one address in ten minutes before any hash, and only there', async () => {
    const { signIn, person, hashes, pass } = await openAccountApp()
    await person('Ana', 'editor')
    const from = (remoteAddress: string) => ({ remoteAddress })
    for (let i = 0; i < 20; i += 1) await signIn(`Guess ${i}`, BAD, from('2001:db8::1'))
    const before = hashes()
    expect(problemOf(await signIn('Ana', PASSWORD, from('2001:db8::2')))).toBe('too-many-requests')
    expect(hashes()).toBe(before)
    expect((await signIn('Ana', PASSWORD, from('2001:db8:0:1::1'))).statusCode).toBe(204)
    pass(10 * MINUTE)
    expect((await signIn('Ana', PASSWORD, from('2001:db8::1'))).statusCode).toBe(204)
  })

  test('does not count successes', async () => {
    const { signIn, person } = await openAccountApp()
    await person('Ana', 'editor')
    for (let i = 0; i < 25; i += 1) expect((await signIn('Ana')).statusCode).toBe(204)
  })

  test('remembers no more addresses than it may', async () => {
    const limit = makeAddressLimit(100)
    for (let i = 0; i < 1_000; i += 1)
      limit.take(`10.0.${i >> 8}.${i & 255}`, '2026-11-22T09:00:00.000Z')
    expect(limit.size()).toBe(100)
  })
})
