/** Promised levels of a series, for its chart. */
import type { TargetLine } from '@muster/shared/api/series'
import type { Area } from '@muster/shared/domain/area'
import type { Metric } from '@muster/shared/domain/metric'
import type { Basis } from '@muster/shared/domain/observation'
import { pathOf } from '@muster/shared/domain/target'
import type { Services } from '../services.ts'
import { makeJudge } from './judgement.ts'

/** Only the plainest way to read each promise, and only where it gives a level. */
export const findTargetLines = (
  services: Services,
  metric: Metric,
  basis: Basis,
  areas: readonly Area[],
  asOf: string | undefined,
): TargetLine[] => {
  const codes = new Set(areas.map((area) => area.code))
  const judge = makeJudge(services)
  const seen = new Set<string>()
  return [...services.register().promises.values()].flatMap((promise) =>
    promise.readings
      .filter(
        (reading) =>
          reading.metric === metric.id &&
          reading.basis === basis &&
          codes.has(reading.area) &&
          (asOf === undefined || promise.published <= asOf),
      )
      .flatMap((reading): TargetLine[] => {
        const wards = judge.evidence(reading)?.wards ?? []
        const path = pathOf(reading, wards, promise.published)
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
