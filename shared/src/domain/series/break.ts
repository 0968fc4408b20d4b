/**
 * A break: a day from which something else is counted than before. The register marks some of them
 * (a new definition, geography or way of counting); others a publisher flags on the value itself.
 * No line is drawn, no change computed and no limit drawn from values on both sides of one.
 */
import type { Point } from './observation.ts'
import { firstDay, lastDay, UNDATED } from './period.ts'

/** One source's points of one area in date order, and the dates of the breaks marked for them. */
export type Series = {
  points: readonly Point[]
  breaks: readonly string[]
  /** A count over a time, which is compared with the same time of another year only. */
  seasonal?: boolean
}

/** What a mark is about: an empty list means all, and so does the absence of metrics. */
type Scope = {
  areas: readonly string[]
  sources: readonly string[]
  metrics?: readonly string[] | null
}

/** What is not given is not asked about. `metrics` are all that a figure is made of. */
type Subject = {
  area?: string | undefined
  source?: string | undefined
  metrics?: readonly string[]
}

export const concerns = (mark: Scope, { area, source, metrics }: Subject): boolean =>
  includes(mark.areas, area) &&
  includes(mark.sources, source) &&
  (metrics === undefined || metrics.some((metric) => includes(mark.metrics, metric)))

/** The dates of the breaks that concern a series, as they were published. */
export const breaksOf = (
  marks: readonly (Scope & { kind: string; date: string })[],
  subject: Subject,
): string[] =>
  marks.filter((mark) => mark.kind === 'break' && concerns(mark, subject)).map(({ date }) => date)

/** The days from which a series counts something else, by mark or by flag. */
export const breakDays = ({ points, breaks }: Series): string[] => [
  ...breaks.map(firstDay),
  ...points
    .filter(({ date, flags }) => flags.includes('b') && date !== UNDATED)
    .map(({ date }) => lastDay(date)),
]

/** Does one of the days lie after the one date and not after the other? ISO days sort as text. */
export const isBroken = (days: readonly string[], from: string, to: string): boolean =>
  days.some((day) => lastDay(from) < day && day <= lastDay(to))

const includes = (list: readonly string[] | null | undefined, id: string | undefined): boolean =>
  list == null || list.length === 0 || id === undefined || list.includes(id)
