/** The whole that an area is compared with: all areas of its type added up, else the force itself. */
import type { Area } from '@muster/shared/domain/areas/area'
import { isComplete, type KnownPoint, type Point } from '@muster/shared/domain/series/observation'
import { UNDATED } from '@muster/shared/domain/series/period'
import { sumParts } from '@muster/shared/domain/series/sum'
import type { Register } from '../../reference/register.ts'

/** A figure of ours and of the whole on one date from one source. */
export type Held = { kind: 'areas' | 'force'; date: string; ours: KnownPoint; whole: KnownPoint }

/** Areas of the type of `area` that lie in the force. */
export const areasBeside = (register: Register, area: Area): Area[] =>
  [...register.areas.values()].filter(
    (other) => other.type === area.type && liesIn(register, other, register.force),
  )

/** Every date at which ours and the whole are known, the newest first. */
export const heldOf = (
  area: Area,
  beside: readonly Area[],
  force: string,
  points: ReadonlyMap<string, readonly Point[]>,
): Held[] => {
  const sums = sumParts(
    beside.map((other) => ({
      area: other.code,
      name: other.name,
      membership: { code: other.code, from: null, to: null },
      points: points.get(other.code) ?? [],
    })),
    { whileMembers: false, holds: false },
  )
  const published = points.get(force) ?? []
  return (points.get(area.code) ?? [])
    .filter((point): point is KnownPoint => isComplete(point) && point.date !== UNDATED)
    .flatMap((ours): Held[] => {
      const added = matching(sums, ours)
      if (added !== undefined) return [{ kind: 'areas', date: ours.date, ours, whole: added }]
      const given = matching(published, ours)
      return given === undefined ? [] : [{ kind: 'force', date: ours.date, ours, whole: given }]
    })
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
}

/** How many areas of the type have a figure where the most of them have one. */
export const bestKnown = (
  beside: readonly Area[],
  points: ReadonlyMap<string, readonly Point[]>,
): { date: string; known: number } | null => {
  const counts = new Map<string, { date: string; known: number }>()
  for (const { code } of beside)
    for (const point of points.get(code) ?? []) {
      if (!isComplete(point) || point.date === UNDATED) continue
      const key = `${point.date} ${point.source}`
      const entry = counts.get(key) ?? { date: point.date, known: 0 }
      counts.set(key, { ...entry, known: entry.known + 1 })
    }
  const [best] = [...counts.values()].sort(
    (a, b) => b.known - a.known || (a.date < b.date ? 1 : -1),
  )
  return best ?? null
}

const matching = (points: readonly Point[], ours: Point): KnownPoint | undefined =>
  points.find(
    (point): point is KnownPoint =>
      isComplete(point) && point.date === ours.date && point.source === ours.source,
  )

const liesIn = (register: Register, area: Area, force: string): boolean =>
  area.parents.some(
    ({ code }) =>
      code === force ||
      [register.areas.get(code)].some(
        (parent) => parent !== undefined && liesIn(register, parent, force),
      ),
  )
