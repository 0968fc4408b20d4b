/** Officers by BCU, as the Met's monthly workforce report has them: name or code, date, FTE. */

import { cellName, type Row } from '../../../files/sheet.ts'
import {
  type Finding,
  inWords,
  note,
  type Place,
  quoted,
  stop,
  tick,
} from '../../import-finding.ts'
import { type Names, nameKey } from '../../names/names.ts'
import { readDate } from '../dates.ts'
import { twinSheets } from '../headings.ts'
import {
  cellAt,
  type Head,
  type Item,
  type Layout,
  placeOf,
  sheetOf,
  spanInWords,
  textAt,
  textOf,
  toCents,
} from '../layout.ts'
import { readCount } from '../numbers.ts'
import { findBcu } from './bcu-label.ts'
import {
  type BcuColumn,
  type BcuTable,
  dateInTitle,
  findBcuTable,
  monthsAcross,
} from './bcu-table.ts'

export const mpsWorkforceReport: Layout = {
  id: 'mps-workforce-report',
  sources: ['mps-workforce-report'],
  title: 'MPS workforce report, officers by BCU',
  expects: 'BCU (name or code), As at, Officers (FTE); or BCU and a column for each month',
  recognise: (heads) => findBcuTable(heads) !== undefined,
  parse: (heads, names) => {
    const table = findBcuTable(heads) as BcuTable
    const items = [...twinSheets(heads, table.head, findBcuTable), ...readTable(table, names)]
    return {
      layout: mpsWorkforceReport.id,
      edition: spanInWords(items.flatMap((item) => ('date' in item ? [item.date] : []))),
      published: null,
      items,
    }
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
      {
        expected: 'a column As at, or a title with a month such as March 2025',
      },
    )
    return
  }
  const figures: readonly Figures[] =
    columns.fte === undefined ? months : [{ column: columns.fte, date: title ?? null }]
  const byDate = new Map<string, Set<string>>()
  const sums = new Map<string, Sum>()
  for (const row of head.sheet.rows) {
    if (row.row <= headingRow) continue
    for (const each of figures)
      for (const item of readRow(table, row, each, names, sums)) {
        yield item
        if ('date' in item)
          byDate.set(item.date, (byDate.get(item.date) ?? new Set()).add(item.area))
      }
  }
  yield* absentBcus(head, byDate, names)
}

type Sum = { total: number; count: number; isWhole: boolean }

function* readRow(
  { head, columns }: BcuTable,
  row: Row,
  figures: Figures,
  names: Names,
  sums: Map<string, Sum>,
): Generator<Item> {
  const labels = (['bcu', 'name'] as const)
    .map((column: BcuColumn) => textAt(row, columns[column] ?? 0))
    .filter((label) => label !== '')
  const [label = ''] = labels
  const cell = cellAt(row, figures.column)
  if (cell === undefined && (label === '' || row.cells.length === 1)) return
  const dateCell = cellAt(row, columns.date ?? 0)
  const date: ReturnType<typeof readDate> =
    figures.date !== null
      ? { date: figures.date, isAmbiguous: false }
      : dateCell === undefined
        ? { code: 'no-date', sentence: 'The row has no date.', expected: 'a date or a month' }
        : readDate(dateCell)
  if (!('date' in date)) {
    yield stop(date.code, date.sentence, placeOf(head, row.row, columns.date ?? null), date)
    return
  }
  if (date.isAmbiguous)
    yield tick(
      'ambiguous-date',
      `${quoted(dateCell?.text ?? '')} was read day first, as ${date.date}.`,
      placeOf(head, row.row, columns.date ?? null),
    )
  const place = placeOf(head, row.row, figures.column)
  const value =
    cell === undefined
      ? ({ code: 'empty-value', sentence: 'The cell is empty.', expected: 'a number' } as const)
      : readCount(cell)
  if (typeof value !== 'number') {
    yield stop(value.code, value.sentence, place, value)
    return
  }
  const sum = sums.get(date.date) ?? { total: 0, count: 0, isWhole: true }
  if (labels.some((text) => /^(grand |mps |all )?total|^all bcus/.test(nameKey(text)))) {
    yield* checkTotal(sum, value, place)
    return
  }
  const bcu = findBcu(labels, date.date, names)
  if (!('code' in bcu)) {
    yield stop(
      bcu.fault.code,
      bcu.fault.sentence,
      placeOf(head, row.row, columns.bcu ?? null),
      bcu.fault,
    )
    return
  }
  sums.set(date.date, {
    total: sum.total + value,
    count: sum.count + 1,
    isWhole: sum.isWhole && Number.isInteger(value),
  })
  yield {
    metric: 'officers',
    basis: 'fte',
    area: bcu.code,
    date: date.date,
    value,
    missing: null,
    trust: null,
    flags: [],
    where: cellName(head.label ?? '', row.row, figures.column),
    raw: null,
    note: null,
  }
}

/** Whole numbers were rounded one by one: each may be half a post off. */
function* checkTotal(sum: Sum, printed: number, place: Place): Generator<Finding> {
  const difference = Math.abs(sum.total - printed)
  if (difference <= 0.05) return
  const isRounding = sum.isWhole && difference <= sum.count / 2
  const total = toCents(sum.total)
  yield (isRounding ? note : tick)(
    'parts-do-not-sum',
    `The BCUs come to ${total}, but the table prints ${printed}${isRounding ? '; rounding can explain that' : ''}.`,
    place,
    { found: String(total), expected: String(printed) },
  )
}

function* absentBcus(
  head: Head,
  byDate: ReadonlyMap<string, ReadonlySet<string>>,
  names: Names,
): Generator<Finding> {
  if (byDate.size === 0) yield note('nothing-found', 'The table has no figures.', sheetOf(head))
  for (const [date, present] of byDate) {
    const absent = names.areasOf('bcu').filter(({ code }) => !present.has(code))
    if (absent.length > 0)
      yield tick(
        'area-missing',
        `At ${date} the table has no row for ${inWords(absent.map(({ name }) => name))}: that is missing, not zero.`,
        sheetOf(head),
      )
  }
}
