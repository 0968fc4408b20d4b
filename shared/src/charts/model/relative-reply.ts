/** A reply of series with every value compared with one date, and in which measure it then is. */
import type { RelativeTo, SeriesReply } from '../../contract/series.ts'
import { breaksOf } from '../../domain/series/break.ts'
import { type Relative, relativePoints } from '../../domain/series/index-series.ts'
import { isSeasonal } from '../../domain/series/metric.ts'
import { isComplete, type Point } from '../../domain/series/observation.ts'
import { dayNumber, firstDay, lastDay, UNDATED } from '../../domain/series/period.ts'
import { formatDate } from '../../words/format.ts'
import { isPercent, lowerFirst, type Measure, PER_TERMS } from '../../words/measure.ts'

export const relativeReply = (reply: SeriesReply, relative: Relative): SeriesReply => {
  const series = reply.series.map((entry) => ({
    ...entry,
    points: relativePoints(entry.points, relative, {
      breaksOf: (source) => breaksOf(reply.marks, { area: entry.area, source }),
      seasonal: isSeasonal(reply.about),
    }),
  }))
  return {
    ...reply,
    unit: unitOf(reply, relative),
    decimals: relative.kind === 'index' ? 1 : reply.decimals,
    series,
    // A promised level is a level: compared with another date it would promise something else.
    targets: [],
    parts: undefined,
    relative: {
      ...relative,
      without: series.flatMap(({ area, name, points }, index) => {
        const before = reply.series[index]?.points ?? []
        const lost = points.find((point, at) => point.value === null && before[at]?.value !== null)
        return before.some((point) => point.value !== null) &&
          points.every((point) => point.value === null)
          ? [{ area, name, why: lost?.why ?? '' }]
          : []
      }),
      lost: lostOf(reply, series),
      nearest: nearestBases(reply, relative.base),
    },
  }
}

const lostOf = (
  before: SeriesReply,
  after: readonly SeriesReply['series'][number][],
): RelativeTo['lost'] => {
  const pairs = after.flatMap(({ points }, index) =>
    points.map((point, at) => ({ point, known: before.series[index]?.points[at]?.value !== null })),
  )
  const known = pairs.filter((pair) => pair.known)
  const lost = known.filter(({ point }) => point.value === null)
  const reasons = new Map<string, number>()
  for (const { point } of lost) {
    const why = point.why ?? ''
    reasons.set(why, (reasons.get(why) ?? 0) + 1)
  }
  const [most] = [...reasons].sort((a, b) => b[1] - a[1])
  return { count: lost.length, of: known.length, why: most?.[0] ?? '' }
}

/** What the values of a reply measure: as published, or compared with a date. */
export const measureOf = (reply: SeriesReply): Measure => {
  const { about, basis, per, decimals, relative } = reply
  const plain = { name: about.name, short: about.short, unit: about.unit, decimals, basis, per }
  if (relative === undefined) return plain
  const divided = per === null ? '' : ` ${PER_TERMS[per].label}`
  const date = formatDate(relative.base)
  const name =
    relative.kind === 'index'
      ? `${about.name}${divided} (${date} = 100)`
      : `Change in ${lowerFirst(about.name)}${divided} since ${date}${reply.unit === POINTS ? ` (${POINTS})` : ''}`
  return {
    ...plain,
    name,
    short: name,
    unit: reply.unit,
    per: null,
    ...(relative.kind === 'change' ? { signed: true } : {}),
  }
}

/** The plain measure, for sentences that say what rose. */
export const plainMeasureOf = ({ about, basis, per, decimals }: SeriesReply): Measure => ({
  name: about.name,
  short: about.short,
  unit: about.unit,
  decimals,
  basis,
  per,
})

const unitOf = (reply: SeriesReply, { kind, base }: Relative): string => {
  if (kind === 'index') return `index, ${formatDate(base)} = 100`
  const percent = isPercent({ unit: reply.about.unit, per: reply.per })
  return percent ? POINTS : reply.unit
}

/** Up to three dates that most areas have, the nearest to the date that was asked for. */
const nearestBases = (reply: SeriesReply, base: string): RelativeTo['nearest'] => {
  const counts = new Map<string, number>()
  for (const { points } of reply.series)
    for (const date of new Set(points.filter(isBase).map((point) => point.date)))
      counts.set(date, (counts.get(date) ?? 0) + 1)
  const most = Math.max(0, ...counts.values())
  const common = [...counts].filter(([, count]) => count === most).map(([date]) => date)
  const away = (date: string): number => Math.abs(dayNumber(date) - dayNumber(base))
  const near = common
    .toSorted((a, b) => away(a) - away(b) || (a < b ? -1 : 1))
    .slice(0, MOST_BASES - 1)
  const lastBreak = reply.marks
    .filter((mark) => mark.kind === 'break')
    .map((mark) => firstDay(mark.date))
    .sort()
    .at(-1)
  const since = common
    .filter((date) => lastBreak !== undefined && lastDay(date) >= lastBreak)
    .sort()[0]
  return [...new Set([...near, ...(since === undefined ? [] : [since])])]
}

const isBase = (point: Point): boolean => point.date !== UNDATED && isComplete(point)

const POINTS = 'percentage points'
const MOST_BASES = 3
