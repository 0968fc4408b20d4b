/** The value of a tidy row: a number, or nothing and a reason why. */

import type { Metric } from '@muster/shared/domain/series/metric'
import { MISSING } from '@muster/shared/domain/series/observation'
import type { Cell } from '../../../files/cells/sheet.ts'
import { type Fault, quoted } from '../../import-finding.ts'
import { textOf } from '../reading/layout.ts'
import { readNumber } from '../reading/numbers.ts'

export const NEITHER: Fault = {
  code: 'value-or-reason',
  sentence: 'The row has neither a value nor a reason why it is missing.',
  expected: `a number in value, or one of ${MISSING.join(', ')} in missing`,
}

/** @returns null where the cell is empty and the reason stands in `missing`. */
export const readValue = (
  cell: Cell | undefined,
  missing: Cell | undefined,
  metric: Metric | undefined,
): number | null | Fault => {
  if (cell === undefined) return null
  if (missing !== undefined) return both(cell, missing)
  // What most rows of a long file hold, without a look at how else numbers are written.
  const value =
    typeof cell.value === 'string' && PLAIN.test(cell.value)
      ? Number(cell.value)
      : readOther(cell, metric)
  return typeof value === 'number' && value < 0 && !mayBeNegative(metric) ? negative(cell) : value
}

const PLAIN = /^-?\d+(\.\d+)?$/

const readOther = (cell: Cell, metric: Metric | undefined): number | Fault => {
  const text = textOf(cell)
  const code = /^\[?([a-z])\]?$/i.exec(text)?.[1]?.toLowerCase()
  if (code !== undefined || /^(\.\.|:|n\/a|-)$/i.test(text)) return codeInValue(text, code)
  if (metric?.unit !== 'percent' || !text.includes('%')) return readNumber(cell)
  // A cell that shows 12.5% stores 0.125.
  return typeof cell.value === 'number'
    ? Number((cell.value * 100).toPrecision(12))
    : readNumber({ ...cell, text: text.replace('%', ''), value: text.replace('%', '') })
}

const mayBeNegative = (metric: Metric | undefined): boolean =>
  metric !== undefined && /(^|_)change(_|$)/.test(metric.id)

const negative = (cell: Cell): Fault => ({
  code: 'negative',
  sentence: `${quoted(textOf(cell))} is below zero, and a count cannot be.`,
  found: textOf(cell),
  expected: 'a number of 0 or more',
  suggestion: 'A rise or fall is another metric, such as officers_change.',
})

const both = (cell: Cell, missing: Cell): Fault => ({
  code: 'value-or-reason',
  sentence: `The row has the value ${quoted(textOf(cell))} and says that it is missing (${quoted(textOf(missing))}).`,
  found: `${textOf(cell)}, ${textOf(missing)}`,
  expected: 'either a value or a reason why it is missing',
})

const codeInValue = (text: string, code: string | undefined): Fault => ({
  code: 'code-in-value',
  sentence: `${quoted(text)} is in the column of values, which is for numbers only.`,
  found: text,
  expected: 'a number, or an empty cell and a reason in missing',
  suggestion: MISSING.some((each) => each === code)
    ? `Empty the cell and write ${code} in missing.`
    : 'Empty the cell and say in missing why: x for not published, z for not applicable.',
})
