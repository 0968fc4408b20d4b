/** What the labels at the ends of lines say, and where the ends are. */
import type { TargetLine } from '../../contract/series.ts'
import { dayNumber } from '../../domain/series/period.ts'
import { formatDate } from '../../words/format.ts'
import { formatBrief, type Measure } from '../../words/measure.ts'
import { TRUST_TERMS } from '../../words/terms.ts'
import type { SeriesLine } from '../lines/trend-lines.ts'
import type { LineEnd } from './end-labels.ts'
import { type Axis, place } from './scale.ts'

/** Without axes the places are 0: enough to measure the words. */
export const lineEnds = (
  lines: readonly SeriesLine[],
  targets: readonly TargetLine[],
  measure: Measure,
  axes: { x: Axis; y: Axis } | null,
): LineEnd[] => {
  const drawn = lines.filter((line) => line.drawn.length > 0)
  const newest = Math.max(...drawn.map((line) => lastDayOf(line)))
  const trusts = new Set(drawn.flatMap((line) => line.drawn.map((point) => point.trust)))
  const at = (date: string, value: number) => ({
    x: axes ? place(axes.x, dayNumber(date)) : 0,
    y: axes ? place(axes.y, value) : 0,
  })
  return [
    ...drawn.flatMap((line): LineEnd[] => {
      const last = line.drawn[line.drawn.length - 1]
      if (!last) return []
      const early = newest - dayNumber(last.date) > EARLY ? ` (${formatDate(last.date)})` : ''
      const trust =
        trusts.size > 1 && last.trust !== 'primary' ? ` ${TRUST_TERMS[last.trust].label}` : ''
      return [
        {
          key: line.key,
          tone: line.ours ? 'ours' : 'other',
          name: nameOf(line, drawn),
          value: `${formatBrief(last.value, measure)}${early}${trust}`,
          ...at(last.date, last.value),
        },
      ]
    }),
    ...targets.flatMap((target): LineEnd[] => {
      const last = target.path[target.path.length - 1]
      return last
        ? [
            {
              key: `${target.promise}|${target.reading}|${target.area}`,
              tone: 'promise',
              name: target.label,
              value: formatBrief(last.value, measure),
              ...at(last.date, last.value),
            },
          ]
        : []
    }),
  ]
}

/** Where an area has lines of several sources, the label tells them apart. */
const nameOf = (line: SeriesLine, lines: readonly SeriesLine[]): string => {
  const twins = lines.filter((other) => other.area === line.area)
  if (twins.length === 1) return line.name
  const publishers = new Set(twins.map((twin) => twin.source?.publisher))
  const told = publishers.size === twins.length ? line.source?.publisher : line.source?.title
  const from = (told ?? 'source not named').replace(/ \(.*\)$/, '')
  return twins.length === lines.length ? `${from}:` : `${line.name}, ${from}:`
}

const lastDayOf = (line: SeriesLine): number =>
  dayNumber(line.drawn[line.drawn.length - 1]?.date ?? '')

/** A line that ends this many days before the newest figure says when. */
const EARLY = 366
