/**
 * One cell as the spreadsheet shows it.
 *
 * `row` and `column` count from 1. In a CSV file `row` is the line on which the record starts, so
 * that an analyst finds it in any text editor.
 */
export type Cell = {
  row: number
  column: number
  /** What a person sees, with its spaces, footnote digits and rounding. */
  text: string
  /** What is stored; null where the cell shows an error such as #N/A. */
  value: string | number | boolean | null
  /** ISO date (with `T` and the time when there is one), for real date cells only. */
  date?: string
  /** `text` without its superscript runs; present only where the two differ. */
  plain?: string
}

/** The cells of one row that hold something, in ascending column order. */
export type Row = { row: number; cells: readonly Cell[] }

/**
 * `rows` leaves out rows that hold nothing. Each iteration reads the file again, a stretch at a
 * time, so a large sheet is never in memory as objects; it may throw `UnreadableFile` on the way.
 */
export type Sheet = { name: string; rows: Iterable<Row> }

/** A file that could be read: sheets in the order of the workbook, hidden ones included. */
export type Book = { format: 'csv' | 'xlsx' | 'ods'; sheets: readonly Sheet[] }

/** The address a spreadsheet gives a cell: `Data!B12`, `'Table 1'!AA3`, or `B12` in a CSV file. */
export const cellName = (sheet: string, row: number, column: number): string => {
  const address = `${columnLetters(column)}${row}`
  if (sheet === '') return address
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet)
    ? `${sheet}!${address}`
    : `'${sheet.replaceAll("'", "''")}'!${address}`
}

const columnLetters = (column: number): string => {
  const last = (column - 1) % 26
  const rest = (column - 1 - last) / 26
  return (rest > 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + last)
}
