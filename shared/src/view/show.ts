/** Lines need dates; where there are too few, areas side by side on one date say more. */
import { isComplete, type Point } from '../domain/series/observation.ts'
import type { SHOWS } from './view.ts'

export type Show = (typeof SHOWS)[number]

export const bestShow = (series: readonly { points: readonly Point[] }[]): Show =>
  series.some(({ points }) => points.filter(isComplete).length >= FEWEST_FOR_LINES)
    ? 'lines'
    : 'dots'

const FEWEST_FOR_LINES = 3
