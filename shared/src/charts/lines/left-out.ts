/** Areas that a source passes over in silence. */
import { dayNumber, UNDATED } from '../../domain/series/period.ts'
import type { SeriesLine } from './trend-lines.ts'

/**
 * Does the source name no figure for this line on a date for which it names others? An empty cell
 * would not say so. Before its first figure a line may not have been there to be counted.
 */
export const leftOut = (
  lines: readonly SeriesLine[],
): ((line: SeriesLine, date: string) => boolean) => {
  const datesOfSource = new Map<string, Set<string>>()
  for (const { source, drawn } of lines)
    for (const { date } of drawn) {
      const dates = datesOfSource.get(source?.id ?? '') ?? new Set()
      datesOfSource.set(source?.id ?? '', dates.add(date))
    }
  const own = new Map(
    lines.map((line) => [
      line,
      {
        dates: new Set(line.points.map(({ date }) => date)),
        first: dayNumber(line.drawn[0]?.date ?? UNDATED),
      },
    ]),
  )
  return (line, date) => {
    const at = own.get(line)
    return (
      at !== undefined &&
      !at.dates.has(date) &&
      at.first < dayNumber(date) &&
      datesOfSource.get(line.source?.id ?? '')?.has(date) === true
    )
  }
}
