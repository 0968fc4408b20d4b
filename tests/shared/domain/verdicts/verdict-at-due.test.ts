import { describe, expect, test } from 'vitest'
import {
  evidence,
  HARINGEY_WARDS,
  judged,
  monthEnds,
  monthly,
  point,
} from '../../../support/promise-cases.ts'

describe('by a date, once it is due', () => {
  const due = { due: '2024-03-31' }

  test('a value equal to the target keeps it, one hundredth less breaks it', () => {
    expect(judged('2024-06-30', [point('2024-03-31', 1000)], due)).toMatchObject({
      status: 'kept',
      rule: 'met-by-due',
      since: '2024-03-31',
      metOn: '2024-03-31',
      gap: 0,
      tolerance: 0,
    })
    expect(judged('2024-06-30', [point('2024-03-31', 999.99)], due)).toMatchObject({
      status: 'broken',
      gap: -0.01,
    })
  })

  test('at most is the mirror of at least', () => {
    const atMost = { ...due, direction: 'at_most' } as const
    const at = (value: number) => judged('2024-06-30', [point('2024-03', value)], atMost)
    expect(at(1000).status).toBe('kept')
    expect(at(999).status).toBe('kept')
    expect(at(1001)).toMatchObject({ status: 'broken', gap: 1 })
  })

  test('exactly is broken on either side when due', () => {
    const exactly = { ...due, direction: 'exactly' } as const
    const at = (value: number) => judged('2024-06-30', [point('2024-03', value)], exactly).status
    expect([at(999), at(1000), at(1001)]).toEqual(['broken', 'kept', 'broken'])
  })

  test('a month equal to the due month decides, whichever of the two is the shorter', () => {
    for (const [date, dueDate] of [
      ['2024-03', '2024-03-31'],
      ['2024-03', '2024-03-15'],
      ['2024-03', '2024-03'],
      ['2024-03-31', '2024-03'],
      ['2024', '2024'],
    ] as const)
      expect(judged('2024-12-31', [point(date, 1000)], { due: dueDate }).rule).toBe('met-by-due')
  })

  test('a day inside the due month comes before a due date that is the month', () => {
    expect(judged('2024-09-30', [point('2024-03-15', 1000)], { due: '2024-03' }).rule).toBe(
      'no-value-at-due',
    )
  })

  test('the first value at or after the due date decides, not the one before or the best', () => {
    const points = monthly('2024-02', [1200, 999, 1100])
    expect(judged('2024-03-31', points, due)).toMatchObject({
      status: 'broken',
      rule: 'missed-at-due',
      gap: -1,
    })
  })

  test('it decides on the due date itself, by a value dated that day', () => {
    expect(judged('2024-03-30', monthEnds('2024-02', [1200, 999]), due).rule).toBe('already-met')
    expect(judged('2024-03-31', monthEnds('2024-02', [1200, 999]), due).rule).toBe('missed-at-due')
  })

  test('met later is broken all the same, and says when', () => {
    const points = monthly('2024-03', [990, 995, 1000, 1010, 980])
    const verdict = judged('2024-12-31', points, due)
    expect(verdict).toMatchObject({
      status: 'broken',
      rule: 'met-late',
      since: '2024-03',
      metOn: '2024-05',
      gap: -10,
      now: { value: 990 },
    })
    expect(verdict.arithmetic.at(-1)).toMatchObject({
      role: 'first-met',
      value: 1000,
      date: '2024-05',
    })
    expect(judged('2024-04-30', points, due)).toMatchObject({ rule: 'missed-at-due', metOn: null })
  })

  test('a value before the due date is no late fulfilment', () => {
    expect(judged('2024-06-30', monthly('2024-02', [1100, 990]), due).rule).toBe('missed-at-due')
  })

  test('a late value is held against the wards of its own date', () => {
    const points = monthly('2022-03', [37, 37, 40, 42])
    const verdict = judged(
      '2022-07-31',
      points,
      { targetKind: 'per_ward', target: 2, due: '2022-03' },
      { evidence: evidence(points, { wards: HARINGEY_WARDS }) },
    )
    expect(verdict).toMatchObject({ rule: 'met-late', metOn: '2022-06', target: 38, gap: -1 })
  })

  test('the value must lie within one publication period of the due date', () => {
    const within = (date: string, dueDate: string, cadenceMonths: number) =>
      judged(
        '2026-12-31',
        [point(date, 1000)],
        { due: dueDate },
        {
          evidence: evidence([point(date, 1000)], { cadenceMonths }),
        },
      ).rule
    expect(within('2024-04-30', '2024-03-31', 1)).toBe('met-by-due')
    expect(within('2024-05-01', '2024-03-31', 1)).toBe('first-value-after-due-too-late')
    expect(within('2024-01-25', '2023-12-25', 1)).toBe('met-by-due')
    expect(within('2024-01-26', '2023-12-25', 1)).toBe('first-value-after-due-too-late')
    expect(within('2024-02-29', '2024-01-31', 1)).toBe('met-by-due')
    expect(within('2024-02-29', '2024-01-30', 1)).toBe('met-by-due')
    expect(within('2024-03-31', '2024-02-29', 1)).toBe('met-by-due')
    expect(within('2024-06-30', '2024-03-31', 3)).toBe('met-by-due')
    expect(within('2024-07-01', '2024-03-31', 3)).toBe('first-value-after-due-too-late')
    expect(within('2025-03-31', '2024-03-31', 12)).toBe('met-by-due')
    expect(within('2025-04-01', '2024-03-31', 12)).toBe('first-value-after-due-too-late')
    expect(within('2024-04-30', '2024-03-31', 0)).toBe('met-by-due')
    expect(within('2024-05-01', '2024-03-31', 0)).toBe('first-value-after-due-too-late')
  })

  test('it is too early until a period and the usual delay have passed', () => {
    const points = monthly('2024-01', [990, 991])
    expect(judged('2024-03-31', points, due)).toMatchObject({
      status: 'cannot-be-checked',
      reason: 'too-early',
      rule: 'too-early',
      since: '2024-03-31',
    })
    expect(judged('2024-05-30', points, due).reason).toBe('too-early')
    expect(judged('2024-05-31', points, due)).toMatchObject({
      status: 'cannot-be-checked',
      reason: 'figures-late',
      rule: 'no-value-at-due',
      since: '2024-02',
      latest: { value: 991 },
    })
  })

  test('a month after the 30th of January is the 29th of February, not the 30th', () => {
    const points = monthly('2023-11', [990, 991])
    expect(judged('2024-03-30', points, { due: '2024-01-30' }).rule).toBe('too-early')
    expect(judged('2024-03-31', points, { due: '2024-01-30' }).rule).toBe('no-value-at-due')
  })

  test('a value that the publisher left out at the due date is named as such', () => {
    const points = monthly('2024-02', [990, null, null, 1000])
    expect(judged('2024-06-30', points, due)).toMatchObject({
      reason: 'not-published-for-this-area',
      rule: 'missing-at-due',
      since: '2024-03-31',
    })
    const unverified = points.map((it) =>
      it.value === null ? { ...it, trust: 'unverified' as const } : it,
    )
    expect(judged('2024-06-30', unverified, due).rule).toBe('first-value-after-due-too-late')
  })

  test('a missing value at the due date lets the next within the period decide', () => {
    expect(judged('2024-06-30', monthly('2024-03', [null, 1000]), due)).toMatchObject({
      status: 'kept',
      metOn: '2024-04',
    })
  })

  test('a series that never had a value for the area was not published for it', () => {
    expect(judged('2024-06-30', monthly('2023-01', [null, null]), due)).toMatchObject({
      reason: 'not-published-for-this-area',
      rule: 'not-published',
      since: '2024-03-31',
    })
  })
})
