/** A verdict in one sentence, with its numbers: never a number without unit, place and date. */
import { lastDay, monthsBetween, precisionOf, UNDATED } from '../../domain/series/period.ts'
import type { PromiseKind, Reading } from '../../domain/verdicts/promise.ts'
import type { Verdict } from '../../domain/verdicts/verdict.ts'
import { ruleOf } from '../../domain/verdicts/verdict-rules.ts'
import { formatDate, formatIn, formatPoints } from '../format.ts'
import { isHeld, isPercent } from '../measure.ts'
import { placeName } from '../place-name.ts'
import { formatPlain, nounOf, type ReadingNames, titleOf } from './meaning.ts'

/** What the sentence is about. `ended`: when and by which document it was withdrawn or replaced. */
export type Told = {
  reading: Reading
  names: ReadingNames
  kind: PromiseKind
  ended: { on: string | null; by: string | null }
}

/** It says what is known and when; why it came so is for others to say. */
export const verdictSentence = (verdict: Verdict, told: Told): string => {
  const says = ruleOf(verdict.rule).says
  if (verdict.rule === 'withdrawn' || verdict.rule === 'replaced') return endSentence(verdict, told)
  if (verdict.status === 'cannot-be-checked') return `${says}${newestSentence(verdict, told)}`
  const held = heldSentence(verdict, told)
  if (held === null) return says
  if (verdict.missed !== null)
    return `${missedWords(verdict.missed, told)} The first: ${held}${afterword(verdict, told)}`
  if (verdict.rule.startsWith('throughout-'))
    return `Every expected figure is known and meets it. The last: ${held}`
  return `${capital(held)}${lateSentence(verdict)}${afterword(verdict, told)}`
}

const endSentence = ({ rule, due }: Verdict, { ended }: Told): string => {
  const when = ended.on === null ? '' : ` ${onDate(ended.on)}`
  const before = due === null ? '' : ', before it was due'
  const by = ended.by === null ? '' : ` Document: ${ended.by}.`
  return rule === 'replaced'
    ? `Another was put in its place${when}${before}.${by}`
    : `It was withdrawn${when}${before}.${by}`
}

/** `Northton had 31 officers (FTE) at 31 January 2019, 7 fewer than the 38 promised.` */
const heldSentence = (verdict: Verdict, told: Told): string | null => {
  const { now } = verdict
  const wanted = verdict.expected ?? verdict.target
  if (now === null || wanted === null || verdict.gap === null) return null
  const { names } = told
  const value = formatPlain(now.value, names.measure)
  const when = formatIn(now.date ?? UNDATED)
  const had =
    isHeld(names.measure) && names.measure.unit !== 'events'
      ? `${placeName(names.area)} had ${value} ${nounOf(names.measure)} ${when}`
      : `${titleOf(names.measure)}, ${placeName(names.area)}: ${value} ${when}`
  return `${had}, ${comparison(verdict.gap, wanted, told)} ${wantedWord(verdict, told)}${wardWords(verdict, told)}.`
}

const comparison = (gap: number, wanted: number, { names }: Told): string => {
  const { measure } = names
  const target = formatPlain(wanted, measure)
  if (gap === 0) return `exactly the ${target}`
  if (isPercent(measure))
    return `${formatPoints(Math.abs(gap)).slice(1)} ${gap > 0 ? 'above' : 'below'} the ${target}`
  const less = isHeld(measure) ? 'fewer' : 'less'
  return `${formatPlain(Math.abs(gap), measure)} ${gap > 0 ? 'more' : less} than the ${target}`
}

const wantedWord = ({ expected, target }: Verdict, { kind }: Told): string =>
  expected !== null && expected !== target ? 'due by then' : WANTED[kind]

const wardWords = ({ arithmetic }: Verdict, { reading, names }: Told): string => {
  const wards = arithmetic.find(({ role }) => role === 'wards')
  return reading.targetKind !== 'per_ward' || reading.target === null || wards === undefined
    ? ''
    : ` (${formatPlain(reading.target, names.measure)} for each of ${wards.value} wards)`
}

const missedWords = (
  { count, of }: NonNullable<Verdict['missed']>,
  { names: { counts } }: Told,
): string => {
  if (of === 1) return 'Missed at the one count that is known.'
  return count === of
    ? `Missed in all ${of} ${counts} known.`
    : `Missed in ${count} of ${of} ${counts} known.`
}

/** The same series reached it later, perhaps under somebody else: a date and a span, no more. */
const lateSentence = ({ status, metOn, due }: Verdict): string =>
  status !== 'broken' || metOn === null || due === null
    ? ''
    : ` The same figures first reached it ${formatIn(metOn)}, ${spanWords(monthsBetween(due, metOn))} later.`

const spanWords = (months: number): string => {
  if (months < 1) return 'less than a month'
  if (months < 24) return `${months} ${months === 1 ? 'month' : 'months'}`
  const rest = months % 12
  return `${Math.floor(months / 12)} years${rest === 0 ? '' : ` and ${rest} ${rest === 1 ? 'month' : 'months'}`}`
}

/** Nobody is held to what they only expected, planned to cut, or were asked for. */
const afterword = ({ status }: Verdict, { kind }: Told): string =>
  status === 'broken' ? MISSED_BY_KIND[kind] : ''

/** A figure from after the time in question would only seem to answer. */
const newestSentence = ({ latest, due, rule }: Verdict, { reading, names }: Told): string => {
  if (latest === null || reading.target === null) return ''
  if (
    due !== null &&
    rule !== 'definition-changed' &&
    lastDay(latest.date ?? UNDATED) > lastDay(due)
  )
    return ''
  const value = formatPlain(latest.value, names.measure)
  const when = formatIn(latest.date ?? UNDATED)
  return isHeld(names.measure)
    ? ` The newest figure is ${value} ${nounOf(names.measure)} in ${placeName(names.area)} ${when}.`
    : ` The newest figure is ${value} in ${placeName(names.area)} ${when}.`
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const onDate = (date: string): string =>
  `${precisionOf(date) === 'day' ? 'on' : 'in'} ${formatDate(date)}`

const WANTED: Record<PromiseKind, string> = {
  promise: 'promised',
  plan: 'planned',
  forecast: 'forecast',
  'planned-cut': 'planned',
  ask: 'asked for',
  recommendation: 'recommended',
}

const MISSED_BY_KIND: Record<PromiseKind, string> = {
  promise: '',
  plan: '',
  forecast: ' It was a forecast: nobody committed to it.',
  'planned-cut': ' The cut was not carried out in full by then.',
  ask: ' It was asked for: nobody committed to it.',
  recommendation: ' It was recommended: nobody committed to it.',
}
