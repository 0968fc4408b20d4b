import type { Point } from '@muster/shared/domain/series/observation'
import { Verdict } from '@muster/shared/domain/verdicts/verdict'
import { describe, expect, test } from 'vitest'
import { evidence, judged, monthly, point } from '../../../support/promise-cases.ts'

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
        reason: 'not-found',
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
    const early = judged('2024-05-30', points, due)
    expect(early).toMatchObject({ reason: 'too-early', unverified: { status: 'kept' } })
    expect(Verdict.parse(early)).toEqual(early)
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

  test('a value whose wards are unknown is not a pass, and hides no miss', () => {
    const wards = [point('2024-02', 20)]
    const hold = (values: number[], extra: readonly Point[] = []) => {
      const points = [...monthly('2024-01', values), ...extra]
      return judged(
        '2024-03-31',
        points,
        { mode: 'throughout', start: '2024-01', targetKind: 'per_ward', target: 2, due: null },
        { evidence: evidence(points, { wards }) },
      )
    }
    expect(hold([40, 40, 40])).toMatchObject({ rule: 'wards-unknown', since: '2024-01' })
    expect(hold([40, 40, 39])).toMatchObject({
      rule: 'throughout-missed',
      missed: { count: 1, of: 2 },
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

  test('the order in which values come does not matter', () => {
    const points = monthly('2024-01', [1, 2, 999, 1000, 3])
    const verdict = judged('2024-06-30', points, due)
    expect(verdict).toMatchObject({ since: '2024-03', metOn: '2024-04', latest: { value: 3 } })
    expect(judged('2024-06-30', points.toReversed(), due)).toEqual(verdict)
    expect(judged('2024-06-30', [...points.slice(3), ...points.slice(0, 3)], due)).toEqual(verdict)
  })

  test('an undated value never counts', () => {
    expect(judged('2024-06-30', [point('undated', 5000)], due).rule).toBe('no-series')
  })
})
