/** Reads time series: as published, added up, or in relation to residents, crimes, wards, force. */
import { ProblemError } from '@muster/shared/contract/problem'
import type {
  AreaSeries,
  Mark,
  Note,
  SeriesQuery,
  SeriesReply,
} from '@muster/shared/contract/series'
import type { Area } from '@muster/shared/domain/areas/area'
import { breaksOf, concerns } from '@muster/shared/domain/series/break'
import { ingredientsOf, type Metric } from '@muster/shared/domain/series/metric'
import type { Basis, Point } from '@muster/shared/domain/series/observation'
import { firstDay, lastDay, UNDATED } from '@muster/shared/domain/series/period'
import {
  crimesOn,
  forceOn,
  type Per,
  rateOf,
  residentsOn,
  wardsOn,
} from '@muster/shared/domain/series/rate'
import { isCount } from '@muster/shared/words/measure'
import type { Edition } from '../../figures/current.ts'
import { findDenominators, findFigures, metricOf } from '../../figures/figures.ts'
import { findParts } from '../../figures/split.ts'
import { findTargetLines } from '../../promises/targets.ts'
import type { Knowledge } from '../../reference/knowledge.ts'
import { findAreas, findBasis, findMetric, findSource } from '../../reference/lookup.ts'
import { type Register, sourceLabel } from '../../reference/register.ts'

/** @throws ProblemError naming an unknown metric, basis, area or source. */
export const findSeries = (services: Knowledge, query: SeriesQuery): SeriesReply => {
  const register = services.register()
  const metric = findMetric(register, query.metric)
  const basis = findBasis(metric, query.basis)
  const areas = findAreas(register, query.areas, query.areaType)
  const source = findSource(register, query.source)
  refuseSenselessRate(register, metric, query.per)
  const points = findRates(services, {
    metric,
    basis,
    areas,
    source,
    per: query.per,
    asOf: query.asOf,
  })
  const parts =
    query.per === undefined
      ? findParts(services, metric.id, { areas, source, asOf: query.asOf })
      : []
  const isWithin = withinOf(query)
  const series = areas.map(
    (area): AreaSeries => ({
      area: area.code,
      name: area.name,
      type: area.type,
      points: (points.get(area.code) ?? []).filter(isWithin),
    }),
  )
  const used = new Set(series.flatMap((entry) => entry.points.map((point) => point.source)))
  return {
    metric: metric.id,
    basis,
    per: query.per ?? null,
    unit: unitOf(metric, query.per),
    decimals: query.per === undefined ? metric.decimals : query.per === 'force-share' ? 1 : 2,
    asOf: query.asOf ?? null,
    dataVersion: register.dataVersion,
    series,
    notes: notesOn(series, register),
    about: metric,
    sources: [...register.sources.values()].filter((row) => used.has(row.id)).map(sourceLabel),
    marks: marksFor(register, { metric, per: query.per, areas, used }),
    targets:
      query.per === undefined
        ? findTargetLines(services, {
            metric,
            basis,
            areas,
            asOf: query.asOf,
            until: lastDateOf(series),
          })
        : [],
    ...(parts.length === 0
      ? {}
      : {
          parts: parts.map((part) => ({
            metric: part.metric.id,
            name: part.metric.name,
            short: part.metric.short,
            series: areas.map(({ code, name, type }) => ({
              area: code,
              name,
              type,
              points: (part.points.get(code) ?? []).filter(isWithin),
            })),
          })),
        }),
  }
}

export type RatesQuery = {
  metric: Metric
  basis: Basis
  areas: readonly Area[]
  source?: string | undefined
  per?: Per | undefined
  asOf?: string | undefined
  edition?: Edition
}

/** Points by area, divided as asked. */
export const findRates = (services: Knowledge, query: RatesQuery): Map<string, Point[]> => {
  const { store } = services
  const register = services.register()
  const points = findFigures(store, register, query)
  if (query.per === undefined) return points
  if (query.per === 'force-share') {
    const force = register.areas.get(register.force)
    const whole =
      findFigures(store, register, {
        ...query,
        areas: force ? [force] : [],
        source: undefined,
      }).get(register.force) ?? []
    return mapPoints(points, (list) => rateOf(list, 100, (point) => forceOn(whole, point)))
  }
  const denominators = findDenominators(store, register, DENOMINATORS[query.per], query)
  const breaks = breaksOf(register.marks, { metrics: [register.place.get('crime_metric') ?? ''] })
  return mapPoints(points, (list, area) => {
    const others = denominators.get(area) ?? []
    if (query.per === 'ward') return rateOf(list, 1, (point) => wardsOn(others, point.date))
    return rateOf(list, 1_000, (point) =>
      query.per === '1000-residents'
        ? residentsOn(others, point.date)
        : crimesOn(others, point.date, breaks),
    )
  })
}

/** What a value counts, in words: `people per 1,000 residents`. */
export const unitOf = (metric: Metric, per: Per | undefined): string =>
  per === undefined
    ? metric.unit
    : per === 'force-share'
      ? 'per cent of the whole force'
      : `${metric.unit} ${PER_WORDS[per]}`

/** Neither a rate of a rate nor of the thing itself: crimes per 1,000 crimes are always 1,000. */
export const refuseSenselessRate = (
  register: Register,
  metric: Metric,
  per: Per | undefined,
): void => {
  if (per === undefined) return
  const below =
    per === 'force-share' ? undefined : metricOf(register, denominatorMetric(register, per))
  const why = !isCount({ ...metric, per: null })
    ? 'is already a share or a rate; it cannot be divided again'
    : below?.unit === metric.unit
      ? `counts ${metric.unit} itself; it cannot be divided by ${below.name.toLowerCase()}`
      : null
  if (why === null) return
  throw new ProblemError('not-comparable', `${metric.name} ${why}. Choose “as a count”.`, [
    { pointer: '/per', detail: `Not for ${metric.id}.` },
  ])
}

const PER_WORDS = {
  '1000-residents': 'per 1,000 residents',
  '1000-crimes': 'per 1,000 recorded crimes',
  ward: 'per ward',
} as const

const denominatorMetric = (register: Register, per: keyof typeof DENOMINATORS): string =>
  register.place.get(DENOMINATORS[per]) ?? ''

/** The keys under which the place names the metrics. */
const DENOMINATORS = {
  '1000-residents': 'population_metric',
  '1000-crimes': 'crime_metric',
  ward: 'wards_metric',
} as const

const mapPoints = (
  points: ReadonlyMap<string, Point[]>,
  change: (points: Point[], area: string) => Point[],
): Map<string, Point[]> => new Map([...points].map(([area, list]) => [area, change(list, area)]))

/** A date is within when any day that it may mean is. */
const withinOf = ({ from, to }: Pick<SeriesQuery, 'from' | 'to'>): ((point: Point) => boolean) => {
  if (from === undefined && to === undefined) return () => true
  const first = from === undefined ? '' : firstDay(from)
  const last = to === undefined ? '9999-12-31' : lastDay(to)
  // Of a coarser date only as much is compared as it says.
  return ({ date }) =>
    date !== UNDATED && date >= first.slice(0, date.length) && date <= last.slice(0, date.length)
}

/** What concerns the figure and what it is divided by; what breaks the force breaks a share of it. */
const marksFor = (
  register: Register,
  {
    metric,
    per,
    areas,
    used,
  }: {
    metric: Metric
    per: Per | undefined
    areas: readonly Area[]
    used: ReadonlySet<string>
  },
): Mark[] => {
  const codes = areas.map((area) => area.code)
  const metrics = [
    ...ingredientsOf(metric.id),
    ...(per === undefined || per === 'force-share' ? [] : [denominatorMetric(register, per)]),
  ]
  return register.marks.flatMap(({ metrics: about, ...mark }): Mark[] => {
    const ofWhole = per === 'force-share' && concerns(mark, { area: register.force })
    const here =
      mark.areas.length === 0 || ofWhole || codes.some((code) => mark.areas.includes(code))
    const bySource = mark.sources.length === 0 || mark.sources.some((source) => used.has(source))
    if (!here || !bySource || !concerns({ ...mark, metrics: about }, { metrics })) return []
    return [{ ...mark, areas: ofWhole ? [] : codes.filter((code) => mark.areas.includes(code)) }]
  })
}

const lastDateOf = (series: readonly AreaSeries[]): string | undefined =>
  series
    .flatMap((entry) => entry.points.map((point) => point.date))
    .filter((date) => date !== UNDATED)
    .sort()
    .at(-1)

/** What a reader must know of these points; each note names the areas that it is about. */
const notesOn = (series: readonly AreaSeries[], register: Register): Note[] =>
  NOTES.flatMap(({ code, text, holds }) => {
    const areas = series.filter((entry) => holds(entry)).map((entry) => entry.area)
    return areas.length === 0 ? [] : [{ code, text: text(register), areas }]
  })

const has = (entry: AreaSeries, test: (point: Point) => boolean): boolean => entry.points.some(test)

const NOTES: readonly {
  code: string
  text: (register: Register) => string
  holds: (entry: AreaSeries) => boolean
}[] = [
  {
    code: 'sum',
    text: () =>
      'Added up from the parts of the area; a date at which a part is missing has no total.',
    holds: (entry) => has(entry, (point) => point.flags.includes('sum')),
  },
  {
    code: 'unverified',
    text: () => 'Copied by somebody else and not yet checked against the source.',
    holds: (entry) => has(entry, (point) => point.trust === 'unverified'),
  },
  {
    code: 'several-sources',
    text: () => 'More than one source: their figures differ and are never joined.',
    holds: (entry) => new Set(entry.points.map((point) => point.source)).size > 1,
  },
  {
    code: 'partial',
    text: () =>
      'Some periods are incomplete; they are not joined to others and no change is computed to them.',
    holds: (entry) => has(entry, (point) => point.flags.includes('partial')),
  },
  {
    code: 'not-published',
    text: () => 'No figure is published for this area on this basis. It is missing, not zero.',
    holds: (entry) => entry.points.length === 0,
  },
]
