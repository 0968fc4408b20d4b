/** A verdict in one sentence, with its numbers: never a number without unit, place and date. */
import { lastDay, precisionOf, UNDATED } from '../../domain/series/period.ts'
import type { PromiseKind, Reading } from '../../domain/verdicts/promise.ts'
import type { Verdict } from '../../domain/verdicts/verdict.ts'
import { ruleOf } from '../../domain/verdicts/verdict-rules.ts'
import { formatDate, formatIn, formatPoints } from '../format.ts'
import { isHeld, isPercent, upperFirst } from '../measure.ts'
import { placeName } from '../place-name.ts'
import { afterwardsWords } from './afterwards.ts'
import { formatPlain, nounOf, type ReadingNames, titleOf } from './meaning.ts'
import { statusWord } from './status-words.ts'

/**
 * What the sentence is about. `ended`: when and by which document it was withdrawn or replaced.
 * `left`: who made it and has left the office since. `said`: who said that it was done.
 */
export type Told = {
  reading: Reading
  names: ReadingNames
  kind: PromiseKind
  ended: { on: string | null; by: string | null }
  left: { who: string; on: string } | null
  said: { by: string; date: string; delivery: 'whole' | 'late' | 'part' | null } | null
}

/** It says what is known and when; why it came so is for others to say. */
export const verdictSentence = (verdict: Verdict, told: Told): string => {
  const says = ruleOf(verdict.rule).says
  if (verdict.rule === 'withdrawn' || verdict.rule === 'replaced')
    return `${endSentence(verdict, told)}${leftSentence(told)}`
  if (verdict.status === 'cannot-be-checked')
    return `${says}${whereSentence(verdict, told)}${newestSentence(verdict, told)}${doubtSentence(verdict, told)}${saidSentence(told)}`
  const held = heldSentence(verdict, told)
  if (held === null) return says
  const later = afterwardsWords(verdict, told.names.counts)
  if (verdict.missed !== null)
    return `${upperFirst(later ?? '')}. The first: ${held}${newestSentence(verdict, told)}${afterword(verdict, told)}${leftSentence(told)}`
  if (verdict.rule.startsWith('throughout-'))
    return `Every expected figure is known and meets it. The last: ${held}${leftSentence(told)}`
  const after = verdict.reached === null ? '' : ` That level was ${later}.`
  return `${upperFirst(held)}${after}${afterword(verdict, told)}${leftSentence(told)}`
}

/** One reading for each way in which it comes out: `Broken: … Kept: …` */
export const dependsSentence = (sides: readonly { verdict: Verdict; told: Told }[]): string => {
  const first = sides.filter(
    ({ verdict }, index) =>
      sides.findIndex((side) => side.verdict.status === verdict.status) === index,
  )
  const said = first.flatMap(({ verdict, told }) => {
    const held = heldSentence(verdict, told)
    return held === null ? [] : [`${statusWord(verdict.status, told.kind)}: ${held}`]
  })
  return ['The words leave open what is counted.', ...said].join(' ')
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
  if (wanted === 0 && isPercent(measure)) return 'where none was'
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

/** What is reached later is perhaps reached under somebody else. */
const leftSentence = ({ left }: Told): string =>
  left === null ? '' : ` ${left.who} left office ${formatIn(left.on)}.`

const saidSentence = ({ said }: Told): string =>
  said === null
    ? ''
    : ` ${said.by} said ${onDate(said.date)} that it was done${said.delivery === 'late' ? ', late' : ''}; no figure here checks that.`

/** Where figures are that are not here, or who says that there are none. */
const whereSentence = ({ reason }: Verdict, { reading: { untested } }: Told): string =>
  untested === null ||
  untested.where === '' ||
  !['not-loaded', 'not-found', 'not-published-for-this-area'].includes(reason ?? '')
    ? ''
    : ` ${untested.where}`

/** What it would be if a figure that nobody has checked were right. */
const doubtSentence = ({ unverified, rule }: Verdict, { kind, names }: Told): string =>
  unverified === null || rule !== 'only-unverified' || unverified.status === 'cannot-be-checked'
    ? ''
    : ` By the unverified ${formatPlain(unverified.now.value, names.measure)}${unverified.now.date === null ? '' : ` ${formatIn(unverified.now.date)}`} it would be: ${statusWord(unverified.status, kind)}.`

/** Nobody is held to what they only expected, planned to cut, or were asked for. */
const afterword = ({ status }: Verdict, { kind }: Told): string =>
  status === 'broken' ? MISSED_BY_KIND[kind] : ''

/** A figure from after the time in question would only seem to answer. */
const newestSentence = (
  { latest, due, rule, now, status, missed }: Verdict,
  { reading, names }: Told,
): string => {
  if (latest === null || reading.target === null) return ''
  const isTold = latest.date === now?.date || missed?.metSince === false
  if (status !== 'cannot-be-checked' && isTold) return ''
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

const onDate = (date: string): string =>
  `${precisionOf(date) === 'day' ? 'on' : 'in'} ${formatDate(date)}`

const WANTED: Record<PromiseKind, string> = {
  undertaking: 'promised',
  plan: 'planned',
  budget: 'budgeted',
  forecast: 'forecast',
  'planned-cut': 'planned',
  ask: 'asked for',
  claim: 'claimed',
  recommendation: 'recommended',
}

const MISSED_BY_KIND: Record<PromiseKind, string> = {
  undertaking: '',
  plan: '',
  budget: ' Money for a level is not an undertaking to reach it.',
  forecast: ' It was a forecast: nobody committed to it.',
  'planned-cut': ' The cut was not carried out in full by then.',
  ask: ' It was asked for: nobody committed to it.',
  claim: ' It was a claim: nobody committed to it.',
  recommendation: ' It was recommended: nobody committed to it.',
}
