/**
 * A spreadsheet program of another country saves 0.75 as `0,75`. `1,234` could be either; but where a
 * column has numbers that only a decimal comma explains, and no decimal point, all of it is read so.
 */

import type { Cell } from '../../../files/cells/sheet.ts'
import { type Finding, tick } from '../../import-finding.ts'
import type { Table } from './headings.ts'
import { cellAt, placeOf, textOf } from './layout.ts'

export const decimalCommas = (
  { head, row: headingRow }: Table<string>,
  column: number,
): { mended: (cell: Cell) => Cell; findings: Finding[] } => {
  let found: Cell | undefined
  if (head.label === null)
    for (const row of head.sheet.rows) {
      const cell = row.row > headingRow ? cellAt(row, column) : undefined
      if (cell === undefined) continue
      if (cell.text.includes('.')) return { mended: (same) => same, findings: [] }
      if (found === undefined && DECIMAL_COMMA.test(textOf(cell))) found = cell
    }
  if (found === undefined) return { mended: (same) => same, findings: [] }
  return {
    mended: (cell) => {
      const text = textOf(cell).replace(',', '.')
      return { ...cell, text, value: text, plain: text }
    },
    findings: [
      tick(
        'decimal-comma',
        `The numbers are written with a decimal comma, as ${textOf(found)} in row ${found.row}, and were read so.`,
        placeOf(head, found.row, column),
        { found: textOf(found), expected: `${textOf(found).replace(',', '.')}` },
      ),
    ],
  }
}

/** One, two or more than three digits after the comma: no thousands. */
const DECIMAL_COMMA = /^(\d+,(\d{1,2}|\d{4,})|0,\d+)$/
