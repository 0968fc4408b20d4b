/** What the two sheets of the ward officer workbook share: months and boroughs, looked up once. */

import { lastDay } from '@muster/shared/domain/series/period'
import type { Cell, Row } from '../../../files/cells/sheet.ts'
import { type Finding, nearestTo, type Place, quoted, stop, tick } from '../../import-finding.ts'
import type { Names } from '../../names/names.ts'
import { readDate } from '../reading/dates.ts'
import { cellAt, type Head, type Item, placeOf, textOf } from '../reading/layout.ts'
import { repeatedFaults } from '../reading/repeated-faults.ts'
import type { Sums } from '../reading/sums.ts'

/** One of the two sheets, read; `present` has the boroughs of each month. */
export type WardSheet = {
  head: Head
  what: string
  items: Item[]
  present: ReadonlyMap<string, ReadonlySet<string>>
}

/** Minutes, or FTE, by metric, borough and month. */
export type WardSums = Sums<readonly [metric: string, area: string, date: string]>

/** Months and boroughs by what a cell says, and the faults that rows share. */
export const makeLookups = (head: Head, names: Names) => {
  const months = new Map<string, string | null>()
  const boroughs = new Map<string, string | null>()
  const faults = repeatedFaults()
  const present = new Map<string, Set<string>>()

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
      faults.add(`month ${key}`, () =>
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
    if (code === null)
      faults.add(`borough ${text}`, () => noBorough(placeOf(head, row.row, column), text, names))
    return code ?? undefined
  }

  const isPresent = (month: string, borough: string): void => {
    const areas = present.get(month)
    if (areas === undefined) present.set(month, new Set([borough]))
    else areas.add(borough)
  }

  return { monthOf, boroughOf, isPresent, faults, present }
}

const readMonthCell = (cell: Cell, keepsDay: boolean): string | null => {
  const read = readDate(cell)
  if (!('date' in read) || read.date.length < 7) return null
  // 5/1/2018 is the first of May where the month stands first: day first is sure only for 01/05/2018.
  if (read.isAmbiguous && !read.date.endsWith('-01')) return null
  const isMonthEnd = read.date.length === 10 && read.date === lastDay(read.date.slice(0, 7))
  return keepsDay && isMonthEnd ? read.date : read.date.slice(0, 7)
}

/** Teams without a borough are left out of the sums, if a person agrees; other names must be known. */
const noBorough = (place: Place, text: string, names: Names): Finding => {
  if (/^(|unknown|n\/?a|not known|none|-|#n\/a|other)$/i.test(text))
    return tick('left-out', 'The row has no borough and was left out of the sums.', place, {
      found: text,
      expected: 'a borough',
    })
  return stop('unknown-area', `${quoted(text)} is not a borough of the register.`, place, {
    found: text,
    expected: 'a borough, with or without the word Borough',
    suggestion: nearestTo(names.area(text, { type: 'borough' })),
  })
}
