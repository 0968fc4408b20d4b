/** An XmR chart: values, their mean and limits, and the values that are signals. */
import { dayNumber } from '../../domain/series/period.ts'
import type { Xmr, XmrPoint } from '../../domain/series/xmr.ts'
import { formatDate } from '../../words/format.ts'
import { formatBrief, formatExact, type Measure, measureNoun } from '../../words/measure.ts'
import { limitsWords, ruleWords, xmrSentences } from '../../words/trend.ts'
import { numberColumn, type TableModel, textColumn, wordsCell } from '../words/table-model.ts'
import type { Chart, ChartSize } from './chart.ts'
import { TICK_SIZE } from './palette.ts'
import { type Axis, place, type Tick, ticksWidth, timeAxis, valueAxis } from './scale.ts'
import { textWidth } from './text-width.ts'

export type XmrOptions = ChartSize & {
  measure: Measure
  /** Whose figures these are: `North Area: Officers (FTE), monthly change`. */
  title: string
}

export type XmrModel = Chart & {
  kind: 'xmr'
  xTicks: Tick[]
  /** Without values: zero is a line like the others here, and the mean the one that counts. */
  yTicks: Omit<Tick, 'value'>[]
  points: { date: string; x: number; y: number; isSignal: boolean; words: string }[]
  limits: { x1: number; x2: number; mean: number; upper: number; lower: number }[]
  /** What the limits are, beside their ends. */
  ends: { y: number; text: string }[]
}

export const xmrModel = (
  xmr: Xmr,
  { width, height = HEIGHT, measure, title }: XmrOptions,
): XmrModel => {
  const limits = xmr.limits === null ? [] : [xmr.limits]
  const values = [
    ...xmr.points.map((point) => point.value),
    ...limits.flatMap(({ upper, lower }) => [upper, lower]),
  ]
  const axisOf = (range: [number, number]): Axis =>
    valueAxis(values, measure, { range, fromZero: false, ticks: 4 })
  const ends = limits.flatMap(({ upper, mean, lower }) =>
    [
      { at: upper, name: 'upper limit' },
      { at: mean, name: 'mean' },
      { at: lower, name: 'lower limit' },
    ].map(({ at, name }) => ({ at, text: `${name} ${formatBrief(at, measure)}` })),
  )
  const endsWidth = Math.max(0, ...ends.map(({ text }) => textWidth(text, TICK_SIZE)))
  const plot = {
    left: Math.max(LEAST_LABEL, ticksWidth(axisOf([0, 1]))) + GAP,
    top: 10,
    right: width - endsWidth - GAP,
    bottom: height - 26,
  }
  const dates = xmr.points.map((point) => point.date)
  const x = timeAxis(dates, [plot.left, plot.right])
  const y = axisOf([plot.bottom, plot.top])
  return {
    kind: 'xmr',
    width,
    height,
    plot,
    headline: title,
    subtitle: limits.map((own) => limitsWords(own, measure)).join(''),
    summary: xmrSentences(xmr),
    notes: [],
    sources: [],
    get table() {
      return xmrTable(xmr, measure, title)
    },
    xTicks: x.ticks,
    yTicks: y.ticks.map(({ at, label }) => ({ at, label })),
    points: xmr.points.map((point) => ({
      date: point.date,
      x: place(x, dayNumber(point.date)),
      y: place(y, point.value),
      isSignal: point.rules.length > 0,
      words: pointWords(point, measure),
    })),
    limits: limits.map(({ from, to, mean, upper, lower }) => ({
      x1: place(x, dayNumber(from)),
      x2: place(x, dayNumber(to)),
      mean: place(y, mean),
      upper: place(y, upper),
      lower: place(y, lower),
    })),
    ends: ends.map(({ at, text }) => ({ y: place(y, at), text })),
  }
}

const pointWords = (point: XmrPoint, measure: Measure): string =>
  [
    `${formatDate(point.date)}: ${formatBrief(point.value, measure)} ${measureNoun(measure)}`,
    ...(point.rules.length === 0 ? [] : [ruleWords(point)]),
  ].join(', ')

/** The newest first, each signal with the rules that it breaks. */
const xmrTable = (xmr: Xmr, measure: Measure, title: string): TableModel => ({
  caption: xmr.limits === null ? title : `${title}. ${limitsWords(xmr.limits, measure)}`,
  columns: [
    textColumn('date', 'Month'),
    numberColumn('value', 'Value'),
    textColumn('signal', 'Signal'),
  ],
  rows: xmr.points.toReversed().map((point) => ({
    key: point.date,
    ours: false,
    cells: [
      wordsCell(formatDate(point.date)),
      wordsCell(formatExact(point.value, measure)),
      wordsCell(point.rules.length === 0 ? '' : ruleWords(point)),
    ],
  })),
})

const HEIGHT = 240
const GAP = 12
const LEAST_LABEL = 20
