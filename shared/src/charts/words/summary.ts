/** The sentences that stand beside a chart and are its text alternative. */

import type { Mark, TargetLine } from '../../contract/series.ts'
import { UNDATED } from '../../domain/series/period.ts'
import { formatDate, formatIn, formatList, formatSome } from '../../words/format.ts'
import { formatBrief, lowerFirst } from '../../words/measure.ts'
import type { SeriesLine } from '../lines/trend-lines.ts'
import { changeOf, comparisonOf, newest, subjectOf } from './finding.ts'
import {
  changeSentence,
  type HeadlineContext,
  levelSentence,
  rangeSentence,
  relativeSentence,
} from './headline.ts'
import { pluralOf } from './place-words.ts'

export type SummaryParts = {
  headline: string
  marks: readonly Mark[]
  targets: readonly TargetLine[]
  axisNote: string | null
}

export const trendSummary = (
  lines: readonly SeriesLine[],
  context: HeadlineContext,
  parts: SummaryParts,
): string[] =>
  [
    ...figures(lines, context),
    ...targetSentences(lines, context, parts.targets),
    ...(context.relative ? lostSentences(context.relative) : gapSentences(lines)),
    ...(parts.marks.some((mark) => mark.kind === 'break')
      ? [
          `${parts.marks
            .filter((mark) => mark.kind === 'break')
            .map(markWords)
            .join('; ')}. No change is computed across a break`,
        ]
      : []),
    ...standingAlone(lines),
    ...hollowSentences(lines),
    ...(parts.axisNote === null ? [] : [parts.axisNote]),
  ]
    .filter((sentence) => sentence !== parts.headline)
    .map((sentence) => `${sentence}.`)

/** `[b] 3 May 2018: New ward boundaries` */
export const markWords = (mark: Mark): string =>
  `${mark.kind === 'break' ? '[b] ' : ''}${formatDate(mark.date)}: ${mark.label}`

const figures = (lines: readonly SeriesLine[], context: HeadlineContext): string[] => {
  const { measure, areaWords, isFlow, relative } = context
  const subject = subjectOf(lines)
  const point = subject && newest(subject)
  if (!subject || !point) return []
  const comparison = comparisonOf(lines, subject)
  const change = changeOf(subject, isFlow)
  const range = comparison
    ? [
        `${rangeSentence(comparison, pluralOf(comparison.type, areaWords), measure)} ${formatIn(comparison.date)}`,
      ]
    : []
  if (relative) return [relativeSentence(subject.name, point, relative), ...range]
  return [
    change
      ? changeSentence(subject.name, change, measure)
      : levelSentence(subject.name, point, measure),
    ...range,
  ]
}

/** Only where a figure has the very date of a promised level: no value is made up in between. */
const targetSentences = (
  lines: readonly SeriesLine[],
  { measure }: HeadlineContext,
  targets: readonly TargetLine[],
): string[] =>
  targets.flatMap((target) => {
    const due = target.path[target.path.length - 1]
    if (!due) return []
    // A level may come from a promise, a plan, a forecast or an ask: its name says which.
    const promised = `${target.label}: the level is ${formatBrief(due.value, measure)} ${formatIn(due.date)}`
    const point = lines
      .filter((line) => line.area === target.area)
      .flatMap((line) => line.drawn)
      .find((candidate) => candidate.date === due.date)
    return [point ? `${promised}; the figure is ${formatBrief(point.value, measure)}` : promised]
  })

const lostSentences = ({ base, lost }: NonNullable<HeadlineContext['relative']>): string[] =>
  lost.count === 0
    ? []
    : [
        `${count(lost.count, 'value is', 'values are')} not compared with ${formatDate(base)}: ${lowerFirst(lost.why).replace(/\.$/, '')}`,
      ]

const gapSentences = (lines: readonly SeriesLine[]): string[] => {
  const none = lines.filter((line) => line.points.every((point) => point.value === null))
  const some = lines.filter((line) => !none.includes(line))
  const missing = some.flatMap((line) => line.points.filter((point) => point.value === null))
  const undated = lines.flatMap((line) => line.points.filter((point) => point.date === UNDATED))
  return [
    ...(none.length > 0
      ? [`There is no figure for ${formatSome(none.map((line) => line.name))}`]
      : []),
    ...(missing.length > 0
      ? [
          `${count(missing.length, 'figure is', 'figures are')} missing (${missingDates(missing)}): the line has a gap and the table a reason`,
        ]
      : []),
    ...(undated.length > 0
      ? [
          `${count(undated.length, 'undated figure is', 'undated figures are')} in the table and not drawn`,
        ]
      : []),
  ]
}

const missingDates = (points: readonly { date: string }[]): string => {
  const dates = [...new Set(points.map((point) => point.date))].sort()
  return dates.length <= 3
    ? formatList(dates.map(formatDate))
    : `between ${formatDate(dates[0] ?? '')} and ${formatDate(dates[dates.length - 1] ?? '')}`
}

const standingAlone = (lines: readonly SeriesLine[]): string[] => {
  const flagged = (flag: 'partial' | 'mean'): number =>
    lines.flatMap((line) => line.drawn).filter((point) => point.flags.includes(flag)).length
  const [partial, mean] = [flagged('partial'), flagged('mean')]
  return [
    ...(partial > 0
      ? [
          `${count(partial, 'figure covers', 'figures cover')} only a part of a period or place and ${partial === 1 ? 'is' : 'are'} not joined to a line`,
        ]
      : []),
    ...(mean > 0
      ? [
          `${count(mean, 'figure is a mean', 'figures are means')} of 12 months and ${mean === 1 ? 'is' : 'are'} not joined to a line`,
        ]
      : []),
  ]
}

const hollowSentences = (lines: readonly SeriesLine[]): string[] => {
  const drawn = lines.flatMap((line) => line.drawn)
  const unverified = drawn.filter((point) => point.trust === 'unverified').length
  const all = unverified === drawn.length
  return unverified === 0
    ? []
    : [
        `${all ? 'All figures are' : count(unverified, 'figure is', 'figures are')} unverified, drawn hollow, and ${all || unverified > 1 ? 'decide' : 'decides'} no promise`,
      ]
}

const count = (number: number, one: string, many: string): string =>
  `${number} ${number === 1 ? one : many}`
