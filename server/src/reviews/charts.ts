/** The charts of a review: one for each measure that decides a promise, and ours among the others. */

import { trendChart } from '@muster/shared/charts/kinds/trend'
import { seriesLines } from '@muster/shared/charts/lines/trend-lines'
import { plainMeasureOf } from '@muster/shared/charts/model/relative-reply'
import { comparisonOf, newest, subjectOf } from '@muster/shared/charts/words/finding'
import { levelSentence, rangeSentence, splitHeadline } from '@muster/shared/charts/words/headline'
import { pluralOf } from '@muster/shared/charts/words/place-words'
import type { ReviewChart } from '@muster/shared/contract/review'
import type { SeriesReply, TargetLine } from '@muster/shared/contract/series'
import { isKnown } from '@muster/shared/domain/series/observation'
import { addMonths, lastDay } from '@muster/shared/domain/series/period'
import type { PromiseRecord } from '@muster/shared/domain/verdicts/promise'
import { findSeries } from '../explore/series/queries.ts'
import type { Knowledge } from '../reference/knowledge.ts'
import { areaWordsOf, oursAndParts } from '../reference/register.ts'
import { keyOf, known, type MeasureGroup, type Span } from './measures.ts'

export const findCharts = (
  services: Knowledge,
  groups: readonly MeasureGroup[],
  promises: readonly PromiseRecord[],
  span: Span,
): ReviewChart[] => {
  const own = groups.flatMap((group) => ownChart(services, group, promises, span))
  const others = groups.flatMap((group) => comparison(services, group, span))
  return [...own, ...others.slice(0, MOST_COMPARISONS)].slice(0, MOST_CHARTS)
}

const ownChart = (
  services: Knowledge,
  group: MeasureGroup,
  promises: readonly PromiseRecord[],
  span: Span,
): ReviewChart[] => {
  const { metric, basis, source, main, areas } = group
  const here = oursAndParts(services.register())
  const reply = findSeries(services, {
    metric: metric.id,
    basis,
    source: source.id,
    areas: areas
      .filter(({ code }) => code === main.code || here.includes(code))
      .map(({ code }) => code),
    from: addMonths(span.to.slice(0, 7), -YEARS_SHOWN * 12),
    to: span.at,
    ...known(span),
  })
  if (knownCount(reply, main.code) < FEWEST_POINTS) return []
  const target = shownTarget(group, promises, reply, span)
  const part = areas.find(({ code }) => code === target?.area && code !== main.code)
  const targets =
    target === undefined
      ? []
      : [part === undefined ? target : { ...target, label: `${part.name}: ${target.label}` }]
  const id = `${metric.id}-${source.id}`
  const promise = target?.promise ?? null
  return [chartOf(services, group, { reply: { ...reply, targets }, id, promise })]
}

/** Ours among the areas of its kind, where most of them have a figure in the quarter. */
const comparison = (services: Knowledge, group: MeasureGroup, span: Span): ReviewChart[] => {
  const register = services.register()
  const { metric, basis, source, main } = group
  if (!register.ours.includes(main.code)) return []
  const reply = findSeries(services, {
    metric: metric.id,
    basis,
    source: source.id,
    areaType: main.type,
    from: addMonths(span.to.slice(0, 7), -12),
    to: span.at,
    ...known(span),
  })
  const inQuarter = reply.series.filter(({ points }) =>
    points.some((point) => isKnown(point) && lastDay(point.date) >= span.from),
  )
  if (inQuarter.length * 2 < reply.series.length || inQuarter.length < 3) return []
  const drawn = { reply: { ...reply, targets: [] }, id: `${metric.id}-compared`, promise: null }
  return [compared(services, chartOf(services, group, drawn))]
}

/** Its own change stands at its own chart; here the finding is where it lies among the others. */
const compared = (services: Knowledge, chart: ReviewChart): ReviewChart => {
  const { reply, ours } = chart
  const lines = seriesLines(reply, ours)
  const subject = subjectOf(lines)
  const comparison = subject && comparisonOf(lines, subject)
  const point = subject && newest(subject)
  if (!subject || !comparison || !point || comparison.extreme !== null) return chart
  const measure = plainMeasureOf(reply)
  const plural = pluralOf(comparison.type, areaWordsOf(services.register()))
  const range = rangeSentence(comparison, plural, measure).replace(/^The /, 'the ')
  const level = levelSentence(subject.name, point, measure)
  return { ...chart, headline: splitHeadline(`${level}; ${range}`, subject, reply) }
}

const chartOf = (
  services: Knowledge,
  group: MeasureGroup,
  { reply: whole, id, promise }: Pick<ReviewChart, 'reply' | 'id' | 'promise'>,
): ReviewChart => {
  const ours = [group.main.code]
  const reply = { ...whole, parts: whole.parts && partsOf(whole.parts, group.main.code) }
  const { headline, subtitle, summary } = trendChart({
    reply,
    ours,
    areaWords: areaWordsOf(services.register()),
  })().model
  const key = keyOf(group, group.main.code)
  return { id, key, ours, headline, subtitle, summary, promise, reply }
}

/** Only of ours: the slides of a review draw and name no other, and its file is sent by post. */
const partsOf = (parts: NonNullable<SeriesReply['parts']>, code: string) =>
  parts.map((part) => ({ ...part, series: part.series.filter(({ area }) => area === code) }))

/** The newest promised level among the promises that it decides, in the time shown. */
const shownTarget = (
  group: MeasureGroup,
  promises: readonly PromiseRecord[],
  reply: SeriesReply,
  span: Span,
): TargetLine | undefined =>
  promises
    .filter(({ id }) => group.promises.includes(id))
    .toSorted((a, b) => (a.published < b.published ? 1 : -1))
    .flatMap((promise) =>
      reply.targets
        .filter((line) => line.promise === promise.id)
        // The level of a part is better than none: its label says whose it is.
        .toSorted((a, b) => Number(b.area === group.main.code) - Number(a.area === group.main.code))
        .map((line) => withinTime(line, promise, span)),
    )
    .find((line) => line !== null) ?? undefined

/** A level that was to hold throughout is shown for the time of the chart, not since it was promised. */
const withinTime = (line: TargetLine, promise: PromiseRecord, span: Span): TargetLine | null => {
  const start = `${addMonths(span.to.slice(0, 7), -YEARS_SHOWN * 12)}-01`
  const reading = promise.readings.find(({ id, area }) => id === line.reading && area === line.area)
  const last = line.path.at(-1)
  if (reading === undefined || last === undefined) return null
  const holds = reading.mode === 'throughout' && reading.due === null && promise.endedOn === null
  const isPast = reading.due !== null && lastDay(reading.due) < start
  if (!holds) return isPast || lastDay(last.date) < start ? null : line
  const before = line.path.findLast(({ date }) => lastDay(date) <= start)
  return {
    ...line,
    path: [
      ...(before === undefined ? [] : [{ date: start, value: before.value }]),
      ...line.path.filter(({ date }) => lastDay(date) > start && lastDay(date) < span.at),
      { date: span.at, value: last.value },
    ],
  }
}

const knownCount = (reply: SeriesReply, area: string): number =>
  reply.series.find((entry) => entry.area === area)?.points.filter(isKnown).length ?? 0

const YEARS_SHOWN = 2
const FEWEST_POINTS = 4
const MOST_COMPARISONS = 2
const MOST_CHARTS = 7
