/** Which promises of the shipped ledger a view of the register shows. */
import { isWanted, yearsOf } from '@muster/client/features/promises/filter'
import type { Ledger } from '@muster/shared/contract/ledger'
import { type ViewOf, viewOf } from '@muster/shared/view/view'
import { describe, expect, test } from 'vitest'
import { openTestApp } from '../support/app.ts'

const { json } = await openTestApp()
const { promises } = await json<Ledger>('/ledger')

const shown = (view: Partial<ViewOf<'promises'>>) =>
  promises.filter((promise) => isWanted(viewOf('promises', view), promise))

describe('a view of the register', () => {
  test('that chooses nothing shows every promise', () => {
    expect(shown({})).toHaveLength(promises.length)
  })

  test('shows each promise under exactly one status', () => {
    const statuses = [...new Set(promises.map(({ status }) => status))]
    const counted = statuses.map((status) => shown({ status }).length)
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(promises.length)
    expect(statuses.length).toBeGreaterThan(1)
  })

  test('finds who made a promise by name, by role or by body, in any case', () => {
    const [some] = promises.filter(({ role, body }) => role !== '' && body !== '')
    for (const maker of [some?.madeBy, some?.role, some?.body])
      expect(shown({ maker: maker?.toUpperCase() ?? null })).toContain(some)
  })

  test('wants every word of a text, in any order and wherever it stands', () => {
    const found = shown({ text: 'ward officers' })
    expect(found.length).toBeGreaterThan(0)
    expect(shown({ text: 'officers  ward' })).toEqual(found)
    expect(shown({ text: 'ward officers zzz' })).toEqual([])
  })

  test('narrows by every choice at once', () => {
    const year = yearsOf(promises)[0] ?? null
    const both = shown({ year, kind: 'undertaking' })
    expect(both).toEqual(shown({ year }).filter(({ kind }) => kind === 'undertaking'))
  })
})

test('the years of promises stand once each, the newest first, and none that is unknown', () => {
  const dated = (published: string) => ({ ...promises[0], published }) as (typeof promises)[number]
  expect(yearsOf([dated('2016-05-01'), dated('2023-01'), dated(''), dated('2016-09-01')])).toEqual([
    '2023',
    '2016',
  ])
})
