/** Reads dates as publishers write them, at the precision that they give. */

import type { Cell } from '../../../files/cells/sheet.ts'
import { type Fault, quoted } from '../../import-finding.ts'
import { textOf } from './layout.ts'

/** `isAmbiguous`: day and month could be the other way round; read day first. */
export type ReadDate = { date: string; isAmbiguous: boolean }

/** A real date cell gives its day; a text or number what it spells. */
export const readDate = (cell: Cell): ReadDate | Fault =>
  cell.date === undefined
    ? parseDate(textOf(cell))
    : { date: cell.date.slice(0, 10), isAmbiguous: false }

/**
 * `2025`, `2025-03`, `2025-03-31`, `202503`, `Mar-25`, `March 2025`, `31 March 2025`, `31/03/2025`
 * (day first), `31-Mar-25`; a footnote digit after a four-digit year is dropped.
 */
export const parseDate = (text: string): ReadDate | Fault => {
  const trimmed = text.replace(/\s+/g, ' ').trim()
  for (const { pattern, read } of FORMS) {
    const match = pattern.exec(trimmed)
    if (match === null) continue
    const [, a = '', b = '', c = ''] = match
    const date = read(a, b, c)
    if (date !== undefined && isReal(date.date)) return date
  }
  return badDate(trimmed)
}

/** All days such as `31 March 2018` that a title names. */
export const daysIn = (text: string): string[] =>
  [...text.matchAll(/\b(\d{1,2}) ([A-Z][a-z]+) ((?:19|20)\d\d)/g)].flatMap(
    ([, day = '', month = '', year = '']) => {
      const number = monthNumber(month)
      const date = number === undefined ? '' : iso(year, number, day)
      return isReal(date) ? [date] : []
    },
  )

/**
 * The month of a cell that can only mean a month. Excel takes `May-13` for 13 May of this year; what
 * it shows then, `13-May`, is recognised and refused.
 */
export const readMonth = (cell: Cell): ReadDate | Fault => {
  const changed = /^(\d{1,2})[- ]([A-Z][a-z]{2})$/.exec(textOf(cell))
  if (changed !== null) {
    const [, year = '', month = ''] = changed
    return {
      code: 'date-changed',
      sentence: `${quoted(textOf(cell))} is a day without a year: a spreadsheet program has mistaken a month such as ${quoted(`${month}-${pad(year)}`)} for a day of the year in which the file was opened.`,
      found: cell.date ?? textOf(cell),
      expected: 'a month such as May-13 or 2013-05',
      suggestion: 'Download the file again and import it without opening it in between.',
    }
  }
  const read = readDate(cell)
  if (!('date' in read)) return read
  const [year = '', month = '', day = '01'] = read.date.split('-')
  const isMonth = day === '01' || !isReal(`${year}-${month}-${pad(String(Number(day) + 1))}`)
  return isMonth
    ? { ...read, date: `${year}-${month}`, isAmbiguous: false }
    : turned(cell, read.date)
}

/** `May-13` that became 13 May 2026, or a day of the American order. */
const turned = (cell: Cell, date: string): Fault => ({
  code: 'date-changed',
  sentence: `${quoted(textOf(cell))} is a day within a month, where the publisher gives months: a spreadsheet program may have mistaken a month such as ${quoted(`May-${date.slice(8)}`)} for a day, or written the month before the day.`,
  found: date,
  expected: 'a month such as May-13 or 2013-05, or its first or last day',
  suggestion: 'Download the file again and import it without opening it in between.',
})

type Form = { pattern: RegExp; read: (a: string, b: string, c: string) => ReadDate | undefined }

const sure = (date: string | undefined): ReadDate | undefined =>
  date === undefined ? undefined : { date, isAmbiguous: false }

const FORMS: readonly Form[] = [
  {
    pattern: /^(\d{4}(?:-\d\d){0,2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/,
    read: (date) => sure(date),
  },
  { pattern: /^((?:19|20)\d\d)(0[1-9]|1[0-2])$/, read: (year, month) => sure(`${year}-${month}`) },
  {
    pattern: /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/,
    read: (day, month, year) => ({
      date: iso(year, Number(month), day),
      isAmbiguous: Number(day) <= 12 && Number(day) !== Number(month),
    }),
  },
  {
    pattern: /^([A-Za-z]{3,9})\.?[ -](\d{2}|\d{4})$/,
    read: (month, year) => {
      const number = monthNumber(month)
      return sure(number === undefined ? undefined : iso(fullYear(year), number))
    },
  },
  {
    pattern:
      /^(?:[A-Za-z]+day,? )?(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})\.?,?[ -](\d{4}(?=\d{0,2}$)|\d{2}(?=$))\d{0,2}$/,
    read: (day, month, year) => {
      const number = monthNumber(month)
      return sure(number === undefined ? undefined : iso(fullYear(year), number, day))
    },
  },
  {
    // Footnote digits on export stick to the year: `September 20122` is 2012 and note 2.
    pattern: /^([A-Za-z]{3,9}) (\d{4})\d{1,2}$/,
    read: (month, year) => {
      const number = monthNumber(month)
      return sure(number === undefined ? undefined : iso(year, number))
    },
  },
]

const badDate = (text: string): Fault => {
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  const [, month = '', day = '', year = ''] = american ?? []
  const turned = iso(year, Number(month), day)
  return {
    code: 'bad-date',
    sentence: `${quoted(text)} is not a date that can be read without guessing.`,
    found: text,
    expected: 'a date such as 2025-03-31, 2025-03, 2025, 31 March 2025 or 31/03/2025',
    suggestion:
      american !== null && isReal(turned) ? `Write ${turned} if the month comes first.` : null,
  }
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const LONG_MONTHS =
  'january february march april may june july august september october november december sept'.split(
    ' ',
  )

const monthNumber = (text: string): number | undefined => {
  const word = text.toLowerCase()
  if (!MONTHS.includes(word) && !LONG_MONTHS.includes(word)) return undefined
  return MONTHS.indexOf(word.slice(0, 3)) + 1
}

const fullYear = (year: string): string =>
  year.length === 4 ? year : `${Number(year) < 70 ? '20' : '19'}${year}`

const iso = (year: string, month: number, day?: string): string =>
  `${year}-${pad(String(month))}${day === undefined ? '' : `-${pad(day)}`}`

const pad = (text: string): string => text.padStart(2, '0')

const isReal = (date: string): boolean => {
  if (!/^(1[89]|20|21)\d\d(-(0[1-9]|1[0-2])(-\d\d)?)?$/.test(date)) return false
  if (date.length < 10) return true
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}
