import type { Point } from '@muster/shared/domain/series/observation'
import { changeOverMonths, netChanges, newestStretch } from '@muster/shared/domain/series/trend'
import { describe, expect, test } from 'vitest'

const point = (date: string, value: number | null, flags: Point['flags'] = []): Point => ({
  date,
  value,
  missing: value === null ? 'x' : null,
  trust: 'primary',
  flags,
  source: 'monthly',
  observation: date,
})

const monthly = (first: number, values: readonly (number | null)[]) =>
  values.map((value, index) => {
    const month = first + index
    return point(
      `${2020 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`,
      value,
    )
  })

const of = (points: readonly Point[], breaks: readonly string[] = []) => ({ points, breaks })

describe('a change', () => {
  const year = monthly(0, [100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 90])

  test('on the last quarter and on the year before is between the very months', () => {
    expect(changeOverMonths(of(year), 3)).toMatchObject({ change: -19, from: { date: '2020-10' } })
    expect(changeOverMonths(of(year), 12)).toMatchObject({ change: -10, from: { date: '2020-01' } })
  })

  test('is not given across a break, but up to it', () => {
    expect(changeOverMonths(of(year, ['2020-06-15']), 12)).toBeNull()
    expect(changeOverMonths(of(year, ['2020-06-15']), 3)).not.toBeNull()
  })

  test('is not given from a month that is missing, incomplete or only a year', () => {
    const holed = year.map((each) => (each.date === '2020-10' ? point('2020-10', null) : each))
    expect(changeOverMonths(of(holed), 3)).toBeNull()
    const partial = year.map((each) =>
      each.date === '2020-10' ? point('2020-10', 109, ['partial']) : each,
    )
    expect(changeOverMonths(of(partial), 3)).toBeNull()
    expect(changeOverMonths(of([point('2019', 5), point('2020', 9)]), 12)).toBeNull()
  })

  test('matches a month with a day of the same month', () => {
    const days = [point('2020-03-31', 10), point('2020-06-30', 14)]
    expect(changeOverMonths(of(days), 3)?.change).toBe(4)
  })
})

describe('net changes', () => {
  test('are one fewer than the values, and sum to the change from first to last', () => {
    const changes = netChanges(of(monthly(0, [100, 104, 99, 101])))
    expect(changes.map(({ value }) => value)).toEqual([4, -5, 2])
  })

  test('are those of the newest stretch only: a gap or a break ends it', () => {
    expect(newestStretch(of(monthly(0, [1, 2, null, 4, 5])))).toHaveLength(2)
    expect(newestStretch(of(monthly(0, [1, 2, 3, 4, 5]), ['2020-03']))).toHaveLength(3)
    const partial = monthly(0, [1, 2, 3, 4]).map((each, index) =>
      index === 1 ? { ...each, flags: ['partial' as const] } : each,
    )
    expect(newestStretch(of(partial))).toHaveLength(2)
  })
})
