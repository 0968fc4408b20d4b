import { makePasswords, refusePassword } from '@muster/server/accounts/passwords'
import { AcceptBody } from '@muster/shared/contract/account'
import { describe, expect, test } from 'vitest'

const COST = { ln: 12, r: 8, p: 1 }
const accepted = (password: string) => AcceptBody.safeParse({ token: 'x', password }).success

describe('a stored password', () => {
  test('carries its parameters and salt, and not the password', async () => {
    const { hash } = makePasswords(COST)
    const [first, second] = await Promise.all([hash('correct horse'), hash('correct horse')])
    expect(first).toMatch(/^\$scrypt\$ln=12,r=8,p=1\$[\w+/]{22}==\$[\w+/]{43}=$/)
    expect(first).not.toBe(second)
    expect(first).not.toContain('horse')
  })

  test('made at another cost is still recognised', async () => {
    const stored = await makePasswords({ ln: 10, r: 4, p: 2 }).hash('correct horse battery')
    const { matches } = makePasswords(COST)
    expect(await matches(stored, 'correct horse battery')).toBe(true)
    expect(await matches(stored, 'correct horse batterY')).toBe(false)
  })

  test('is the same however its accents were typed', async () => {
    const { hash, matches } = makePasswords(COST)
    expect(
      await matches(await hash('caf\u00e9 caf\u00e9 caf\u00e9'), 'cafe\u0301 '.repeat(3).trim()),
    ).toBe(true)
  })

  test('that is not there matches nothing', async () => {
    const { matches } = makePasswords(COST)
    expect(await matches(null, 'correct horse battery')).toBe(false)
  })

  test('is made with 64 MB by default, which Node allows, off the event loop', async () => {
    let ticks = 0
    const timer = setInterval(() => {
      ticks += 1
    }, 5)
    const stored = await makePasswords().hash('correct horse battery')
    clearInterval(timer)
    expect(stored).toMatch(/^\$scrypt\$ln=16,r=8,p=2\$/)
    expect(ticks).toBeGreaterThan(3)
  })

  test('is never made beside another one, and a crowd is sent away', async () => {
    let running = 0
    let most = 0
    const { hash } = makePasswords(COST, async () => {
      running += 1
      most = Math.max(most, running)
      await new Promise((resolve) => setTimeout(resolve, 1))
      running -= 1
      return Buffer.alloc(32)
    })
    const results = await Promise.allSettled(Array.from({ length: 30 }, () => hash('x')))
    expect(most).toBe(1)
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(10)
    expect(await hash('x')).toMatch(/^\$scrypt/)
  })

  test('whose making failed does not stop the next', async () => {
    let calls = 0
    const { hash } = makePasswords(COST, async () => {
      calls += 1
      if (calls === 1) throw new Error('out of memory')
      return Buffer.alloc(32)
    })
    await expect(hash('x')).rejects.toThrow('out of memory')
    expect(await hash('x')).toMatch(/^\$scrypt/)
  })
})

describe('a new password', () => {
  test.each([
    ['eleven chars', '12345678901', false],
    ['twelve of one letter', 'aaaaaaaaaaaa', true],
    ['twelve digits', '123456789012', true],
    ['twelve with spaces', 'a b c d e f ', true],
    ['eleven emoji, though 22 code units', '🐎'.repeat(11), false],
    ['twelve emoji', '🐎'.repeat(12), true],
    ['256', 'x'.repeat(256), true],
    ['257', 'x'.repeat(257), false],
  ])('is judged by its length alone: %s', (_, password, expected) => {
    expect(accepted(password)).toBe(expected)
  })

  test.each([
    ['Ana Okafor', 'my ana okafor 1', true],
    ['Zoë', 'ZOEZOËZOEZOË', true],
    ['Al', 'always and always', false],
    ['Ana Okafor', 'correct horse', false],
  ])('of %s may not hold the name: %s', (name, password, refused) => {
    const check = () => refusePassword(password, name)
    if (refused) expect(check).toThrow(/must not contain your name/)
    else expect(check).not.toThrow()
  })
})
