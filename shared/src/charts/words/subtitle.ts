/** What a chart shows: metric, basis, place, period, and how far to trust it. */
import type { Trust } from '../../domain/series/observation.ts'
import { formatAsAt, formatDateOf, formatList, formatPeriod } from '../../words/format.ts'
import { measureTitle } from '../../words/measure.ts'
import type { SeriesLine } from '../lines/trend-lines.ts'
import type { HeadlineContext } from './headline.ts'
import { pluralOf } from './place-words.ts'

/** Metric, basis, place and period, and how far to trust them. */
export const trendSubtitle = (lines: readonly SeriesLine[], context: HeadlineContext): string => {
  const parts = [measureTitle(context.measure), placeOf(lines, context), periodOf(lines, context)]
  return [parts.filter((part) => part !== '').join(', '), ...trustWords(trustsOf(lines))].join(
    ' · ',
  )
}

/** What a chart shows when no finding can be made of it. */
export const neutralHeadline = (lines: readonly SeriesLine[], context: HeadlineContext): string =>
  [measureTitle(context.measure), placeOf(lines, context)].filter((part) => part !== '').join(', ')

/** `secondary source`, `partly unverified`; nothing for primary figures alone. */
export const trustWords = (trusts: readonly Trust[]): string[] => {
  const all = new Set(trusts)
  return (['secondary', 'unverified'] as const)
    .filter((trust) => all.has(trust))
    .map(
      (trust) =>
        `${all.size > 1 ? 'partly ' : ''}${trust === 'secondary' ? 'secondary source' : 'unverified'}`,
    )
}

const trustsOf = (lines: readonly SeriesLine[]): Trust[] =>
  lines
    .flatMap((line) => line.points.filter((point) => point.value !== null))
    .map((point) => point.trust)

const placeOf = (lines: readonly SeriesLine[], { areaWords }: HeadlineContext): string => {
  const names = [...new Set(lines.map((line) => line.name))]
  const types = [...new Set(lines.map((line) => line.type))]
  if (names.length <= 3) return formatList(names)
  return formatList(
    types.map((type) => {
      const areas = new Set(lines.filter((line) => line.type === type).map((line) => line.area))
      return areas.size === 1
        ? (lines.find((line) => line.type === type)?.name ?? '')
        : `${areas.size} ${pluralOf(type, areaWords)}`
    }),
  )
}

const periodOf = (lines: readonly SeriesLine[], { isFlow }: HeadlineContext): string => {
  const points = lines.flatMap((line) => line.drawn)
  const dates = points.map((point) => point.date).sort()
  const [first, last] = [dates[0], dates[dates.length - 1]]
  if (first === undefined || last === undefined) return ''
  if (first === last && points.every((point) => point.flags.includes('mean')))
    return formatDateOf({ date: last, flags: ['mean'] })
  return first === last && !isFlow ? formatAsAt(first) : formatPeriod(first, last)
}
