import { Verdict } from '@muster/shared/domain/verdicts/verdict'
import { describe, expect, test } from 'vitest'
import { evidence, judged, lifecycle, monthly, point } from '../../../support/promise-cases.ts'

describe('throughout', () => {
  const HOLD = { mode: 'throughout', start: '2024-01', due: '2024-06-30' } as const
  const FULL = [1000, 1001, 1002, 1003, 1004, 1000]

  test('every expected value at or above the target and the period over: kept', () => {
    expect(judged('2024-06-30', monthly('2024-01', FULL), HOLD)).toMatchObject({
      status: 'kept',
      rule: 'throughout-kept',
      since: '2024-06-30',
      metOn: '2024-06',
      missed: null,
      gap: 0,
      tolerance: 0,
    })
  })

  test('one value below breaks it, and all that are below are counted', () => {
    const points = monthly('2024-01', [1000, 999, 1002, 990, 1004, 1010])
    expect(judged('2024-09-30', points, HOLD)).toMatchObject({
      status: 'broken',
      rule: 'throughout-missed',
      since: '2024-02',
      gap: -1,
      now: { date: '2024-02' },
      missed: { count: 2, of: 6, first: { value: 999, date: '2024-02' } },
    })
    const verdict = judged('2024-09-30', points, HOLD)
    expect(Verdict.parse(verdict)).toEqual(verdict)
    expect(judged('2024-02-29', points, HOLD).missed).toMatchObject({ count: 1, of: 2 })
    expect(judged('2024-01-31', points, HOLD).status).toBe('on-course')
  })

  test('at most is missed above the target', () => {
    const points = monthly('2024-01', [1000, 1001])
    expect(judged('2024-03-31', points, { ...HOLD, direction: 'at_most' })).toMatchObject({
      status: 'broken',
      since: '2024-02',
      gap: 1,
    })
  })

  test('values before the start and after the end do not count', () => {
    const points = monthly('2023-12', [1, ...FULL, 1])
    expect(judged('2024-12-31', points, HOLD).status).toBe('kept')
    expect(judged('2024-12-31', points, { ...HOLD, start: '2023-12' }).status).toBe('broken')
    expect(judged('2024-12-31', points, { ...HOLD, due: '2024-07' }).status).toBe('broken')
  })

  test('without a start it counts from the publication', () => {
    const points = monthly('2023-12', [1, ...FULL])
    const from = (published: string) =>
      judged('2024-06-30', points, { ...HOLD, start: null }, { published }).status
    expect(from('2024-01-10')).toBe('kept')
    expect(from('2023-12-31')).toBe('broken')
  })

  test('while it lasts it is on course, without an end too', () => {
    for (const due of ['2024-12-31', null])
      expect(judged('2024-06-30', monthly('2024-01', FULL), { ...HOLD, due })).toMatchObject({
        status: 'on-course',
        rule: 'throughout-so-far',
        since: null,
      })
  })

  test('a hole is not a pass', () => {
    const points = monthly('2024-01', FULL)
    const without = (...gone: number[]) => points.filter((_, index) => !gone.includes(index))
    expect(judged('2024-06-30', without(2), HOLD)).toMatchObject({
      status: 'cannot-be-checked',
      reason: 'figures-late',
      rule: 'hole-figures-late',
      since: '2024-02-29',
      gap: null,
    })
    expect(judged('2024-06-30', without(0), HOLD)).toMatchObject({
      rule: 'hole-figures-late',
      since: '2024-01-31',
    })
    expect(judged('2024-06-30', without(0), { ...HOLD, start: '2024-02-10' }).status).toBe('kept')
    expect(judged('2024-05-31', without(2), { ...HOLD, due: null }).rule).toBe('hole-figures-late')
  })

  test('a hole that the publisher left is named as such', () => {
    const [first, ...rest] = monthly('2024-01', [1000, null, 1000])
    const points = [first, ...rest].filter((it) => it !== undefined)
    expect(judged('2024-03-31', points, { ...HOLD, due: null })).toMatchObject({
      reason: 'not-published-for-this-area',
      rule: 'hole-not-published',
    })
  })

  test('a value left out on the first day of the period is the reason for the hole', () => {
    const points = monthly('2024-01', [null, 1000, 1000])
    expect(judged('2024-03-31', points, { ...HOLD, due: null }).rule).toBe('hole-not-published')
  })

  test('what is absent or unverified outside the hole is not its reason', () => {
    const doubt = (date: string, value: number | null) =>
      point(date, value, { trust: value === null ? 'primary' : 'unverified' })
    for (const value of [null, 1000]) {
      const points = [
        doubt('2023-12-15', value),
        point('2024-01', 1000),
        point('2024-03', 1000),
        doubt('2024-04-15', value),
      ]
      expect(judged('2024-04-30', points, { ...HOLD, due: null }).rule).toBe('hole-figures-late')
    }
  })

  test('a hole does not hide a miss', () => {
    const points = monthly('2024-01', [1000, null, 999])
    expect(judged('2024-03-31', points, HOLD).rule).toBe('throughout-missed')
  })

  test('the last value of the period may be on its way for a period and the delay', () => {
    const points = monthly('2024-01', FULL.slice(0, 5))
    expect(judged('2024-06-30', points, HOLD)).toMatchObject({
      rule: 'too-early',
      since: '2024-06-30',
    })
    expect(judged('2024-08-30', points, HOLD).rule).toBe('too-early')
    expect(judged('2024-08-31', points, HOLD)).toMatchObject({
      reason: 'figures-late',
      rule: 'hole-figures-late',
      since: '2024-05-31',
    })
    const left = [...points, point('2024-06', null)]
    expect(judged('2024-08-31', left, HOLD).rule).toBe('hole-not-published')
  })

  test('a period that ends between two values needs none after the last', () => {
    const points = monthly('2024-01', FULL.slice(0, 5))
    expect(judged('2024-06-29', points, { ...HOLD, due: '2024-06-29' }).rule).toBe(
      'throughout-kept',
    )
  })

  test('a yearly figure is expected once a year', () => {
    const points = ['2019', '2020', '2021'].map((year) => point(`${year}-03-31`, 1000))
    const yearly = { evidence: evidence(points, { cadenceMonths: 12 }) }
    const from = (start: string, due: string) =>
      judged('2023-12-31', points, { ...HOLD, start, due }, yearly).rule
    expect(from('2018-04-01', '2022-03-30')).toBe('throughout-kept')
    expect(from('2018-03-31', '2022-03-30')).toBe('hole-figures-late')
    expect(from('2018-04-01', '2022-03-31')).toBe('hole-figures-late')
  })

  test('so far means nothing when the newest value is old', () => {
    const points = monthly('2024-01', [1000, 1000])
    const open = { ...HOLD, due: null }
    expect(judged('2024-05-30', points, open).status).toBe('on-course')
    expect(judged('2024-05-31', points, open)).toMatchObject({
      reason: 'figures-late',
      rule: 'series-too-old',
      since: '2024-02',
    })
  })

  test('before the period and before its first value it is too early', () => {
    expect(judged('2023-12-31', monthly('2023-12', [1]), HOLD)).toMatchObject({
      reason: 'too-early',
      rule: 'not-started',
      since: '2024-01-31',
    })
    expect(judged('2024-01-31', [], HOLD)).toMatchObject({ rule: 'too-early', since: '2024-01-31' })
    expect(judged('2024-03-30', [], HOLD).rule).toBe('too-early')
    expect(judged('2024-03-31', [], HOLD)).toMatchObject({ rule: 'no-series', since: '2024-01-31' })
    expect(judged('2024-08-30', [], HOLD).rule).toBe('too-early')
    expect(judged('2024-08-31', [], HOLD).rule).toBe('no-series')
  })

  test('a series that stands only outside the period leaves a hole', () => {
    expect(judged('2024-12-31', monthly('2023-10', [1000]), HOLD).rule).toBe('hole-figures-late')
    const left = [point('2023-10', 1000), point('2024-03', null), point('2024-11', 1)]
    expect(judged('2024-12-31', left, HOLD).rule).toBe('hole-not-published')
  })

  test('of a series that begins after the period none was found in it', () => {
    const later = [point('2024-07', 1000), point('2024-08', 1000)]
    expect(judged('2024-12-31', later, HOLD)).toMatchObject({
      reason: 'not-found',
      rule: 'series-starts-later',
      since: '2024-01-31',
    })
    expect(judged('2024-12-31', later.slice(0, 1), { ...HOLD, due: '2024-07' }).rule).toBe(
      'hole-figures-late',
    )
  })

  test('it ends with the promise when that comes first', () => {
    const ended = lifecycle({ lifecycle: 'changed', endedOn: '2024-03-31', replacedBy: 'next' })
    const points = monthly('2024-01', [1000, 1000, 1000, 1])
    expect(judged('2024-06-30', points, HOLD, { lifecycle: ended }).rule).toBe('throughout-kept')
    expect(judged('2024-06-30', points, { ...HOLD, due: null }, { lifecycle: ended }).rule).toBe(
      'throughout-kept',
    )
    expect(
      judged('2024-06-30', points, HOLD, { lifecycle: { ...ended, endedOn: '2024-12' } }).rule,
    ).toBe('throughout-missed')
  })
})
