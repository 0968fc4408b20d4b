/** The series that decide promises here, each as it stood in a quarter. */
import type { Area } from '@muster/shared/domain/areas/area'
import type { Counted, ReviewMeasure } from '@muster/shared/domain/reviews/review-content'
import { quarterOfSeries } from '@muster/shared/domain/reviews/signal'
import { breaksOf } from '@muster/shared/domain/series/break'
import { ingredientsOf, isSeasonal, type Metric } from '@muster/shared/domain/series/metric'
import {
  type Basis,
  isKnown,
  type Missing,
  type Point,
} from '@muster/shared/domain/series/observation'
import { addMonths, firstDay, lastDay, monthOf, UNDATED } from '@muster/shared/domain/series/period'
import { formatSeriesKey } from '@muster/shared/domain/series/series-key'
import type { PromiseRecord } from '@muster/shared/domain/verdicts/promise'
import { findFigures } from '../figures/figures.ts'
import { groupsOf, type Judge } from '../promises/judgement.ts'
import type { Knowledge } from '../reference/knowledge.ts'
import {
  CADENCE_MONTHS,
  oursAndParts,
  type Register,
  type SourceRow,
} from '../reference/register.ts'

export type Span = { from: string; to: string; at: string; asOf: string | null }

/** Series of one metric, basis and source, with the promises that they decide. */
export type MeasureGroup = {
  metric: Metric
  basis: Basis
  source: SourceRow
  /** The area that the first of the promises is about. */
  main: Area
  areas: readonly Area[]
  points: ReadonlyMap<string, readonly Point[]>
  promises: readonly string[]
}

type Undrawn = Pick<MeasureGroup, 'metric' | 'basis' | 'source'> & {
  areas: Set<string>
  promises: Set<string>
}

/**
 * Only of the plainest reading of each promise, where its words give a number to compare a figure with,
 * and only what still has figures in these years.
 */
export const findGroups = (
  services: Knowledge,
  judge: Judge,
  promises: readonly PromiseRecord[],
  span: Span,
): MeasureGroup[] => {
  const register = services.register()
  const found: Undrawn[] = []
  for (const promise of promises)
    for (const reading of groupsOf(promise)[0]?.readings ?? []) {
      const id = judge.evidence(reading, known(span))?.points[0]?.source
      const source = register.sources.get(id ?? '')
      const metric = register.metrics.get(reading.metric)
      if (source === undefined || metric === undefined || reading.basis === null) continue
      if (reading.target === null) continue
      const { basis, area } = reading
      const same = found.find(
        (it) => it.metric === metric && it.basis === basis && it.source === source,
      )
      const group = same ?? { metric, basis, source, areas: new Set(), promises: new Set() }
      if (same === undefined) found.push(group)
      group.areas.add(area)
      group.promises.add(promise.id)
    }
  return found.flatMap((group) => withPoints(services, register, group, span))
}

export const measuresOf = (register: Register, group: MeasureGroup, span: Span): ReviewMeasure[] =>
  group.areas.flatMap((area) => {
    const points = group.points.get(area.code) ?? []
    const series = {
      points,
      breaks: breaksOf(register.marks, {
        metrics: ingredientsOf(group.metric.id),
        source: group.source.id,
        area: area.code,
      }),
      seasonal: isSeasonal(group.metric),
    }
    const { now, quarterBefore, yearBefore, onQuarter, onYear, signal } = quarterOfSeries(series, {
      from: span.from,
      to: span.at,
    })
    const newest = points.findLast((point) => isKnown(point) && point.date !== UNDATED)
    if (newest === undefined) return []
    return [
      {
        key: keyOf(group, area.code),
        counted: countedOf(group.metric, group.basis),
        area: area.code,
        areaName: area.name,
        ours: oursAndParts(register).includes(area.code),
        source: group.source.id,
        sourceTitle: group.source.title,
        now: heldOf(now),
        quarterBefore: heldOf(quarterBefore),
        yearBefore: heldOf(yearBefore),
        onQuarter,
        onYear,
        signal,
        gaps: gapsOf(points, group.source, span),
        newest: now === null ? newest.date : null,
      },
    ]
  })

export const keyOf = (
  { metric, basis, source }: Pick<MeasureGroup, 'metric' | 'basis' | 'source'>,
  area: string,
): string => formatSeriesKey({ metric: metric.id, basis, area, source: source.id })

export const countedOf = (metric: Metric, basis: Basis): Counted => ({
  metric: metric.id,
  metricName: metric.name,
  short: metric.short,
  unit: metric.unit,
  decimals: metric.decimals,
  basis,
})

export const known = (span: Span): { asOf: string | undefined } => ({
  asOf: span.asOf ?? undefined,
})

const withPoints = (
  services: Knowledge,
  register: Register,
  group: Undrawn,
  span: Span,
): MeasureGroup[] => {
  const here = oursAndParts(register)
  const isOurs = here.some((code) => group.areas.has(code))
  const codes = isOurs ? [...new Set([...here, ...group.areas])] : [...group.areas]
  const areas = codes.flatMap((code) => register.areas.get(code) ?? [])
  const all = findFigures(services.store, register, {
    metric: group.metric,
    basis: group.basis,
    areas,
    source: group.source.id,
    ...known(span),
  })
  const points = new Map(
    [...all].map(([code, list]) => [
      code,
      list.filter((point) => point.date !== UNDATED && firstDay(point.date) <= span.at),
    ]),
  )
  const live = areas.filter((area) =>
    (points.get(area.code) ?? []).some(
      (point) =>
        isKnown(point) && lastDay(point.date) >= `${addMonths(span.from.slice(0, 7), -12)}-01`,
    ),
  )
  const [main] = live
  return main === undefined
    ? []
    : [{ ...group, main, areas: live, points, promises: [...group.promises] }]
}

/** Months of the quarter without a figure, of a source that gives one each month. */
const gapsOf = (
  points: readonly Point[],
  source: SourceRow,
  { from, at }: Span,
): ReviewMeasure['gaps'] => {
  if (CADENCE_MONTHS[source.cadence] !== 1) return []
  const months = [0, 1, 2].map((index) => addMonths(from.slice(0, 7), index))
  return months
    .filter((month) => lastDay(month) <= at)
    .flatMap((month) => {
      const inMonth = points.filter((point) => monthOf(point.date) === month)
      const missing: Missing = inMonth.find((point) => point.missing !== null)?.missing ?? 'x'
      return inMonth.some(isKnown) ? [] : [{ date: month, missing }]
    })
}

const heldOf = (point: Point | null): ReviewMeasure['now'] =>
  point === null || point.value === null
    ? null
    : {
        date: point.date,
        value: point.value,
        trust: point.trust,
        flags: [...point.flags],
        observation: point.observation,
      }
