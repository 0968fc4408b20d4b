/** "What we take this to mean": one sentence made from the fields of a reading, and its verdict. */
import { UNDATED } from '../domain/period.ts'
import type { Reading } from '../domain/promise.ts'
import type { Verdict } from '../domain/verdict.ts'
import { formatChange, formatDate, formatIn } from './format.ts'
import { formatBrief, formatExact, type Measure, measureNoun } from './measure.ts'

/** Names for the ids of a reading. `source` is the title of the series that tests it. */
export type ReadingNames = { area: string; measure: Measure; source: string | null }

/** `At least 1,715 PCSOs (FTE) in the Metropolitan Police by December 2023: …` */
export const meaningOf = (reading: Reading, names: ReadingNames): string => {
  const noun = measureNoun(names.measure)
  const source = names.source === null ? '' : ` Tested by: ${names.source}.`
  if (reading.target === null)
    return `${reading.label}. The words give no number, so it cannot be put to a figure.${source}`
  return `${capital(`${amountOf(reading, names, noun)} in ${names.area}${whenOf(reading)}${originOf(reading, names)}.`)}${source}`
}

/** The verdict in one sentence, with its numbers: never a number without unit, place and date. */
export const verdictSentence = (
  verdict: Verdict,
  names: ReadingNames,
  ruleSays: string,
): string => {
  const noun = measureNoun(names.measure)
  const { now, missed, metOn } = verdict
  const wanted = verdict.expected ?? verdict.target
  if (verdict.status === 'cannot-be-checked') return `${ruleSays}${newestOf(verdict, names, noun)}`
  if (missed !== null && missed.first !== null)
    return `${missed.count} of ${missed.of} known values miss it, the first ${formatIn(missed.first.date ?? UNDATED)}: ${formatExact(missed.first.value ?? 0, names.measure)} ${noun} in ${names.area}.`
  if (now === null || now.value === null || wanted === null) return ruleSays
  const gap = verdict.gap === null ? '' : `, ${gapWords(verdict.gap, names.measure)}`
  const late =
    metOn !== null && verdict.status === 'broken' ? ` It was first met ${formatIn(metOn)}.` : ''
  return `${names.area} had ${formatExact(now.value, names.measure)} ${noun} ${formatIn(now.date ?? UNDATED)} against ${formatExact(wanted, names.measure)} ${verdict.expected === verdict.target ? 'promised' : 'due by then'}${gap}.${late}`
}

const amountOf = (reading: Reading, names: ReadingNames, noun: string): string => {
  const bound = BOUNDS[reading.direction]
  const target = reading.target ?? 0
  if (reading.targetKind === 'per_ward')
    return `${bound} ${formatBrief(target, names.measure)} ${noun} for each ward in force`
  if (reading.targetKind === 'increase')
    return reading.baseline === null
      ? `${changeWords(target, names.measure)} ${noun}`
      : `${bound} ${formatBrief(reading.baseline + target, names.measure)} ${noun}`
  return `${bound} ${formatBrief(target, names.measure)} ${noun}`
}

const whenOf = (reading: Reading): string => {
  if (reading.mode === 'by_due')
    return reading.due === null
      ? ', by a date that is not stated'
      : ` by ${formatDate(reading.due)}`
  const start = reading.start === null ? '' : ` from ${formatDate(reading.start)}`
  const end = reading.due === null ? ' on' : ` to ${formatDate(reading.due)}`
  return `, at every count${start}${end}`
}

const originOf = (reading: Reading, names: ReadingNames): string => {
  if (reading.targetKind !== 'increase' || reading.target === null) return ''
  if (reading.baseline === null) return ', on a starting number that was not published'
  const from = reading.baselineDate === null ? '' : ` of ${formatDate(reading.baselineDate)}`
  return `: ${changeWords(reading.target, names.measure)} than the ${formatBrief(reading.baseline, names.measure)}${from}`
}

const changeWords = (change: number, measure: Measure): string =>
  change === 0
    ? 'no fewer'
    : `${formatBrief(Math.abs(change), measure)} ${change > 0 ? 'more' : 'fewer'}`

const gapWords = (gap: number, measure: Measure): string =>
  gap === 0
    ? 'exactly as many'
    : `a difference of ${formatChange(gap, Number.isInteger(gap) ? 0 : measure.decimals)}`

const newestOf = (verdict: Verdict, names: ReadingNames, noun: string): string =>
  verdict.latest === null || verdict.latest.value === null
    ? ''
    : ` The newest figure is ${formatExact(verdict.latest.value, names.measure)} ${noun} in ${names.area} ${formatIn(verdict.latest.date ?? UNDATED)}.`

const BOUNDS = { at_least: 'at least', at_most: 'at most', exactly: 'exactly' } as const

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
