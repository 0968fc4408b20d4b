/** Where everything of a trend stands, in pixels. */
import type { SeriesReply, TargetLine } from '../../contract/series.ts'
import { UNDATED } from '../../domain/series/period.ts'
import type { Measure } from '../../words/measure.ts'
import type { SeriesLine } from '../lines/trend-lines.ts'
import type { ChartSize, Plot } from './chart.ts'
import { type EndLabel, endLabels, keyLines, labelColumn } from './end-labels.ts'
import { lineEnds } from './line-ends.ts'
import { type PlacedMark, placeMarks, shownMarks } from './marks.ts'
import {
  type PlottedLine,
  type PromisedLine,
  plottedLines,
  promisedLines,
} from './plotted-lines.ts'
import { type Axis, axisNote, ticksWidth, timeAxis, valueAxis } from './scale.ts'

export type TrendLayout = {
  height: number
  plot: Plot
  x: Axis
  y: Axis
  axisNote: string | null
  /** In place of lines when nothing can be drawn. */
  empty: string | null
  /** Others first, ours last, as they are painted. */
  lines: PlottedLine[]
  promises: PromisedLine[]
  breaks: PlacedMark[]
  events: PlacedMark[]
  labels: EndLabel[]
  /** Names for which there is no room at their ends; below the plot. */
  key: string[]
}

/** Margins first (ticks left, labels right, words above), then what is left is the plot. */
export const trendLayout = (
  lines: readonly SeriesLine[],
  reply: SeriesReply,
  measure: Measure,
  { width, height = width < NARROW ? NARROW_HEIGHT : HEIGHT }: ChartSize,
): TrendLayout => {
  const targets = reply.targets.filter((target) => target.path.length > 0)
  const drawn = lines.flatMap((line) => line.drawn)
  const values = [...drawn.map((point) => point.value), ...targetValues(targets)]
  const dates = [...drawn, ...targets.flatMap((target) => target.path)].map((at) => at.date)
  const axisOf = (range: [number, number]): Axis =>
    valueAxis(values, measure, {
      range,
      // Points that nothing joins are read by their distance from the axis, as dots and bars are.
      fromZero: lines.every((line) => line.runs.length === 0),
      ticks: Math.max(3, Math.round(height / TICK_ROOM)),
    })
  const unplaced = axisOf([0, 1])
  const left = Math.max(HALF_TICK, ticksWidth(unplaced) + TICK_GAP)
  const named = lineEnds(lines, targets, measure, null)
  const right = width - Math.max(HALF_TICK, labelColumn(named, width))
  const x = timeAxis(dates, [left, right])
  const lanes = width < NARROW ? 2 : 3
  const shown = shownMarks(reply.marks, lines, x)
  const marks = placeMarks(shown, x, width, lanes)
  const note = axisNote(unplaced, measure)
  const used =
    Math.max(-1, ...marks.filter((mark) => mark.text !== '').map((mark) => mark.lane)) + 1
  const top = TOP + (note === null ? 0 : NOTE) + used * LANE
  const finish = (key: string[]) => {
    const bottom = height - BOTTOM - key.length * KEY_LINE
    const y = axisOf([bottom, top])
    const ends = lineEnds(lines, targets, measure, { x, y })
    const column = {
      x: right,
      width: width - right,
      top: used > 0 ? top : top - TOP,
      bottom: bottom + TOP,
    }
    return { bottom, y, ...endLabels(ends, column), key }
  }
  const free = finish([])
  const placed = free.unnamed.length > 0 ? finish(keyLines(free.unnamed, width)) : free
  const plotted = plottedLines(lines, x, placed.y, shown)
  return {
    height,
    plot: { left, top, right, bottom: placed.bottom },
    x,
    y: placed.y,
    axisNote: note,
    empty: drawn.length > 0 ? null : emptyWords(lines),
    lines: [
      ...plotted.filter((line) => !line.ours),
      ...plotted.filter((line) => line.ours).reverse(),
    ],
    promises: promisedLines(targets, x, placed.y, measure),
    breaks: marks.filter((mark) => mark.kind === 'break'),
    events: marks.filter((mark) => mark.kind === 'event'),
    labels: placed.labels,
    key: placed.key,
  }
}

const targetValues = (targets: readonly TargetLine[]): number[] =>
  targets.flatMap((target) => target.path.map((step) => step.value))

const emptyWords = (lines: readonly SeriesLine[]): string =>
  lines.some((line) => line.points.some((point) => point.date === UNDATED && point.value !== null))
    ? 'No dated figure to draw; undated ones are in the table'
    : 'No figure to draw'

const NARROW = 480
const HEIGHT = 380
const NARROW_HEIGHT = 340
const TICK_ROOM = 70
const TICK_GAP = 12
/** Half of `Jan 2024` and a little: the first and the last date may not be cut off. */
const HALF_TICK = 32
const TOP = 10
const NOTE = 18
const LANE = 16
const BOTTOM = 28
const KEY_LINE = 16
