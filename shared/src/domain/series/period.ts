/**
 * A date as it was published: `2018`, `2025-03`, `2006-03-31`, or `undated`.
 *
 * Kept as text because text sorts, never meets a time zone and never grows a precision that
 * nobody published. It becomes a number only for an axis (`dayNumber`).
 */
import { z } from 'zod'

export const DateText = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, {
    error: 'Give a date as 2018, 2025-03 or 2025-03-31.',
  })
  .refine((text) => text.length < 10 || isRealDay(text), {
    error: 'This day is not in the calendar.',
  })

export const DayText = DateText.refine((text) => text.length === 10, {
  error: 'Give a full day, as 2025-03-31.',
})

/** Years in which a question may lie; with none, the history of a promise up to 9999 never ends. */
export const isAskable = (date: string): boolean => date >= '1990' && date < '2101'

/** What a question may give, unlike what a file may hold. */
const ASKED = { error: 'Give a date between 1990 and 2100.' }
export const AskedDate = DateText.refine(isAskable, ASKED)
export const AskedDay = DayText.refine(isAskable, ASKED)

export type Precision = 'day' | 'month' | 'year' | 'unknown'

export const UNDATED = 'undated'

export const precisionOf = (date: string): Precision =>
  date === UNDATED ? 'unknown' : date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day'

/** The first day that the date may mean: `2025-03` → `2025-03-01`. */
export const firstDay = (date: string): string => date + '-01-01'.slice(date.length - 4)

/** The last day that the date may mean: `2025-03` → `2025-03-31`; `undated` has none and stays. */
export const lastDay = (date: string): string => {
  if (date.length === 10 || date === UNDATED) return date
  if (date.length === 4) return `${date}-12-31`
  const month = Number(date.slice(5, 7))
  return `${date}-${daysInMonth(month === 2 ? Number(date.slice(0, 4)) : 0, month)}`
}

/** The month of a date of month or day precision; a year stands for its last month. */
export const monthOf = (date: string): string => lastDay(date).slice(0, 7)

/**
 * Days since 1 January 1970 of the last day a date may mean: the number on a time axis. Counted, not
 * asked of `Date`, because a chart asks it for each of its points.
 */
export const dayNumber = (date: string): number => {
  if (date === UNDATED) return Number.NaN
  const year = Number(date.slice(0, 4))
  const month = date.length === 4 ? 12 : Number(date.slice(5, 7))
  const day = date.length === 10 ? Number(date.slice(8, 10)) : daysInMonth(year, month)
  // A year is counted from March, so that a leap day is its last.
  const years = month > 2 ? year : year - 1
  const months = (month + 9) % 12
  return (
    years * 365 +
    Math.floor(years / 4) -
    Math.floor(years / 100) +
    Math.floor(years / 400) +
    Math.floor((months * 153 + 2) / 5) +
    day -
    DAYS_TO_1970
  )
}

export const dayFromNumber = (days: number): string =>
  new Date(days * DAY).toISOString().slice(0, 10)

export const addDays = (day: string, days: number): string => dayFromNumber(dayNumber(day) + days)

/** `addMonths('2024-01', -12)` → `2023-01`. Months only: a month is never made into a day. */
export const addMonths = (month: string, months: number): string => {
  const [year, ofYear] = yearAndMonth(month)
  const count = year * 12 + (ofYear - 1) + months
  return `${Math.floor(count / 12)}-${pad((((count % 12) + 12) % 12) + 1)}`
}

export const monthsBetween = (from: string, to: string): number => {
  const [fromYear, fromMonth] = lastMonth(from)
  const [toYear, toMonth] = lastMonth(to)
  return (toYear - fromYear) * 12 + (toMonth - fromMonth)
}

/** The quarter of a date, as `2026-Q3`. */
export const quarterOf = (date: string): string => {
  const [year, month] = yearAndMonth(monthOf(date))
  return `${year}-Q${Math.ceil(month / 3)}`
}

/** The last day of each quarter that ends in `from`..`to`, both days included. */
export const quarterEnds = (from: string, to: string): string[] => {
  const ends: string[] = []
  const [year, month] = yearAndMonth(monthOf(from))
  for (
    let at = `${year}-${pad(Math.ceil(month / 3) * 3)}`;
    lastDay(at) <= to;
    at = addMonths(at, 3)
  )
    if (lastDay(at) >= from) ends.push(lastDay(at))
  return ends
}

const yearAndMonth = (date: string): [number, number] => [
  Number(date.slice(0, 4)),
  Number(date.slice(5, 7)),
]

/** A year stands for its last month. */
const lastMonth = (date: string): [number, number] =>
  date.length === 4 ? [Number(date), 12] : yearAndMonth(date)

const isRealDay = (day: string): boolean => {
  const [year, month] = yearAndMonth(day)
  return Number(day.slice(8)) <= daysInMonth(year, month)
}

const daysInMonth = (year: number, month: number): number =>
  month === 2 && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0))
    ? 28
    : (DAYS_OF_MONTHS[month - 1] ?? 0)

const pad = (number: number): string => String(number).padStart(2, '0')

const DAYS_OF_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const DAY = 86_400_000
/** From the day before 1 March of the year 0 to 1 January 1970. */
const DAYS_TO_1970 = 719_469
