/**
 * A reply as lines: one for each area × source, cut into runs. No pixels here.
 *
 * Only neighbours of one source are joined, and only when both are complete, nothing is missing
 * between them, no break lies between them, and the step is one that the source usually takes.
 */
import type { AreaSeries, Mark, SeriesReply, SourceLabel } from '../../contract/series.ts'
import type { AreaType } from '../../domain/areas/area.ts'
import { breakDays, breaksOf, isBroken } from '../../domain/series/break.ts'
import {
  isComplete,
  isKnown,
  type KnownPoint,
  type Point,
} from '../../domain/series/observation.ts'
import { dayNumber, firstDay, monthsBetween, UNDATED } from '../../domain/series/period.ts'
import { lowerFirst } from '../../words/measure.ts'

export type SeriesLine = {
  key: string
  area: string
  name: string
  type: AreaType
  ours: boolean
  /** Null where nothing at all is known of the area. */
  source: SourceLabel | null
  /** Every point, missing and undated ones too, in order of time; the table shows them all. */
  points: Point[]
  /** What can be drawn: known and dated. */
  drawn: KnownPoint[]
  /** Two or more points that a line may join. */
  runs: KnownPoint[][]
  isolated: KnownPoint[]
  /** Days on which what is counted changed: of marks that concern this line, of flagged points. */
  breakDays: string[]
}

export const seriesLines = (reply: SeriesReply, ours: readonly string[]): SeriesLine[] =>
  reply.series
    .flatMap((series) => linesOf(series, reply, ours))
    .sort((a, b) => placeOf(a, ours) - placeOf(b, ours))

/** The parts of a share as lines of their own, for the first of ours only: more would be a tangle. */
export const partLines = (reply: SeriesReply, ours: readonly string[]): SeriesLine[] => {
  const area = ours.find((code) => reply.series.some((series) => series.area === code))
  return (reply.parts ?? []).flatMap(({ metric, short, series }) =>
    series
      .filter((entry) => entry.area === area)
      .flatMap((entry) => linesOf(entry, reply, ours))
      .map((line) => ({
        ...line,
        key: `${line.key}|${metric}`,
        area: `${line.area}|${metric}`,
        name: `${line.name}: ${lowerFirst(short)}`,
      })),
  )
}

/** The first day on which the new definition, geography or counting holds. */
export const markDay = (mark: Pick<Mark, 'date'>): number => dayNumber(firstDay(mark.date))

/** May a change be computed from the one to the other? Not across a break, nor to half a period. */
export const isComparable = (line: SeriesLine, from: Point, to: Point): boolean =>
  isComplete(from) && isComplete(to) && !isBroken(line.breakDays, from.date, to.date)

const linesOf = (series: AreaSeries, reply: SeriesReply, ours: readonly string[]): SeriesLine[] => {
  return groups(series).map(({ source, points }) => {
    const label = reply.sources.find((candidate) => candidate.id === source) ?? null
    const empty: SeriesLine = {
      key: `${series.area}|${source}`,
      area: series.area,
      name: series.name,
      type: series.type,
      ours: ours.includes(series.area),
      source: label,
      points,
      drawn: points.filter(isKnown).filter((point) => point.date !== UNDATED),
      runs: [],
      isolated: [],
      breakDays: breakDays({
        points,
        breaks: breaksOf(reply.marks, { area: series.area, source }),
      }),
    }
    const stretches = cut(empty, label?.cadenceMonths ?? 0)
    return {
      ...empty,
      runs: stretches.filter((stretch) => stretch.length > 1),
      isolated: stretches.filter((stretch) => stretch.length === 1).flat(),
    }
  })
}

/** A missing value of a source that knows nothing here belongs to the line that does know. */
const groups = (series: AreaSeries): { source: string; points: Point[] }[] => {
  const points = [...series.points].sort((a, b) => timeOf(a) - timeOf(b))
  const known = [...new Set(points.filter(isKnown).map((point) => point.source))]
  const sources = known.length > 0 ? known : [points[0]?.source ?? '']
  return sources.map((source, index) => ({
    source,
    points: points.filter(
      (point) => point.source === source || (index === 0 && !sources.includes(point.source)),
    ),
  }))
}

const cut = (line: SeriesLine, cadenceMonths: number): KnownPoint[][] => {
  const stretches: KnownPoint[][] = []
  let open = false
  for (const point of line.points) {
    if (point.date === UNDATED) continue
    if (!isKnown(point)) {
      open = false
      continue
    }
    const stretch = stretches[stretches.length - 1]
    const before = stretch?.[stretch.length - 1]
    if (open && stretch && before && isJoined(line, before, point, cadenceMonths))
      stretch.push(point)
    else stretches.push([point])
    open = true
  }
  return stretches
}

const isJoined = (line: SeriesLine, from: Point, to: Point, cadenceMonths: number): boolean =>
  isComparable(line, from, to) &&
  from.flags.includes('f') === to.flags.includes('f') &&
  monthsBetween(from.date, to.date) <= LONGEST_STEP * cadenceMonths

const timeOf = (point: Point): number =>
  point.date === UNDATED ? Number.POSITIVE_INFINITY : dayNumber(point.date)

const placeOf = (line: SeriesLine, ours: readonly string[]): number =>
  line.ours ? ours.indexOf(line.area) : ours.length

const LONGEST_STEP = 1.5
