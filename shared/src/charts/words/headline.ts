/**
 * The finding in one sentence with a verb, made of the very values that are drawn. Where they bear
 * no finding (a tie, half a period, a break), the headline only says what is shown.
 *
 * It never claims a cause and never gives a rank; the least and the most of all are facts, the rest
 * is a range.
 */
import type { RankedArea } from '../../contract/ranking.ts'
import type { SeriesReply } from '../../contract/series.ts'
import type { RelativeKind } from '../../domain/series/index-series.ts'
import type { Flag, Trust } from '../../domain/series/observation.ts'
import { monthsBetween } from '../../domain/series/period.ts'
import {
  formatChange,
  formatDate,
  formatIn,
  formatInOf,
  formatNumber,
  formatPercentChange,
  formatPoints,
} from '../../words/format.ts'
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
import { splitWords } from '../../words/split.ts'
import type { SeriesLine } from '../lines/trend-lines.ts'
import {
  type Change,
  type Comparison,
  changeOf,
  comparisonOf,
  newest,
  subjectOf,
  type Turn,
  turnOf,
} from './finding.ts'
import { pluralOf } from './place-words.ts'

export type HeadlineContext = {
  measure: Measure
  isFlow: boolean
  areaWords: Readonly<Record<string, string>>
  /** Where values are compared with a date; `plain` is what then rose or fell. */
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
  const { measure, isFlow, areaWords, relative } = context
  const subject = subjectOf(lines)
  const point = subject && newest(subject)
  if (!subject || !point) return null
  if (relative) return relativeSentence(subject.name, point, relative)
  const change = changeOf(subject, isFlow)
  const turn = change && turnOf(subject, change, isFlow)
  const other = change && otherOfOurs(lines, subject, change, context)
  if (other) return `${yearSentence(subject.name, { ...change, turn: null }, measure)}; ${other}`
  const said = change
    ? yearSentence(subject.name, { ...change, turn }, measure)
    : levelSentence(subject.name, point, measure)
  const comparison = comparisonOf(lines, subject)
  if (!comparison?.extreme) return said
  const { extreme, of, all, type } = comparison
  return `${said}${change ? '; ' : ', '}${superlative({ extreme, of, all }, pluralOf(type, areaWords), measure)}`
}

/** The parts of a share first, where they are known on its date; then the share, `together`. */
export const splitHeadline = (
  headline: string,
  subject: SeriesLine | null,
  { parts = [] }: Pick<SeriesReply, 'parts'>,
): string => {
  const point = subject && newest(subject)
  const known = parts.flatMap(({ short, series }) => {
    const own = series.find(({ area }) => area === subject?.area)
    const same = own?.points.find(
      ({ date, source }) => date === point?.date && source === point.source,
    )
    return same?.value == null ? [] : [{ short, value: same.value }]
  })
  return point && known.length === parts.length ? together(headline, point.date, known) : headline
}

/** `In March 2024 other duties took 5.2% and training 13.9%; together, …` */
const together = (
  headline: string,
  date: string,
  parts: readonly { short: string; value: number }[],
): string =>
  parts.length < 2 ? headline : `In ${formatDate(date)} ${splitWords(parts)}; together, ${headline}`

/** `North Area had 1,294 officers (FTE) in March 2025` */
export const levelSentence = (
  name: string,
  point: { date: string; value: number; trust: Trust | null; flags?: readonly Flag[] },
  measure: Measure,
): string => `${holding(name, point.value, measure)} ${formatInOf(point)}${doubt(point.trust)}`

/**
 * `The Met’s officers (FTE) fell to 31,011 in July 2026, 1,441 fewer than a year before and 3,512
 * below the peak of April 2023`. What it says of the change and of the turn is of unrounded values.
 */
const yearSentence = (
  name: string,
  { from, to, turn }: Change & { turn: Turn | null },
  measure: Measure,
): string => {
  const since = turn && distance(to.value - turn.at.value, measure)
  const clause =
    since === null || turn === null
      ? ''
      : ` ${to.value > from.value === (turn.kind === 'low') ? 'and' : 'but'} ${since} ${turn.kind === 'peak' ? 'below the peak' : 'above the low'} of ${formatDate(turn.at.date)}`
  return `${ownNoun(name, measure)} ${movement({ from, to }, measure, whenBefore(from, to))}${clause}${doubt(from.trust, to.trust, clause === '' ? null : (turn?.at.trust ?? null))}`
}

/** `North Area’s officers (FTE) rose from 1,250 in March 2024 to 1,294 in March 2025 (+44, +3.5%)` */
export const changeSentence = (name: string, { from, to }: Change, measure: Measure): string => {
  const [before, after] = [formatBrief(from.value, measure), formatBrief(to.value, measure)]
  const subject = ownNoun(name, measure)
  const doubts = doubt(from.trust, to.trust)
  if (before === after)
    return `${subject} did not change: ${before} ${formatIn(from.date)} and ${formatIn(to.date)}${doubts}`
  const verb = to.value > from.value ? 'rose' : 'fell'
  const difference = to.value - from.value
  const percent = isPercent(measure) ? null : formatPercentChange(from.value, to.value)
  const size = isPercent(measure)
    ? formatPoints(difference)
    : formatChange(difference, briefDecimals(measure))
  return `${subject} ${verb} from ${before} ${formatIn(from.date)} to ${after} ${formatIn(to.date)} (${[size, ...(percent === null ? [] : [percent])].join(', ')})${doubts}`
}

/** `North Area’s officers (FTE) rose by 34 from March 2019 to March 2025`; or stood at an index. */
export const relativeSentence = (
  name: string,
  point: { date: string; value: number; trust: Trust | null },
  { kind, base, plain }: NonNullable<HeadlineContext['relative']>,
): string => {
  const doubts = doubt(point.trust)
  const subject = ownNoun(name, plain)
  if (kind === 'index')
    return `${subject} had an index of ${formatNumber(point.value, 1)} ${formatIn(point.date)} (${formatDate(base)} = 100)${doubts}`
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
  const level = together(
    levelSentence(mine.name, { ...mine, value: mine.value }, context.measure),
    mine.date,
    mine.parts ?? [],
  )
  const { of, all } = { of: sorted.length, all: rows.length }
  const oneDate = known.every((row) => row.date === mine.date && isWhole(row))
  if (of < 3 || !oneDate) return level
  const sole = known.filter((row) => row.value === mine.value).length === 1
  const certain = sole && mine.rankFrom === mine.rankTo
  const end = mine.value === most.value ? 'most' : mine.value === least.value ? 'least' : null
  const extreme = certain ? end : null
  const { measure, plural } = context
  return extreme
    ? `${level}, ${superlative({ extreme, of, all }, plural, measure)}`
    : `${level}; ${lowerThe(rangeSentence({ of, all, least, most }, plural, measure))}`
}

/** `Enfield’s fell to 40, 3 fewer`; null unless exactly one other area of ours moved between these dates. */
const otherOfOurs = (
  lines: readonly SeriesLine[],
  subject: SeriesLine,
  { from, to }: Change,
  { measure, isFlow }: HeadlineContext,
): string | null => {
  const others = lines.filter((line) => line.ours && line.area !== subject.area)
  if (new Set(others.map((line) => line.area)).size !== 1) return null
  const changes = others.flatMap((line) => {
    const change = changeOf(line, isFlow)
    return change?.to.date === to.date && change.from.date === from.date ? [{ line, change }] : []
  })
  const [other] = changes
  return other === undefined
    ? null
    : `${possessive(other.line.name)} ${movement(other.change, measure, null)}${doubt(other.change.from.trust, other.change.to.trust)}`
}

/** `fell to 31,011 in July 2026, 1,441 fewer than a year before`; without dates where they were said. */
const movement = ({ from, to }: Change, measure: Measure, before: string | null): string => {
  const size = distance(to.value - from.value, measure)
  const value = formatBrief(to.value, measure)
  const at = before === null ? value : `${value} ${formatIn(to.date)}`
  if (size === null) return `stood at ${at}, as ${before ?? 'then'}`
  const rose = to.value > from.value
  const than = before === null ? '' : ` than ${before}`
  const more = isCount(measure) ? (rose ? 'more' : 'fewer') : rose ? 'higher' : 'lower'
  return `${rose ? 'rose' : 'fell'} to ${at}, ${size} ${more}${than}`
}

const whenBefore = (from: { date: string }, to: { date: string }): string =>
  monthsBetween(from.date, to.date) === 12 ? 'a year before' : formatIn(from.date)

/** `1,441`, `1.2 percentage points`; null where it rounds to nothing. */
const distance = (difference: number, measure: Measure): string | null => {
  const size = formatNumber(Math.abs(difference), briefDecimals(measure))
  if (!/[1-9]/.test(size)) return null
  return isPercent(measure) ? `${size} percentage points` : size
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
  { extreme, of, all }: { extreme: 'least' | 'most'; of: number; all: number },
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

/** A sentence that rests on an unverified figure says so. */
const doubt = (...trusts: (Trust | null)[]): string =>
  trusts.includes('unverified') ? ' (unverified)' : ''

const isWhole = (row: RankedArea): boolean =>
  !row.flags.some((flag) => flag === 'partial' || flag === 'mean')

const possessive = (area: string): string => {
  const name = placeNameFirst(area)
  return name.endsWith('s') ? `${name}’` : `${name}’s`
}

const lowerThe = (sentence: string): string => sentence.replace(/^The /, 'the ')

const COUNT_WORDS = { least: 'fewest', most: 'most' }
const RATE_WORDS = { least: 'lowest', most: 'highest' }
