/**
 * The tree of areas: what an area lies in and what it is made of. An area may have several parents,
 * one after another; whether a membership was in force on a day is asked of the membership.
 */
import type { Area, Membership } from './area.ts'

export type Child = { area: Area; membership: Membership }

export type AreaTree = {
  areas: ReadonlyMap<string, Area>
  childrenOf: ReadonlyMap<string, readonly Child[]>
}

export const areaTree = (areas: ReadonlyMap<string, Area>): AreaTree => {
  const children = [...areas.values()].flatMap((area) =>
    area.parents.map((membership) => ({ area, membership })),
  )
  return { areas, childrenOf: Map.groupBy(children, ({ membership }) => membership.code) }
}

export const childrenIn = (tree: AreaTree, code: string): readonly Child[] =>
  tree.childrenOf.get(code) ?? []

/** All that it lies in, the nearest first. */
export const areasAbove = (tree: AreaTree, area: Area): Area[] => {
  const direct = area.parents.flatMap(({ code }) => tree.areas.get(code) ?? [])
  return [...new Set([...direct, ...direct.flatMap((parent) => areasAbove(tree, parent))])]
}

/** All that lies in it, each area before what it is made of. */
export const areasBelow = (tree: AreaTree, code: string): Area[] =>
  childrenIn(tree, code).flatMap(({ area }) => [area, ...areasBelow(tree, area.code)])

export const liesIn = (tree: AreaTree, area: Area, whole: string): boolean =>
  areasAbove(tree, area).some(({ code }) => code === whole)

/**
 * The areas whose figures are added up to its own, BCUs with their boroughs. These are the smallest
 * whole parts: not all wards are in the register.
 */
export const summedParts = (tree: AreaTree, code: string): Area[] =>
  childrenIn(tree, code).flatMap(({ area }) => [
    area,
    ...(area.type === 'bcu' ? summedParts(tree, area.code) : []),
  ])
