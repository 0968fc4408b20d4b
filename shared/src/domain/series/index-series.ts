/**
 * Values against one chosen date: as an index in which that date is 100, or as the change since.
 * Within one source only, never on a base of zero, never across a break, never to or from an
 * incomplete period, and counts over a time only with the same time of other years: such a value is
 * missing and says why.
 */
import { breakDays, isBroken } from './break.ts'
import { difference } from './change.ts'
import { isComplete, type KnownPoint, leastTrust, type Point } from './observation.ts'
import { monthOf, monthsBetween, precisionOf, UNDATED } from './period.ts'

export const RELATIVES = ['index', 'change'] as const
export type RelativeKind = (typeof RELATIVES)[number]

export type Relative = { kind: RelativeKind; base: string }

/** @param about.breaksOf the first days on which a source counts something else for this area. */
export const relativePoints = (
  points: readonly Point[],
  { kind, base }: Relative,
  about: { breaksOf: (source: string) => readonly string[]; seasonal: boolean },
): Point[] => {
  const sources = new Map(
    [...Map.groupBy(points, ({ source }) => source)].map(([source, own]) => {
      const days = breakDays({ points: own, breaks: about.breaksOf(source) })
      return [source, { base: baseOf(own, base), days }]
    }),
  )
  return points.map((point) => {
    const { base: from = null, days = [] } = sources.get(point.source) ?? {}
    return point.value === null
      ? point
      : relativePoint({ ...point, value: point.value }, from, kind, {
          days,
          seasonal: about.seasonal,
        })
  })
}

/** The complete value of the base date; a month means any day of it. */
const baseOf = (points: readonly Point[], base: string): KnownPoint | null => {
  const own = points.filter((point): point is KnownPoint => isComplete(point))
  return (
    own.find((point) => point.date === base) ??
    own.find((point) => isSameMonth(point, base)) ??
    null
  )
}

const relativePoint = (
  point: KnownPoint,
  base: KnownPoint | null,
  kind: RelativeKind,
  between: Between,
): Point => {
  const refused = refusalOf(point, base, kind, between)
  if (refused !== null || base === null)
    return { ...point, value: null, missing: 'z', why: refused ?? NO_BASE }
  return {
    ...point,
    value:
      kind === 'index' ? (point.value / base.value) * 100 : difference(point.value, base.value),
    trust: leastTrust([point.trust, base.trust]),
    flags: point.flags.includes('derived') ? point.flags : [...point.flags, 'derived'],
  }
}

type Between = { days: readonly string[]; seasonal: boolean }

const refusalOf = (
  point: Point,
  base: KnownPoint | null,
  kind: RelativeKind,
  { days, seasonal }: Between,
): string | null => {
  if (base === null) return NO_BASE
  if (kind === 'index' && base.value === 0)
    return 'The figure of the chosen date is 0, so no index can be computed from it.'
  if (point.date === UNDATED) return 'An undated figure is neither before nor after a date.'
  if (!isComplete(point)) return 'An incomplete period is not compared with a complete one.'
  if (seasonal && monthsBetween(base.date, point.date) % 12 !== 0)
    return 'What is counted over a month is compared with the same month of other years only.'
  const [from, to] = point.date < base.date ? [point, base] : [base, point]
  return isBroken(days, from.date, to.date)
    ? 'What is counted changed in between: no change is computed across a break.'
    : null
}

const isSameMonth = (point: Point, base: string): boolean =>
  precisionOf(base) === 'month' && precisionOf(point.date) === 'day' && monthOf(point.date) === base

const NO_BASE = 'There is no complete figure of this source for the chosen date.'
