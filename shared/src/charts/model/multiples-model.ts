/**
 * Small multiples: one small picture for each area, all on one shared pair of axes, so that heights
 * and dates may be compared from one to the next. Ours first; headline, words and table are those of
 * the lines.
 */
import type { SeriesReply } from '../../contract/series.ts'
import { dayNumber } from '../../domain/series/period.ts'
import { formatDateOf, formatShortMonth } from '../../words/format.ts'
import { formatBrief, type Measure } from '../../words/measure.ts'
import { markDay, type SeriesLine, seriesLines } from '../lines/trend-lines.ts'
import type { Chart, Plot } from './chart.ts'
import { shownMarks } from './marks.ts'
import { TICK_SIZE } from './palette.ts'
import { type PlottedLine, plottedLines } from './plotted-lines.ts'
import { type Axis, axisNote, place, ticksWidth, timeAxis, valueAxis } from './scale.ts'
import { textWidth, wrapText } from './text-width.ts'
import { type TrendOptions, trendModel } from './trend-model.ts'

export type Panel = {
  key: string
  ours: boolean
  /** The name, wrapped, and what stands below it: the newest figure, or that there is none. */
  title: string[]
  value: string
  x: number
  y: number
  plot: Plot
  /** Labels of the value axis stand in the first column only. */
  labelled: boolean
  xTicks: { at: number; label: string; anchor: 'start' | 'end' }[]
  yTicks: { at: number; label: string }[]
  lines: PlottedLine[]
  breaks: number[]
}

export type MultiplesModel = Chart & {
  kind: 'multiples'
  measure: Measure
  axisNote: string | null
  empty: string | null
  panels: Panel[]
}

export const multiplesModel = (reply: SeriesReply, options: TrendOptions): MultiplesModel => {
  const trend = trendModel(reply, options)
  const { width } = options
  const lines = seriesLines(reply, options.ours)
  const { measure } = trend
  const areas = [...new Set(lines.map((line) => line.area))]
  const drawn = lines.flatMap((line) => line.drawn)
  const axisOf = (range: [number, number]): Axis =>
    valueAxis(
      drawn.map((point) => point.value),
      measure,
      { range, fromZero: lines.every((line) => line.runs.length === 0), ticks: 3 },
    )
  const unplaced = axisOf([0, 1])
  const labelRoom = ticksWidth(unplaced) + 10
  const columns = Math.max(1, Math.min(areas.length, Math.floor((width - labelRoom) / LEAST_WIDTH)))
  const cell = (width - labelRoom + GAP) / columns
  const note = axisNote(unplaced, measure)
  const top = note === null ? 4 : 22
  const room = cell - GAP
  const titles = areas.map((area) =>
    wrapText(lines.find((line) => line.area === area)?.name ?? area, room, TITLE_SIZE, true),
  )
  const rows = Math.ceil(areas.length / columns)
  const titleLines = Array.from({ length: rows }, (_, row) =>
    Math.max(...titles.slice(row * columns, (row + 1) * columns).map((title) => title.length)),
  )
  const rowTops = titleLines.map((_, row) =>
    titleLines
      .slice(0, row)
      .reduce((sum, count) => sum + count * TITLE_LINE + VALUE_LINE + PLOT + FOOT, top),
  )
  const shown = reply.marks.filter((mark) => mark.kind === 'break')
  const height =
    (rowTops.at(-1) ?? top) + (titleLines.at(-1) ?? 1) * TITLE_LINE + VALUE_LINE + PLOT + FOOT
  const { headline, subtitle, summary, notes, sources } = trend
  return {
    kind: 'multiples',
    width,
    height,
    plot: { left: 0, top: 0, right: width, bottom: height },
    headline,
    subtitle: `${subtitle} · one shared axis`,
    summary,
    notes,
    sources,
    measure,
    get table() {
      return trend.table
    },
    axisNote: note,
    empty: trend.empty,
    panels: areas.map((area, index): Panel => {
      const [row, column] = [Math.floor(index / columns), index % columns]
      const left = labelRoom + column * cell
      const y = rowTops[row] ?? top
      const plotTop = y + (titleLines[row] ?? 1) * TITLE_LINE + VALUE_LINE
      const plot = { left, top: plotTop, right: left + room, bottom: plotTop + PLOT }
      const own = lines.filter((line) => line.area === area)
      const x = timeAxis(
        drawn.map((point) => point.date),
        [plot.left, plot.right],
      )
      const values = axisOf([plot.bottom, plot.top])
      const ours = own.some((line) => line.ours)
      return {
        key: area,
        ours,
        title: titles[index] ?? [],
        value: newestOf(own, measure),
        x: left,
        y,
        plot,
        labelled: column === 0,
        xTicks: ends(
          x,
          drawn.map((point) => point.date),
        ),
        yTicks: values.ticks.map(({ at, label }) => ({ at, label })),
        lines: plottedLines(own, x, values, shownMarks(reply.marks, own, x)),
        breaks: shownMarks(shown, own, x).map((mark) => place(x, markDay(mark))),
      }
    }),
  }
}

const newestOf = (lines: readonly SeriesLine[], measure: Measure): string => {
  const newest = lines
    .flatMap((line) => line.drawn.slice(-1))
    .sort((a, b) => (a.date < b.date ? 1 : -1))[0]
  return newest === undefined
    ? 'not published'
    : `${formatBrief(newest.value, measure)}, ${formatDateOf(newest)}`
}

/** The first and the last date are enough to find one's way in a small picture. */
const ends = (axis: Axis, dates: readonly string[]): Panel['xTicks'] => {
  const sorted = [...dates].sort((a, b) => dayNumber(a) - dayNumber(b))
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return []
  const start = { at: place(axis, dayNumber(first)), label: shortDate(first) }
  const end = { at: place(axis, dayNumber(last)), label: shortDate(last) }
  const room = textWidth(start.label, TICK_SIZE) + textWidth(end.label, TICK_SIZE) + GAP / 2
  return end.at - start.at < room
    ? [{ ...end, anchor: 'end' }]
    : [
        { ...start, anchor: 'start' },
        { ...end, anchor: 'end' },
      ]
}

const shortDate = (date: string): string =>
  date.length === 4 ? date : formatShortMonth(date.slice(0, 7))

const TITLE_SIZE = 13
const TITLE_LINE = 17
const VALUE_LINE = 20
const PLOT = 96
const FOOT = 40
const GAP = 22
const LEAST_WIDTH = 168
