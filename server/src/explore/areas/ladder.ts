/** Finds each rung from posts to duty for an area and those beside it, or that it is not published. */
import type { LadderRung } from '@muster/shared/contract/area-profile'
import type { Area } from '@muster/shared/domain/areas/area'
import { LADDER, type Rung } from '@muster/shared/domain/series/ladder'
import type { Metric } from '@muster/shared/domain/series/metric'
import {
  type Basis,
  isComplete,
  type KnownPoint,
  type Point,
  TRUSTS,
} from '@muster/shared/domain/series/observation'
import { UNDATED } from '@muster/shared/domain/series/period'
import { findFigures } from '../../figures/figures.ts'
import { findParts, partsOf } from '../../figures/split.ts'
import type { Knowledge } from '../../reference/knowledge.ts'

export const findLadder = (
  services: Knowledge,
  area: Area,
  beside: readonly Area[],
): LadderRung[] =>
  LADDER.flatMap((rung) => {
    const metric = services.register().metrics.get(rung.metric)
    return metric === undefined ? [] : [findRung(services, rung, metric, { area, beside })]
  })

const findRung = (
  services: Knowledge,
  rung: Rung,
  metric: Metric,
  { area, beside }: { area: Area; beside: readonly Area[] },
): LadderRung => {
  const register = services.register()
  const found = rung.bases
    .filter((basis) => metric.bases.includes(basis))
    .flatMap((basis): { basis: Basis; points: Map<string, Point[]>; own: KnownPoint }[] => {
      const points = findFigures(services.store, register, { metric, basis, areas: beside })
      const own = newest(points.get(area.code) ?? [])
      return own === null ? [] : [{ basis, points, own }]
    })
  const [best] = found.sort((a, b) => (a.own.date < b.own.date ? 1 : -1))
  const shown = (value: number): number => (rung.leftOf100 ? 100 - value : value)
  const plain = {
    id: rung.id,
    label: rung.label,
    definition: rung.definition,
    unit: metric.unit,
  }
  if (best === undefined)
    return {
      ...plain,
      basis: null,
      date: null,
      source: null,
      ours: null,
      taken: [],
      others: [],
      why: `Not published for ${area.name}.`,
    }
  const { own, points, basis } = best
  return {
    ...plain,
    basis,
    date: own.date,
    source: register.sources.get(own.source)?.title ?? own.source,
    ours: { value: shown(own.value), trust: own.trust, observation: own.observation },
    taken: partsOf(findParts(services, rung.metric, { areas: [area] }), area.code, own).map(
      ({ metric: { short }, point }) => ({ short, value: point.value }),
    ),
    others: beside
      .filter(({ code }) => code !== area.code)
      .map(({ code, name }) => {
        const same = (points.get(code) ?? []).find(
          (point): point is KnownPoint =>
            isComplete(point) && point.date === own.date && point.source === own.source,
        )
        return { code, name, value: same === undefined ? null : shown(same.value) }
      }),
    why: '',
  }
}

/** The newest complete value; of one date the most trusted. */
const newest = (points: readonly Point[]): KnownPoint | null =>
  points
    .filter((point): point is KnownPoint => isComplete(point) && point.date !== UNDATED)
    .sort(
      (a, b) =>
        (a.date < b.date ? 1 : a.date > b.date ? -1 : 0) ||
        TRUSTS.indexOf(a.trust) - TRUSTS.indexOf(b.trust),
    )[0] ?? null
