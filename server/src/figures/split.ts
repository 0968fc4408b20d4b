/** The parts of a share that holds different things, for whatever shows the share. */
import type { Area } from '@muster/shared/domain/areas/area'
import { type Metric, SPLIT_METRICS } from '@muster/shared/domain/series/metric'
import { isKnown, type KnownPoint, type Point } from '@muster/shared/domain/series/observation'
import type { Knowledge } from '../reference/knowledge.ts'
import { findFigures, metricOf } from './figures.ts'

/** One part of the share: its measure, and its points by area. */
export type SharePart = { metric: Metric; points: ReadonlyMap<string, readonly Point[]> }

/** Empty for a measure that is not split. */
export const findParts = (
  services: Knowledge,
  metric: string,
  query: { areas: readonly Area[]; source?: string | undefined; asOf?: string | undefined },
): SharePart[] => {
  const register = services.register()
  return (SPLIT_METRICS[metric] ?? []).map((id) => {
    const part = metricOf(register, id)
    const basis = part.bases[0] ?? 'not_stated'
    return {
      metric: part,
      points: findFigures(services.store, register, { ...query, metric: part, basis }),
    }
  })
}

/** Those of one value: of its area, date and source. None where one of them is not known. */
export const partsOf = (
  parts: readonly SharePart[],
  area: string,
  { date, source }: { date: string | null; source: string | null },
): { metric: Metric; point: KnownPoint }[] => {
  const known = parts.flatMap(({ metric, points }) => {
    const point = points.get(area)?.find((each) => each.date === date && each.source === source)
    return point !== undefined && isKnown(point) ? [{ metric, point }] : []
  })
  return known.length === parts.length ? known : []
}
