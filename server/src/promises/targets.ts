/** Promised levels of a series, for its chart. */
import type { TargetLine } from '@muster/shared/contract/series'
import type { Area } from '@muster/shared/domain/areas/area'
import type { Metric } from '@muster/shared/domain/series/metric'
import type { Basis } from '@muster/shared/domain/series/observation'
import type { Reading } from '@muster/shared/domain/verdicts/promise'
import { pathOf } from '@muster/shared/domain/verdicts/target'
import type { Knowledge } from '../reference/knowledge.ts'
import { groupsOf, judgeOf } from './judgement.ts'

type LevelsQuery = {
  metric: Metric
  basis: Basis
  areas: readonly Area[]
  asOf: string | undefined
  until: string | undefined
}

/**
 * Only the plainest way to read each promise, and only where it gives a level.
 *
 * `until`: the last date that the chart shows; a promise without an end is drawn up to it.
 */
export const findTargetLines = (
  services: Knowledge,
  { metric, basis, areas, asOf, until }: LevelsQuery,
): TargetLine[] => {
  const codes = new Set(areas.map((area) => area.code))
  const judge = judgeOf(services)
  const seen = new Set<string>()
  return [...services.register().promises.values()].flatMap((promise) =>
    (groupsOf(promise)[0]?.readings ?? [])
      .filter(
        (reading) =>
          reading.metric === metric.id &&
          reading.basis === basis &&
          codes.has(reading.area) &&
          (asOf === undefined || promise.published <= asOf),
      )
      .flatMap((reading): TargetLine[] => {
        const wards = judge.evidence(reading)?.wards ?? []
        const path = drawnUpTo(until, reading, pathOf(reading, wards, promise.published))
        const key = `${promise.id} ${reading.area} ${path.at(-1)?.value}`
        if (path.length === 0 || seen.has(key)) return []
        seen.add(key)
        return [
          {
            promise: promise.id,
            reading: reading.id,
            area: reading.area,
            label: promise.title,
            direction: reading.direction,
            path,
          },
        ]
      }),
  )
}

const drawnUpTo = (
  until: string | undefined,
  reading: Reading,
  path: TargetLine['path'],
): TargetLine['path'] => {
  const last = path.at(-1)
  const isOpen = reading.mode === 'throughout' && reading.due === null
  return isOpen && last !== undefined && until !== undefined && last.date < until
    ? [...path, { date: until, value: last.value }]
    : path
}
