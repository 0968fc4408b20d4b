/**
 * Areas in order of one value, the highest first. A rank is given with the range that it may have:
 * ties, estimates good to about one, and other published values of the same figure widen it.
 */
import type { Point } from './observation.ts'
import { isKnown } from './observation.ts'
import { UNDATED } from './period.ts'

export type Candidate = {
  area: string
  point: Point | null
  /** Other values that some release or source gives for the same area and date. */
  others: readonly number[]
}

export type Ranked = Candidate & {
  rank: number | null
  rankFrom: number | null
  rankTo: number | null
  of: number
}

/** Highest first, missing ones last in the order given. */
export const rankAreas = (candidates: readonly Candidate[]): Ranked[] => {
  const known = candidates.flatMap((candidate) =>
    candidate.point !== null && isKnown(candidate.point)
      ? [{ candidate, value: candidate.point.value, ...rangeOf(candidate.point, candidate.others) }]
      : [],
  )
  const ranked = known
    .map((entry): Ranked => {
      const others = known.filter((other) => other !== entry)
      return {
        ...entry.candidate,
        rank: 1 + others.filter((other) => other.value > entry.value).length,
        rankFrom: 1 + others.filter((other) => other.low > entry.high).length,
        rankTo: 1 + others.filter((other) => other.high >= entry.low).length,
        of: known.length,
      }
    })
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
  const missing = candidates
    .filter((candidate) => candidate.point === null || !isKnown(candidate.point))
    .map((candidate) => ({
      ...candidate,
      rank: null,
      rankFrom: null,
      rankTo: null,
      of: known.length,
    }))
  return [...ranked, ...missing]
}

/** The date and source that the most of the points have; of equals the newest. */
export const fullestDate = (
  points: readonly Point[],
): { date: string; source: string; count: number } | null => {
  const dated = points.filter(({ date }) => date !== UNDATED)
  const groups = [...Map.groupBy(dated, ({ source }) => source)].flatMap(([source, own]) =>
    [...Map.groupBy(own, ({ date }) => date)].map(([date, { length: count }]) => ({
      date,
      source,
      count,
    })),
  )
  return groups.sort((a, b) => b.count - a.count || (a.date < b.date ? 1 : -1))[0] ?? null
}

/** An estimate (flag `e`) is good to about one either way. */
const rangeOf = (
  point: Point & { value: number },
  others: readonly number[],
): { low: number; high: number } => {
  const width = point.flags.includes('e') && !point.flags.includes('derived') ? 1 : 0
  return {
    low: Math.min(point.value - width, ...others),
    high: Math.max(point.value + width, ...others),
  }
}
