/** "What we take this to mean": one sentence made from the fields of a reading. */
import { precisionOf } from '../../domain/series/period.ts'
import type { Reading } from '../../domain/verdicts/promise.ts'
import { formatDate, formatNumber } from '../format.ts'
import { isHeld, isPercent, type Measure, measureNoun, measureTitle } from '../measure.ts'
import { placeName } from '../place-name.ts'

/**
 * Names for the ids of a reading. `source` is the title of the series that tests it, `counts` what
 * its values are counted in: `months` for a monthly series.
 */
export type ReadingNames = {
  area: string
  measure: Measure
  source: string | null
  counts: 'months' | 'counts'
}

/** `At least 1,715 PCSOs (FTE) in the Northshire Police by the end of December 2023: …` */
export const meaningOf = (reading: Reading, names: ReadingNames): string => {
  if (reading.target === null)
    return `${reading.label}. The words give no number that a figure could be compared with.`
  const words = `${amountOf(reading, reading.target, names)}${whenOf(reading)}${originOf(reading, reading.target, names)}.`
  const source = names.source === null ? '' : ` Tested by: ${names.source}.`
  return words.charAt(0).toUpperCase() + words.slice(1) + source
}

/** Parts that must all hold, each said in full; the series that tests them once, where it is one. */
export const meaningOfParts = (
  parts: readonly { reading: Reading; names: ReadingNames }[],
): string => {
  const [first] = parts
  if (first === undefined) return 'The words give nothing that figures could test.'
  if (parts.length === 1) return meaningOf(first.reading, first.names)
  const isOne = parts.every(({ names }) => names.source === first.names.source)
  const said = parts.map(({ reading, names }) =>
    meaningOf(reading, isOne ? { ...names, source: null } : names),
  )
  const source = isOne && first.names.source !== null ? ` Tested by: ${first.names.source}.` : ''
  return `All of these must be met. ${said.map((text, index) => `(${index + 1}) ${text}`).join(' ')}${source}`
}

/** Whole numbers as they are; others with the decimals they have, two at most. */
export const formatPlain = (
  value: number,
  measure: Measure,
  decimals = decimalsOf([value]),
): string =>
  isPercent(measure)
    ? `${formatNumber(value, Number.isInteger(value) ? 0 : 1)}%`
    : formatNumber(value, decimals)

/** The decimals with which all of the numbers are shown as they are, two at most. */
export const decimalsOf = (values: readonly number[]): number =>
  [0, 1].find((decimals) =>
    values.every((value) => Math.abs(value - Number(value.toFixed(decimals))) < 1e-9),
  ) ?? 2

/** Posts need not be called posts twice. */
export const nounOf = (measure: Measure): string => withoutTwice(measureNoun(measure))
export const titleOf = (measure: Measure): string => withoutTwice(measureTitle(measure))

const amountOf = (reading: Reading, target: number, names: ReadingNames): string => {
  const { measure } = names
  const place = `in ${placeName(names.area)}`
  if (reading.targetKind === 'increase' && reading.baseline === null)
    return isHeld(measure)
      ? `${changeWords(target, reading, measure)} ${nounOf(measure)} ${place}`
      : `${titleOf(measure)}: ${changeWords(target, reading, measure)} ${place}`
  const level = reading.targetKind === 'increase' ? (reading.baseline ?? 0) + target : target
  const bound = `${BOUNDS[reading.direction]} ${formatPlain(level, measure)}`
  const each = reading.targetKind === 'per_ward' ? ' for each ward in force' : ''
  // A noun in the plural does not go with one.
  return isHeld(measure) && level !== 1
    ? `${bound} ${nounOf(measure)}${each} ${place}`
    : `${titleOf(measure)}: ${bound}${each} ${place}`
}

const whenOf = (reading: Reading): string => {
  if (reading.mode === 'by_due')
    return reading.due === null ? ', by a date that is not stated' : ` by ${endOf(reading.due)}`
  const start = reading.start === null ? '' : ` from ${formatDate(reading.start)}`
  const end = reading.due === null ? ' on' : ` to ${formatDate(reading.due)}`
  return `, at every count${start}${end}`
}

const originOf = (reading: Reading, target: number, { measure }: ReadingNames): string => {
  if (reading.targetKind !== 'increase') return ''
  if (reading.baseline === null) return ', on a starting number that was not found'
  const from = reading.baselineDate === null ? '' : ` of ${formatDate(reading.baselineDate)}`
  return `: ${changeWords(target, reading, measure)} than the ${formatPlain(reading.baseline, measure)}${from}`
}

/** A month or a year is over at its end. */
const endOf = (due: string): string =>
  precisionOf(due) === 'day' ? formatDate(due) : `the end of ${formatDate(due)}`

const changeWords = (change: number, { direction }: Reading, measure: Measure): string =>
  change === 0
    ? direction === 'at_most'
      ? 'no more'
      : 'no fewer'
    : `${formatPlain(Math.abs(change), measure)} ${change > 0 ? 'more' : 'fewer'}`

const withoutTwice = (text: string): string =>
  /\bposts\b.* \(posts\)$/i.test(text) ? text.replace(/ \(posts\)$/, '') : text

const BOUNDS = { at_least: 'at least', at_most: 'at most', exactly: 'exactly' } as const
