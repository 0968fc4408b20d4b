/**
 * How a series stands in a quarter: its value, the values three and twelve months before, and the
 * changes where these may be compared. Quarters end in the month of the value, so that a quarter
 * whose last month is missing is compared like with like.
 */

import { isComplete, type KnownPoint, type Point } from '../series/observation.ts'
import { addMonths, dayNumber, monthOf, UNDATED } from '../series/period.ts'
import { mayDecide } from '../verdicts/evidence.ts'

export type QuarterChange = {
  now: KnownPoint | null
  quarterBefore: KnownPoint | null
  yearBefore: KnownPoint | null
  /** `now` less the value before; null where one is absent or a break lies between. */
  onQuarter: number | null
  onYear: number | null
}

/** @param breakDays first days of a new definition, geography or counting, as day numbers. */
export const changeIn = (
  points: readonly Point[],
  { from, to }: { from: string; to: string },
  breakDays: readonly number[],
): QuarterChange => {
  const now = valueIn(points, from, to)
  if (now === null) return NOTHING
  const before = (months: number): KnownPoint | null => valueBefore(points, now, months)
  const less = (other: KnownPoint | null): number | null =>
    other === null || isBroken(points, other, now, breakDays)
      ? null
      : rounded(now.value - other.value)
  const [quarterBefore, yearBefore] = [before(3), before(12)]
  return {
    now,
    quarterBefore,
    yearBefore,
    onQuarter: less(quarterBefore),
    onYear: less(yearBefore),
  }
}

/**
 * The changes of the quarters before, newest first, back to the first hole, break or doubtful value.
 * Only figures that may decide count: noise of copying is not noise of staffing.
 */
export const changesBefore = (
  points: readonly Point[],
  now: KnownPoint,
  breakDays: readonly number[],
): number[] => {
  const changes: number[] = []
  let later = valueBefore(points, now, 3)
  while (later !== null && isSure(later) && changes.length < MOST_QUARTERS) {
    const earlier = valueBefore(points, later, 3)
    if (earlier === null || !isSure(earlier) || isBroken(points, earlier, later, breakDays)) break
    changes.push(rounded(later.value - earlier.value))
    later = earlier
  }
  return changes
}

/** May a finding rest on it? */
export const isSure = (point: Point): boolean => mayDecide(point) && point.trust !== 'unverified'

/** The newest figure of the quarter that may decide; where none may, the newest complete one. */
const valueIn = (points: readonly Point[], from: string, to: string): KnownPoint | null => {
  const inside = points
    .filter(isFinal)
    .filter(
      (point) => monthOf(point.date) >= from.slice(0, 7) && monthOf(point.date) <= to.slice(0, 7),
    )
    .sort((a, b) => dayNumber(a.date) - dayNumber(b.date))
  return inside.findLast(isSure) ?? inside.at(-1) ?? null
}

const valueBefore = (
  points: readonly Point[],
  now: KnownPoint,
  months: number,
): KnownPoint | null => {
  const month = addMonths(monthOf(now.date), -months)
  return (
    points
      .filter(isFinal)
      .find(
        (point) =>
          point.source === now.source &&
          point.date.length === now.date.length &&
          monthOf(point.date) === month,
      ) ?? null
  )
}

const isFinal = (point: Point): point is KnownPoint =>
  point.date !== UNDATED && point.date.length > 4 && isComplete(point) && !point.flags.includes('f')

const isBroken = (
  points: readonly Point[],
  from: Point,
  to: Point,
  breakDays: readonly number[],
): boolean => {
  const [start, end] = [dayNumber(from.date), dayNumber(to.date)]
  const within = (day: number): boolean => start < day && day <= end
  return (
    breakDays.some(within) ||
    points.some(
      (point) =>
        point.flags.includes('b') && point.date !== UNDATED && within(dayNumber(point.date)),
    )
  )
}

/** Takes away the noise of binary fractions: 53.8 − 48.1 is 5.7, not 5.699999999999996. */
const rounded = (value: number): number => Math.round(value * 1e9) / 1e9

const NOTHING: QuarterChange = {
  now: null,
  quarterBefore: null,
  yearBefore: null,
  onQuarter: null,
  onYear: null,
}
const MOST_QUARTERS = 24
