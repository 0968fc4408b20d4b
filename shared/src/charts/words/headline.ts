/**
 * The finding in one sentence with a verb, made of the very values that are drawn. Where they bear
 * no finding (a tie, half a period, a break), the headline only says what is shown.
 *
 * It never claims a cause and never gives a rank; the least and the most of all are facts, the rest
 * is a range.
 */
import type { RankedArea } from '../../contract/ranking.ts'
import type { RelativeKind } from '../../domain/series/index-series.ts'
import type { Trust } from '../../domain/series/observation.ts'
import { formatDate, formatIn, formatNumber } from '../../words/format.ts'
import {
  briefDecimals,
  exactDecimals,
  formatBrief,
  isCount,
  isHeld,
  isPercent,
  type Measure,
  measureNoun,
} from '../../words/measure.ts'
import { placeNameFirst } from '../../words/place-name.ts'
import type { SeriesLine } from '../model/trend-lines.ts'
import {
  type Change,
  type Comparison,
  changeOf,
  comparisonOf,
  newest,
  subjectOf,
} from './finding.ts'
import { pluralOf } from './place-words.ts'

export type HeadlineContext = {
  measure: Measure
  isFlow: boolean
  areaWords: Readonly<Record<string, string>>
  /** Where values are held against a date; `plain` is what then rose or fell. */
  relative?: {
    kind: RelativeKind
    base: string
    plain: Measure
    lost: { count: number; why: string }
  }
}

/** Null where the data support no sentence; the caller then shows the neutral one. */
export const trendHeadline = (
  lines: readonly SeriesLine[],
  context: HeadlineContext,
): string | null => {
  const subject = subjectOf(lines)
  const point = subject && newest(subject)
  if (!subject || !point) return null
  const mixed = isMixed(lines)
  if (context.relative) return relativeSentence(subject.name, point, context.relative, mixed)
  const comparison = comparisonOf(lines, subject)
  if (comparison?.extreme) {
    const level = levelSentence(subject.name, point, context.measure, mixed)
    const { extreme, of, all, type } = comparison
    const plural = pluralOf(type, context.areaWords)
    return `${level}, ${superlative(extreme, of, all, plural, context.measure)}`
  }
  const change = changeOf(subject, context.isFlow)
  return change
    ? changeSentence(subject.name, change, context.measure, mixed)
    : levelSentence(subject.name, point, context.measure, mixed)
}

/** `North Area had 1,294 officers (FTE) in March 2025` */
export const levelSentence = (
  name: string,
  point: { date: string; value: number; trust: Trust | null },
  measure: Measure,
  mixed: boolean,
): string =>
  `${holding(name, point.value, measure)} ${formatIn(point.date)}${doubt([point.trust], mixed)}`

/** `North Area’s officers (FTE) rose from 1,250 in March 2024 to 1,294 in March 2025` */
export const changeSentence = (
  name: string,
  { from, to }: Change,
  measure: Measure,
  mixed: boolean,
): string => {
  const doubts = doubt([from.trust, to.trust], mixed)
  const [before, after] = [formatBrief(from.value, measure), formatBrief(to.value, measure)]
  const subject = ownNoun(name, measure)
  if (before === after)
    return `${subject} did not change: ${before} ${formatIn(from.date)} and ${formatIn(to.date)}${doubts}`
  const verb = to.value > from.value ? 'rose' : 'fell'
  return `${subject} ${verb} from ${before} ${formatIn(from.date)} to ${after} ${formatIn(to.date)}${doubts}`
}

/** `North Area’s officers (FTE) rose by 34 from March 2019 to March 2025`; or stood at an index. */
export const relativeSentence = (
  name: string,
  point: { date: string; value: number; trust: Trust | null },
  { kind, base, plain }: NonNullable<HeadlineContext['relative']>,
  mixed: boolean,
): string => {
  const doubts = doubt([point.trust], mixed)
  const subject = ownNoun(name, plain)
  if (kind === 'index')
    return `${subject} stood at ${formatNumber(point.value, 1)} ${formatIn(point.date)}, with ${formatDate(base)} as 100${doubts}`
  const decimals = exactDecimals(plain)
  const size = formatNumber(Math.abs(point.value), decimals)
  const unit = isPercent(plain) ? ' percentage points' : ''
  const dates = [base, point.date].sort()
  const span = `from ${formatDate(dates[0] ?? '')} to ${formatDate(dates[1] ?? '')}`
  if (!/[1-9]/.test(size)) return `${subject} did not change ${span}${doubts}`
  // A value before the base is how far it then was from it: from there on it went the other way.
  const rose = point.value > 0 === point.date >= base
  return `${subject} ${rose ? 'rose' : 'fell'} by ${size}${unit} ${span}${doubts}`
}

/** `The 12 BCUs ranged from 1,294 (North Area) to 1,931 (Central West)` */
export const rangeSentence = (
  { of, all, least, most }: Pick<Comparison, 'of' | 'all' | 'least' | 'most'>,
  plural: string,
  measure: Measure,
): string => {
  const [low, high] = [formatBrief(least.value, measure), formatBrief(most.value, measure)]
  const whom = of === all ? `The ${of} ${plural}` : `${of} of ${all} ${plural} with a figure`
  return `${whom} ranged from ${low} (${least.name}) to ${high} (${most.name})`
}

/** Ours against the others on one date. */
export const rankingHeadline = (
  rows: readonly RankedArea[],
  ours: readonly string[],
  context: HeadlineContext & { plural: string },
): string | null => {
  const mine = rows.find((row) => ours.includes(row.area))
  const known = rows.flatMap((row) => (row.value === null ? [] : [{ ...row, value: row.value }]))
  const sorted = known.sort((a, b) => a.value - b.value)
  const [least, most] = [sorted[0], sorted[sorted.length - 1]]
  if (!mine || mine.value === null || !least || !most || !isWhole(mine)) return null
  const mixed = new Set(known.map((row) => row.trust)).size > 1
  const level = levelSentence(mine.name, { ...mine, value: mine.value }, context.measure, mixed)
  const { of, all } = { of: sorted.length, all: rows.length }
  const oneDate = known.every((row) => row.date === mine.date && isWhole(row))
  if (of < 3 || !oneDate) return level
  const sole = known.filter((row) => row.value === mine.value).length === 1
  const certain = sole && mine.rankFrom === mine.rankTo
  const end = mine.value === most.value ? 'most' : mine.value === least.value ? 'least' : null
  const extreme = certain ? end : null
  const { measure, plural } = context
  return extreme
    ? `${level}, ${superlative(extreme, of, all, plural, measure)}`
    : `${level}; ${lowerThe(rangeSentence({ of, all, least, most }, plural, measure))}`
}

const holding = (name: string, value: number, measure: Measure): string => {
  const number = formatBrief(value, measure)
  if (measure.per === 'force-share')
    return `${placeNameFirst(name)} had ${number} of the force’s ${measureNoun({ ...measure, per: null })}`
  if (!isHeld(measure)) return `${ownNoun(name, measure)} was ${number}`
  const one = formatNumber(value, briefDecimals(measure)) === '1'
  const noun = measureNoun(measure)
  return `${placeNameFirst(name)} had ${number} ${one ? noun.replace(/s(?= |$)/, '') : noun}`
}

const superlative = (
  extreme: 'least' | 'most',
  of: number,
  all: number,
  plural: string,
  measure: Measure,
): string => {
  const words = isCount(measure) ? COUNT_WORDS : RATE_WORDS
  return `the ${words[extreme]} of the ${of} ${plural}${of < all ? ' with a figure' : ''}`
}

/** `North Area’s officers (FTE)`; a name that is no noun is named as a figure. */
const ownNoun = (name: string, measure: Measure): string => {
  if (measure.per === 'force-share')
    return `${possessive(name)} share of the force’s ${measureNoun({ ...measure, per: null })}`
  const plain = isHeld(measure) || /^(Change|Growth|Share) [^,:]*$/.test(measure.name)
  return `${possessive(name)} ${plain ? '' : 'figure for '}${measureNoun(measure)}`
}

/** Figures of different trust stand together: a sentence then says when it is made of a weak one. */
export const isMixed = (lines: readonly SeriesLine[]): boolean =>
  new Set(lines.flatMap((line) => line.drawn.map((point) => point.trust))).size > 1

const doubt = (trusts: readonly (Trust | null)[], mixed: boolean): string =>
  mixed && trusts.includes('unverified') ? ' (unverified)' : ''

const isWhole = (row: RankedArea): boolean =>
  !row.flags.some((flag) => flag === 'partial' || flag === 'mean')

const possessive = (area: string): string => {
  const name = placeNameFirst(area)
  return name.endsWith('s') ? `${name}’` : `${name}’s`
}

const lowerThe = (sentence: string): string => sentence.replace(/^The /, 'the ')

const COUNT_WORDS = { least: 'fewest', most: 'most' }
const RATE_WORDS = { least: 'lowest', most: 'highest' }
