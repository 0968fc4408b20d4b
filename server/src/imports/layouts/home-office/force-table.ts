/**
 * One table of forces: regions with their forces below them, totals, and a column for each date. Only
 * forces are taken; totals and regions are what the sums are checked against.
 */
import type { Missing } from '@muster/shared/domain/series/observation'
import type { Row } from '../../../files/cells/sheet.ts'
import { type Finding, note, quoted, stop, stopAt } from '../../import-finding.ts'
import type { Names } from '../../names/names.ts'
import {
  addressOf,
  cellAt,
  type Head,
  type Item,
  observed,
  placeOf,
  textOf,
  toCents,
} from '../reading/layout.ts'
import { readCount } from '../reading/numbers.ts'
import { type ForceTableTitle, forceColumns } from './force-columns.ts'
import { classify, findLabelColumn, type Line } from './force-lines.ts'
import { absentForces, leftOutColumns, unknownForces } from './force-notes.ts'
import { checkSums, type FigureColumn } from './force-sums.ts'
import { countFractions } from './rounding.ts'

const MOST_ROWS = 400

export type ForceTable = {
  head: Head
  title: ForceTableTitle
  /** What a heading counts, if it is a kind of worker. */
  subjectMetric: (heading: string) => string | undefined
}

export function* readForceTable(
  { head, title, subjectMetric }: ForceTable,
  names: Names,
): Generator<Item> {
  const rows = [...firstRows(head)].filter(({ row }) => row > title.row)
  const labelColumn = findLabelColumn(rows, names)
  const lines = labelColumn === 0 ? [] : classify(rows, labelColumn, names)
  const first = lines[0]?.row.row
  if (first === undefined) {
    yield stop('nothing-found', 'No row of the table names a police force.', placeOf(head), {
      expected: 'the names of the forces in one of the first columns',
    })
    return
  }
  const { columns, lacksBasis, others } = forceColumns({
    rows: rows.filter(({ row }) => row < first),
    texts: head.rows.filter(({ row }) => row < first).flatMap(({ cells }) => cells.map(textOf)),
    labelColumn,
    title,
    subjectMetric,
  })
  if (columns.length === 0 && !lacksBasis && title.metric === undefined) {
    yield note(
      'left-out',
      `The sheet ${quoted(title.text)} was left out: no column is headed by one kind of worker at one date.`,
      placeOf(head, title.row),
    )
    return
  }
  if (lacksBasis)
    yield stop(
      'unknown-basis',
      'The table does not say whether it counts full-time equivalents or headcount.',
      placeOf(head),
      { found: title.text, expected: '“Full-time equivalents” or “Headcount” above the table' },
    )
  else if (columns.length === 0)
    yield stop('no-date', 'No column of the table is headed by a date.', placeOf(head, first), {
      expected: 'dates such as Sep-18 or 31 March 2022 above the figures',
    })
  if (lacksBasis || columns.length === 0) return
  if (title.metric === undefined) yield* leftOutColumns(head, others)
  yield* unknownForces(head, lines, columns, names)
  const fractions = countFractions()
  for (const column of columns) {
    if (names.metricOf(column.metric)?.bases.includes(column.basis) === false) {
      yield note(
        'left-out',
        `The column of ${column.metric} was left out: they are not counted in ${basisInWords(column.basis)}, and the table says nothing else of them.`,
        placeOf(head, first, column.column),
      )
      continue
    }
    const values = new Map<Line, number>()
    for (const line of lines) {
      const item = readLine(head, line, column)
      if (item === undefined) continue
      if (line.kind === 'force' || 'level' in item.item) yield item.item
      if (item.value === null) continue
      values.set(line, item.value)
      if (column.basis === 'fte' && line.kind === 'force') fractions.add(item.value)
    }
    yield* checkSums(head, lines, column, values)
  }
  yield* fractions.finding(placeOf(head, first, columns[0]?.column ?? null))
  yield* absentForces(head, lines, names)
}

const basisInWords = (basis: FigureColumn['basis']): string =>
  basis === 'fte' ? 'full-time equivalents' : 'heads'

function* firstRows(head: Head): Generator<Row> {
  let count = 0
  for (const row of head.sheet.rows) {
    if (count === MOST_ROWS) return
    count += 1
    yield row
  }
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
  { column, date, metric, basis }: FigureColumn,
): { item: Item; value: number | null } | undefined => {
  const cell = cellAt(line.row, column)
  if (['unknown', 'clash', 'other'].includes(line.kind)) return undefined
  const place = placeOf(head, line.row.row, column)
  const fault = (finding: Finding) => ({ item: finding, value: null })
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
    return line.kind === 'force' ? fault(stopAt(place, read)) : undefined
  const given = { metric, basis, area: line.code, date, where: addressOf(head, line.row, column) }
  return {
    item:
      typeof read === 'string'
        ? observed({ ...given, value: null, missing: read, raw: text })
        : observed({ ...given, value: toCents(read) }),
    // Sums are checked on what is stored, before it is rounded.
    value: typeof read === 'number' ? read : null,
  }
}
