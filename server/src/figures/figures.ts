/** Figures of an area as published, added up from its parts, or computed from two metrics. */
import type { Area } from '@muster/shared/domain/areas/area'
import { childrenIn, summedParts } from '@muster/shared/domain/areas/tree'
import { derivedMetric, type Metric, SUMMED_METRICS } from '@muster/shared/domain/series/metric'
import type { Basis, Point } from '@muster/shared/domain/series/observation'
import { rateOf, sameDateOn, wardsOn } from '@muster/shared/domain/series/rate'
import { sumParts } from '@muster/shared/domain/series/sum'
import type { Reader } from '../platform/db/open.ts'
import type { Register } from '../reference/register.ts'
import { type Edition, findCurrent } from './current.ts'

export type FiguresQuery = {
  metric: Metric
  basis: Basis
  areas: readonly Area[]
  source?: string | undefined
  asOf?: string | undefined
  edition?: Edition
}

/** Points by area code. An area that has none has an empty list. */
export const findFigures = (
  store: Reader,
  register: Register,
  query: FiguresQuery,
): Map<string, Point[]> => {
  const terms = SUMMED_METRICS[query.metric.id]
  if (terms !== undefined) return findSumOf(store, register, query, terms)
  const derived = derivedMetric(query.metric.id)
  if (derived === undefined) return findPlain(store, register, query)
  const numerators = findFigures(store, register, {
    ...query,
    metric: metricOf(register, derived.numerator),
  })
  const denominator = metricOf(register, derived.denominator)
  const denominators = findFigures(store, register, {
    ...query,
    metric: denominator,
    basis: denominator.bases.includes(query.basis) ? query.basis : (denominator.bases[0] as Basis),
    source: denominator.kind === 'denominator' ? undefined : query.source,
  })
  return new Map(
    [...numerators].map(([area, points]) => {
      const others = denominators.get(area) ?? []
      return [
        area,
        rateOf(points, derived.factor, (point) =>
          denominator.kind === 'denominator'
            ? wardsOn(others, point.date)
            : sameDateOn(others, point),
        ),
      ]
    }),
  )
}

export const metricOf = (register: Register, id: string): Metric => {
  const metric = register.metrics.get(id)
  if (metric === undefined) throw new Error(`The register has no metric ${id}.`)
  return metric
}

/**
 * What others are divided by, of the metric that the place names under the key: residents under
 * `population_metric`, recorded crime under `crime_metric`, wards under `wards_metric`.
 */
export const findDenominators = (
  store: Reader,
  register: Register,
  key: `${'population' | 'crime' | 'wards'}_metric`,
  { areas, asOf }: Pick<FiguresQuery, 'areas' | 'asOf'>,
): Map<string, Point[]> => {
  const metric = metricOf(register, register.place.get(key) ?? '')
  const basis = metric.bases[0] ?? 'not_stated'
  return findFigures(store, register, { metric, basis, areas, asOf })
}

const findSumOf = (
  store: Reader,
  register: Register,
  query: FiguresQuery,
  terms: readonly string[],
): Map<string, Point[]> => {
  const found = terms.map((id) => ({
    id,
    points: findFigures(store, register, { ...query, metric: metricOf(register, id) }),
  }))
  return new Map(
    query.areas.map((area) => [
      area.code,
      sumParts(
        found.map(({ id, points }) => ({
          name: metricOf(register, id).name,
          points: points.get(area.code) ?? [],
        })),
      ),
    ]),
  )
}

const findPlain = (
  store: Reader,
  register: Register,
  query: FiguresQuery,
): Map<string, Point[]> => {
  const { metric, basis, source, asOf, edition } = query
  const wholes = query.areas.filter((area) => canBeSummed(area, metric))
  const codes = new Set(query.areas.map((area) => area.code))
  for (const area of wholes)
    for (const { code } of summedParts(register, area.code)) codes.add(code)
  const published = findCurrent(
    store,
    register,
    { metric: metric.id, basis, areas: [...codes], source, asOf },
    edition,
  )
  return new Map(
    query.areas.map((area) => [area.code, pointsOf(register, metric, area, published)]),
  )
}

/** Published values speak; a source that publishes the whole is not added up beside it. */
const pointsOf = (
  register: Register,
  metric: Metric,
  area: Area,
  published: ReadonlyMap<string, Point[]>,
): Point[] => {
  const own = published.get(area.code) ?? []
  if (!canBeSummed(area, metric)) return own
  const sources = new Set(own.map((point) => point.source))
  const parts = childrenIn(register, area.code).map(({ area: child, membership }) => ({
    name: child.name,
    membership,
    points: pointsOf(register, metric, child, published).filter(
      (point) => !sources.has(point.source),
    ),
  }))
  if (!parts.some((part) => part.points.length > 0)) return own
  const sums = sumParts(parts, {
    whileMembers: metric.kind !== 'denominator',
    holds: metric.id === register.place.get('wards_metric'),
  })
  return [...own, ...sums].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

const canBeSummed = (area: Area, metric: Metric): boolean =>
  (area.type === 'bcu' && metric.additiveUpTo !== 'none') ||
  (area.type === 'force' && metric.additiveUpTo === 'force')
