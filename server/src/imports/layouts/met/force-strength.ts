/** The monthly strength of the whole force: London Datastore, "Police Force Strength". */

import type { Row } from '../../../files/cells/sheet.ts'
import { type Finding, note, quoted, stop, stopAt, tick } from '../../import-finding.ts'
import type { Names } from '../../names/names.ts'
import { readMonth } from '../reading/dates.ts'
import { findTable, headingKey, type Table, twinSheets } from '../reading/headings.ts'
import {
  addressOf,
  cellAt,
  type Head,
  type Item,
  type Layout,
  observed,
  placeOf,
  textAt,
} from '../reading/layout.ts'
import { readCount } from '../reading/numbers.ts'

export const policeForceStrength: Layout = {
  id: 'police-force-strength',
  sources: ['police-force-strength'],
  title: 'Police Force Strength',
  expects: 'Date, Police Officer Strength, Police Staff Strength, PCSO Strength',
  recognise: (heads) => find(heads) !== undefined,
  read: function* (heads, names) {
    const table = find(heads) as Table<Column>
    yield* twinSheets(heads, table.head, find)
    yield* headingFaults(table)
    yield* readRows(table, names)
  },
}

type Column = 'date' | 'officers' | 'staff' | 'pcso'

const find = (heads: readonly Head[]): Table<Column> | undefined =>
  findTable(heads, SPELLINGS, ['date', 'officers']) ?? findTable(heads, SPELLINGS, ['date', 'pcso'])

const SPELLINGS = {
  date: ['date', 'month', 'month end', 'as at'],
  officers: (key: string) => /^(police )?officers? strength( fte)?$/.test(key),
  staff: (key: string) => /^(police )?staff strength( fte)?$/.test(key),
  pcso: (key: string) => /^(pcsos?|police community support officers?) strength( fte)?$/.test(key),
}

/** Columns that say of which part of the force a row is: its figures are not those of the force. */
const PARTS =
  /\b(area|bcu|bocu|borough|code|department|district|force|name|ocu|rank|team|unit|ward)\b/

const COUNTED = [
  ['officers', 'Police Officer Strength'],
  ['staff', 'Police Staff Strength'],
  ['pcso', 'PCSO Strength'],
] as const

/**
 * Copies go round in which a column was replaced: the figures beside it may be changed as well. A
 * column more may be the publisher's own, which a person can tell.
 */
function* headingFaults({ head, row, columns, others }: Table<Column>): Generator<Finding> {
  const hasAll = COUNTED.every(([column]) => columns[column] !== undefined)
  for (const cell of others) {
    const mayBeNew = hasAll && !PARTS.test(headingKey(cell))
    yield (mayBeNew ? tick : stop)(
      'heading-unknown',
      mayBeNew
        ? `The publisher’s file has had no column ${quoted(cell.text)} so far, and it was left out: somebody may have changed this copy.`
        : `The publisher’s file has no column ${quoted(cell.text)}: this is a copy that somebody has changed.`,
      placeOf(head, row, cell.column),
      {
        found: cell.text,
        expected: policeForceStrength.expects,
        suggestion: 'Download the file from the London Datastore again.',
      },
    )
  }
  for (const [column, title] of COUNTED)
    if (columns[column] === undefined)
      yield stop(
        'heading-missing',
        `The column ${quoted(title)} is not there.`,
        placeOf(head, row),
        {
          expected: policeForceStrength.expects,
          suggestion: 'Download the file from the London Datastore again.',
        },
      )
}

function* readRows(
  { head, row: headingRow, columns }: Table<Column>,
  names: Names,
): Generator<Item> {
  for (const row of head.sheet.rows) {
    if (row.row <= headingRow) continue
    const dateCell = cellAt(row, columns.date ?? 0)
    const isFilled = COUNTED.some(([column]) => textAt(row, columns[column] ?? 0) !== '')
    if (dateCell === undefined || !isFilled) {
      yield notRead(head, row)
      continue
    }
    const month = readMonth(dateCell)
    if (!('date' in month)) {
      yield stopAt(placeOf(head, row.row, dateCell.column), month)
      continue
    }
    for (const [metric, title] of COUNTED) {
      const column = columns[metric]
      if (column === undefined) continue
      const cell = cellAt(row, column)
      if (cell === undefined || cell.text.trim() === '') {
        yield stop('empty-value', `${title} is empty.`, placeOf(head, row.row, column), {
          expected: 'a number, for the publisher leaves no blanks',
        })
        continue
      }
      const value = readCount(cell)
      const given = { metric, basis: 'fte', area: names.force, date: month.date } as const
      yield typeof value === 'number'
        ? observed({ ...given, value, where: addressOf(head, row, column) })
        : stopAt(placeOf(head, row.row, column), value)
    }
  }
}

const notRead = (head: Head, { row, cells }: Row): Finding =>
  note(
    'left-out',
    'The row does not hold both a date and figures, so it was left out.',
    placeOf(head, row, cells[0]?.column ?? null),
    {
      found: cells
        .map(({ text }) => text)
        .join(' | ')
        .slice(0, 200),
    },
  )
