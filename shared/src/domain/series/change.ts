/**
 * How much a series changed between two dates: computed here for the page, the chart, the review,
 * the promise and the API. Between complete values of one source and one precision, never across a
 * break and never to a forecast.
 */
import { breakDays, isBroken, type Series } from './break.ts'
import { isComplete, type KnownPoint, type Point } from './observation.ts'
import { monthsBetween, UNDATED } from './period.ts'
import type { XmrValue } from './xmr.ts'

/** `change` is `to − from`, of the values as published. */
export type Change = { from: KnownPoint; to: KnownPoint; change: number }

/** Rounded to a millionth, so that 490.54 + 54.46 is 545 and no promise breaks on a binary digit. */
export const difference = (value: number, other: number): number =>
  Math.round((value - other) * 1e6) / 1e6

/** Complete, dated and no forecast. */
export const isFinal = (point: Point): point is KnownPoint =>
  isComplete(point) && point.date !== UNDATED && !point.flags.includes('f')

/** The newest value that is complete and no forecast. */
export const newestOf = ({ points }: Pick<Series, 'points'>): KnownPoint | null =>
  points.findLast(isFinal) ?? null

/** The value so many months before, to the very month; whether a break lies between is not asked. */
export const valueBefore = (
  points: readonly Point[],
  to: KnownPoint,
  months: number,
): KnownPoint | null =>
  points
    .filter(isFinal)
    .find(
      ({ source, date }) =>
        source === to.source &&
        date.length === to.date.length &&
        monthsBetween(date, to.date) === months,
    ) ?? null

/**
 * Null where there is no value of that very month, a break lies between, or a count over a time
 * would be compared with another season.
 */
export const changeTo = (series: Series, to: KnownPoint, months: number): Change | null =>
  series.seasonal && months % 12 !== 0 ? null : stepTo(series, to, months)

/**
 * The changes that lead up to a value in steps of so many months, oldest first, back to the first
 * hole, the first break or the first value that is not admitted: what limits are drawn from.
 */
export const changesUpTo = (
  series: Series,
  last: KnownPoint,
  { months, admits = () => true }: { months: number; admits?: (point: Point) => boolean },
): Change[] => {
  const changes: Change[] = []
  let change = stepTo(series, last, months)
  while (change !== null && admits(change.to) && admits(change.from)) {
    changes.unshift(change)
    change = stepTo(series, change.from, months)
  }
  return changes
}

export const netChange = ({ to, change }: Change): XmrValue => ({ date: to.date, value: change })

const stepTo = (series: Series, to: KnownPoint, months: number): Change | null => {
  const from = valueBefore(series.points, to, months)
  return from === null || isBroken(breakDays(series), from.date, to.date)
    ? null
    : { from, to, change: difference(to.value, from.value) }
}
