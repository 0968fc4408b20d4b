/**
 * How a series stands in a quarter: its value, the values three and twelve months before, and the
 * changes where these may be compared. Quarters end in the month of the value, so that a quarter
 * whose last month is missing is compared like with like.
 */
import type { Series } from '../series/break.ts'
import { changesUpTo, changeTo, isFinal, netChange, valueBefore } from '../series/change.ts'
import type { KnownPoint, Point } from '../series/observation.ts'
import { lastDay, monthOf } from '../series/period.ts'
import type { XmrValue } from '../series/xmr.ts'
import { mayDecide } from '../verdicts/evidence.ts'

export type QuarterChange = {
  now: KnownPoint | null
  quarterBefore: KnownPoint | null
  yearBefore: KnownPoint | null
  /** `now` less the value before; null where one is absent or a break lies between. */
  onQuarter: number | null
  onYear: number | null
}

export const changeIn = (
  series: Series,
  { from, to }: { from: string; to: string },
): QuarterChange => {
  const now = valueIn(series.points, from, to)
  const before = (months: number) => now && valueBefore(series.points, now, months)
  const change = (months: number) => now && (changeTo(series, now, months)?.change ?? null)
  return {
    now,
    quarterBefore: before(3),
    yearBefore: before(12),
    onQuarter: change(3),
    onYear: change(12),
  }
}

/**
 * The net changes of the quarters before, oldest first, from the last hole, break or doubtful value
 * on. Only figures that may decide count: noise of copying is not noise of staffing.
 */
export const changesBefore = (series: Series, now: KnownPoint): XmrValue[] => {
  const last = valueBefore(series.points, now, 3)
  return last === null
    ? []
    : changesUpTo(series, last, { months: 3, admits: isSure }).slice(-MOST_QUARTERS).map(netChange)
}

/** May a finding rest on it? */
export const isSure = (point: Point): boolean => mayDecide(point) && point.trust !== 'unverified'

/** The newest figure of the quarter that may decide; where none may, the newest complete one. */
const valueIn = (points: readonly Point[], from: string, to: string): KnownPoint | null => {
  const inside = points
    .filter(isFinal)
    .filter(({ date }) => date.length > 4)
    .filter(({ date }) => monthOf(date) >= monthOf(from) && monthOf(date) <= monthOf(to))
    .sort((a, b) => (lastDay(a.date) < lastDay(b.date) ? -1 : 1))
  return inside.findLast(isSure) ?? inside.at(-1) ?? null
}

const MOST_QUARTERS = 24
