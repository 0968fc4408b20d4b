/** The whole that an area is compared with: all areas of its type added up, else the force itself. */
import type { Area } from '@muster/shared/domain/areas/area'
import { liesIn } from '@muster/shared/domain/areas/tree'
import { isComplete, type KnownPoint, type Point } from '@muster/shared/domain/series/observation'
import { UNDATED } from '@muster/shared/domain/series/period'
import { sumParts } from '@muster/shared/domain/series/sum'
import type { Register } from '../../reference/register.ts'

/** A figure of ours and of the whole on one date from one source. */
export type OursAndWhole = {
  kind: 'areas' | 'force'
  date: string
  ours: KnownPoint
  whole: KnownPoint
}

/** Areas of the type of `area` that lie in the force. */
export const areasBeside = (register: Register, area: Area): Area[] =>
  [...register.areas.values()].filter(
    (other) => other.type === area.type && liesIn(register, other, register.force),
  )

/** Every date at which ours and the whole are known, the newest first. */
export const oursAndWholes = (
  area: Area,
  beside: readonly Area[],
  force: string,
  points: ReadonlyMap<string, readonly Point[]>,
): OursAndWhole[] => {
  const sums = sumParts(beside.map(({ code, name }) => ({ name, points: points.get(code) ?? [] })))
  const published = points.get(force) ?? []
  return (points.get(area.code) ?? [])
    .filter((point): point is KnownPoint => isComplete(point) && point.date !== UNDATED)
    .flatMap((ours): OursAndWhole[] => {
      const added = matching(sums, ours)
      if (added !== undefined) return [{ kind: 'areas', date: ours.date, ours, whole: added }]
      const given = matching(published, ours)
      return given === undefined ? [] : [{ kind: 'force', date: ours.date, ours, whole: given }]
    })
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
}

const matching = (points: readonly Point[], ours: Point): KnownPoint | undefined =>
  points.find(
    (point): point is KnownPoint =>
      isComplete(point) && point.date === ours.date && point.source === ours.source,
  )
