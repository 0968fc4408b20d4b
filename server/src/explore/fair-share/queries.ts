/** Reads a fair share: finds a whole that is known, shares it out, and splits the difference. */
import type { FairShare, FairShareQuery } from '@muster/shared/contract/fair-share'
import { ProblemError } from '@muster/shared/contract/problem'
import type { Area } from '@muster/shared/domain/areas/area'
import {
  type Driver,
  formatMix,
  type GapInput,
  type Mix,
  PART_IDS,
  type PartOf,
  parseMix,
  splitGap,
} from '@muster/shared/domain/areas/fair-share'
import type { Metric } from '@muster/shared/domain/series/metric'
import { isComplete, leastTrust } from '@muster/shared/domain/series/observation'
import { fullestDate } from '@muster/shared/domain/series/ranking'
import { fairShareSentences, PART_TERMS, wholeWords } from '@muster/shared/words/fair-share'
import { formatDate } from '@muster/shared/words/format'
import { isCount } from '@muster/shared/words/measure'
import { findFigures, metricOf } from '../../figures/figures.ts'
import type { Knowledge } from '../../reference/knowledge.ts'
import { findArea, findBasis, findMetric, findSource } from '../../reference/lookup.ts'
import { areaWordsOf, type Register, type SourceRow } from '../../reference/register.ts'
import { type DriversOn, findDrivers, type KnownDriver } from './drivers.ts'
import { areasBeside, type OursAndWhole, oursAndWholes } from './whole.ts'

/** @throws ProblemError `not-comparable` with the reason where there is no whole to share out. */
export const findFairShare = (services: Knowledge, query: FairShareQuery): FairShare => {
  const register = services.register()
  const metric = findMetric(register, query.metric)
  const basis = findBasis(metric, query.basis)
  const area = findArea(register, query.area, '/area')
  const source = findSource(register, query.source)
  const mix = readMix(query.by)
  const beside = areasBeside(register, area)
  refuseSenseless(register, metric, area, beside)
  const force = register.areas.get(register.force)
  const points = findFigures(services.store, register, {
    metric,
    basis,
    areas: force === undefined ? beside : [...beside, force],
    source,
    asOf: query.asOf,
  })
  const all = oursAndWholes(area, beside, register.force, points)
  const wanted = all.filter(({ date }) => query.date === undefined || date.startsWith(query.date))
  const best = fullestDate(beside.flatMap(({ code }) => points.get(code) ?? []).filter(isComplete))
  if (wanted.length === 0) throw refusal({ metric, area, beside, query, newest: all[0], best })
  const driversOn = findDrivers(services, area, beside, query.asOf)
  const held = wanted.find(({ date }) => mix.every(({ driver }) => driversOn(date).has(driver)))
  if (held === undefined) throw noDriver(mix, wanted[0]?.date ?? '', driversOn)
  const drivers = driversOn(held.date)
  const { input, notKnown } = inputOf(services, { metric, area, beside, mix, held, drivers, query })
  const split = splitGap(input)
  if (split === null) throw noDriver(mix, held.date, driversOn)
  const facts = {
    area: area.code,
    areaName: area.name,
    metric: metric.id,
    metricName: metric.name,
    basis,
    unit: metric.unit,
    decimals: metric.decimals,
    date: held.date,
    asOf: query.asOf ?? null,
    dataVersion: register.dataVersion,
    source: labelOf(register.sources.get(held.ours.source), held.ours.source),
    trust: leastTrust([held.ours.trust, held.whole.trust]),
    flags: held.ours.flags,
    whole: {
      kind: held.kind,
      words: wholeWords(held.kind, beside.length, area.type, areaWordsOf(register)),
      areas: beside.length,
      value: held.whole.value,
      observation: held.whole.observation,
    },
    observation: held.ours.observation,
    by: [...mix],
    drivers: [...drivers.values()].map((driver) => ({
      ...driver,
      percent: mix.find((item) => item.driver === driver.driver)?.percent ?? 0,
    })),
    ...split,
    parts: split.parts.map((part) => ({ ...part, label: PART_TERMS[part.id].label })),
    notKnown,
    policeView: policeView(register),
  }
  return { ...facts, sentences: fairShareSentences({ ...facts, short: metric.short }) }
}

const readMix = (by: string): Mix => {
  const mix = parseMix(by)
  if (!('fault' in mix)) return mix
  throw new ProblemError('bad-request', `by: ${mix.fault}`, [{ pointer: '/by', detail: mix.fault }])
}

const refuseSenseless = (
  register: Register,
  metric: Metric,
  area: Area,
  beside: readonly Area[],
): void => {
  if (metric.kind === 'denominator' || !isCount({ ...metric, per: null }))
    throw new ProblemError(
      'not-comparable',
      `${metric.name} cannot be shared out. Choose one that counts people, posts or time.`,
      [{ pointer: '/metric', detail: `Not for ${metric.id}.` }],
    )
  const force = register.areas.get(register.force)?.name ?? 'the force'
  if (beside.length < 2 || !beside.some(({ code }) => code === area.code))
    throw new ProblemError(
      'not-comparable',
      `${area.name} is not one of several parts of ${force}, so it has no share of it.`,
      [{ pointer: '/area', detail: `Give a part of ${force}.` }],
    )
}

const refusal = ({
  metric,
  area,
  beside,
  query,
  newest,
  best,
}: Pick<Found, 'metric' | 'area' | 'beside' | 'query'> & {
  newest: OursAndWhole | undefined
  best: ReturnType<typeof fullestDate>
}): ProblemError => {
  const when = query.date === undefined ? 'any date' : formatDate(query.date)
  const reason =
    best === null
      ? `No complete figure is published for ${area.name} or any other area of the whole.`
      : `No total of one source is published, and at most ${best.count} of ${beside.length} areas have a figure on one date (${formatDate(best.date)}).`
  const instead =
    newest === undefined
      ? `A share of an unknown whole would be invented. ${reason}`
      : `It can be given for ${formatDate(newest.date)}: date=${newest.date}.`
  return new ProblemError(
    'not-comparable',
    `The whole of ${metric.name.toLowerCase()} is not known for ${when}. ${instead}`,
    [{ pointer: query.date === undefined ? '/metric' : '/date', detail: instead }],
  )
}

const noDriver = (mix: Mix, date: string, driversOn: DriversOn): ProblemError => {
  const absent = mix.filter(({ driver }) => !driversOn(date).has(driver))
  const names = absent.map(({ driver }) => DRIVER_WORDS[driver]).join(' and ')
  const known = [...driversOn(date).keys()]
  const instead = known.length === 0 ? '' : ` Known for this date: by=${known.join(' or by=')}.`
  return new ProblemError(
    'not-comparable',
    `There is no ${names} for every area of the whole at ${formatDate(date)}.${instead}`,
    [{ pointer: '/by', detail: `Not known: ${absent.map(({ driver }) => driver).join(', ')}.` }],
  )
}

type Found = {
  metric: Metric
  area: Area
  beside: readonly Area[]
  mix: Mix
  held: OursAndWhole
  drivers: ReadonlyMap<Driver, KnownDriver>
  query: FairShareQuery
}

const inputOf = (
  services: Knowledge,
  found: Found,
): { input: GapInput; notKnown: FairShare['notKnown'] } => {
  const { metric, mix, held, drivers } = found
  const posts = findBase(services, found, POSTS_OF[metric.id])
  const time = findBase(services, found, TIME_OF[metric.id])
  const input: GapInput = {
    figure: { ours: held.ours.value, whole: held.whole.value },
    mix,
    allocated: allocatedMix(services.register()),
    drivers: { residents: drivers.get('residents') ?? null, crimes: drivers.get('crimes') ?? null },
    posts,
    time,
  }
  const why: Record<(typeof PART_IDS)[number], string | null> = {
    mix: drivers.size === 2 ? null : 'Residents or recorded crime of this date are not known.',
    vacancy:
      posts !== null
        ? null
        : POSTS_OF[metric.id] === undefined
          ? 'No budgeted posts belong to this figure.'
          : 'Budgeted posts are not published for all of these areas on this date.',
    abstraction:
      time !== null
        ? null
        : TIME_OF[metric.id] === undefined
          ? 'Duty elsewhere takes time, not people: it does not change how many are counted here.'
          : 'The time recorded in all is not published for all of these areas on this date.',
  }
  return {
    input,
    notKnown: PART_IDS.flatMap((id) => {
      const reason = why[id]
      return reason === null ? [] : [{ id, label: PART_TERMS[id].label, why: reason }]
    }),
  }
}

/** The same two numbers of another metric, where one source gives them for the very date. */
const findBase = (
  services: Knowledge,
  { area, beside, held, query }: Found,
  id: string | undefined,
): PartOf | null => {
  const register = services.register()
  if (id === undefined || held.kind === 'force' || !register.metrics.has(id)) return null
  const metric = metricOf(register, id)
  for (const basis of metric.bases) {
    const points = findFigures(services.store, register, {
      metric,
      basis,
      areas: beside,
      asOf: query.asOf,
    })
    const same = oursAndWholes(area, beside, '', points).find(({ date }) => date === held.date)
    if (same !== undefined) return { ours: same.ours.value, whole: same.whole.value }
  }
  return null
}

const policeView = (register: Register): FairShare['policeView'] => ({
  words:
    register.place.get('allocation_view') ??
    'How the police allocate is not in the register; the mix shown is only the nearest figure.',
  url: register.place.get('allocation_view_url') ?? null,
  by: [...allocatedMix(register)],
})

/** Crime recorded is the only published figure near to workload. */
const allocatedMix = (register: Register): Mix => {
  const mix = parseMix(register.place.get('allocation_mix') ?? formatMix(WORKLOAD))
  return 'fault' in mix ? WORKLOAD : mix
}

const labelOf = (row: SourceRow | undefined, id: string): FairShare['source'] => ({
  id,
  title: row?.title ?? id,
  publisher: row?.publisher ?? '',
  url: row?.url ?? '',
})

const WORKLOAD: Mix = [{ driver: 'crimes', percent: 100 }]

/** Budgeted posts, and all time recorded, of the figures that are filled or left of them. */
const POSTS_OF: Readonly<Record<string, string>> = {
  officers: 'establishment_officers',
  pcso: 'establishment_pcso',
  detectives: 'establishment_detectives',
  dedicated_ward_officers: 'establishment_dedicated_ward_officers',
  neighbourhood_pcso: 'establishment_neighbourhood_pcso',
}
const TIME_OF: Readonly<Record<string, string>> = { not_abstracted_minutes: 'recorded_minutes' }

const DRIVER_WORDS: Record<Driver, string> = {
  residents: 'estimate of residents',
  crimes: 'recorded crime of 12 months',
}
