/**
 * The table that stands under a chart and repeats it, ours first. Number cells hold numbers only:
 * reason codes, trust and sources have columns of their own.
 */
import type { Mark } from '../../contract/series.ts'
import type { Point } from '../../domain/series/observation.ts'
import { dayNumber, UNDATED } from '../../domain/series/period.ts'
import { formatChange, formatDate, formatDateOf } from '../../words/format.ts'
import {
  codesOf,
  exactDecimals,
  formatExact,
  isPercent,
  type Measure,
} from '../../words/measure.ts'
import { MISSING_TERMS, TRUST_TERMS } from '../../words/terms.ts'
import { leftOut } from '../lines/left-out.ts'
import { isComparable, markDay, type SeriesLine } from '../lines/trend-lines.ts'

export type TableColumn = { key: string; label: string; numeric: boolean; ours: boolean }

/** `observation` is where a number's evidence is; null for words. */
export type TableCell = { text: string; observation: string | null }

/** The first cell of a row is its heading. */
export type TableRow = {
  key: string
  ours: boolean
  cells: TableCell[]
  /** Words across the row in place of figures: what changed or happened on the date. */
  note?: string
}

export type TableModel = { caption: string; columns: TableColumn[]; rows: TableRow[] }

/** Few dates: a row for each area and the change; many: a row for each date, newest first. */
export const trendTable = (
  lines: readonly SeriesLine[],
  measure: Measure,
  caption: string,
  marks: readonly Mark[] = [],
): TableModel => {
  const dates = datesOf(lines)
  const byArea = dates.length <= MOST_DATE_COLUMNS && lines.length > 1
  const model = byArea ? areaRows(lines, dates, measure) : dateRows(lines, measure)
  return { caption, ...model, rows: byArea ? model.rows : withMarks(model, marks) }
}

/** Breaks and events as rows of their own, between the dates that they lie between. */
const withMarks = (
  { columns, rows }: Pick<TableModel, 'columns' | 'rows'>,
  marks: readonly Mark[],
): TableRow[] => {
  const codes = columns.findIndex(({ key }) => key === 'codes')
  const dated = rows.map((row) => ({ row, day: dayOfRow(row) }))
  const marked = marks.map((mark) => {
    const note = `${mark.kind === 'break' ? '[b] ' : 'Event: '}${mark.label}`
    const cells = columns.map((_, index) =>
      wordsCell(index === 0 ? formatDate(mark.date) : index === codes ? note : ''),
    )
    return { day: markDay(mark), row: { key: `mark|${mark.id}`, ours: false, cells, note } }
  })
  // Rows are in order, the newest first; a mark stands below the first value that it concerns.
  return [...dated, ...marked].sort((a, b) => b.day - a.day).map(({ row }) => row)
}

/** Undated rows stay where they are, at the end. */
const dayOfRow = ({ key }: TableRow): number => {
  const date = key.split('|')[0] ?? ''
  return date === UNDATED ? Number.NEGATIVE_INFINITY : dayNumber(date)
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
  const isLeftOut = leftOut(lines)
  const hasChange = dated.length > 1
  const changeLabel = isPercent(measure) ? 'Change, percentage points' : 'Change'
  return {
    columns: [
      textColumn('area', 'Area'),
      ...dates.map((date) => numberColumn(date, dateWords(date, points.flat()))),
      ...(hasChange ? [numberColumn('change', changeLabel)] : []),
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
          wordsCell(
            unique(
              own.flatMap((point, index) => codesAt(point, isLeftOut(line, dates[index] ?? ''))),
            ).join(' '),
          ),
          wordsCell(unique(own.flatMap((point) => (point ? trustOf(point) : []))).join(', ')),
          wordsCell(line.source?.title ?? ''),
        ],
      }
    }),
  }
}

/** Of values of one date that are all means, the date says so. */
const dateWords = (date: string, points: readonly (Point | undefined)[]): string => {
  const own = points.filter((point) => point?.date === date && point.value !== null)
  const isMean = own.length > 0 && own.every((point) => point?.flags.includes('mean'))
  return formatDateOf({ date, flags: isMean ? ['mean'] : [] })
}

const dateRows = (
  lines: readonly SeriesLine[],
  measure: Measure,
): Pick<TableModel, 'columns' | 'rows'> => {
  const names = lines.map((line) => columnName(line, lines))
  const decimals = lines.map((line) => decimalsIn([line], measure))
  const byDate = lines.map((line) => Map.groupBy(line.points, (point) => point.date))
  const isLeftOut = leftOut(lines)
  return {
    columns: [
      textColumn('date', 'Date'),
      ...lines.map((line, index) => numberColumn(line.key, names[index] ?? '', line.ours)),
      textColumn('codes', 'Codes'),
      textColumn('trust', 'Trust'),
    ],
    rows: rowDates(lines, byDate)
      .reverse()
      .map(({ date, turn }) => {
        const points = byDate.map((dates) => dates.get(date)?.[turn])
        return {
          key: `${date}|${turn}`,
          ours: false,
          cells: [
            wordsCell(dateWords(date, points)),
            ...points.map((point, index) => numberCell(point, measure, decimals[index] ?? 0)),
            wordsCell(
              together(
                names,
                lines.map((line, index) => {
                  const point = points[index]
                  const isLacking = turn === 0 && isLeftOut(line, date)
                  return point || isLacking ? codesAt(point, isLacking).join(' ') : null
                }),
              ),
            ),
            wordsCell(
              together(
                names,
                points.map((point) => (point ? trustOf(point).join('') : null)),
              ),
            ),
          ],
        }
      }),
  }
}

const codesAt = (point: Point | undefined, isLeftOutHere: boolean): string[] =>
  point ? codesOf(point) : isLeftOutHere ? [MISSING_TERMS.x.mark] : []

/** `all [p]` is said once; else each column that has something is named. Null: there is none. */
const together = (names: readonly string[], texts: readonly (string | null)[]): string => {
  const said = texts.flatMap((text, index) =>
    text === null ? [] : [{ name: names[index] ?? '', text }],
  )
  const different = unique(said.map((one) => one.text))
  if (different.length === 1) return different[0] ?? ''
  return said
    .filter((one) => one.text !== '')
    .map((one) => `${one.name} ${one.text}`)
    .join('; ')
}

/** A date has as many rows as one line has points on it: several undated ones are kept apart. */
const rowDates = (
  lines: readonly SeriesLine[],
  byDate: readonly ReadonlyMap<string, readonly Point[]>[],
): { date: string; turn: number }[] =>
  datesOf(lines).flatMap((date) => {
    const most = Math.max(...byDate.map((dates) => dates.get(date)?.length ?? 0))
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

export const textColumn = (key: string, label: string): TableColumn => ({
  key,
  label,
  numeric: false,
  ours: false,
})

export const numberColumn = (key: string, label: string, ours = false): TableColumn => ({
  key,
  label,
  numeric: true,
  ours,
})

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)]

const MOST_DATE_COLUMNS = 4
