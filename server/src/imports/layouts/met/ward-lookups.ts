/** What the two sheets of the ward officer workbook share: months and boroughs, looked up once. */

import type { Cell, Row } from '../../../files/sheet.ts'
import { didYouMean, type Finding, quoted, stop, tick } from '../../import-finding.ts'
import type { Names } from '../../names/names.ts'
import { readDate } from '../dates.ts'
import { cellAt, type Head, type Item, placeOf, textOf } from '../layout.ts'

/** One of the two sheets, read; `present` has the boroughs of each month. */
export type WardSheet = {
  head: Head
  what: string
  items: Item[]
  present: ReadonlyMap<string, ReadonlySet<string>>
}

/** Rows by what was wrong with them, so that a fault in 10,000 rows is told once. */
export const makeLookups = (head: Head, names: Names) => {
  const months = new Map<string, string | null>()
  const boroughs = new Map<string, string | null>()
  const faults = new Map<string, { rows: number; finding: Finding }>()
  const present = new Map<string, Set<string>>()

  const fault = (key: string, make: () => Finding): void => {
    const known = faults.get(key)
    if (known === undefined) faults.set(key, { rows: 1, finding: make() })
    else known.rows += 1
  }

  /** `2018-05`, or `2018-05-31` where the cell is the last day of a month and `keepsDay`. */
  const monthOf = (row: Row, column: number, keepsDay: boolean): string | undefined => {
    const cell = cellAt(row, column)
    const key = cell === undefined ? '' : (cell.date ?? cell.text)
    let month = months.get(key)
    if (month === undefined) {
      month = cell === undefined ? null : readMonthCell(cell, keepsDay)
      months.set(key, month)
    }
    if (month === null)
      fault(`month ${key}`, () =>
        stop('bad-date', `${quoted(key)} is not a month.`, placeOf(head, row.row, column), {
          found: key,
          expected: 'a month such as May-18, 2018-05 or 31/05/2018',
        }),
      )
    return month ?? undefined
  }

  const boroughOf = (row: Row, column: number): string | undefined => {
    const cell = cellAt(row, column)
    const text = cell === undefined ? '' : textOf(cell)
    let code = boroughs.get(text)
    if (code === undefined) {
      const found = names.area(text, { type: 'borough' })
      code = 'code' in found ? found.code : null
      boroughs.set(text, code)
    }
    if (code === null) fault(`borough ${text}`, () => noBorough(head, row.row, column, text, names))
    return code ?? undefined
  }

  const isPresent = (month: string, borough: string): void => {
    const areas = present.get(month)
    if (areas === undefined) present.set(month, new Set([borough]))
    else areas.add(borough)
  }

  /** Each fault once, with how many rows have it. */
  const findings = (): Finding[] =>
    [...faults.values()].map(({ rows, finding }) =>
      rows === 1
        ? finding
        : { ...finding, sentence: `${finding.sentence} ${rows} rows are like this one.` },
    )

  return { monthOf, boroughOf, isPresent, fault, findings, present }
}

const readMonthCell = (cell: Cell, keepsDay: boolean): string | null => {
  const read = readDate(cell)
  if (!('date' in read) || read.date.length < 7) return null
  // 5/1/2018 is the first of May where the month stands first: day first is sure only for 01/05/2018.
  if (read.isAmbiguous && !read.date.endsWith('-01')) return null
  const isMonthEnd = read.date.length === 10 && read.date === lastDayOf(read.date)
  return keepsDay && isMonthEnd ? read.date : read.date.slice(0, 7)
}

const lastDayOf = (day: string): string => {
  const [year = 0, month = 0] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/** Teams without a borough are left out of the sums, if a person agrees; other names must be known. */
const noBorough = (
  head: Head,
  row: number,
  column: number,
  text: string,
  names: Names,
): Finding => {
  const place = placeOf(head, row, column)
  if (/^(|unknown|n\/?a|not known|none|-|#n\/a|other)$/i.test(text))
    return tick('left-out', 'The row has no borough and was left out of the sums.', place, {
      found: text,
      expected: 'a borough',
    })
  const found = names.area(text, { type: 'borough' })
  return stop('unknown-area', `${quoted(text)} is not a borough of the register.`, place, {
    found: text,
    expected: 'a borough, with or without the word Borough',
    suggestion: 'nearest' in found ? didYouMean(found.nearest) : null,
  })
}
