/** Reads numbers as people and spreadsheets write them, and refuses what would be a guess. */

import type { Cell } from '../../../files/cells/sheet.ts'
import { type Fault, quoted } from '../../import-finding.ts'
import { textOf } from './layout.ts'

/** A count of something: no percentage, nothing below zero. */
export const readCount = (cell: Cell, kind: 'fte' | 'whole' = 'fte'): number | Fault => {
  const value = readNumber(cell)
  if (typeof value !== 'number') return value
  if (value < 0)
    return {
      code: 'negative',
      sentence: `${quoted(textOf(cell))} is below zero, and a count cannot be.`,
      found: textOf(cell),
      expected: 'a number of 0 or more',
    }
  if (kind === 'whole' && !Number.isInteger(value))
    return {
      code: 'not-whole',
      sentence: `${quoted(String(value))} has a fraction, and what is counted here is whole.`,
      found: String(value),
      expected: 'a whole number',
      suggestion: 'Check that the column is the one meant: a rate or a mean has fractions.',
    }
  return value
}

/** The stored value, or the number that the text spells. */
export const readNumber = (cell: Cell): number | Fault => {
  const { value } = cell
  if (typeof value === 'number') {
    if (cell.date !== undefined)
      return {
        code: 'bad-number',
        sentence: `The cell holds the date ${cell.date} where a number is expected.`,
        found: cell.text,
        expected: 'a number',
        suggestion: 'A spreadsheet program may have turned the number into a date: type it again.',
      }
    return cell.text.includes('%') ? percent(cell.text) : value
  }
  if (value === null) return shownError(cell.text)
  if (typeof value === 'boolean') return notANumber(cell.text)
  return parseNumber(textOf(cell))
}

/** `1234.5`, `1,234.5`, `1 234` with any space, a true minus, brackets for below zero. */
export const parseNumber = (text: string): number | Fault => {
  if (PLAIN.test(text)) return Number(text)
  const trimmed = text.replace(SPACES, ' ').trim()
  if (trimmed.includes('%')) return percent(trimmed)
  const bracketed = /^\((.+)\)$/.exec(trimmed)?.[1]
  const unsigned = (bracketed ?? trimmed).replace(/^[-−–+]\s?/, '')
  const isNegative = bracketed !== undefined || /^[-−–]/.test(trimmed)
  const digits = GROUPED.test(unsigned) ? unsigned.replace(/[ ,]/g, '') : unsigned
  if (!PLAIN.test(digits) || digits.startsWith('-')) return notANumber(trimmed)
  return isNegative ? -Number(digits) : Number(digits)
}

const PLAIN = /^-?\d+(\.\d+)?$/
const GROUPED = /^\d{1,3}(,\d{3})+(\.\d+)?$|^\d{1,3}( \d{3})+(\.\d+)?$/
/** No-break, thin, narrow, figure and zero-width spaces. */
const SPACES = /[\s\u00a0\u2000-\u200b\u202f\u205f\ufeff]+/g

const percent = (text: string): Fault => ({
  code: 'percent',
  sentence: `${quoted(text)} is a percentage where a count is expected.`,
  found: text,
  expected: 'a number without a per cent sign',
  suggestion: 'Check that the column is the one meant.',
})

/** `#REF!`, `#N/A`: the workbook lost what it counted with. */
const shownError = (text: string): Fault => ({
  code: 'bad-number',
  sentence: `The cell shows the error ${quoted(text)} of the spreadsheet where a number is expected.`,
  found: text,
  expected: 'a number',
  suggestion: 'Take the publisher’s own file, or type the published number.',
})

const notANumber = (text: string): Fault => ({
  code: 'bad-number',
  sentence: `${quoted(text)} is not a number that can be read without guessing.`,
  found: text,
  expected: 'a number such as 1234.5 or 1,234.5',
  suggestion: /^-?\d+,\d+$/.test(text)
    ? `Write it with a decimal point: ${text.replace(',', '.')}, or ${text.replace(',', '')} if the comma separates thousands.`
    : null,
})
