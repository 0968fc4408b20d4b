import { describe, expect, test } from 'vitest'
import { judged, monthly, point } from '../../../support/promise-cases.ts'

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
