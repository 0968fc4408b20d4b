/**
 * A promised path within some dates. Where the line between two of its points crosses an edge, it
 * is cut there, so that what is left is drawn as it was.
 */
import type { TargetLine } from '../../contract/series.ts'
import { dayNumber, firstDay, lastDay } from '../../domain/series/period.ts'

type Path = TargetLine['path']

export const clipPath = (path: Path, from: string | undefined, to: string | undefined): Path => {
  const start = from === undefined ? null : firstDay(from)
  const end = to === undefined ? null : lastDay(to)
  const inside = path.filter(
    ({ date }) => (start === null || lastDay(date) >= start) && (end === null || date <= end),
  )
  return [
    ...(start === null ? [] : cutAt(path, start)),
    ...inside,
    ...(end === null ? [] : cutAt(path, end)),
  ]
}

/** What the path is on a day: on the straight line between two steps; null before or after them. */
export const levelOn = (path: Path, day: string): number | null => {
  const after = path.find(({ date }) => lastDay(date) >= day)
  const before = path.findLast(({ date }) => lastDay(date) <= day)
  if (after === undefined || before === undefined) return null
  const [start, end] = [dayNumber(before.date), dayNumber(after.date)]
  if (start === end) return after.value
  return before.value + ((after.value - before.value) * (dayNumber(day) - start)) / (end - start)
}

/** The point of the line on the day, where the day lies strictly between two points of the path. */
const cutAt = (path: Path, day: string): Path => {
  const value = path.some(({ date }) => lastDay(date) === day) ? null : levelOn(path, day)
  return value === null ? [] : [{ date: day, value }]
}
