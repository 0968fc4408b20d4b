/** Areas in order of one figure, as dots from zero. Ours is bold; what is missing stands last. */
import type { RankedArea } from '../../contract/ranking.ts'
import type { Trust } from '../../domain/series/observation.ts'
import { formatDateOf, formatRank } from '../../words/format.ts'
import { formatBrief, type Measure, measureNoun, measureTitle } from '../../words/measure.ts'
import { FLAG_TERMS, MISSING_TERMS, TRUST_TERMS } from '../../words/terms.ts'
import { type HeadlineContext, rankingHeadline } from '../words/headline.ts'
import { rankingSubtitle, rankingSummary } from '../words/ranking-summary.ts'
import { rankingTable } from '../words/ranking-table.ts'
import { atAGlance, type Chart, type ChartSize, type ChartSource } from './chart.ts'
import { MARKER_SIZES, type Tone } from './palette.ts'
import { type Axis, place, valueAxis } from './scale.ts'
import { textWidth, widestLine, wrapText } from './text-width.ts'

export type RankingOptions = Pick<ChartSize, 'width'> & {
  ours: readonly string[]
  measure: Measure
  isFlow: boolean
  /** What the areas are called: `BCUs`. */
  plural: string
  /** Of which those are named that a row is from. */
  sources?: readonly ChartSource[]
}

export type RankedDot = {
  key: string
  area: string
  ours: boolean
  tone: Tone
  /** The name, wrapped to its column. */
  lines: string[]
  y: number
  /** Null where the value is missing; `valueText` then says why. */
  x: number | null
  value: number | null
  valueText: string
  valueX: number
  anchor: 'start' | 'end'
  hollow: boolean
  trust: Trust | null
  /** `4th to 6th of 12`; empty where the value is missing. */
  rank: string
  observation: string | null
  words: string
}

export type RankingModel = Chart & {
  kind: 'ranking'
  x: Axis
  /** Where the dots' stems begin. */
  zero: number
  namesX: number
  dots: RankedDot[]
  empty: string | null
}

export const rankingModel = (
  ranked: readonly RankedArea[],
  options: RankingOptions,
): RankingModel => {
  const { width, measure } = options
  const rows = inOrder(ranked)
  const context: HeadlineContext & { plural: string } = { ...options, areaWords: {} }
  const subtitle = rankingSubtitle(rows, options)
  const headline =
    rankingHeadline(rows, options.ours, context) ?? `${measureTitle(measure)}, by area`
  const names = rows.map((row) =>
    wrapText(row.name, width * NAME_SHARE, LABEL, isOurs(row, options)),
  )
  const left =
    Math.ceil(Math.max(0, ...names.map((lines) => widestLine(lines, LABEL, true)))) + NAME_GAP
  const valueRoom = Math.max(
    0,
    ...rows.map((row) => textWidth(valueText(row, measure), LABEL, true)),
  )
  const hasNegative = rows.some((row) => (row.value ?? 0) < 0)
  const x = axisOf(rows, measure, [
    left + (hasNegative ? valueRoom + VALUE_GAP : 0),
    width - Math.ceil(valueRoom) - VALUE_GAP - EDGE,
  ])
  const heights = names.map((lines) => Math.max(ROW, lines.length * NAME_LINE + ROW_GAP))
  const bottom = TOP + heights.reduce((sum, height) => sum + height, 0)
  return {
    kind: 'ranking',
    width,
    height: bottom + BOTTOM,
    plot: { left: x.range[0], top: TOP, right: x.range[1], bottom },
    headline,
    subtitle,
    ...atAGlance(rankingSummary(rows, options, headline)),
    sources: (options.sources ?? []).filter(({ id }) => rows.some(({ source }) => source === id)),
    x,
    zero: place(x, 0),
    namesX: left - NAME_GAP,
    dots: rows.map((row, index) => {
      const above = heights.slice(0, index).reduce((sum, height) => sum + height, TOP)
      const y = above + (heights[index] ?? ROW) / 2
      return dotOf(row, { lines: names[index] ?? [], y, axis: x }, options)
    }),
    empty: rows.some((row) => row.value !== null) ? null : 'No figure to draw',
    table: rankingTable(rows, options, subtitle),
  }
}

/** Highest first; equal ones by name; missing ones last. */
const inOrder = (rows: readonly RankedArea[]): RankedArea[] =>
  [...rows].sort(
    (a, b) =>
      (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY) ||
      (a.name < b.name ? -1 : 1),
  )

const axisOf = (rows: readonly RankedArea[], measure: Measure, range: [number, number]): Axis =>
  valueAxis(
    rows.flatMap((row) => row.value ?? []),
    measure,
    {
      range,
      fromZero: true,
      ticks: Math.max(2, Math.min(6, Math.round((range[1] - range[0]) / TICK_ROOM))),
    },
  )

const dotOf = (
  row: RankedArea,
  { lines, y, axis }: { lines: string[]; y: number; axis: Axis },
  { ours, measure }: RankingOptions,
): RankedDot => {
  const mine = ours.includes(row.area)
  const tone: Tone = mine ? 'ours' : 'other'
  const x = row.value === null ? null : place(axis, row.value)
  const leftward = (row.value ?? 0) < 0
  const gap = MARKER_SIZES[tone] + VALUE_GAP / 2
  return {
    key: row.area,
    area: row.area,
    ours: mine,
    tone,
    lines,
    y,
    x,
    value: row.value,
    valueText: valueText(row, measure),
    valueX: (x ?? place(axis, 0)) + (leftward ? -gap : gap),
    anchor: leftward ? 'end' : 'start',
    hollow: row.trust !== 'primary' || row.flags.some((flag) => HOLLOW.includes(flag)),
    trust: row.trust,
    rank: rankOf(row),
    observation: row.observation,
    words: wordsOf(row, measure),
  }
}

const rankOf = ({ rankFrom, rankTo, of }: RankedArea): string =>
  rankFrom === null || rankTo === null ? '' : formatRank(rankFrom, rankTo, of)

const wordsOf = (row: RankedArea, measure: Measure): string =>
  row.value === null
    ? `${row.name}: ${valueText(row, measure)}`
    : [
        `${row.name}, ${formatDateOf(row)}: ${formatBrief(row.value, measure)} ${measureNoun(measure)}`,
        rankOf(row),
        row.trust === null || row.trust === 'primary' ? '' : TRUST_TERMS[row.trust].label,
        ...row.flags.map((flag) => FLAG_TERMS[flag].label),
      ]
        .filter((part) => part !== '')
        .join(', ')

const valueText = (row: RankedArea, measure: Measure): string =>
  row.value === null ? MISSING_TERMS[row.missing ?? 'x'].label : formatBrief(row.value, measure)

const isOurs = (row: RankedArea, { ours }: RankingOptions): boolean => ours.includes(row.area)

const HOLLOW = ['p', 'f', 'partial', 'mean']
const LABEL = 12.5
const NAME_SHARE = 0.34
const NAME_LINE = 15
const NAME_GAP = 10
const VALUE_GAP = 12
const EDGE = 4
const ROW = 22
const ROW_GAP = 8
const TOP = 6
const BOTTOM = 30
const TICK_ROOM = 80
