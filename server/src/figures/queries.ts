/** One value's whole story, and that of a sum or quotient as the story of its parts. */

import type { ObservationStory } from '@muster/shared/contract/observation'
import { summedParts } from '@muster/shared/domain/areas/tree'
import { DERIVED_METRICS } from '@muster/shared/domain/series/metric'
import { type Flag, leastTrust, type Trust } from '@muster/shared/domain/series/observation'
import { formatNumber } from '@muster/shared/words/format'
import { and, eq } from 'drizzle-orm'
import { observation, series } from '../platform/db/schema.ts'
import { notFound } from '../platform/http/route.ts'
import type { Knowledge } from '../reference/knowledge.ts'
import type { Register, ReleaseRow, SourceRow } from '../reference/register.ts'
import { isNewer, observationId } from './current.ts'

/** @throws ProblemError `not-found` when no figure has the id. */
export const findStory = (services: Knowledge, id: string): ObservationStory => {
  if (id.length > LONGEST_ID) throw notFound('This id of a figure is too long to be one.')
  const [numerator = '', denominator, ...rest] = id.split(':')
  if (rest.length > 0) throw notFound(`No figure has the id “${id.slice(0, 80)}”.`)
  if (denominator !== undefined) return quotientStory(services, id, numerator, denominator)
  const ids = numerator.split('+')
  return ids.length === 1
    ? singleStory(services, numerator)
    : sumStory(
        services,
        id,
        ids.map((part) => singleStory(services, part)),
      )
}

const singleStory = (services: Knowledge, id: string): ObservationStory => {
  const register = services.register()
  const rows = storedRows(services, id)
  const own = rows.find((row) => observationId(row.series, row.date, row.release) === id)
  const release = own && register.releases.get(own.release)
  const source = release && register.sources.get(release.source)
  if (!own || !release || !source) throw notFound(`No figure has the id “${id.slice(0, 80)}”.`)
  const addedUp = /\badded up\b/i.test(`${own.cell} ${release.note}`)
  const versions = rows
    .flatMap((row) => {
      const of = register.releases.get(row.release)
      return of === undefined || row === own ? [] : [{ row, of }]
    })
    .sort((a, b) => (isNewer(a.of, b.of) ? 1 : -1))
  const stored = ({ row, of }: (typeof versions)[number]) => ({
    id: observationId(row.series, row.date, row.release),
    value: row.value,
    missing: row.missing,
    release: of.slug,
    edition: of.edition,
    published: of.published,
    withdrawn: of.withdrawnAt !== null,
  })
  return {
    id,
    kind: 'value',
    ...named(register, own),
    date: own.date,
    value: own.value,
    missing: own.missing,
    trust: own.trust,
    flags: own.flags === '' ? [] : (own.flags.split(';') as Flag[]),
    ...originOf(source, release, own.trust),
    where: own.cell,
    raw: own.raw ?? (addedUp || own.value === null ? '' : String(own.value)),
    addedUp,
    note: own.note ?? '',
    earlier: versions.filter(({ of }) => isNewer(release, of)).map(stored),
    later: versions.filter(({ of }) => isNewer(of, release)).map(stored),
    parts: [],
  }
}

const sumStory = (
  services: Knowledge,
  id: string,
  parts: readonly ObservationStory[],
): ObservationStory => {
  const [first] = parts
  if (first === undefined) throw notFound('This sum has no parts.')
  const areas = new Set(parts.map((part) => part.area))
  const dates = [...new Set(parts.map((part) => part.date))].sort()
  return {
    ...first,
    id,
    kind: 'sum',
    ...wholeOf(services.register(), areas),
    date: dates.length === 1 ? first.date : `${dates[0]}/${dates.at(-1)}`,
    value: parts.reduce<number | null>(
      (sum, part) => (sum === null || part.value === null ? null : sum + part.value),
      0,
    ),
    trust: leastTrust(parts.map((part) => part.trust)),
    flags: [...new Set([...parts.flatMap((part) => part.flags), 'sum' as const])],
    ...commonOrigin(parts),
    where: `Added up from ${parts.length} figures, each with its source below.`,
    raw: '',
    addedUp: true,
    note: '',
    earlier: [],
    later: [],
    parts: parts.map(partOf),
  }
}

const quotientStory = (
  services: Knowledge,
  id: string,
  above: string,
  below: string,
): ObservationStory => {
  const numerator = findStory(services, above)
  const denominator = findStory(services, below)
  const derived = DERIVED_METRICS.find(
    (metric) => metric.numerator === numerator.metric && metric.denominator === denominator.metric,
  )
  const factor = derived?.factor ?? factorOf(services.register(), numerator, denominator)
  const ratio =
    numerator.value === null || !denominator.value
      ? null
      : (numerator.value / denominator.value) * factor
  return {
    ...numerator,
    id,
    kind: 'quotient',
    metricName: `${numerator.metricName} ÷ ${denominator.metricName.toLowerCase()}`,
    unit:
      factor === 100
        ? 'percent'
        : `${numerator.unit} for ${factor === 1 ? 'each of' : formatNumber(factor)} ${denominator.unit}`,
    value: ratio,
    trust: leastTrust([numerator.trust, denominator.trust]),
    flags: [...new Set([...numerator.flags, 'derived' as const])],
    ...commonOrigin([numerator, denominator]),
    where: `Computed from the two figures below: the first divided by the second${factor === 1 ? '' : `, times ${formatNumber(factor)}`}.`,
    raw: '',
    addedUp: false,
    note: '',
    earlier: [],
    later: [],
    parts: [partOf(numerator), partOf(denominator)],
  }
}

const storedRows = (services: Knowledge, id: string) => {
  const match = ID.exec(id)
  if (match === null) throw notFound(`No figure has the id “${id.slice(0, 80)}”.`)
  const [, seriesId = '', date = ''] = match
  return services.store.read
    .select({
      series: observation.series,
      date: observation.date,
      release: observation.release,
      value: observation.value,
      missing: observation.missing,
      trust: observation.trust,
      flags: observation.flags,
      cell: observation.cell,
      raw: observation.raw,
      note: observation.note,
      metric: series.metric,
      basis: series.basis,
      area: series.area,
    })
    .from(observation)
    .innerJoin(series, eq(series.id, observation.series))
    .where(and(eq(observation.series, Number(seriesId)), eq(observation.date, date)))
    .all()
}

const named = (register: Register, row: ReturnType<typeof storedRows>[number]) => ({
  metric: row.metric,
  metricName: register.metrics.get(row.metric)?.name ?? row.metric,
  unit: register.metrics.get(row.metric)?.unit ?? '',
  basis: row.basis,
  area: row.area,
  areaName: register.areas.get(row.area)?.name ?? row.area,
})

/** The area whose parts these are, when they are exactly that; one area over time stays itself. */
const wholeOf = (register: Register, codes: ReadonlySet<string>) => {
  const [only] = codes
  const whole =
    codes.size === 1
      ? register.areas.get(only ?? '')
      : [...register.areas.values()].find((area) => {
          const leaves = summedParts(register, area.code).filter(({ type }) => type !== 'bcu')
          return leaves.length === codes.size && leaves.every(({ code }) => codes.has(code))
        })
  return {
    area: whole?.code ?? [...codes].join('+'),
    areaName: whole?.name ?? `${codes.size} areas`,
  }
}

const partOf = (story: ObservationStory): ObservationStory['parts'][number] => ({
  id: story.id,
  metric: story.metric,
  area: story.area,
  areaName: story.areaName,
  date: story.date,
  value: story.value,
  where: story.where,
})

type Origin = Pick<ObservationStory, 'source' | 'release'>

/**
 * A shipped figure that nobody checked was copied from notes or by others: its source was not seen,
 * and neither a licence nor a hash of ours says anything of it.
 */
const originOf = (source: SourceRow, release: ReleaseRow, trust: Trust): Origin => {
  const unseen = release.addedBy === 'shipped' && trust === 'unverified'
  return {
    source: {
      id: source.id,
      title: source.title,
      publisher: source.publisher,
      url: source.url,
      licence: unseen ? '' : source.licence,
    },
    release: {
      id: release.slug,
      edition: release.edition,
      published: release.published,
      readOn: release.readOn,
      file: unseen ? '' : release.fileName,
      sha256: unseen ? '' : release.sha256,
      note: release.note,
    },
  }
}

/** What all parts share; of several sources or editions their names, and no file as if it were one. */
const commonOrigin = (parts: readonly ObservationStory[]): Origin => {
  const sources = new Map(parts.map(({ source }) => [source.id, source]))
  const releases = new Map(parts.map(({ release }) => [release.id, release]))
  const [source, ...otherSources] = sources.values()
  const [release, ...otherReleases] = releases.values()
  if (source === undefined || release === undefined) throw notFound('This figure has no parts.')
  const all = (name: 'id' | 'title' | 'publisher' | 'licence'): string =>
    [...new Set([...sources.values()].map((each) => each[name]))].filter(Boolean).join('; ')
  return {
    source:
      otherSources.length === 0
        ? source
        : {
            id: all('id'),
            title: all('title'),
            publisher: all('publisher'),
            url: '',
            licence: all('licence'),
          },
    release:
      otherReleases.length === 0
        ? release
        : {
            id: [...releases.keys()].join('; '),
            edition: `${releases.size} editions`,
            published: null,
            readOn:
              [...releases.values()]
                .map(({ readOn }) => readOn)
                .sort()
                .at(-1) ?? '',
            file: '',
            sha256: '',
            note: '',
          },
  }
}

/** What a division without a name of its own is multiplied by where it is shown. */
const factorOf = ({ place }: Register, above: ObservationStory, below: ObservationStory): number =>
  above.metric === below.metric
    ? 100
    : below.metric === place.get('population_metric') || below.metric === place.get('crime_metric')
      ? 1_000
      : 1

const ID = /^(\d{1,10})\.(\d{4}(?:-\d{2}){0,2}|undated)\.(\d{1,10})$/

/** 12 months of 32 boroughs, twice. */
const LONGEST_ID = 32 * 12 * 2 * 24
