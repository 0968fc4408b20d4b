/**
 * Numbers and dates as people read them, in en-GB. Written out by hand because `Intl` data differs
 * between Node, browsers and versions, and a figure may not read differently on paper and screen.
 */
import {
  addMonths,
  monthOf,
  type Precision,
  precisionOf,
  UNDATED,
} from '../domain/series/period.ts'

/** `1234.5` → `1,235`; halves round away from zero; nothing is ever shown as minus zero. */
export const formatNumber = (value: number, decimals = 0): string => {
  const digits = roundedDigits(Math.abs(value), decimals)
  return `${value < 0 && /[1-9]/.test(digits) ? MINUS : ''}${grouped(digits)}`
}

/** A difference: `+34`, `−1,100`, and `0` where nothing is left after rounding. */
export const formatChange = (value: number, decimals = 0): string => {
  const text = formatNumber(value, decimals)
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text
}

/** A value that already is per cent: `21.6%`. */
export const formatPercent = (percent: number): string => `${formatNumber(percent, 1)}%`

/** A part as per cent of its whole; null on a whole under 20, where per cent would mislead. */
export const formatShare = (part: number, whole: number): string | null =>
  whole < SMALLEST_BASE ? null : formatPercent((part / whole) * 100)

/** The change as per cent of where it began; null on a base under 20. */
export const formatPercentChange = (from: number, to: number): string | null =>
  from < SMALLEST_BASE ? null : `${formatChange(((to - from) / from) * 100, 1)}%`

/** The difference of two percentages: `+5.7 percentage points`. */
export const formatPoints = (difference: number): string =>
  `${formatChange(difference, 1)} percentage points`

export const formatRate = (rate: number): string => formatNumber(rate, 2)

/** `formatOneForEvery(2.008, 'officer', 'residents')` → `one officer for every 498 residents`. */
export const formatOneForEvery = (perThousand: number, one: string, many: string): string | null =>
  perThousand > 0 ? `one ${one} for every ${formatNumber(1000 / perThousand)} ${many}` : null

/** `1st`, `2nd`, `11th`. */
export const formatOrdinal = (place: number): string => {
  const teen = place % 100 >= 11 && place % 100 <= 13
  return `${place}${(teen ? undefined : ['th', 'st', 'nd', 'rd'][place % 10]) ?? 'th'}`
}

/** `5th of 12`, or `4th to 6th of 12` where the figures allow no single place. */
export const formatRank = (from: number, to: number, of: number): string =>
  `${from === to ? formatOrdinal(from) : `${formatOrdinal(from)} to ${formatOrdinal(to)}`} of ${of}`

/** `Haringey, Enfield and Barnet`. */
export const formatList = (items: readonly string[]): string =>
  items.length < 2
    ? (items[0] ?? '')
    : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`

/** `Haringey, Enfield, Barnet and 40 more`: a sentence is no place for a list of all. */
export const formatSome = (items: readonly string[], most = 3): string =>
  formatList(
    items.length <= most + 1 ? items : [...items.slice(0, most), `${items.length - most} more`],
  )

/** `31 March 2025`, `March 2025`, `2018`, `undated`: never more precise than it was published. */
export const formatDate = (date: string): string => DATE_FORMATS[precisionOf(date)](date)

/** `Mar 2025`, for an axis. */
export const formatShortMonth = (month: string): string =>
  `${monthName(month).slice(0, 3)} ${month.slice(0, 4)}`

/** For sentences: `in March 2025`, `at 31 March 2025`, `in 2018`. */
export const formatIn = (date: string): string =>
  date === UNDATED
    ? 'at an unknown date'
    : `${precisionOf(date) === 'day' ? 'at' : 'in'} ${formatDate(date)}`

/** The date of a value: `July 2026`, or `mean of the 12 months to July 2026` for one flagged so. */
export const formatDateOf = (dates: Dated): string =>
  isMean(dates) ? `mean of the 12 months to ${formatDate(dates.date)}` : formatDate(dates.date)

/** The same for a sentence: `in July 2026`, or `as the mean of the 12 months to July 2026`. */
export const formatInOf = (dates: Dated): string =>
  isMean(dates) ? `as the ${formatDateOf(dates)}` : formatIn(dates.date)

/** A stock: `as at 31 March 2025`. */
export const formatAsAt = (date: string): string =>
  date === UNDATED ? UNDATED : `as at ${formatDate(date)}`

/** `July to September 2026`, `November 2025 to January 2026`, `2011 to 2019`. */
export const formatPeriod = (from: string, to: string): string => {
  if (from === to) return formatDate(to)
  const sameYear = from.slice(0, 4) === to.slice(0, 4)
  const shorten = sameYear && precisionOf(from) !== 'year' && precisionOf(to) !== 'year'
  const start = shorten ? formatDate(from).slice(0, -YEAR_AND_SPACE) : formatDate(from)
  return `${start} to ${formatDate(to)}`
}

/** A flow over the `months` that end in the month of `date`: `July to September 2026`. */
export const formatFlow = (date: string, months = 1): string =>
  date === UNDATED || precisionOf(date) === 'year'
    ? formatDate(date)
    : formatPeriod(addMonths(monthOf(date), 1 - months), monthOf(date))

/** `2026-Q3` → `July to September 2026`. */
export const formatQuarter = (quarter: string): string => {
  const last = Number(quarter.slice(-1)) * 3
  return formatFlow(`${quarter.slice(0, 4)}-${String(last).padStart(2, '0')}`, 3)
}

type Dated = { date: string; flags?: readonly string[] | undefined }

const isMean = ({ flags = [] }: Dated): boolean => flags.includes('mean')

/** Rounds the shortest decimal text of the number, so that 1.005 is not the 1.00499… behind it. */
const roundedDigits = (size: number, decimals: number): string => {
  const [mantissa, exponent = '0'] = String(size).split('e')
  const whole = Math.round(Number(`${mantissa}e${Number(exponent) + decimals}`))
  return (whole / 10 ** decimals).toFixed(decimals)
}

const grouped = (digits: string): string => {
  const [whole = '', fraction] = digits.split('.')
  const commas = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? commas : `${commas}.${fraction}`
}

const monthName = (date: string): string => MONTHS[Number(date.slice(5, 7)) - 1] ?? ''

const DATE_FORMATS: Record<Precision, (date: string) => string> = {
  day: (date) => `${Number(date.slice(8))} ${monthName(date)} ${date.slice(0, 4)}`,
  month: (date) => `${monthName(date)} ${date.slice(0, 4)}`,
  year: (date) => date,
  unknown: () => UNDATED,
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const MINUS = '−'
const SMALLEST_BASE = 20
const YEAR_AND_SPACE = 5
