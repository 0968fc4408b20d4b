/** What may truly be said of some lines: values and dates that hold together, or nothing. */
import type { AreaType } from '../../domain/areas/area.ts'
import { newestOf, valueBefore } from '../../domain/series/change.ts'
import { isComplete, type KnownPoint } from '../../domain/series/observation.ts'
import { isComparable, type SeriesLine } from '../model/trend-lines.ts'

export type Change = { from: KnownPoint; to: KnownPoint }

/** Areas of one type on one date by one source; `of` of `all` areas shown have a value. */
export type Comparison = {
  type: AreaType
  date: string
  of: number
  all: number
  extreme: 'least' | 'most' | null
  least: { name: string; value: number }
  most: { name: string; value: number }
}

/** The line that sentences are about: ours with the newest complete value, else the only line. */
export const subjectOf = (lines: readonly SeriesLine[]): SeriesLine | null => {
  const able = lines.filter((line) => newest(line) !== null)
  const ours = able.filter((line) => line.ours)
  const mine = ours.filter((line) => line.area === ours[0]?.area)
  const latest = mine.sort((a, b) => ((newest(a)?.date ?? '') < (newest(b)?.date ?? '') ? 1 : -1))
  return latest[0] ?? (able.length === 1 ? (able[0] ?? null) : null)
}

/** The newest value that is complete and no forecast. */
export const newest = (line: SeriesLine): KnownPoint | null => newestOf({ points: line.drawn })

/** Null under three areas: then there is no "fewest". A tie has no extreme. */
export const comparisonOf = (
  lines: readonly SeriesLine[],
  subject: SeriesLine,
): Comparison | null => {
  const point = newest(subject)
  if (point === null) return null
  const peers = lines.flatMap((line) => {
    const match = line.drawn.find(
      (other) => other.date === point.date && other.source === point.source && isComplete(other),
    )
    return line.type === subject.type && match ? [{ name: line.name, value: match.value }] : []
  })
  const sorted = peers.sort((a, b) => a.value - b.value)
  const [least, second] = sorted
  const [beforeMost, most] = sorted.slice(-2)
  if (!least || !second || !beforeMost || !most || sorted.length < 3) return null
  const isLeast = least.value === point.value && second.value > point.value
  const isMost = most.value === point.value && beforeMost.value < point.value
  const all = new Set(lines.filter((line) => line.type === subject.type).map((line) => line.area))
  return {
    type: subject.type,
    date: point.date,
    of: sorted.length,
    all: all.size,
    extreme: isLeast ? 'least' : isMost ? 'most' : null,
    least,
    most,
  }
}

/**
 * From the start of the unbroken line to the newest value; flows have seasons, so theirs is from the
 * same month a year before.
 */
export const changeOf = (line: SeriesLine, isFlow: boolean): Change | null => {
  const to = newest(line)
  const run = line.runs.find((points) => points.some((point) => point === to))
  if (to === null || !run) return null
  const from = isFlow ? valueBefore(run, to, 12) : run[0]
  return from && from !== to && isComparable(line, from, to) ? { from, to } : null
}
