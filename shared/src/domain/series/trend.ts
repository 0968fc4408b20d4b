/**
 * How a series changed: on the last quarter and on the same quarter a year before, side by side, and
 * the net change from value to value, on which limits may be drawn. Never across a break, a gap, or
 * to an incomplete period.
 */
import { isComplete, type KnownPoint, type Point } from './observation.ts'
import { addMonths, firstDay, lastDay, monthOf, precisionOf, UNDATED } from './period.ts'
import type { XmrValue } from './xmr.ts'

export type TrendChange = {
  from: KnownPoint
  to: KnownPoint
  /** `to − from`, of the values as published. */
  change: number
}

/** One source's points in date order, and the first days on which something else is counted. */
export type TrendInput = { points: readonly Point[]; breaks: readonly string[] }

/** Null where there is no value of that very month, or a break lies between. */
export const changeOverMonths = (input: TrendInput, months: number): TrendChange | null => {
  const to = newestOf(input)
  if (to === null || precisionOf(to.date) === 'year') return null
  const month = addMonths(monthOf(to.date), -months)
  const from = input.points.find(
    (point): point is KnownPoint =>
      isComplete(point) && precisionOf(point.date) !== 'year' && monthOf(point.date) === month,
  )
  return from === undefined || isBroken(input, from.date, to.date)
    ? null
    : { from, to, change: to.value - from.value }
}

/** The newest value that is complete and no forecast. */
export const newestOf = ({ points }: TrendInput): KnownPoint | null =>
  points
    .filter((point): point is KnownPoint => isComplete(point) && !point.flags.includes('f'))
    .filter((point) => point.date !== UNDATED)
    .at(-1) ?? null

/** The newest stretch of monthly values without gap or break: what limits are drawn from. */
export const newestStretch = (input: TrendInput): XmrValue[] => {
  const stretch: XmrValue[] = []
  let later: string | null = null
  for (const point of input.points.toReversed()) {
    if (point.date === UNDATED || precisionOf(point.date) === 'year') continue
    const follows = later === null || addMonths(monthOf(later), -1) === monthOf(point.date)
    if (!isComplete(point) || !follows) {
      if (stretch.length > 0) break
      continue
    }
    if (later !== null && isBroken(input, point.date, later)) break
    stretch.unshift({ date: point.date, value: point.value ?? 0 })
    later = point.date
  }
  return stretch
}

/** The change into each month of the newest stretch: one value fewer than it has. */
export const netChanges = (input: TrendInput): XmrValue[] =>
  newestStretch(input).flatMap((value, index, all) => {
    const before = all[index - 1]
    return before === undefined ? [] : [{ date: value.date, value: value.value - before.value }]
  })

const isBroken = ({ points, breaks }: TrendInput, from: string, to: string): boolean =>
  breaks.some((day) => lastDay(from) < firstDay(day) && firstDay(day) <= lastDay(to)) ||
  points.some((point) => point.flags.includes('b') && from < point.date && point.date <= to)
