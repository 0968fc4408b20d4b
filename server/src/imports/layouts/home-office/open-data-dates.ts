/** Of which day the rows of the open data table are: a bare year in the row, the day in the heading. */

import type { Cell } from '../../../files/cells/sheet.ts'
import { type Fault, quoted } from '../../import-finding.ts'
import { daysIn, readDate } from '../reading/dates.ts'
import type { Table } from '../reading/headings.ts'
import { type Head, textAt, textOf } from '../reading/layout.ts'
import type { Column } from './open-data-columns.ts'

/** `03-31`, as the heading says it, or where it does not the notes; undefined where nobody does. */
export const dayOf = (
  heads: readonly Head[],
  { head, row, columns }: Table<Column>,
): string | undefined => {
  const headingRow = head.rows.find((each) => each.row === row)
  const heading = headingRow === undefined ? '' : textAt(headingRow, columns.date ?? 0)
  const own = dayIn(heading)
  if (own !== undefined) return own
  const said = new Set(
    heads
      .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(textOf)))
      .flatMap((text) => (/\bas at (\d{1,2} [a-z]+)/i.exec(text)?.[1] ?? '') || [])
      .flatMap((text) => dayIn(text) ?? []),
  )
  const [day, other] = said
  return other === undefined ? day : undefined
}

const dayIn = (text: string): string | undefined =>
  daysIn(`${text.replace(/[^\w ]/g, '').trim()} 2000`)[0]?.slice(5)

/** `2025` on the day that the table says, or a whole date as it stands. */
export const readYear = (cell: Cell | undefined, day: string | undefined): string | Fault => {
  const text = cell === undefined ? '' : textOf(cell)
  const year =
    cell !== undefined && typeof cell.value === 'number' && cell.date === undefined
      ? String(cell.value)
      : (/^(\d{4})(?:\.0)?$/.exec(text)?.[1] ?? '')
  if (/^(19|20)\d\d$/.test(year))
    return day === undefined
      ? {
          code: 'no-date',
          sentence: `The row says ${year}, but neither the heading nor the notes say on which day of the year the people were counted.`,
          found: text,
          expected: 'a heading such as “As at 31 March”',
          suggestion: 'Write the day into the heading if the publication says so.',
        }
      : `${year}-${day}`
  const whole = /^(?:as )?at /i.test(text) ? text.replace(/^(?:as )?at /i, '') : text
  const read = cell === undefined ? undefined : readDate({ ...cell, text: whole, plain: whole })
  return read !== undefined && 'date' in read && read.date.length === 10
    ? read.date
    : {
        code: 'bad-date',
        sentence: `${quoted(text)} is not a year.`,
        found: text,
        expected: 'a year such as 2023',
      }
}
