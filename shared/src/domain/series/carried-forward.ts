/**
 * Figures that hold until the next one: wards in force, a mid-year population.
 * A year stands for its middle (30 June) in a population, for its first day in a count of wards
 * ("in force in 2016" is known to hold from some day of 2016 at the latest).
 */
import { isKnown, type KnownPoint, type Point } from './observation.ts'
import { firstDay, UNDATED } from './period.ts'

/** The newest known value that holds on the day; null before the first. */
export const valueOn = (points: readonly Point[], day: string): KnownPoint | null => {
  let held: KnownPoint | null = null
  for (const point of points)
    if (isKnown(point) && point.date !== UNDATED && startOf(point.date) <= day)
      if (held === null || startOf(held.date) <= startOf(point.date)) held = point
  return held
}

/** The first day on which a value of this date holds. */
const startOf = (date: string): string => (date.length === 4 ? `${date}-01-01` : firstDay(date))

/** The newest mid-year population at or before the day. A year stands for its 30 June. */
export const midYearOn = (points: readonly Point[], day: string): KnownPoint | null => {
  let held: KnownPoint | null = null
  for (const point of points)
    if (isKnown(point) && midYear(point.date) <= day)
      if (held === null || midYear(held.date) <= midYear(point.date)) held = point
  return held
}

const midYear = (date: string): string => (date.length === 4 ? `${date}-06-30` : firstDay(date))
