/**
 * One table of forces: regions with their forces below them, totals, and a column for each date. Only
 * forces are taken; totals and regions are what the sums are checked against.
 */
import type { Basis, Missing } from '@muster/shared/domain/observation'
import { type Finding, inWords, note, quoted, stop, tick } from '../finding.ts'
import type { Names } from '../names.ts'
import { cellName, type Row } from '../sheet.ts'
import { readDate } from './dates.ts'
import { classify, findLabelColumn, type Line } from './force-lines.ts'
import { checkSums, type FigureColumn } from './force-sums.ts'
import { cellAt, type Head, type Item, placeOf, sheetOf, textOf, toCents } from './layout.ts'
import { readCount } from './numbers.ts'

export type ForceTableTitle = {
  text: string
  row: number
  /** What the whole table counts; undefined where its columns are headed by kinds of workers. */
  metric: string | undefined
  days: readonly string[]
}

const MOST_ROWS = 400

export function* readForceTable(
  head: Head,
  title: ForceTableTitle,
  subjectMetric: (heading: string) => string | undefined,
  names: Names,
): Generator<Item> {
  const rows = [...firstRows(head)].filter(({ row }) => row > title.row)
  const labelColumn = findLabelColumn(rows, names)
  const lines = labelColumn === 0 ? [] : classify(rows, labelColumn, names)
  const first = lines[0]?.row.row
  if (first === undefined) {
    yield stop('nothing-found', 'No row of the table names a police force.', sheetOf(head), {
      expected: 'the names of the forces in one of the first columns',
    })
    return
  }
  const basis = basisOf(
    [...head.rows].filter(({ row }) => row < first),
    title,
  )
  const columns = figureColumns(
    rows.filter(({ row }) => row < first),
    title,
    subjectMetric,
  )
  if (columns.length === 0 && title.metric === undefined) {
    yield note(
      'left-out',
      `The sheet ${quoted(title.text)} was left out: no column is headed by one kind of worker at one date.`,
      placeOf(head, title.row),
    )
    return
  }
  if (basis === undefined)
    yield stop(
      'unknown-basis',
      'The table does not say whether it counts full-time equivalents or heads.',
      sheetOf(head),
      { found: title.text, expected: '“Full-time equivalents” or “Headcount” above the table' },
    )
  if (columns.length === 0)
    yield stop('no-date', 'No column of the table is headed by a date.', placeOf(head, first), {
      expected: 'dates such as Sep-18 or 31 March 2022 above the figures',
    })
  if (basis === undefined || columns.length === 0) return
  for (const column of columns) {
    const values = new Map<Line, number>()
    for (const line of lines) {
      const item = readLine(head, line, column, basis)
      if (item === undefined) continue
      if (line.kind === 'force' || 'level' in item.item) yield item.item
      if (item.value !== null) values.set(line, item.value)
    }
    yield* checkSums(head, lines, column, values)
  }
  yield* absentForces(head, lines, names)
}

function* firstRows(head: Head): Generator<Row> {
  let count = 0
  for (const row of head.sheet.rows) {
    if (count === MOST_ROWS) return
    count += 1
    yield row
  }
}

const basisOf = (rows: readonly Row[], title: ForceTableTitle): Basis | undefined => {
  const texts = [title.text, ...rows.flatMap(({ cells }) => cells.map(textOf))]
  const isFte = texts.some((text) => /full[- ]time[- ]equivalents?|\bFTEs?\b/i.test(text))
  const isHeads = texts.some((text) => /\bhead ?count\b/i.test(text))
  return isFte === isHeads ? undefined : isFte ? 'fte' : 'headcount'
}

/**
 * A heading gives the month, or a real date; the title gives the day of that month. Where a table of
 * one date is headed by kinds of workers, headings give the metric and the title gives the date.
 */
const figureColumns = (
  rows: readonly Row[],
  title: ForceTableTitle,
  subjectMetric: (heading: string) => string | undefined,
): FigureColumn[] => {
  const dates = new Map<number, string>()
  const metrics = new Map<number, string>()
  for (const { cells } of rows)
    for (const cell of cells) {
      const metric = subjectMetric(textOf(cell))
      if (metric !== undefined) metrics.set(cell.column, metric)
      const text = textOf(cell).replace(/^as at /i, '')
      const read = readDate({ ...cell, text, plain: text })
      if (!('date' in read) || read.date.length < 7 || cell.column < 2) continue
      const day = title.days.find((each) => each.startsWith(read.date.slice(0, 7)))
      dates.set(cell.column, day ?? read.date)
    }
  const { metric, days } = title
  if (metric !== undefined)
    return [...dates]
      .map(([column, date]) => ({ column, date, metric }))
      .sort((a, b) => a.column - b.column)
  const [day, other] = days
  return [...metrics].flatMap(([column, metric]) => {
    const date = dates.get(column) ?? (other === undefined ? day : undefined)
    return date === undefined ? [] : [{ column, date, metric }]
  })
}

const MARKS: Readonly<Record<string, Missing | 0>> = {
  '..': 'x',
  '...': 'x',
  ':': 'x',
  x: 'x',
  'n/a': 'x',
  '*': 'z',
  z: 'z',
  c: 'c',
  u: 'u',
  '-': 0,
  '–': 0,
}

const readLine = (
  head: Head,
  line: Line,
  { column, date, metric }: FigureColumn,
  basis: Basis,
): { item: Item; value: number | null } | undefined => {
  const cell = cellAt(line.row, column)
  const place = placeOf(head, line.row.row, column)
  const fault = (finding: Finding) => ({ item: finding, value: null })
  if (line.kind === 'unknown') {
    const isFigure = cell !== undefined && typeof cell.value === 'number'
    return isFigure ? fault(unknownForce(head, line)) : undefined
  }
  if (line.kind === 'beside') return undefined
  const text = cell === undefined ? '' : textOf(cell)
  if (cell === undefined || text === '')
    return line.kind === 'force'
      ? fault(
          stop('empty-value', `${textOf(line.label)} has no value at ${date}.`, place, {
            expected: 'a number, .. for not available, or * for not applicable',
          }),
        )
      : undefined
  const mark =
    typeof cell.value === 'number'
      ? undefined
      : MARKS[text.toLowerCase().replace(/^\[(.)\]$/, '$1')]
  const read = mark === undefined ? readCount(cell, basis === 'headcount' ? 'whole' : 'fte') : mark
  if (typeof read === 'object')
    return line.kind === 'force' ? fault(stop(read.code, read.sentence, place, read)) : undefined
  const value = typeof read === 'number' ? toCents(read) : null
  return {
    item: {
      metric,
      basis,
      area: line.code,
      date,
      value,
      missing: typeof read === 'string' ? read : null,
      trust: null,
      flags: [],
      where: cellName(head.label ?? '', line.row.row, column),
      raw: typeof read === 'string' ? text : null,
      note: null,
    },
    // Sums are checked on what is stored, before it is rounded.
    value: typeof read === 'number' ? read : null,
  }
}

const unknownForce = (head: Head, { row, label }: Line): Finding =>
  stop(
    'unknown-area',
    `${quoted(textOf(label))} is neither a police force nor a region that is known.`,
    placeOf(head, row.row, label.column),
    { found: textOf(label), expected: 'a police force' },
  )

function* absentForces(head: Head, lines: readonly Line[], names: Names): Generator<Finding> {
  const present = new Set(lines.filter(({ kind }) => kind === 'force').map(({ code }) => code))
  const absent = names.areasOf('force').filter(({ code }) => !present.has(code))
  if (absent.length > 0)
    yield tick(
      'area-missing',
      `The table has no row for ${inWords(absent.map(({ name }) => name))}: that is missing, not zero.`,
      sheetOf(head),
    )
}
