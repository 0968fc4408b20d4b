/** Officers by BCU, as the Met's monthly workforce report has them: name or code, date, FTE. */
import type { Row } from '../../../files/cells/sheet.ts'
import {
  type Fault,
  type Finding,
  note,
  type Place,
  quoted,
  stop,
  stopAt,
  tick,
} from '../../import-finding.ts'
import { type Names, nameKey } from '../../names/names.ts'
import { absentAreas } from '../reading/absent-areas.ts'
import { readDate } from '../reading/dates.ts'
import { twinSheets } from '../reading/headings.ts'
import {
  addressOf,
  cellAt,
  type Head,
  type Item,
  type Layout,
  observed,
  placeOf,
  textAt,
  textOf,
  toCents,
} from '../reading/layout.ts'
import { readCount } from '../reading/numbers.ts'
import { findBcu } from './bcu-label.ts'
import { type BcuTable, dateInTitle, findBcuTable, monthsAcross } from './bcu-table.ts'

export const mpsWorkforceReport: Layout = {
  id: 'mps-workforce-report',
  sources: ['mps-workforce-report'],
  title: 'MPS workforce report, officers by BCU',
  expects: 'BCU (name or code), As at, Officers (FTE); or BCU and a column for each month',
  recognise: (heads) => findBcuTable(heads) !== undefined,
  read: function* (heads, names) {
    const table = findBcuTable(heads) as BcuTable
    yield* twinSheets(heads, table.head, findBcuTable)
    yield* readTable(table, names)
  },
}

/** One column of figures; `date` is null where a column of the row says it. */
type Figures = { column: number; date: string | null }

function* readTable(table: BcuTable, names: Names): Generator<Item> {
  const { head, row: headingRow, columns } = table
  const above = head.rows.filter(({ row }) => row <= headingRow)
  const said = above.flatMap(({ cells }) => cells.map(textOf))
  if (!said.some((text) => /\bFTEs?\b|full[- ]time/i.test(text)))
    yield stop(
      'unknown-basis',
      'Neither the heading nor the title says that the officers are counted in FTE.',
      placeOf(head, headingRow, columns.fte ?? null),
      {
        expected: 'a heading such as Officers (FTE)',
        suggestion: 'If the report says so, write it into the heading; if not, use the template.',
      },
    )
  const months = monthsAcross(table)
  const title = columns.date === undefined ? dateInTitle(said) : undefined
  if (months.length === 0 && columns.date === undefined && title === undefined) {
    yield stop(
      'no-date',
      'Neither a column nor the title says as at when.',
      placeOf(head, headingRow),
      { expected: 'a column As at, or a title with a month such as March 2025' },
    )
    return
  }
  const figures: readonly Figures[] =
    columns.fte === undefined ? months : [{ column: columns.fte, date: title ?? null }]
  const sums: SumsByDate = new Map()
  for (const row of head.sheet.rows)
    if (row.row > headingRow)
      for (const each of figures) yield* readRow(table, { row, ...each }, names, sums)
  yield* absentBcus(head, sums, names)
}

/** What the BCUs of a date come to so far. */
type Sum = { total: number; isWhole: boolean; areas: Set<string> }
type SumsByDate = Map<string, Sum>

function* readRow(
  { head, columns }: BcuTable,
  { row, column, date: titled }: Figures & { row: Row },
  names: Names,
  sums: SumsByDate,
): Generator<Item> {
  const labels = (['bcu', 'name'] as const)
    .map((each) => textAt(row, columns[each] ?? 0))
    .filter((label) => label !== '')
  const cell = cellAt(row, column)
  if (cell === undefined && (labels.length === 0 || row.cells.length === 1)) return
  const datePlace = placeOf(head, row.row, columns.date ?? null)
  const dateCell = cellAt(row, columns.date ?? 0)
  const read =
    titled !== null
      ? { date: titled, isAmbiguous: false }
      : dateCell === undefined
        ? NO_DATE
        : readDate(dateCell)
  if (!('date' in read)) {
    yield stopAt(datePlace, read)
    return
  }
  const { date } = read
  if (read.isAmbiguous)
    yield tick(
      'ambiguous-date',
      `${quoted(dateCell?.text ?? '')} was read day first, as ${date}.`,
      datePlace,
    )
  const place = placeOf(head, row.row, column)
  const value = cell === undefined ? EMPTY : readCount(cell)
  if (typeof value !== 'number') {
    yield stopAt(place, value)
    return
  }
  const sum = sums.get(date) ?? { total: 0, isWhole: true, areas: new Set() }
  if (labels.some((text) => /^(grand |mps |all )?total|^all bcus/.test(nameKey(text)))) {
    yield* checkTotal(sum, value, place)
    return
  }
  const bcu = findBcu(labels, date, names)
  if (!('code' in bcu)) {
    yield stopAt(placeOf(head, row.row, columns.bcu ?? null), bcu.fault)
    return
  }
  sum.total += value
  sum.isWhole &&= Number.isInteger(value)
  sum.areas.add(bcu.code)
  sums.set(date, sum)
  const where = addressOf(head, row, column)
  yield observed({ metric: 'officers', basis: 'fte', area: bcu.code, date, value, where })
}

const NO_DATE: Fault = {
  code: 'no-date',
  sentence: 'The row has no date.',
  expected: 'a date or a month',
}
const EMPTY: Fault = { code: 'empty-value', sentence: 'The cell is empty.', expected: 'a number' }

/** Whole numbers were rounded one by one: each may be half a post off. */
function* checkTotal(sum: Sum, printed: number, place: Place): Generator<Finding> {
  const difference = Math.abs(sum.total - printed)
  if (difference <= 0.05) return
  const isRounding = sum.isWhole && difference <= sum.areas.size / 2
  const total = toCents(sum.total)
  yield (isRounding ? note : tick)(
    'parts-do-not-sum',
    `The BCUs come to ${total}, but the table prints ${printed}${isRounding ? '; rounding can explain that' : ''}.`,
    place,
    { found: String(total), expected: String(printed) },
  )
}

function* absentBcus(head: Head, sums: SumsByDate, names: Names): Generator<Finding> {
  if (sums.size === 0) yield note('nothing-found', 'The table has no figures.', placeOf(head))
  for (const [date, { areas }] of sums)
    yield* absentAreas(
      names.areasOf('bcu'),
      areas,
      placeOf(head),
      (absent) => `At ${date} the table has no row for ${absent}: that is missing, not zero.`,
    )
}
