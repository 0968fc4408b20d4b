/**
 * The table that stands under a chart and repeats it, ours first. Number cells hold numbers only:
 * reason codes, trust and sources have columns of their own.
 */
import type { Point } from '../domain/observation.ts'
import { dayNumber, UNDATED } from '../domain/period.ts'
import { formatChange, formatDate } from '../words/format.ts'
import { codesOf, exactDecimals, formatExact, isPercent, type Measure } from '../words/measure.ts'
import { TRUST_TERMS } from '../words/terms.ts'
import { isComparable, type SeriesLine } from './trend-lines.ts'

export type TableColumn = { key: string; label: string; numeric: boolean; ours: boolean }

/** `observation` is where a number's evidence is; null for words. */
export type TableCell = { text: string; observation: string | null }

/** The first cell of a row is its heading. */
export type TableRow = { key: string; ours: boolean; cells: TableCell[] }

export type TableModel = { caption: string; columns: TableColumn[]; rows: TableRow[] }

/** Few dates: a row for each area and the change; many: a row for each date, newest first. */
export const trendTable = (
  lines: readonly SeriesLine[],
  measure: Measure,
  caption: string,
): TableModel => {
  const dates = datesOf(lines)
  const byArea = dates.length <= MOST_DATE_COLUMNS && lines.length > 1
  return {
    caption,
    ...(byArea ? areaRows(lines, dates, measure) : dateRows(lines, measure)),
  }
}

export const wordsCell = (text: string): TableCell => ({ text, observation: null })

/** No more decimals than the figures have: a whole number stays whole. */
export const decimalsNeeded = (values: readonly number[], measure: Measure): number => {
  if (isPercent(measure) || measure.per !== null) return exactDecimals(measure)
  const most = Math.max(0, ...values.map((value) => String(value).split('.')[1]?.length ?? 0))
  return Math.min(exactDecimals(measure), most)
}

const decimalsIn = (lines: readonly SeriesLine[], measure: Measure): number =>
  decimalsNeeded(
    lines.flatMap((line) => line.points.flatMap((point) => point.value ?? [])),
    measure,
  )

const areaRows = (
  lines: readonly SeriesLine[],
  dates: readonly string[],
  measure: Measure,
): Pick<TableModel, 'columns' | 'rows'> => {
  const decimals = decimalsIn(lines, measure)
  const dated = dates.filter((date) => date !== UNDATED)
  const [first, last] = [dated[0], dated[dated.length - 1]]
  const points = lines.map((line) =>
    dates.map((date) => line.points.find((at) => at.date === date)),
  )
  const hasChange = dated.length > 1
  const changeLabel = isPercent(measure) ? 'Change, percentage points' : 'Change'
  return {
    columns: [
      textColumn('area', 'Area'),
      ...dates.map((date) => numberColumn(date, formatDate(date), false)),
      ...(hasChange ? [numberColumn('change', changeLabel, false)] : []),
      textColumn('codes', 'Codes'),
      textColumn('trust', 'Trust'),
      textColumn('source', 'Source'),
    ],
    rows: byLatest(lines).map((line) => {
      const own = points[lines.indexOf(line)] ?? []
      const from = line.drawn.find((point) => point.date === first)
      const to = line.drawn.find((point) => point.date === last)
      const change =
        from && to && isComparable(line, from, to)
          ? formatChange(to.value - from.value, decimals)
          : ''
      return {
        key: line.key,
        ours: line.ours,
        cells: [
          wordsCell(line.name),
          ...own.map((point) => numberCell(point, measure, decimals)),
          ...(hasChange ? [wordsCell(change)] : []),
          wordsCell(unique(own.flatMap((point) => (point ? codesOf(point) : []))).join(' ')),
          wordsCell(unique(own.flatMap((point) => (point ? trustOf(point) : []))).join(', ')),
          wordsCell(line.source?.title ?? ''),
        ],
      }
    }),
  }
}

const dateRows = (
  lines: readonly SeriesLine[],
  measure: Measure,
): Pick<TableModel, 'columns' | 'rows'> => ({
  columns: [
    textColumn('date', 'Date'),
    ...lines.map((line) => numberColumn(line.key, columnName(line, lines), line.ours)),
    textColumn('codes', 'Codes'),
    textColumn('trust', 'Trust'),
  ],
  rows: rowDates(lines)
    .reverse()
    .map(({ date, turn }) => {
      const points = lines.map((line) => line.points.filter((at) => at.date === date)[turn])
      return {
        key: `${date}|${turn}`,
        ours: false,
        cells: [
          wordsCell(formatDate(date)),
          ...points.map((point, index) =>
            numberCell(point, measure, decimalsIn(lines.slice(index, index + 1), measure)),
          ),
          wordsCell(together(lines, points, (point) => codesOf(point).join(' '))),
          wordsCell(together(lines, points, (point) => trustOf(point).join(''))),
        ],
      }
    }),
})

/** `all [p]` is said once; else each column that has something is named. */
const together = (
  lines: readonly SeriesLine[],
  points: readonly (Point | undefined)[],
  say: (point: Point) => string,
): string => {
  const said = points.flatMap((point, index) =>
    point ? [{ name: columnName(lines[index] as SeriesLine, lines), text: say(point) }] : [],
  )
  const texts = unique(said.map((one) => one.text))
  if (texts.length === 1) return texts[0] ?? ''
  return said
    .filter((one) => one.text !== '')
    .map((one) => `${one.name} ${one.text}`)
    .join('; ')
}

/** A date has as many rows as one line has points on it: several undated ones are kept apart. */
const rowDates = (lines: readonly SeriesLine[]): { date: string; turn: number }[] =>
  datesOf(lines).flatMap((date) => {
    const most = Math.max(
      ...lines.map((line) => line.points.filter((point) => point.date === date).length),
    )
    return Array.from({ length: most }, (_, turn) => ({ date, turn }))
  })

const datesOf = (lines: readonly SeriesLine[]): string[] => {
  const dates = unique(lines.flatMap((line) => line.points.map((point) => point.date)))
  const dated = dates.filter((date) => date !== UNDATED)
  return [
    ...dates.filter((date) => date === UNDATED),
    ...dated.sort((a, b) => dayNumber(a) - dayNumber(b)),
  ]
}

const byLatest = (lines: readonly SeriesLine[]): SeriesLine[] =>
  [...lines].sort(
    (a, b) =>
      Number(b.ours) - Number(a.ours) ||
      (b.drawn.at(-1)?.value ?? Number.NEGATIVE_INFINITY) -
        (a.drawn.at(-1)?.value ?? Number.NEGATIVE_INFINITY),
  )

const columnName = (line: SeriesLine, lines: readonly SeriesLine[]): string =>
  lines.some((other) => other !== line && other.area === line.area)
    ? `${line.name}, ${line.source?.title ?? 'no source'}`
    : line.name

const numberCell = (point: Point | undefined, measure: Measure, decimals: number): TableCell =>
  point === undefined || point.value === null
    ? wordsCell('')
    : { text: formatExact(point.value, measure, decimals), observation: point.observation }

const trustOf = (point: Point): string[] =>
  point.value === null ? [] : [TRUST_TERMS[point.trust].label]

const textColumn = (key: string, label: string): TableColumn => ({
  key,
  label,
  numeric: false,
  ours: false,
})

const numberColumn = (key: string, label: string, ours: boolean): TableColumn => ({
  key,
  label,
  numeric: true,
  ours,
})

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)]

const MOST_DATE_COLUMNS = 4
