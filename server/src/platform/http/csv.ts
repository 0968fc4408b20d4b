/** Rows as CSV that a spreadsheet opens without running anything. */
import { stringify } from 'csv-stringify/sync'

export type CsvValue = string | number | null

/** A table by its columns: each heading with the cell of a row below it. */
export const csvOf = <Row>(
  rows: readonly Row[],
  columns: Readonly<Record<string, (row: Row) => CsvValue>>,
): string =>
  toCsv(
    Object.keys(columns),
    rows.map((row) => Object.values(columns).map((cell) => cell(row))),
  )

/** Text that a spreadsheet would take for a formula is quoted away; numbers stay numbers. */
export const toCsv = (
  headings: readonly string[],
  rows: readonly (readonly CsvValue[])[],
): string => stringify([[...headings], ...rows.map((row) => [...row])], { escape_formulas: true })
