/** What may truly be said of some lines: values and dates that hold together, or nothing. */
import type { AreaType } from '../../domain/areas/area.ts'
import { isFinal, newestOf } from '../../domain/series/change.ts'
import { isComplete, type KnownPoint } from '../../domain/series/observation.ts'
import { monthsBetween } from '../../domain/series/period.ts'
import { isComparable, type SeriesLine } from '../lines/trend-lines.ts'

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
 * The last year of a line: to its newest value from that of twelve months before or, where there is
 * none, from the nearest of nine to fifteen months before. A line shorter than that tells where it
 * went since it last turned. Flows have seasons: theirs is the same month a year before or nothing.
 */
export const changeOf = (line: SeriesLine, isFlow: boolean): Change | null => {
  const to = newest(line)
  if (to === null) return null
  const away = (point: KnownPoint): number => monthsBetween(point.date, to.date)
  const [near, far] = isFlow ? [12, 12] : NEARLY_A_YEAR
  const [from] = line.drawn
    .filter((point) => isFinal(point) && away(point) >= near && away(point) <= far)
    .filter((point) => point.date.length === to.date.length && isComparable(line, point, to))
    .sort((a, b) => Math.abs(away(a) - 12) - Math.abs(away(b) - 12))
  if (from !== undefined) return { from, to }
  const run = runOf(line, to)
  const start = run[0]
  if (isFlow || start === undefined || away(start) > NEARLY_A_YEAR[1]) return null
  const turned = lastTurn(run)
  return turned === to ? null : { from: turned, to }
}

export type Turn = { kind: 'peak' | 'low'; at: KnownPoint }

/**
 * Where the line turned: the later of its highest and its lowest value in the unbroken run up to the
 * newest, less a wobble of under a tenth of what lies between them. Null where that is one of the two
 * values of the change, and for flows.
 */
export const turnOf = (line: SeriesLine, { from, to }: Change, isFlow: boolean): Turn | null => {
  if (isFlow) return null
  const run = runOf(line, to)
  const extreme = (sign: 1 | -1): KnownPoint =>
    run.reduce((best, point) => (sign * (point.value - best.value) >= 0 ? point : best), to)
  const [peak, low] = [extreme(1), extreme(-1)]
  const wobble = (peak.value - low.value) / 10
  const turns: Turn[] = [
    { kind: 'peak' as const, at: peak },
    { kind: 'low' as const, at: low },
  ].filter(({ at }) => at.value !== to.value && Math.abs(at.value - to.value) >= wobble)
  const [turn] = turns.sort((a, b) => (a.at.date < b.at.date ? 1 : -1))
  return turn === undefined || turn.at.value === from.value ? null : turn
}

/** The unbroken points up to the newest, it included. */
const runOf = (line: SeriesLine, to: KnownPoint): readonly KnownPoint[] => {
  const run = line.runs.find((points) => points.includes(to)) ?? [to]
  return run.slice(0, run.indexOf(to) + 1)
}

/** The point from which a run has gone one way only. */
const lastTurn = (run: readonly KnownPoint[]): KnownPoint => {
  const step = (at: number): number =>
    Math.sign((run[at]?.value ?? 0) - (run[at - 1]?.value ?? run[at]?.value ?? 0))
  let at = run.length - 1
  const way = step(at)
  while (at > 1 && step(at - 1) === way) at -= 1
  return run[Math.max(0, at - 1)] as KnownPoint
}

const NEARLY_A_YEAR = [9, 15] as const
