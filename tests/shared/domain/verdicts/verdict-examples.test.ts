import type { Point } from '@muster/shared/domain/series/observation'
import { Verdict } from '@muster/shared/domain/verdicts/verdict'
import { describe, expect, test } from 'vitest'
import { evidence, HARINGEY_WARDS, judged, monthly, point } from '../../../support/promise-cases.ts'

const roles = (verdict: Verdict) =>
  verdict.arithmetic.map(({ role, value, date }) => [role, value, date])

describe('worked examples', () => {
  const PCSOS = monthly(
    '2023-03',
    [1204, 1216, 1222, 1213, 1221, 1242, 1258, 1279, 1288, 1279, 1303, 1330, 1369, 1386],
  )
  const TO_1715 = {
    metric: 'pcso',
    targetKind: 'increase',
    target: 500,
    baseline: 1215,
    baselineDate: '2023-03-31',
    due: '2023-12-31',
  } as const

  test('1,279 PCSOs in December 2023 break a promise of 1,715 by 436', () => {
    const verdict = judged('2024-04-30', PCSOS, TO_1715)
    expect(verdict).toMatchObject({
      status: 'broken',
      reason: null,
      rule: 'missed-at-due',
      since: '2023-12',
      target: 1715,
      due: '2023-12-31',
      expected: 1715,
      tolerance: 0,
      gap: -436,
      metOn: null,
      missed: null,
      unverified: null,
    })
    expect(roles(verdict)).toEqual([
      ['baseline', 1215, '2023-03-31'],
      ['target', 1715, '2023-12-31'],
      ['expected', 1715, '2023-12'],
      ['value', 1279, '2023-12'],
    ])
    expect(verdict.now).toEqual({
      role: 'value',
      label: 'Value',
      value: 1279,
      date: '2023-12',
      trust: 'primary',
      observation: 'officers.2023-12.r1',
      flags: [],
      source: 'police-force-strength',
    })
    expect(verdict.latest).toMatchObject({ role: 'newest', value: 1386, date: '2024-04' })
    expect(Verdict.parse(verdict)).toEqual(verdict)
  })

  test('a baseline of the same series carries its observation, one of a document none', () => {
    const [own] = judged('2024-04-30', PCSOS, {
      ...TO_1715,
      baseline: 1204,
      baselineDate: '2023-03',
    }).arithmetic
    expect(own).toMatchObject({
      role: 'baseline',
      label: 'Baseline',
      trust: 'primary',
      observation: 'officers.2023-03.r1',
      source: 'police-force-strength',
    })
    const [document] = judged('2024-04-30', PCSOS, TO_1715).arithmetic
    expect(document).toEqual({
      role: 'baseline',
      label: 'Baseline',
      value: 1215,
      date: '2023-03-31',
      trust: 'secondary',
      observation: null,
      flags: [],
      source: null,
    })
    const [sameDateOnly] = judged('2024-04-30', PCSOS, {
      ...TO_1715,
      baselineDate: '2023-03',
    }).arithmetic
    expect(sameDateOnly).toMatchObject({ value: 1215, observation: null })
    const [sameValueOnly] = judged('2024-04-30', PCSOS, { ...TO_1715, baseline: 1216 }).arithmetic
    expect(sameValueOnly?.observation).toBeNull()
  })

  test('34,315 officers on 31 March 2024 break a promise of 35,415 by 1,100', () => {
    const verdict = judged('2024-06-30', [point('2024-03-31', 34_315)], {
      target: 35_415,
      due: '2024-03-31',
    })
    expect(verdict).toMatchObject({ status: 'broken', gap: -1100, target: 35_415 })
    expect(roles(verdict)).toEqual([
      ['target', 35_415, '2024-03-31'],
      ['expected', 35_415, '2024-03-31'],
      ['value', 34_315, '2024-03-31'],
    ])
  })

  const TWO_A_WARD = { targetKind: 'per_ward', target: 2 } as const
  const wardCase = (points: readonly Point[]) => ({
    evidence: evidence(points, { wards: HARINGEY_WARDS }),
  })

  test('31 constables for 19 wards of Haringey on 31 January 2019 are 7 fewer than 38', () => {
    const points = [point('2019-01-31', 31, { trust: 'secondary' })]
    const verdict = judged(
      '2019-02-28',
      points,
      { ...TWO_A_WARD, mode: 'throughout', start: '2019-01-09', due: null },
      wardCase(points),
    )
    expect(verdict).toMatchObject({
      status: 'broken',
      rule: 'throughout-missed',
      since: '2019-01-31',
      target: 38,
      expected: 38,
      gap: -7,
      missed: { count: 1, of: 1, first: { role: 'missed', value: 31, date: '2019-01-31' } },
    })
    expect(roles(verdict)).toEqual([
      ['wards', 19, '2016'],
      ['target', 38, null],
      ['expected', 38, '2019-01-31'],
      ['missed', 31, '2019-01-31'],
    ])
    expect(verdict.arithmetic[0]).toMatchObject({
      label: 'Wards in force',
      observation: 'wards.2016',
      source: 'ward-boundaries',
    })
  })

  test('46 constables for 21 wards in August 2023 are 4 more than 42', () => {
    const points = [point('2023-08', 46)]
    const verdict = judged(
      '2023-10-31',
      points,
      { ...TWO_A_WARD, due: '2023-08-31' },
      wardCase(points),
    )
    expect(verdict).toMatchObject({ status: 'kept', target: 42, gap: 4, metOn: '2023-08' })
  })

  test('a table that starts in 2019 cannot show what stood at the end of 2017', () => {
    const points = [point('2019-01-31', 31), point('2022-06-30', 31)]
    expect(
      judged(
        '2022-06-30',
        points,
        { ...TWO_A_WARD, due: '2017-12-31' },
        { ...wardCase(points), published: '2016-07-21' },
      ),
    ).toMatchObject({
      status: 'cannot-be-checked',
      reason: 'not-found',
      rule: 'first-value-after-due-too-late',
      since: '2017-12-31',
      now: null,
      target: 38,
      gap: null,
      expected: null,
      tolerance: null,
    })
  })

  test('every number has plain words, and a level asks for no wards', () => {
    const labels = (verdict: Verdict) => verdict.arithmetic.map(({ label }) => label)
    const late = judged('2024-04-30', [...PCSOS.slice(0, -1), point('2024-04', 2000)], TO_1715)
    expect(labels(late)).toEqual([
      'Baseline',
      'Target',
      'Due by then',
      'Value',
      'Next value that meets it',
    ])
    expect(late.latest?.label).toBe('Newest value')
    const points = [point('2024-03', 1)]
    const level = judged(
      '2024-04-30',
      points,
      { mode: 'throughout', start: '2024-03' },
      wardCase(points),
    )
    expect(labels(level)).toEqual(['Target', 'Due by then', 'First value that misses it'])
  })

  test('wards that nobody knows make a number for each ward uncheckable, due or not', () => {
    const points = [point('2015-01-31', 31)]
    for (const due of ['2015-01-31', '2016-12-31'])
      expect(
        judged(
          '2015-02-28',
          points,
          { ...TWO_A_WARD, due },
          { ...wardCase(points), published: '2014-10-22' },
        ),
      ).toMatchObject({
        status: 'cannot-be-checked',
        reason: 'not-found',
        rule: 'wards-unknown',
        since: '2015-01-31',
        target: null,
      })
  })
})
