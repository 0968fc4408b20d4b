/** Rows as CSV that a spreadsheet opens without running anything. */
import { stringify } from 'csv-stringify/sync'

export type CsvValue = string | number | null

/** Text that a spreadsheet would take for a formula is quoted away; numbers stay numbers. */
export const toCsv = (
  headings: readonly string[],
  rows: readonly (readonly CsvValue[])[],
): string => stringify([[...headings], ...rows.map((row) => [...row])], { escape_formulas: true })
