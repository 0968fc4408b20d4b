import { describe, expect, test } from 'vitest'
import { evidence, judged, monthly, point } from '../../support/promise-cases.ts'

/** A straight line from 900 on 31 December 2023 to 1,000 on 31 December 2024: 366 days. */
const LINE = { baseline: 900, baselineDate: '2023-12-31' }
const JUNE = 900 + (100 * 182) / 366

describe('which figures decide', () => {
  const due = { due: '2024-03-31' }

  test('a provisional, forecast, partial or mean value never decides', () => {
    for (const flag of ['p', 'f', 'partial', 'mean'] as const) {
      const points = [point('2024-02', 1000), point('2024-03', 1, { flags: ['r', flag] })]
      expect(judged('2024-03-31', points, due)).toMatchObject({
        rule: 'too-early',
        latest: { date: '2024-02' },
      })
      expect(judged('2024-03-30', [point('2024-02', 1, { flags: [flag] })])).toMatchObject({
        reason: 'not-published-for-this-area',
        rule: 'only-incomplete',
      })
    }
  })

  test('revised, estimated and summed values decide', () => {
    for (const flag of ['r', 'e', 'sum', 'derived', 'u', 'c'] as const)
      expect(judged('2024-06-30', [point('2024-03', 1000, { flags: [flag] })], due)).toMatchObject({
        status: 'kept',
        now: { flags: [flag] },
      })
  })

  test('a secondary value decides and stays labelled', () => {
    const points = [point('2024-03', 1000, { trust: 'secondary' })]
    expect(judged('2024-06-30', points, due)).toMatchObject({
      status: 'kept',
      now: { trust: 'secondary' },
      unverified: null,
    })
  })

  test('an unverified value at the due date decides nothing and says what it would say', () => {
    const points = [point('2024-02', 5), point('2024-03', 1000, { trust: 'unverified' })]
    expect(judged('2024-05-31', points, due)).toMatchObject({
      status: 'cannot-be-checked',
      reason: 'not-verified',
      rule: 'only-unverified',
      since: '2024-03-31',
      now: null,
      latest: { value: 5 },
      unverified: { status: 'kept', now: { role: 'value', value: 1000, trust: 'unverified' } },
    })
    expect(judged('2024-05-30', points, due)).toMatchObject({
      reason: 'too-early',
      unverified: { status: 'kept' },
    })
  })

  test('only unverified values, on the way and throughout, are not verified', () => {
    const points = [point('2024-02', 1, { trust: 'unverified' })]
    expect(judged('2024-03-30', points, { ...due, ...LINE })).toMatchObject({
      reason: 'not-verified',
      rule: 'only-unverified',
      since: null,
      unverified: { status: 'behind', now: { value: 1 } },
    })
    const hold = { mode: 'throughout', start: '2024-01-31', due: null } as const
    expect(judged('2024-03-31', points, hold)).toMatchObject({
      reason: 'not-verified',
      unverified: { status: 'broken' },
    })
    const around = [point('2024-01', 1000), ...points, point('2024-03', 1000)]
    expect(judged('2024-03-31', around, hold)).toMatchObject({
      reason: 'not-verified',
      rule: 'only-unverified',
      since: '2024-01-31',
      unverified: { status: 'broken', now: { value: 1, role: 'missed' } },
    })
  })

  test('an unverified value that changes nothing is not mentioned', () => {
    const points = [point('2024-03', 1000), point('2024-04', 1, { trust: 'unverified' })]
    expect(judged('2024-06-30', points, due).unverified).toBeNull()
    const same = [point('2023-12-31', 900, { trust: 'unverified' }), point('2024-06', JUNE)]
    expect(judged('2024-06-30', same, LINE)).toMatchObject({
      unverified: null,
      arithmetic: [{ role: 'baseline', observation: null }, {}, {}, {}],
    })
  })

  test('unverified wards decide nothing', () => {
    const points = [point('2024-03', 42)]
    const wards = [point('2022', 21, { trust: 'unverified' })]
    expect(
      judged(
        '2024-06-30',
        points,
        { ...due, targetKind: 'per_ward', target: 2 },
        {
          evidence: evidence(points, { wards }),
        },
      ),
    ).toMatchObject({
      rule: 'wards-unknown',
      unverified: { status: 'kept', now: { role: 'wards', value: 21 } },
    })
  })

  test('a computed number is worth no more than the least trusted of its parts', () => {
    const trusts = judged('2024-06-30', [point('2024-06', JUNE)], LINE).arithmetic
    expect(trusts.map(({ role, trust }) => [role, trust])).toEqual([
      ['baseline', 'secondary'],
      ['target', 'secondary'],
      ['expected', 'secondary'],
      ['value', 'primary'],
    ])
    const plain = judged('2024-06-30', [point('2024-06', 1000)]).arithmetic
    expect(plain).toMatchObject([
      { role: 'target', label: 'Target', trust: 'primary', observation: null, flags: [] },
      { role: 'value' },
    ])
  })

  test('values dated after the day do not exist yet', () => {
    const points = [point('2024-03', 1), point('2024', 1)]
    expect(judged('2024-03-30', points, due).rule).toBe('no-series')
    expect(judged('2024-03-31', points, due).rule).toBe('missed-at-due')
  })

  test('an undated value never counts', () => {
    expect(judged('2024-06-30', [point('undated', 5000)], due).rule).toBe('no-series')
  })
})

describe('a changed definition', () => {
  const broken = (date: string, value: number | null) => point(date, value, { flags: ['b'] })

  test('values from a break on are not held against the promise', () => {
    const points = [point('2024-01', 1000), broken('2024-02', 1), point('2024-03', 1)]
    expect(judged('2024-01-31', points).status).toBe('on-course')
    expect(judged('2024-06-30', points)).toMatchObject({
      reason: 'definition-changed',
      rule: 'definition-changed',
      since: '2024-02',
      latest: { date: '2024-01' },
    })
    expect(judged('2024-06-30', points, { due: '2024-03' })).toMatchObject({
      rule: 'definition-changed',
      since: '2024-02',
    })
  })

  test('a break after the deciding value changes nothing, and ends the search for a late one', () => {
    const points = [point('2024-03', 990), broken('2024-04', 2000)]
    expect(judged('2024-06-30', points, { due: '2024-03' }).rule).toBe('missed-at-due')
  })

  test('a break after the period in which a value was due is not the reason for its absence', () => {
    const points = [point('2024-01', 990), broken('2024-05', 2000)]
    expect(judged('2024-07-31', points, { due: '2024-03' }).rule).toBe('no-value-at-due')
    const sooner = [point('2024-01', 990), broken('2024-04-30', 2000)]
    expect(judged('2024-07-31', sooner, { due: '2024-03' }).rule).toBe('definition-changed')
  })

  test('a break before the baseline, the start or the publication is past', () => {
    const points = [broken('2023-12', 990), point('2024-01', 1000)]
    const rule = (changes: object, published = '2023-01') =>
      judged('2024-01-31', points, changes, { published }).rule
    expect(rule({})).toBe('definition-changed')
    expect(rule({}, '2023-12')).toBe('already-met')
    expect(rule({ start: '2023-12-31' })).toBe('already-met')
    expect(rule({ baseline: 900, baselineDate: '2023-12', start: '2023-01' })).toBe('on-path')
    expect(rule({ baseline: 900, baselineDate: '2023-11', start: '2024-01' })).toBe(
      'definition-changed',
    )
  })

  test('throughout, a miss before the break stands and a pass does not reach across it', () => {
    const hold = { mode: 'throughout', start: '2024-01', due: '2024-03' } as const
    const passed = [point('2024-01', 1000), broken('2024-02', 1)]
    expect(judged('2024-04-30', passed, hold)).toMatchObject({
      rule: 'definition-changed',
      since: '2024-02',
    })
    const missed = [point('2024-01', 999), broken('2024-02', 1000)]
    expect(judged('2024-04-30', missed, hold).rule).toBe('throughout-missed')
    const after = [...monthly('2024-01', [1000, 1000, 1000]), broken('2024-04', 1)]
    expect(judged('2024-04-30', after, hold).rule).toBe('throughout-kept')
    expect(judged('2024-04-30', after, { ...hold, due: '2024-04' }).rule).toBe('definition-changed')
  })

  test('a break that nobody verified is no break', () => {
    const points = [
      point('2024-01', 1000),
      point('2024-02', 1, { flags: ['b'], trust: 'unverified' }),
    ]
    expect(judged('2024-02-29', points).rule).toBe('already-met')
  })
})
