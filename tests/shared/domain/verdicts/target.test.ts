import { expectedOn, isMet, targetOn, toleranceOf } from '@muster/shared/domain/verdicts/target'
import { describe, expect, test } from 'vitest'
import { HARINGEY_WARDS, reading } from '../../../support/promise-cases.ts'

const PCSO_1600 = reading({
  metric: 'pcso',
  targetKind: 'increase',
  target: 1600,
  baseline: 1215,
  baselineDate: '2023-03-31',
  due: '2025-04',
  steps: [{ date: '2023-12-31', value: 1715 }],
})
const LINE = reading({ target: 200, baseline: 100, baselineDate: '2024-01-01', due: '2024-04-10' })
const TWO_A_WARD = reading({ targetKind: 'per_ward', target: 2, due: '2017-12-31' })

describe('targetOn', () => {
  test('takes a level, a share and a count as they are', () => {
    for (const targetKind of ['level', 'share', 'count'] as const)
      expect(targetOn(reading({ targetKind, target: 7, baseline: 3 }), '2024', [])).toBe(7)
  })

  test('adds an increase to the baseline, a negative one too', () => {
    expect(targetOn(PCSO_1600, '2024-01', [])).toBe(2815)
    expect(targetOn({ ...PCSO_1600, target: -15 }, '2024-01', [])).toBe(1200)
  })

  test('is null without a target, and for an increase without a baseline', () => {
    expect(targetOn(reading({ target: null }), '2024-01', [])).toBeNull()
    expect(targetOn({ ...PCSO_1600, baseline: null }, '2024-01', [])).toBeNull()
    expect(targetOn({ ...PCSO_1600, target: null }, '2024-01', [])).toBeNull()
  })

  test('multiplies by the wards in force on the date: 38 for 19 wards, 42 for 21', () => {
    expect(targetOn(TWO_A_WARD, '2019-01-31', HARINGEY_WARDS)).toBe(38)
    expect(targetOn(TWO_A_WARD, '2022-05-04', HARINGEY_WARDS)).toBe(38)
    expect(targetOn(TWO_A_WARD, '2022-05-05', HARINGEY_WARDS)).toBe(42)
    expect(targetOn(TWO_A_WARD, '2023-08-31', HARINGEY_WARDS)).toBe(42)
  })

  test('takes the wards of a month or a year at its end', () => {
    expect(targetOn(TWO_A_WARD, '2022-05', HARINGEY_WARDS)).toBe(42)
    expect(targetOn(TWO_A_WARD, '2022-04', HARINGEY_WARDS)).toBe(38)
    expect(targetOn(TWO_A_WARD, '2016', HARINGEY_WARDS)).toBe(38)
  })

  test('is null where the wards of the date are unknown', () => {
    expect(targetOn(TWO_A_WARD, '2015-12-31', HARINGEY_WARDS)).toBeNull()
    expect(targetOn(TWO_A_WARD, '2019-01-31', [])).toBeNull()
  })
})

describe('expectedOn', () => {
  test('draws a straight line in days from baseline to target', () => {
    expect(expectedOn(LINE, '2024-01-02', [])).toBe(101)
    expect(expectedOn(LINE, '2024-02-20', [])).toBe(150)
    expect(expectedOn(LINE, '2024-04-09', [])).toBe(199)
  })

  test('is the baseline on its date and before, the target at the due date and after', () => {
    expect(expectedOn(LINE, '2023-06-30', [])).toBe(100)
    expect(expectedOn(LINE, '2024-01-01', [])).toBe(100)
    expect(expectedOn(LINE, '2024-04-10', [])).toBe(200)
    expect(expectedOn(LINE, '2024-04', [])).toBe(200)
    expect(expectedOn(LINE, '2030', [])).toBe(200)
  })

  test('takes dates of less than a day at their end', () => {
    const line = { ...LINE, baselineDate: '2023-12', due: '2024-12' }
    expect(expectedOn(line, '2024-01', [])).toBeCloseTo(100 + (100 * 31) / 366, 9)
  })

  test('keeps the last published step until the next, the target only when it is due', () => {
    expect(expectedOn(PCSO_1600, '2023-12-30', [])).toBe(1215)
    expect(expectedOn(PCSO_1600, '2023-12', [])).toBe(1715)
    expect(expectedOn(PCSO_1600, '2025-04-29', [])).toBe(1715)
    expect(expectedOn(PCSO_1600, '2025-04', [])).toBe(2815)
  })

  test('takes the later of two steps that have passed', () => {
    const steps = [
      { date: '2023-06', value: 1300 },
      { date: '2023-12', value: 1715 },
    ]
    expect(expectedOn({ ...PCSO_1600, steps }, '2023-07', [])).toBe(1300)
    expect(expectedOn({ ...PCSO_1600, steps }, '2024-01', [])).toBe(1715)
  })

  test('is unknown before the first step when there is no baseline', () => {
    const steps = [{ date: '2023-12-31', value: 500 }]
    const events = reading({ targetKind: 'count', target: 1600, due: '2025-04-30', steps })
    expect(expectedOn(events, '2023-11', [])).toBeNull()
    expect(expectedOn(events, '2023-12', [])).toBe(500)
  })

  test('invents no path for a level without a baseline or without its date', () => {
    expect(expectedOn(reading(), '2024-12-30', [])).toBeNull()
    expect(expectedOn(reading({ baseline: 900 }), '2024-12-30', [])).toBeNull()
    expect(expectedOn(reading({ baselineDate: '2024-01-01' }), '2024-12-30', [])).toBeNull()
    expect(expectedOn(reading(), '2024-12-31', [])).toBe(1000)
  })

  test('is unknown without a due date and without a target', () => {
    expect(expectedOn({ ...LINE, due: null }, '2024-02-20', [])).toBeNull()
    expect(expectedOn({ ...LINE, target: null }, '2024-02-20', [])).toBeNull()
  })

  test('is the target on every day of a promise that holds throughout', () => {
    const throughout = reading({ mode: 'throughout', due: null, baseline: 1, baselineDate: '2020' })
    expect(expectedOn(throughout, '2021-01', [])).toBe(1000)
  })

  test('starts a line on the baseline even when the baseline is younger than the due date', () => {
    expect(expectedOn({ ...LINE, baselineDate: '2025-01-01' }, '2024-02-20', [])).toBe(100)
  })
})

describe('tolerance and comparison', () => {
  test('the tolerance is 1 % of the target and at least 1', () => {
    expect(toleranceOf(35_415)).toBe(354.15)
    expect(toleranceOf(100)).toBe(1)
    expect(toleranceOf(38)).toBe(1)
    expect(toleranceOf(0)).toBe(1)
    expect(toleranceOf(-500)).toBe(5)
  })

  test('at least, at most and exactly differ on each side and agree on the point', () => {
    const sides = (direction: 'at_least' | 'at_most' | 'exactly', tolerance?: number) =>
      [7, 8, 10, 12, 13].map((value) => isMet(direction, value, 10, tolerance))
    expect(sides('at_least')).toEqual([false, false, true, true, true])
    expect(sides('at_most')).toEqual([true, true, true, false, false])
    expect(sides('exactly')).toEqual([false, false, true, false, false])
    expect(sides('at_least', 2)).toEqual([false, true, true, true, true])
    expect(sides('at_most', 2)).toEqual([true, true, true, true, false])
    expect(sides('exactly', 2)).toEqual([false, true, true, true, false])
  })

  test('a binary digit breaks no promise: 0.1 + 0.2 meets 0.3 and exactly so', () => {
    expect(isMet('at_most', 0.1 + 0.2, 0.3)).toBe(true)
    expect(isMet('at_least', 0.3, 0.1 + 0.2)).toBe(true)
    expect(isMet('exactly', 0.1 + 0.2, 0.3)).toBe(true)
    expect(isMet('at_least', 0.29999, 0.3)).toBe(false)
  })
})
