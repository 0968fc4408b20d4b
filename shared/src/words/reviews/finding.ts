/** The sentences of "what changed", each made of the very values that stand in its figures. */

import type { Counted, ReviewMeasure, ReviewPromise } from '../../domain/reviews/review-content.ts'
import type { Signal } from '../../domain/reviews/signal.ts'
import {
  formatChange,
  formatDate,
  formatIn,
  formatList,
  formatOrdinal,
  formatPercentChange,
  formatPoints,
} from '../format.ts'
import { formatBrief, isPercent, measureNoun, measureOf } from '../measure.ts'
import { placeName, placeNameFirst } from '../place-name.ts'
import { turnSentence } from '../promises/answer.ts'
import { statusWord } from '../promises/status-words.ts'
import { MISSING_TERMS } from '../terms.ts'

/** `+90`, or `+4.9 percentage points` of a share. */
export const readChange = (change: number, counted: Counted): string =>
  isPercent(measureOf(counted))
    ? formatPoints(change)
    : formatChange(change, Number.isInteger(change) ? 0 : Math.max(1, counted.decimals))

export const turnedSentence = (promise: ReviewPromise): string =>
  promise.before === null
    ? `“${promise.title}”: ${promise.statusWords}.`
    : turnSentence(promise.title, promise.kind, promise.before, promise.status)

/** Only for a measure that moved: how far and for how long; then what would have been usual. */
export const signalSentence = (measure: ReviewMeasure): { brief: string; rest: string } => {
  const { now, quarterBefore, signal, counted, areaName } = measure
  if (now === null || quarterBefore === null || signal === null) return { brief: '', rest: '' }
  const about = measureOf(counted)
  const percent = isPercent(about) ? null : formatPercentChange(quarterBefore.value, now.value)
  const size = `${readChange(signal.change, counted)}${percent === null ? '' : `, ${percent}`}`
  const verb = signal.change > 0 ? 'rose' : signal.change < 0 ? 'fell' : 'did not change'
  const [from, to] = [quarterBefore, now].map(
    ({ value, date }) => `${formatBrief(value, about)} ${formatIn(date)}`,
  )
  return {
    brief: `${placeNameFirst(areaName)}: ${measureNoun(about)} ${verb} from ${from} to ${to} (${size})${runWords(signal)}.`,
    rest: usualSentences(signal, counted),
  }
}

/** `Fell (−432), the 12th fall in a row, …`: what the review says too, for the page of an area. */
export const quarterWords = (signal: Signal, counted: Counted): string => {
  const says = { rose: 'Rose', fell: 'Fell', 'no-real-change': 'No real change' }[signal.says]
  return `${says} (${readChange(signal.change, counted)})${runWords(signal)}. ${usualSentences(signal, counted)}`
}

/** `, the 12th fall in a row, no faster than usual` */
const runWords = ({ change, lower, upper, isUsual, run }: Signal): string => {
  if (run < 2) return ''
  const outward = change > 0 ? change > upper : change < lower
  const pace = isUsual ? 'no faster' : outward ? 'faster' : 'slower'
  return `, the ${formatOrdinal(run)} ${change > 0 ? 'rise' : 'fall'} in a row, ${pace} than usual`
}

/** `In the 24 quarters before, a change of −511 to 204 was usual.` */
const usualSentences = (signal: Signal, counted: Counted): string => {
  const { lower, upper, quarters, trial, unusualYear } = signal
  const read = (change: number): string => readChange(tidy(change), counted)
  const year =
    unusualYear === null
      ? ''
      : ` The change in twelve months, ${read(unusualYear)}, is more than usual.`
  return `In the ${quarters} quarters before, a change of ${read(lower)} to ${read(upper)} was usual${trial ? ' (provisional limits)' : ''}.${year}`
}

export const steadySentence = (measures: readonly ReviewMeasure[]): string =>
  `No real change: no level moved by more, or for longer, than is usual: ${some(measures.map(nameWithChange))}.`

export const tooFewSentence = (measures: readonly ReviewMeasure[]): string =>
  `Too few comparable quarters to tell a change from chance: ${some(measures.map((measure) => nameOf(measure)))}.`

/** Series of one measure that say nothing of the quarter, or leave out the same part of it. */
export const missingSentence = (measures: readonly ReviewMeasure[]): string => {
  const [first] = measures
  if (first === undefined) return ''
  const areas = formatList(measures.map(({ areaName }) => placeName(areaName)))
  const noun = measureNoun(measureOf(first.counted))
  const name = `${noun.charAt(0).toUpperCase()}${noun.slice(1)} in ${areas}`
  if (first.now === null)
    return `${name}: no figure for this quarter in “${first.sourceTitle}”${first.newest === null ? '' : `; its newest is for ${formatDate(first.newest)}`}.`
  const dates = formatList(first.gaps.map(({ date }) => formatDate(date)))
  const [gap] = first.gaps
  return `${name}: no figure for ${dates}${gap === undefined ? '' : ` (${MISSING_TERMS[gap.missing].label})`}.`
}

export const lateSentence = (title: string, due: string, days: number): string =>
  `${title}: due ${formatDate(due)}, ${days} ${days === 1 ? 'day' : 'days'} late.`

export const madeSentence = (promise: ReviewPromise): string =>
  `New in this quarter: “${promise.title}” (${promise.madeBy}, ${formatDate(promise.published)}): ${promise.statusWords}.`

export const endedSentence = (title: string, on: string, replaced: boolean): string =>
  `“${title}” was ${replaced ? 'replaced' : 'withdrawn'} ${formatIn(on)}.`

export const substantialSentence = (promise: ReviewPromise): string =>
  `A revision decides “${promise.title}”: ${statusWord(promise.status, promise.kind)} by the revised figures, ${statusWord(promise.firstPublished ?? promise.status, promise.kind)} by those first published.`

export const minorSentence = (count: number): string =>
  `${count} ${count === 1 ? 'figure shown here has' : 'figures shown here have'} been revised since first published; no verdict rests on the difference.`

export const overdueSentence = (title: string, to: string, due: string): string =>
  `No answer yet about “${title}”: asked of ${to}, due ${formatDate(due)}.`

export const answeredSentence = (title: string, to: string, on: string): string =>
  `${to} answered about “${title}” ${formatIn(on)}.`

/** The first few, and how many more there are: the table has them all. */
const some = (names: readonly string[]): string =>
  names.length <= MOST_NAMES + 1
    ? formatList(names)
    : `${names.slice(0, MOST_NAMES).join(', ')} and ${names.length - MOST_NAMES} more series`

const nameOf = ({ counted, areaName }: ReviewMeasure): string =>
  `${measureNoun(measureOf(counted))} in ${placeName(areaName)}`

const nameWithChange = (measure: ReviewMeasure): string =>
  measure.onQuarter === null
    ? nameOf(measure)
    : `${nameOf(measure)} (${readChange(measure.onQuarter, measure.counted)})`

/** Limits are computed; one decimal is all they can bear. */
const tidy = (value: number): number => Math.round(value * 10) / 10

const MOST_NAMES = 3
