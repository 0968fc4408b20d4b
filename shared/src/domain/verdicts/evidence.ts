/**
 * Evidence: the values of the one series that tests a reading, and what of them may decide.
 *
 * A figure decides only when it is known, complete, neither provisional nor a forecast, and at
 * least secondary; the others are kept to say why there is no verdict.
 */
import {
  isComplete,
  isKnown,
  type KnownPoint,
  type Point,
  type Trust,
} from '../series/observation.ts'
import { addDays, addMonths, lastDay } from '../series/period.ts'

/**
 * `wards` holds the number of wards of the reading's area: a value is in force from its date until
 * the next one. `cadenceMonths` are the months between two as-at dates, 0 for a source that was
 * published once; `lagDays` are the usual days from the as-at date to publication.
 */
export type Evidence = {
  points: readonly Point[]
  wards: readonly Point[]
  cadenceMonths: number
  lagDays: number
}

/** What stands on a day. `changedOn`: the first break after the definition that was promised on. */
export type Figures = {
  day: string
  /** Every point dated up to the day, in date order, missing and doubtful ones included. */
  points: readonly Point[]
  /** Those that may decide, in date order and before any break. */
  values: readonly KnownPoint[]
  /** Changes after the day too: they are only ever asked for the date of a value. */
  wards: readonly Point[]
  changedOn: string | null
  periodMonths: number
  lagDays: number
}

export const VERIFIED: readonly Trust[] = ['primary', 'secondary']

/** What may be used on `day` when the words were said of the definition of `comparableFrom`. */
export const admit = (
  evidence: Evidence,
  day: string,
  comparableFrom: string | null,
  trusts: readonly Trust[] = VERIFIED,
): Figures => {
  const points = datedUpTo(evidence.points, day)
  const trusted = points.filter((point) => trusts.includes(point.trust))
  const changedOn = firstBreak(trusted, comparableFrom)
  return {
    day,
    points,
    values: trusted
      .filter(mayDecide)
      .filter((point) => changedOn === null || lastDay(point.date) < lastDay(changedOn)),
    wards: evidence.wards.filter((point) => trusts.includes(point.trust)),
    changedOn,
    // A figure published once speaks for the month around its date, no longer.
    periodMonths: Math.max(1, evidence.cadenceMonths),
    lagDays: evidence.lagDays,
  }
}

/** Known, complete and final? Its trust is another question. */
export const mayDecide = (point: Point): point is KnownPoint =>
  isKnown(point) && isComplete(point) && !point.flags.some((flag) => flag === 'p' || flag === 'f')

/** Points dated up to the day, in date order whatever order they came in. */
export const datedUpTo = (points: readonly Point[], day: string): Point[] =>
  points
    .map((point) => ({ point, last: lastDay(point.date) }))
    .filter(({ last }) => last <= day)
    .sort((a, b) => (isBefore(a, b) ? -1 : 1))
    .map(({ point }) => point)

/** Is the value older than two publication periods and the usual lag? */
export const isOld = (value: Point, figures: Figures): boolean =>
  figures.day > addDays(monthsAfter(lastDay(value.date), 2 * figures.periodMonths), figures.lagDays)

/** The last day on which the value due at `due` may still be on its way to publication. */
export const waitEnds = (due: string, figures: Figures): string =>
  addDays(monthsAfter(due, figures.periodMonths), figures.lagDays)

/** The same day some months later; the end of a month stays the end of a month. */
export const monthsAfter = (day: string, months: number): string => {
  const month = addMonths(day.slice(0, 7), months)
  const end = lastDay(month)
  const same = month + day.slice(7)
  return day === lastDay(day.slice(0, 7)) || same > end ? end : same
}

const firstBreak = (points: readonly Point[], comparableFrom: string | null): string | null =>
  points.find(
    (point) =>
      point.flags.includes('b') &&
      comparableFrom !== null &&
      lastDay(point.date) > lastDay(comparableFrom),
  )?.date ?? null

type Dated = { point: Point; last: string }

const isBefore = (a: Dated, b: Dated): boolean => {
  if (a.last !== b.last) return a.last < b.last
  if (a.point.date !== b.point.date) return a.point.date < b.point.date
  return a.point.observation < b.point.observation
}
