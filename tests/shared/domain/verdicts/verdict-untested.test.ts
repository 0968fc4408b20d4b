import type { Reading } from '@muster/shared/domain/verdicts/promise'
import { describe, expect, test } from 'vitest'
import { judged, monthly, point } from '../../../support/promise-cases.ts'

const because = (why: NonNullable<Reading['untested']>['why']): Pick<Reading, 'untested'> => ({
  untested: { why, where: '', source: null },
})

describe('why nothing here tests it', () => {
  const due = { due: '2024-03-31' }
  const none = { evidence: null }

  test('is what the register says: not published, not loaded or not found', () => {
    expect(judged('2025-06-30', [], { ...due, ...because('not-published') }, none)).toMatchObject({
      reason: 'not-published-for-this-area',
      rule: 'not-published',
    })
    expect(judged('2025-06-30', [], { ...due, ...because('not-loaded') }, none)).toMatchObject({
      reason: 'not-loaded',
      rule: 'not-loaded',
    })
    expect(judged('2025-06-30', [], { ...due, ...because('not-found') }, none)).toMatchObject({
      reason: 'not-found',
      rule: 'no-series',
    })
    expect(judged('2025-06-30', [], due, none)).toMatchObject({ reason: 'not-found' })
  })

  test('is said too where the series here ends too soon, begins too late or has a hole', () => {
    const hold = { mode: 'throughout', start: '2024-01', due: '2024-06' } as const
    const silent: [readonly ReturnType<typeof point>[], Partial<Reading>, string][] = [
      [monthly('2023-01', [1]), due, 'no-value-at-due'],
      [monthly('2024-09', [1]), due, 'first-value-after-due-too-late'],
      [monthly('2024-09', [1]), hold, 'series-starts-later'],
      [monthly('2024-01', [1000]), hold, 'hole-figures-late'],
      [monthly('2023-01', [1]), { due: '2030-12' }, 'series-too-old'],
    ]
    for (const [points, reading, rule] of silent) {
      expect(judged('2025-06-30', points, reading).rule).toBe(rule)
      const told = (why: NonNullable<Reading['untested']>['why']) =>
        judged('2025-06-30', points, { ...reading, ...because(why) })
      expect(told('not-loaded').rule).toBe('not-loaded')
      expect(told('not-found')).toMatchObject({ rule: 'no-figure-then', reason: 'not-found' })
    }
  })

  test('says of a value that may be on its way only that it is published, never that it is not found', () => {
    const points = monthly('2024-01', [1])
    expect(judged('2024-04-15', points, due).rule).toBe('too-early')
    expect(judged('2024-04-15', points, { ...due, ...because('not-found') }).rule).toBe('too-early')
    expect(judged('2024-04-15', points, { ...due, ...because('not-loaded') }).rule).toBe(
      'not-loaded',
    )
  })

  test('never hides a verdict, nor unclear words', () => {
    const points = monthly('2024-03', [1000])
    for (const why of ['not-published', 'not-loaded', 'not-found'] as const) {
      expect(judged('2025-06-30', points, { ...due, ...because(why) }).rule).toBe('met-by-due')
      expect(judged('2025-06-30', points, { target: null, ...because(why) }).rule).toBe(
        'wording-lacks',
      )
    }
  })
})

test('nothing is unknown of a promise before it was made', () => {
  const old = judged('2025-06-30', monthly('2022-01', [1]), { due: '2030-12' })
  expect(old).toMatchObject({ rule: 'series-too-old', since: '2023-01-31' })
})

test('an unverified value outside the time in question decides nothing and hides no reason', () => {
  const doubtful = (date: string) => [point(date, 366, { trust: 'unverified' })]
  const due = { due: '2024-03-31' }
  expect(judged('2025-06-30', doubtful('2023-09-30'), due).rule).toBe('no-value-at-due')
  expect(judged('2025-06-30', doubtful('2024-03-31'), due).rule).toBe('only-unverified')
  expect(judged('2025-06-30', doubtful('2024-09-30'), due).rule).toBe(
    'first-value-after-due-too-late',
  )
})
