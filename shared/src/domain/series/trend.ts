/**
 * One monthly series as the page of an area tells it: the change on the last quarter and on the same
 * month a year before, side by side, and whether it is within its usual range.
 */
import type { Series } from './break.ts'
import { type Change, changesUpTo, changeTo, netChange, newestOf } from './change.ts'
import type { KnownPoint } from './observation.ts'
import { type Xmr, xmrOf } from './xmr.ts'

export type Trend = {
  newest: KnownPoint
  onQuarter: Change | null
  onYear: Change | null
  /** Of the values of a flow, and of the net changes from month to month of anything else. */
  xmr: Xmr
}

/** Null where no value is complete. */
export const trendOf = (series: Series, isFlow: boolean): Trend | null => {
  const newest = newestOf(series)
  if (newest === null) return null
  const changes = changesUpTo(series, newest, { months: 1 })
  const stretch = [changes[0]?.from ?? newest, ...changes.map(({ to }) => to)]
  return {
    newest,
    onQuarter: changeTo(series, newest, 3),
    onYear: changeTo(series, newest, 12),
    xmr: xmrOf(isFlow ? stretch : changes.map(netChange)),
  }
}
