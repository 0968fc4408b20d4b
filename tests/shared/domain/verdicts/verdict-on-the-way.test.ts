import type { Verdict } from '@muster/shared/domain/verdicts/verdict'
import { describe, expect, test } from 'vitest'
import { evidence, HARINGEY_WARDS, judged, monthly, point } from '../../../support/promise-cases.ts'

/** A straight line from 900 on 31 December 2023 to 1,000 on 31 December 2024: 366 days. */
const LINE = { baseline: 900, baselineDate: '2023-12-31' }
const JUNE = 900 + (100 * 182) / 366

const roles = (verdict: Verdict) =>
  verdict.arithmetic.map(({ role, value, date }) => [role, value, date])

describe('by a date, on the way', () => {
  test('a value on the path is on course, with what was expected', () => {
    const verdict = judged('2024-06-30', [point('2024-06-30', JUNE)], LINE)
    expect(verdict).toMatchObject({
      status: 'on-course',
      reason: null,
      rule: 'on-path',
      since: null,
      target: 1000,
      expected: JUNE,
      tolerance: 10,
      gap: 0,
      metOn: null,
    })
  })

  test('as far below the path as the tolerance is on course, a hundredth more is behind', () => {
    expect(judged('2024-06-30', [point('2024-06', JUNE - 10)], LINE).rule).toBe('on-path')
    const behind = judged('2024-06-30', [point('2024-06', JUNE - 10.01)], LINE)
    expect(behind).toMatchObject({
      status: 'behind',
      rule: 'below-path',
      tolerance: 10,
      gap: -10.01,
      now: { value: JUNE - 10.01 },
    })
    expect(roles(behind)).toEqual([
      ['baseline', 900, '2023-12-31'],
      ['target', 1000, '2024-12-31'],
      ['expected', JUNE, '2024-06'],
      ['value', JUNE - 10.01, '2024-06'],
    ])
  })

  test('at most is behind above the path', () => {
    const down = { direction: 'at_most', baseline: 1100, baselineDate: '2023-12-31' } as const
    const path = 1100 - (100 * 182) / 366
    const at = (value: number) => judged('2024-06-30', [point('2024-06', value)], down)
    expect(at(path + 10).status).toBe('on-course')
    expect(at(path - 500).status).toBe('on-course')
    expect(at(path + 10.01)).toMatchObject({ status: 'behind', gap: 10.01 })
  })

  test('exactly allows the tolerance on either side of the path', () => {
    const at = (value: number) =>
      judged('2024-06-30', [point('2024-06', value)], { ...LINE, direction: 'exactly' }).status
    expect([at(JUNE - 10.01), at(JUNE - 10), at(JUNE + 10), at(JUNE + 10.01)]).toEqual([
      'behind',
      'on-course',
      'on-course',
      'behind',
    ])
  })

  test('the tolerance is no less than one', () => {
    const small = { target: 42, baseline: 42, baselineDate: '2023-12-31' }
    expect(judged('2024-06-30', [point('2024-06', 41)], small)).toMatchObject({
      rule: 'on-path',
      tolerance: 1,
    })
    expect(judged('2024-06-30', [point('2024-06', 40.9)], small).rule).toBe('below-path')
  })

  test('the path is taken on the date of the value, not on the day of judgement', () => {
    expect(judged('2024-08-31', [point('2024-06', JUNE)], LINE)).toMatchObject({
      rule: 'on-path',
      gap: 0,
    })
  })

  test('the newest value counts, not a better one before it', () => {
    expect(judged('2024-06-30', monthly('2024-05', [1000, 900]), LINE)).toMatchObject({
      status: 'behind',
      now: { date: '2024-06' },
    })
  })

  test('a published step is held against the value, and not what comes after it', () => {
    const steps = [{ date: '2024-06-30', value: 980 }]
    const at = (day: string, value: number) =>
      judged(day, [point(day, value)], { ...LINE, steps }).status
    expect(at('2024-06-29', 890)).toBe('on-course')
    expect(at('2024-06-30', 890)).toBe('behind')
    expect(at('2024-12-30', 970)).toBe('on-course')
  })

  test('a level without a baseline is on course when already met, else cannot be checked', () => {
    expect(judged('2024-06-30', [point('2024-06', 1000)])).toMatchObject({
      status: 'on-course',
      rule: 'already-met',
      expected: null,
      tolerance: 0,
      gap: 0,
    })
    expect(judged('2024-06-30', [point('2024-06', 999)])).toMatchObject({
      status: 'cannot-be-checked',
      reason: 'no-baseline',
      rule: 'no-path',
      now: { value: 999 },
      target: 1000,
      gap: null,
    })
    const atMost = judged('2024-06-30', [point('2024-06', 999)], { direction: 'at_most' })
    expect(atMost.rule).toBe('already-met')
  })

  test('a value older than two periods and the delay cannot be checked', () => {
    const points = [point('2024-01', 2000)]
    expect(judged('2024-04-30', points, LINE).status).toBe('on-course')
    expect(judged('2024-05-01', points, LINE)).toMatchObject({
      status: 'cannot-be-checked',
      reason: 'figures-late',
      rule: 'series-too-old',
      since: '2024-01',
      now: { value: 2000 },
      gap: null,
    })
    const quarterly = { evidence: evidence(points, { cadenceMonths: 3 }) }
    expect(judged('2024-08-30', points, LINE, quarterly).status).toBe('on-course')
    expect(judged('2024-08-31', points, LINE, quarterly).rule).toBe('series-too-old')
  })

  test('the target shown without a value is that of the day, not of wards to come', () => {
    const none = { evidence: evidence([], { wards: HARINGEY_WARDS }) }
    const target = (day: string) =>
      judged(day, [], { targetKind: 'per_ward', target: 2, due: '2023-12-31' }, none).target
    expect([target('2021-06-30'), target('2022-06-30')]).toEqual([38, 42])
  })

  test('no value at all means that nothing is published for the area', () => {
    expect(judged('2024-06-30', [])).toMatchObject({ rule: 'no-series', now: null, latest: null })
  })
})
