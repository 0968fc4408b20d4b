/** Reads a ranking: one date for all areas, chosen where the most of them have a value. */
import type { RankedArea, RankingQuery } from '@muster/shared/contract/ranking'
import { isKnown } from '@muster/shared/domain/series/observation'
import { lastDay } from '@muster/shared/domain/series/period'
import { fullestDate, rankAreas } from '@muster/shared/domain/series/ranking'
import { findParts, partsOf } from '../../figures/split.ts'
import type { Knowledge } from '../../reference/knowledge.ts'
import { findAreas, findBasis, findMetric, findSource } from '../../reference/lookup.ts'
import { findRates, refuseSenselessRate, unitOf } from '../series/queries.ts'

/** @throws ProblemError naming an unknown metric, basis or source. */
export const findRanking = (services: Knowledge, query: RankingQuery): RankedArea[] => {
  const register = services.register()
  const metric = findMetric(register, query.metric)
  const basis = findBasis(metric, query.basis)
  const source = findSource(register, query.source)
  refuseSenselessRate(register, metric, query.per)
  const areas = findAreas(register, undefined, query.areaType)
  const rates = { metric, basis, areas, source, per: query.per, asOf: query.asOf }
  const points = findRates(services, rates)
  const known = [...points.values()].flat().filter(isKnown)
  const chosen = fullestDate(
    known
      .filter(({ date }) => date === (query.date ?? date))
      .filter(({ date }) => query.at === undefined || lastDay(date) <= query.at),
  )
  const first =
    chosen === null ? null : findRates(services, { ...rates, edition: 'first' as const })
  const parts =
    query.per === undefined
      ? findParts(services, metric.id, { areas, source, asOf: query.asOf })
      : []
  const ranked = rankAreas(
    areas.map((area) => {
      const at = (points.get(area.code) ?? []).filter((point) => point.date === chosen?.date)
      const point = at.find((candidate) => candidate.source === chosen?.source) ?? null
      const other = (first?.get(area.code) ?? []).filter((entry) => entry.date === chosen?.date)
      return {
        area: area.code,
        point,
        others: [...at, ...other].filter(isKnown).map((entry) => entry.value),
      }
    }),
  )
  return ranked.map(
    (entry): RankedArea => ({
      area: entry.area,
      name: register.areas.get(entry.area)?.name ?? entry.area,
      date: chosen?.date ?? query.date ?? '',
      value: entry.point?.value ?? null,
      missing: entry.point === null ? 'x' : entry.point.missing,
      rank: entry.rank,
      rankFrom: entry.rankFrom,
      rankTo: entry.rankTo,
      of: entry.of,
      unit: unitOf(metric, query.per),
      decimals: query.per === undefined ? metric.decimals : query.per === 'force-share' ? 1 : 2,
      trust: entry.point?.trust ?? null,
      flags: entry.point?.flags ?? [],
      source: entry.point?.source ?? null,
      observation: entry.point?.observation || null,
      denominator: query.per === undefined ? null : (entry.point?.why ?? null),
      ...(parts.length === 0
        ? {}
        : {
            parts: partsOf(parts, entry.area, entry.point ?? { date: null, source: null }).map(
              ({ metric: { id, short }, point }) => ({
                metric: id,
                short,
                value: point.value,
                observation: point.observation,
              }),
            ),
          }),
    }),
  )
}
