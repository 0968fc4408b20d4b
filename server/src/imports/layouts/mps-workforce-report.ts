/** Officers by BCU, as the Met's monthly workforce report has them: name or code, date, FTE. */
import { didYouMean, type Finding, inWords, note, quoted, stop, tick } from '../finding.ts'
import { type Names, nameKey } from '../names.ts'
import { cellName, type Row } from '../sheet.ts'
import { parseDate, readDate } from './dates.ts'
import { findTable, type Table } from './headings.ts'
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
} from './layout.ts'
import { readCount } from './numbers.ts'

export const mpsWorkforceReport: Layout = {
  id: 'mps-workforce-report',
  sources: ['mps-workforce-report'],
  title: 'MPS workforce report, officers by BCU',
  expects: 'BCU (name or code), As at, Officers (FTE)',
  recognise: (heads) => find(heads) !== undefined,
  parse: (heads, names) => {
    const items = [...readTable(find(heads) as Table<Column>, names)]
    return {
      layout: mpsWorkforceReport.id,
      edition: spanInWords(items.flatMap((item) => ('date' in item ? [item.date] : []))),
      published: null,
      items,
    }
  },
}

type Column = 'bcu' | 'date' | 'fte'

const find = (heads: readonly Head[]): Table<Column> | undefined =>
  findTable(heads, SPELLINGS, ['bcu', 'fte'])

const SPELLINGS = {
  bcu: ['bcu', 'bcu name', 'bcu code', 'basic command unit', 'name of bcu', 'code of bcu'],
  date: ['as at', 'as at date', 'date', 'month', 'position as at', 'as at month', 'month end'],
  fte: [
    'fte',
    'officers fte',
    'fte officers',
    'police officers fte',
    'police officer fte',
    'officer fte',
    'officers',
    'police officers',
    'officer strength fte',
    'police officer strength',
    'strength fte',
    'total fte',
  ],
}

function* readTable(table: Table<Column>, names: Names): Generator<Item> {
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
  const titleDate = columns.date === undefined ? dateInTitle(said) : undefined
  if (columns.date === undefined && titleDate === undefined) {
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
  const byDate = new Map<string, Set<string>>()
  const sums = new Map<string, number>()
  for (const row of head.sheet.rows) {
    if (row.row <= headingRow) continue
    for (const item of readRow(table, row, titleDate, names, sums)) {
      yield item
      if ('date' in item) byDate.set(item.date, (byDate.get(item.date) ?? new Set()).add(item.area))
    }
  }
  yield* absentBcus(head, byDate, names)
}

const dateInTitle = (texts: readonly string[]): string | undefined => {
  for (const text of texts) {
    const [found] = /(\d{1,2} )?[A-Z][a-z]{2,8} (19|20)\d\d/.exec(text) ?? []
    const read = found === undefined ? undefined : parseDate(found)
    if (read !== undefined && 'date' in read) return read.date
  }
  return undefined
}

function* readRow(
  { head, columns }: Table<Column>,
  row: Row,
  titleDate: string | undefined,
  names: Names,
  sums: Map<string, number>,
): Generator<Item> {
  const label = textAt(row, columns.bcu ?? 0)
  const cell = cellAt(row, columns.fte ?? 0)
  if (cell === undefined && (label === '' || row.cells.length === 1)) return
  const dateCell = cellAt(row, columns.date ?? 0)
  const date: ReturnType<typeof readDate> =
    titleDate !== undefined
      ? { date: titleDate, isAmbiguous: false }
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
  const place = placeOf(head, row.row, columns.fte ?? null)
  const value =
    cell === undefined
      ? ({ code: 'empty-value', sentence: 'The cell is empty.', expected: 'a number' } as const)
      : readCount(cell)
  if (typeof value !== 'number') {
    yield stop(value.code, value.sentence, place, value)
    return
  }
  if (/^(grand )?total|^all bcus/.test(nameKey(label))) {
    const sum = sums.get(date.date) ?? 0
    if (Math.abs(sum - value) > 6)
      yield tick(
        'parts-do-not-sum',
        `The BCUs come to ${sum}, but the table prints ${value}.`,
        place,
        { found: String(sum), expected: String(value) },
      )
    return
  }
  const bcu = names.area(label, { type: 'bcu', date: date.date })
  if (!('code' in bcu)) {
    yield stop(
      'unknown-area',
      `${quoted(label)} is not a BCU of the register.`,
      placeOf(head, row.row, columns.bcu ?? null),
      { found: label, expected: 'a BCU by name or code', suggestion: didYouMean(bcu.nearest) },
    )
    return
  }
  sums.set(date.date, (sums.get(date.date) ?? 0) + value)
  yield {
    metric: 'officers',
    basis: 'fte',
    area: bcu.code,
    date: date.date,
    value,
    missing: null,
    trust: null,
    flags: [],
    where: cellName(head.label ?? '', row.row, columns.fte ?? 0),
    raw: null,
    note: null,
  }
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
