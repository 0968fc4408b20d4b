/** Dates are counted by our own arithmetic: the calendar of the machine is the second opinion. */
import { dayNumber, lastDay, monthsBetween, UNDATED } from '@muster/shared/domain/series/period'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const DAY_MS = 86_400_000
const days = fc.integer({ min: -60_000, max: 80_000 })
const dayOf = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10)

describe('the number of a day', () => {
  test('is what the calendar counts since 1970, for every day from 1806 to 2188', () => {
    fc.assert(
      fc.property(days, (number) => {
        expect(dayNumber(dayOf(number))).toBe(number)
      }),
    )
  })

  test('of a month is that of its last day, of a year that of 31 December', () => {
    fc.assert(
      fc.property(days, (number) => {
        const [year = '', month = ''] = dayOf(number).split('-')
        const end = new Date(Date.UTC(Number(year), Number(month), 0))
        expect(dayNumber(`${year}-${month}`)).toBe(end.getTime() / DAY_MS)
        expect(lastDay(`${year}-${month}`)).toBe(end.toISOString().slice(0, 10))
        expect(dayNumber(year)).toBe(dayNumber(`${year}-12-31`))
      }),
    )
  })

  test.each([
    ['2000-02', '2000-02-29'],
    ['1900-02', '1900-02-28'],
    ['2024-02', '2024-02-29'],
    ['2023-02', '2023-02-28'],
    ['2024-04', '2024-04-30'],
  ])('knows that %s ends on %s', (month, end) => {
    expect(lastDay(month)).toBe(end)
  })

  test('does not exist for what has no date', () => {
    expect(dayNumber(UNDATED)).toBeNaN()
  })
})

test('a year stands for its last month when months are counted', () => {
  expect(monthsBetween('2023', '2024-03')).toBe(3)
  expect(monthsBetween('2024-03-31', '2025-03')).toBe(12)
})
