/** Makes the review of a quarter from the figures: the one place where its numbers are computed. */
import type { ReviewModel } from '@muster/shared/contract/review'
import { quarterSpan } from '@muster/shared/domain/reviews/review'
import type { ReviewRevision, ReviewSource } from '@muster/shared/domain/reviews/review-content'
import { isKnown } from '@muster/shared/domain/series/observation'
import { addMonths, lastDay } from '@muster/shared/domain/series/period'
import { isCounted } from '@muster/shared/domain/verdicts/count'
import { isFollowed, statusRows } from '@muster/shared/words/reviews/table'
import { findFigures } from '../figures/figures.ts'
import { judgeOf } from '../promises/judgement.ts'
import { sentencesOf } from '../promises/queries.ts'
import type { Knowledge } from '../reference/knowledge.ts'
import { areaWordsOf, type Register } from '../reference/register.ts'
import { findCharts } from './charts.ts'
import { citedFigures } from './cited.ts'
import { findFindings } from './findings.ts'
import { findGroups, known, type MeasureGroup, measuresOf, type Span } from './measures.ts'
import { countsOf, findReviewPromises, questionsOf } from './promises.ts'
import { findSourceRows, type ShownFigure } from './source-rows.ts'

/** @param asOf by only what had been published by this day; null = as known now. */
export const makeReviewModel = (
  services: Knowledge,
  quarter: string,
  asOf: string | null,
): ReviewModel => {
  const register = services.register()
  const { from, to } = quarterSpan(quarter)
  const today = services.today()
  const span: Span = { from, to, at: earlier(to, today), asOf }
  const area = register.ours[0] ?? register.force
  const judge = judgeOf(services)
  const promises = findReviewPromises(services, judge, area, span)
  const followed = promises.filter(isFollowed)
  const order = orderOf(promises)
  const records = [...followed]
    .sort((a, b) => order(a.id) - order(b.id))
    .flatMap(({ id }) => register.promises.get(id) ?? [])
  const groups = findGroups(services, judge, records, span)
  const measures = groups.flatMap((group) => measuresOf(register, group, span))
  const revisions = groups.flatMap((group) => revisionsOf(services, register, group, span))
  const charts = findCharts(services, groups, records, span)
  const shown: ShownFigure[] = [
    ...measures.flatMap(({ now, quarterBefore, yearBefore }) =>
      [now, quarterBefore, yearBefore].flatMap((held) => held ?? []),
    ),
    ...promises.flatMap(({ observation, value }) =>
      observation === null ? [] : [{ observation, value }],
    ),
    ...revisions.map(({ observation, now }) => ({ observation, value: now })),
  ]
  return {
    quarter,
    from,
    to,
    at: span.at,
    asOf,
    madeOn: asOf ?? today,
    dataVersion: register.dataVersion,
    title: register.place.get('title') ?? 'Muster',
    area,
    areaName: register.areas.get(area)?.name ?? area,
    ours: [...register.ours],
    areaWords: areaWordsOf(register),
    answer: sentencesOf(register, register.areas.get(area) ?? null, promises).join(' '),
    counts: countsOf(promises),
    others: promises.filter(({ group }) => !isCounted(group)).length,
    promises,
    findings: findFindings(services, { promises, measures, revisions }, span),
    measures,
    revisions,
    questions: questionsOf(register, promises, quarter),
    sources: sourcesOf(register, groups, charts),
    definitions: definitionsOf(groups),
    figures: citedFigures(measures, promises),
    evidence: findSourceRows(services, shown),
    charts,
  }
}

/** ISO days sort as text. */
const earlier = (a: string, b: string): string => [a, b].sort()[0] ?? a

/** What stands on page one comes first, in its order. */
const orderOf = (promises: ReviewModel['promises']): ((id: string) => number) => {
  const rows = statusRows(promises, promises.length).map(({ id }) => id)
  return (id) => (rows.includes(id) ? rows.indexOf(id) : rows.length)
}

/** Figures of the years shown whose value differs from the one first published. */
const revisionsOf = (
  services: Knowledge,
  register: Register,
  group: MeasureGroup,
  span: Span,
): ReviewRevision[] => {
  const { metric, basis, source, areas } = group
  const since = `${addMonths(span.to.slice(0, 7), -24)}-01`
  const firsts = findFigures(services.store, register, {
    metric,
    basis,
    areas,
    source: source.id,
    edition: 'first',
    ...known(span),
  })
  return areas.flatMap((area) =>
    (group.points.get(area.code) ?? []).flatMap((point) => {
      const first = firsts.get(area.code)?.find(({ date }) => date === point.date)
      if (first === undefined || first.value === point.value || lastDay(point.date) < since)
        return []
      return [
        {
          metricName: metric.name,
          areaName: area.name,
          unit: metric.unit,
          decimals: metric.decimals,
          date: point.date,
          first: first.value,
          now: point.value,
          observation: isKnown(point) ? point.observation : first.observation,
        },
      ]
    }),
  )
}

const sourcesOf = (
  register: Register,
  groups: readonly MeasureGroup[],
  charts: ReviewModel['charts'],
): ReviewSource[] => {
  const ids = new Set([
    ...groups.map(({ source }) => source.id),
    ...charts.flatMap(({ reply }) => reply.sources.map(({ id }) => id)),
  ])
  return [...register.sources.values()]
    .filter(({ id }) => ids.has(id))
    .map(({ id, title, publisher, url, licence, trust }) => ({
      id,
      title,
      publisher,
      url,
      licence,
      trust,
      editions: [...register.releases.values()].filter(
        ({ source, withdrawnAt }) => source === id && withdrawnAt === null,
      ).length,
    }))
}

const definitionsOf = (groups: readonly MeasureGroup[]): ReviewModel['definitions'] => [
  ...new Map(
    groups.map(({ metric: { id, name, definition } }) => [id, { metric: id, name, definition }]),
  ).values(),
]
