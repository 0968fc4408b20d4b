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

/** The point of the line on the day, where the day lies strictly between two points of the path. */
const cutAt = (path: Path, day: string): Path => {
  const at = dayNumber(day)
  for (const [index, after] of path.entries()) {
    const before = path[index - 1]
    if (before === undefined) continue
    const [left, right] = [dayNumber(before.date), dayNumber(after.date)]
    if (left < at && at < right)
      return [
        {
          date: day,
          value: before.value + ((after.value - before.value) * (at - left)) / (right - left),
        },
      ]
  }
  return []
}
