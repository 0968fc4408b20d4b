import type { Series } from '@muster/shared/domain/series/break'
import { changesUpTo, changeTo, newestOf } from '@muster/shared/domain/series/change'
import type { Point } from '@muster/shared/domain/series/observation'
import { trendOf } from '@muster/shared/domain/series/trend'
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

const changeOver = (series: Series, months: number) => {
  const newest = newestOf(series)
  return newest && changeTo(series, newest, months)
}

const monthByMonth = (series: Series) => {
  const newest = newestOf(series)
  return newest ? changesUpTo(series, newest, { months: 1 }) : []
}

describe('a change', () => {
  const year = monthly(0, [100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 90])

  test('of a count over a time is given to the same month of another year only', () => {
    const seasonal = { ...of(year), seasonal: true }
    expect(changeOver(of(year), 3)?.change).toBe(-19)
    expect(changeOver(seasonal, 3)).toBeNull()
    expect(changeOver(seasonal, 12)?.change).toBe(-10)
    expect(trendOf(seasonal, true)?.onQuarter).toBeNull()
    expect(trendOf(seasonal, true)?.xmr.points.length).toBe(13)
  })

  test('on the last quarter and on the year before is between the very months', () => {
    expect(changeOver(of(year), 3)).toMatchObject({ change: -19, from: { date: '2020-10' } })
    expect(changeOver(of(year), 12)).toMatchObject({ change: -10, from: { date: '2020-01' } })
  })

  test('is not given across a break, but up to it', () => {
    expect(changeOver(of(year, ['2020-06-15']), 12)).toBeNull()
    expect(changeOver(of(year, ['2020-06-15']), 3)).not.toBeNull()
  })

  test('is not given from a month that is missing or incomplete', () => {
    const holed = year.map((each) => (each.date === '2020-10' ? point('2020-10', null) : each))
    expect(changeOver(of(holed), 3)).toBeNull()
    const partial = year.map((each) =>
      each.date === '2020-10' ? point('2020-10', 109, ['partial']) : each,
    )
    expect(changeOver(of(partial), 3)).toBeNull()
  })

  test('is between dates of one precision, years too, and never from a day to a month', () => {
    expect(changeOver(of([point('2020-03-31', 10), point('2020-06-30', 14)]), 3)?.change).toBe(4)
    expect(changeOver(of([point('2019', 5), point('2020', 9)]), 12)?.change).toBe(4)
    expect(changeOver(of([point('2020-03-31', 10), point('2020-06', 14)]), 3)).toBeNull()
  })

  test('has no noise of binary fractions, and never ends at a forecast', () => {
    expect(changeOver(of([point('2020-03', 48.1), point('2020-06', 53.8)]), 3)?.change).toBe(5.7)
    const forecast = [...monthly(0, [1, 2, 3, 4]), point('2020-05', 99, ['f'])]
    expect(changeOver(of(forecast), 3)?.change).toBe(3)
  })
})

describe('net changes', () => {
  test('are one fewer than the values, and sum to the change from first to last', () => {
    const changes = monthByMonth(of(monthly(0, [100, 104, 99, 101])))
    expect(changes.map(({ change }) => change)).toEqual([4, -5, 2])
  })

  test('are those of the newest stretch only: a gap, a break or half a month ends it', () => {
    expect(monthByMonth(of(monthly(0, [1, 2, null, 4, 5])))).toHaveLength(1)
    expect(monthByMonth(of(monthly(0, [1, 2, 3, 4, 5]), ['2020-03']))).toHaveLength(2)
    const partial = monthly(0, [1, 2, 3, 4]).map((each, index) =>
      index === 1 ? { ...each, flags: ['partial' as const] } : each,
    )
    expect(monthByMonth(of(partial))).toHaveLength(1)
  })
})

describe('a trend', () => {
  test('is judged by the values of a flow, and by the net changes of anything else', () => {
    const series = of(monthly(0, [100, 104, 99, 101]))
    expect(trendOf(series, true)?.xmr.points.map(({ value }) => value)).toEqual([100, 104, 99, 101])
    expect(trendOf(series, false)?.xmr.points.map(({ value }) => value)).toEqual([4, -5, 2])
    expect(trendOf(of([]), true)).toBeNull()
  })
})
