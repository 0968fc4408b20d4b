/** What a layout is: how a publisher's table is recognised and read. */
import type { Basis, Flag, Missing, Trust } from '@muster/shared/domain/series/observation'
import { lastDay, UNDATED } from '@muster/shared/domain/series/period'
import { formatDate } from '@muster/shared/words/format'
import { type Book, type Cell, cellName, type Row, type Sheet } from '../../../files/cells/sheet.ts'
import type { Finding, Place } from '../../import-finding.ts'
import type { Names } from '../../names/names.ts'

export type ParsedObservation = {
  metric: string
  basis: Basis
  area: string
  date: string
  value: number | null
  missing: Missing | null
  /** null = the source's own trust. */
  trust: Trust | null
  flags: Flag[]
  /** The cell, or the rows that were added up. */
  where: string
  raw: string | null
  note: string | null
}

export type Item = ParsedObservation | Finding

export type ParsedFile = {
  /** null where no layout was recognised; then the only item is a stop. */
  layout: string | null
  /** What the file covers, as `May 2013 to July 2026`. Complete once the items have been read. */
  edition: string
  /** The day or month of publication, if the file says so. */
  published: string | null
  /** Made while reading, so that a long file is never in memory as objects. To be read once. */
  items: Iterable<Item>
}

/** A sheet with its first rows; `label` is what findings call it: null in a CSV file. */
export type Head = { sheet: Sheet; label: string | null; rows: readonly Row[] }

export type Layout = {
  id: string
  /** Ids of the sources whose files have this layout. */
  sources: readonly string[] | 'any'
  title: string
  /** The headings in words, for the person whose file does not have them. */
  expects: string
  recognise: (heads: readonly Head[]) => boolean
  /** Only for files that it recognises. */
  read: (heads: readonly Head[], names: Names) => Iterable<Item>
  /** What the file covers, where that is not the span of its dates. */
  edition?: (dates: ReadonlySet<string>) => string
  /** The day or month of publication, where files of the layout say it. */
  published?: (heads: readonly Head[]) => string | null
}

/** Takes note of the dates as the items are read, for they are read once. */
export const parsedFile = (
  layout: string,
  items: Iterable<Item>,
  {
    edition = spanInWords,
    published = null,
  }: Pick<Partial<Layout>, 'edition'> & { published?: string | null } = {},
): ParsedFile => {
  const dates = new Set<string>()
  return {
    layout,
    get edition() {
      return edition(dates)
    },
    published,
    items: dated(items, dates),
  }
}

function* dated(items: Iterable<Item>, dates: Set<string>): Generator<Item> {
  for (const item of items) {
    if ('date' in item) dates.add(item.date)
    yield item
  }
}

/** A figure as most files give it: the value, and nothing beside it. */
export const observed = (
  given: Pick<ParsedObservation, 'metric' | 'basis' | 'area' | 'date' | 'value' | 'where'> &
    Partial<ParsedObservation>,
): ParsedObservation => ({
  missing: null,
  trust: null,
  flags: [],
  raw: null,
  note: null,
  ...given,
})

const HEAD_ROWS = 40

export const readHeads = (book: Book): Head[] =>
  book.sheets.map((sheet) => {
    const rows: Row[] = []
    for (const row of sheet.rows) {
      rows.push(row)
      if (rows.length === HEAD_ROWS) break
    }
    return { sheet, label: book.format === 'csv' ? null : sheet.name, rows }
  })

/** The cell of a column; rows leave out empty cells. */
export const cellAt = (row: Row, column: number): Cell | undefined => {
  const guess = row.cells[column - 1]
  return guess?.column === column ? guess : row.cells.find((cell) => cell.column === column)
}

/** What the cell says without footnote marks and surrounding spaces. */
export const textAt = (row: Row, column: number): string => {
  const cell = cellAt(row, column)
  return cell === undefined ? '' : textOf(cell)
}

export const textOf = (cell: Cell): string => (cell.plain ?? cell.text).trim()

/** A cell, a row, or the sheet as a whole. */
export const placeOf = (
  head: Head,
  row: number | null = null,
  column: number | null = null,
): Place => ({ sheet: head.label, row, column })

/** `Table_2!B6`, as the spreadsheet shows it. */
export const addressOf = (head: Head, row: Row, column: number): string =>
  cellName(head.label ?? '', row.row, column)

/** The first and last date of what was read, in words. What has no date counts for nothing. */
export const spanInWords = (dates: Iterable<string>): string => {
  let first: string | undefined
  let last: string | undefined
  for (const date of dates) {
    if (date === UNDATED) continue
    if (first === undefined || lastDay(date) < lastDay(first)) first = date
    if (last === undefined || lastDay(date) > lastDay(last)) last = date
  }
  if (first === undefined || last === undefined) return ''
  return first === last ? formatDate(first) : `${formatDate(first)} to ${formatDate(last)}`
}

/**
 * Two decimals, which is the most that is published; a half goes to the even digit. The shipped
 * figures were rounded like this, so that an edition that is imported again changes nothing.
 */
export const toCents = (value: number): number => {
  const cents = value * 100
  const whole = Math.floor(cents)
  if (cents - whole !== 0.5) return Math.round(cents) / 100
  return (whole % 2 === 0 ? whole : whole + 1) / 100
}
