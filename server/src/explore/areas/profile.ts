/** Reads all that is known of one area, and what is known of others only. */
import type { AreaProfile, KnownSeries, UnknownSeries } from '@muster/shared/contract/area-profile'
import type { Area } from '@muster/shared/domain/areas/area'
import { areasAbove } from '@muster/shared/domain/areas/tree'
import type { Metric } from '@muster/shared/domain/series/metric'
import {
  type Basis,
  isKnown,
  type KnownPoint,
  type Point,
} from '@muster/shared/domain/series/observation'
import { lastDay, UNDATED } from '@muster/shared/domain/series/period'
import { formatList } from '@muster/shared/words/format'
import { findFigures } from '../../figures/figures.ts'
import type { Knowledge } from '../../reference/knowledge.ts'
import { findArea } from '../../reference/lookup.ts'
import { areaWordsOf, type Register } from '../../reference/register.ts'
import { findLadder } from './ladder.ts'
import { findPeers } from './peers.ts'

/** @throws ProblemError naming an unknown area. */
export const findProfile = (services: Knowledge, code: string): AreaProfile => {
  const register = services.register()
  const area = findArea(register, code, '/code')
  const beside = [...register.areas.values()].filter(({ type }) => type === area.type)
  // A country is too far to say anything.
  const above = areasAbove(register, area).filter(({ type }) => type !== 'country')
  const known: KnownSeries[] = []
  const unknown: UnknownSeries[] = []
  for (const metric of register.metrics.values()) {
    const found = metric.bases.map((basis) => ({
      basis,
      points: findFigures(services.store, register, {
        metric,
        basis,
        areas: [...beside, ...above],
      }),
    }))
    const own = found.flatMap(({ basis, points }) =>
      seriesOf(register, metric, basis, points.get(area.code) ?? []),
    )
    const later = newestAbove(
      above,
      found.map(({ points }) => points),
    )
    known.push(
      ...own.map((series) => ({
        ...series,
        newerIn: later !== null && isLater(later.date, series.last) ? later : null,
      })),
    )
    if (own.length > 0) continue
    const has = ({ code: other }: Area): boolean =>
      found.some(({ points }) => (points.get(other) ?? []).some(isKnown))
    const reason = whyNot(register, area, above.filter(has), beside.filter(has))
    if (reason !== null) unknown.push({ metric: metric.id, name: metric.name, ...reason })
  }
  return {
    area: area.code,
    name: area.name,
    type: area.type,
    known,
    unknown,
    peers: findPeers(services, area, beside),
    ladder: findLadder(services, area, beside),
  }
}

const seriesOf = (
  register: Register,
  metric: Metric,
  basis: Basis,
  points: readonly Point[],
): Omit<KnownSeries, 'newerIn'>[] =>
  [...new Set(points.filter(isKnown).map((point) => point.source))].flatMap((source) => {
    const own = points.filter((point) => point.source === source)
    const known = own.filter(isKnown)
    const dated = known.filter((point) => point.date !== UNDATED)
    const newest: KnownPoint | undefined = dated.at(-1) ?? known[0]
    if (newest === undefined) return []
    const row = register.sources.get(source)
    return [
      {
        metric: metric.id,
        name: metric.name,
        short: metric.short,
        kind: metric.kind,
        unit: metric.unit,
        decimals: metric.decimals,
        basis,
        source: { id: source, title: row?.title ?? source, publisher: row?.publisher ?? '' },
        first: dated[0]?.date ?? UNDATED,
        last: newest.date,
        known: known.length,
        missing: own.length - known.length,
        trusts: [...new Set(known.map((point) => point.trust))],
        newest: {
          date: newest.date,
          value: newest.value,
          trust: newest.trust,
          flags: newest.flags,
          observation: newest.observation,
        },
      },
    ]
  })

/** Of units that an area lies in and that are not the whole force: theirs is near, and no split of it. */
const newestAbove = (
  above: readonly Area[],
  found: readonly ReadonlyMap<string, readonly Point[]>[],
): KnownSeries['newerIn'] => {
  const all = above
    .filter(({ type }) => type === 'bcu')
    .flatMap(({ code, name }) =>
      found.flatMap((points) =>
        (points.get(code) ?? [])
          .filter((point) => isKnown(point) && point.date !== UNDATED)
          .map(({ date }) => ({ code, name, date })),
      ),
    )
  return all.sort((a, b) => (a.date < b.date ? 1 : -1))[0] ?? null
}

const isLater = (date: string, last: string): boolean =>
  last !== UNDATED && lastDay(date) > lastDay(last)

/** Null where nobody near has the figure either: then there is nothing to miss. */
const whyNot = (
  register: Register,
  area: Area,
  above: readonly Area[],
  beside: readonly Area[],
): Pick<UnknownSeries, 'reason' | 'why' | 'heldBy'> | null => {
  const words = areaWordsOf(register)
  const [nearest] = above
  if (nearest !== undefined)
    return {
      reason: 'cannot-be-split',
      why: `Published for ${formatList(above.map(({ name }) => name))} as a whole. A whole cannot be split: a figure for ${area.name} would be invented.`,
      heldBy: above.map(({ code, name }) => ({ code, name })),
    }
  if (beside.length === 0) return null
  const one = words[area.type] ?? area.type
  const kind = beside.length === 1 ? one : (words[`${area.type}.plural`] ?? `${one}s`)
  return {
    reason: 'not-here',
    why: `Known for ${beside.length} other ${kind}, not for ${area.name}.`,
    heldBy: beside.map(({ code, name }) => ({ code, name })),
  }
}
