/**
 * A chart's reply as the rows of a native chart: one row a period, one series a line, null for a
 * gap. A line is drawn across a period that has no row, so every period in between has one.
 */

import { type SeriesLine, seriesLines } from '@muster/shared/charts/lines/trend-lines'
import { levelOn } from '@muster/shared/charts/model/clip-path'
import type { ReviewChart } from '@muster/shared/contract/review'
import {
  addMonths,
  dayNumber,
  lastDay,
  monthOf,
  monthsBetween,
  UNDATED,
} from '@muster/shared/domain/series/period'
import { formatShortMonth } from '@muster/shared/words/format'

export type SlideSeries = {
  name: string
  tone: 'ours' | 'other' | 'promise'
  /** Beside `months`; null is a gap. */
  values: (number | null)[]
}

export type SlideChart = {
  months: string[]
  series: SlideSeries[]
  unit: string
}

export const slideChart = (chart: ReviewChart): SlideChart => {
  const { reply } = chart
  const lines = seriesLines(reply, chart.ours).filter(({ drawn }) => drawn.length > 0)
  const dates = [
    ...lines.flatMap(({ points }) => points.map(({ date }) => date)),
    ...reply.targets.flatMap(({ path }) => path.map(({ date }) => date)),
  ].filter((date) => date !== UNDATED)
  const months = monthsOf(dates.map(monthOf))
  return {
    months,
    unit: reply.unit,
    series: [
      ...lines.flatMap((line) => lineSeries(line, months)),
      ...reply.targets.map((target) => ({
        name: `Promised${reply.series.length > 1 ? `, ${reply.series.find(({ area }) => area === target.area)?.name ?? ''}` : ''}`,
        tone: 'promise' as const,
        values: months.map((month) => dueBy(target.path, lastDay(month))),
      })),
    ],
  }
}

/** The number that a sheet keeps for the first day of a month, and that an axis of dates stands on. */
export const serialOf = (month: string): number => dayNumber(`${month}-01`) - FIRST_SERIAL

/** Every how many months a date is written, of steps that a reader counts in: eight dates at most. */
export const stepOf = ({ months }: Pick<SlideChart, 'months'>): number => {
  const span = monthsBetween(months[0] ?? '', months.at(-1) ?? '') + 1
  return STEPS.find((step) => span / step <= MOST_DATES) ?? Math.ceil(span / MOST_DATES)
}

/** A break between two neighbours cannot be shown by a gap: the line goes on as another series. */
const lineSeries = (line: SeriesLine, months: readonly string[]): SlideSeries[] => {
  const stretches = [...line.runs, ...line.isolated.map((point) => [point])].sort((a, b) =>
    (a[0]?.date ?? '') < (b[0]?.date ?? '') ? -1 : 1,
  )
  const series: SlideSeries[] = []
  let last: string | null = null
  for (const stretch of stretches) {
    const first = monthOf(stretch[0]?.date ?? '')
    const touches = last !== null && months.indexOf(first) - months.indexOf(last) === 1
    const current: SlideSeries | undefined = touches ? undefined : series.at(-1)
    const into: SlideSeries = current ?? {
      name: series.length === 0 ? line.name : `${line.name}, from ${formatShortMonth(first)}`,
      tone: line.ours ? 'ours' : 'other',
      values: months.map(() => null),
    }
    if (current === undefined) series.push(into)
    for (const point of stretch) {
      last = monthOf(point.date)
      into.values[months.indexOf(last)] = point.value
    }
  }
  return series
}

/** Every period from the first to the last, in the widest step that meets all dates. */
const monthsOf = (given: readonly string[]): string[] => {
  const sorted = [...new Set(given)].sort()
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return []
  const step = sorted
    .map((month) => monthsBetween(first, month))
    .reduce((all, distance) => divisor(all, distance), 0)
  const months: string[] = []
  for (let month = first; month <= last; month = addMonths(month, Math.max(1, step)))
    months.push(month)
  return months
}

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))

/** To a millionth: what is left over is of the reckoning and not of the promise. */
const dueBy = (path: Parameters<typeof levelOn>[0], day: string): number | null => {
  const level = levelOn(path, day)
  return level === null ? null : Math.round(level * 1e6) / 1e6
}

const STEPS = [1, 2, 3, 6, 12, 24, 60, 120]
const MOST_DATES = 8
/** Sheets count days from this one, by an old error that all of them keep. */
const FIRST_SERIAL = dayNumber('1899-12-30')
