/** Lines and promised levels in pixels. */
import type { Mark, TargetLine } from '../../contract/series.ts'
import { concerns } from '../../domain/series/break.ts'
import type { Flag, KnownPoint, Trust } from '../../domain/series/observation.ts'
import { dayNumber } from '../../domain/series/period.ts'
import { formatDateOf } from '../../words/format.ts'
import { formatBrief, type Measure, measureNoun } from '../../words/measure.ts'
import { FLAG_TERMS, TRUST_TERMS } from '../../words/terms.ts'
import { markDay, type SeriesLine } from '../lines/trend-lines.ts'
import { markWords } from '../words/summary.ts'
import { LINE_WIDTHS, type Marker, strokeOf, type Tone } from './palette.ts'
import { type Axis, pixel, place } from './scale.ts'

export type PlottedPoint = {
  date: string
  /** Days since 1970 of the last day that the date may mean: the position on the time axis. */
  day: number
  value: number
  x: number
  y: number
  /** Is a marker drawn? Points within a dense line have none. */
  marked: boolean
  hollow: boolean
  trust: Trust
  flags: Flag[]
  observation: string
  /** What changed or happened since the point before, in words; empty where nothing did. */
  since: string
}

export type PlottedLine = {
  key: string
  area: string
  name: string
  ours: boolean
  tone: Tone
  width: number
  dash: string | null
  marker: Marker
  /** Each is joined within, and to no other. */
  runs: PlottedPoint[][]
  isolated: PlottedPoint[]
  /** All of the above in order of time. */
  points: PlottedPoint[]
}

export type PromisedLine = {
  key: string
  promise: string
  area: string
  label: string
  /** What was promised last, with its unit. */
  value: string
  points: { day: number; value: number; x: number; y: number }[]
}

export const plottedLines = (
  lines: readonly SeriesLine[],
  x: Axis,
  y: Axis,
  marks: readonly Mark[] = [],
): PlottedLine[] => {
  const ours = lines.filter((line) => line.ours)
  return lines
    .filter((line) => line.drawn.length > 0)
    .map((line) => withMarks(plottedLine(line, ours.indexOf(line), x, y), line, marks))
}

/** What changed or happened since the value before is spoken with the value after it. */
const withMarks = (plotted: PlottedLine, line: SeriesLine, marks: readonly Mark[]): PlottedLine => {
  const own = marks
    .filter((mark) => concerns(mark, { area: line.area, source: line.source?.id }))
    .map((mark) => ({ mark, day: markDay(mark) }))
  if (own.length === 0) return plotted
  const since = (point: PlottedPoint, index: number): PlottedPoint => {
    const before = plotted.points[index - 1]
    const passed = own.filter(
      ({ day }) => before !== undefined && before.day < day && day <= point.day,
    )
    return passed.length === 0
      ? point
      : {
          ...point,
          since: passed.map(({ mark }) => markWords(mark)).join('; '),
        }
  }
  return { ...plotted, points: plotted.points.map(since) }
}

/** A promised level of a single date is a short dash at that date, not a line through all time. */
export const promisedLines = (
  targets: readonly TargetLine[],
  x: Axis,
  y: Axis,
  measure: Measure,
): PromisedLine[] =>
  targets.flatMap((target) => {
    const points = target.path.map(({ date, value }) => ({
      day: dayNumber(date),
      value,
      x: place(x, dayNumber(date)),
      y: place(y, value),
    }))
    const last = points[points.length - 1]
    if (!last) return []
    const [left, right] = x.range
    const dash = [
      { ...last, x: pixel(Math.max(left, last.x - HALF_DASH)) },
      { ...last, x: pixel(Math.min(right, last.x + HALF_DASH)) },
    ]
    return [
      {
        key: `${target.promise}|${target.reading}|${target.area}`,
        promise: target.promise,
        area: target.area,
        label: target.label,
        value: formatBrief(last.value, measure),
        points: points.length === 1 ? dash : points,
      },
    ]
  })

/**
 * A point as a sentence, for the live region: `North Area, March 2025: 1,294 officers (FTE),
 * unverified`. Not a part of the model, of whose thousand points a reader asks a few.
 */
export const pointWords = (name: string, point: PlottedPoint, measure: Measure): string => {
  const words = [
    `${name}, ${formatDateOf(point)}: ${formatBrief(point.value, measure)} ${measureNoun(measure)}`,
    ...(point.trust === 'primary' ? [] : [TRUST_TERMS[point.trust].label]),
    ...point.flags.map((flag) => FLAG_TERMS[flag].label),
  ].join(', ')
  return point.since === '' ? words : `${words}. Before it: ${point.since}`
}

const plottedLine = (line: SeriesLine, place: number, x: Axis, y: Axis): PlottedLine => {
  const tone: Tone = line.ours ? 'ours' : 'other'
  const dense = isDense(line, x)
  const plot = (point: KnownPoint, alone: boolean): PlottedPoint =>
    plottedPoint(point, alone || (!dense && (line.ours || point.trust !== 'primary')), x, y)
  const runs = line.runs.map((run) => run.map((point) => plot(point, false)))
  const isolated = line.isolated.map((point) => plot(point, true))
  return {
    key: line.key,
    area: line.area,
    name: line.name,
    ours: line.ours,
    tone,
    width: LINE_WIDTHS[tone],
    ...strokeOf(Math.max(0, place)),
    runs,
    isolated,
    points: [...runs.flat(), ...isolated].sort((a, b) => a.day - b.day),
  }
}

const plottedPoint = (point: KnownPoint, marked: boolean, x: Axis, y: Axis): PlottedPoint => {
  const day = dayNumber(point.date)
  return {
    date: point.date,
    day,
    value: point.value,
    x: place(x, day),
    y: place(y, point.value),
    marked: marked || point.trust === 'unverified' || point.flags.includes('p'),
    hollow: point.trust !== 'primary' || point.flags.some((flag) => HOLLOW.includes(flag)),
    trust: point.trust,
    flags: point.flags,
    observation: point.observation,
    since: '',
  }
}

/** Too close together for a marker on each. */
const isDense = (line: SeriesLine, x: Axis): boolean => {
  const [first, last] = [line.drawn[0], line.drawn[line.drawn.length - 1]]
  if (!first || !last || line.drawn.length < 2) return false
  const width = place(x, dayNumber(last.date)) - place(x, dayNumber(first.date))
  return width / (line.drawn.length - 1) < MARKER_ROOM
}

const HOLLOW: readonly Flag[] = ['p', 'f', 'partial', 'mean']
const HALF_DASH = 16
const MARKER_ROOM = 20
