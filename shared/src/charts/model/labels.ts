/** Direct labels at line ends: sorted as the ends are, as near to them as they can be, never touching. */
import { pixel } from './scale.ts'

/** `at` is where the middle of the label would like to be. */
export type WantedLabel = { key: string; at: number; height: number }

/**
 * The least total movement that keeps the order and lets no two labels touch: isotonic regression of
 * the tops with the heights above them taken out. Labels that need more room than there is come back
 * as an empty list: the caller must give fewer or lower ones.
 */
export const placeLabels = <Label extends WantedLabel>(
  labels: readonly Label[],
  top: number,
  bottom: number,
): (Label & { y: number })[] => {
  const total = labels.reduce((sum, label) => sum + label.height, 0)
  if (total > bottom - top) return []
  const sorted = [...labels].sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1))
  const above = heightsAbove(sorted)
  const wanted = sorted.map((label, index) => label.at - label.height / 2 - (above[index] ?? 0))
  return levels(wanted).map((level, index) => {
    const label = sorted[index] as Label
    const start = Math.min(Math.max(level, top), bottom - total)
    return { ...label, y: pixel(start + (above[index] ?? 0) + label.height / 2) }
  })
}

const heightsAbove = (labels: readonly WantedLabel[]): number[] => {
  let sum = 0
  return labels.map((label) => {
    const above = sum
    sum += label.height
    return above
  })
}

/** Neighbours that would cross are pooled at their mean, until the levels never fall. */
const levels = (wanted: readonly number[]): number[] => {
  const pools: { mean: number; count: number }[] = []
  for (const value of wanted) {
    let pool = { mean: value, count: 1 }
    for (let last = pools[pools.length - 1]; last && last.mean > pool.mean; last = pools.at(-1)) {
      const count = last.count + pool.count
      pool = { mean: (last.mean * last.count + pool.mean * pool.count) / count, count }
      pools.pop()
    }
    pools.push(pool)
  }
  return pools.flatMap((pool) => Array<number>(pool.count).fill(pool.mean))
}
