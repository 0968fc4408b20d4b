/**
 * Which series: one metric × basis × area, of one source. Written as text in the tokens of commentary
 * and in stored reviews, `pcso.fte.E23000001.police-force-strength`: no part of it has a dot.
 */
import type { Basis } from './observation.ts'

/** What makes a series of one source. */
export type SeriesKey = { metric: string; basis: Basis; area: string }

export type SourceSeriesKey = SeriesKey & { source: string }

export const formatSeriesKey = ({ metric, basis, area, source }: SourceSeriesKey): string =>
  [metric, basis, area, source].join('.')

export const parseSeriesKey = (text: string): SourceSeriesKey => {
  const [metric = '', basis = '', area = '', source = ''] = text.split('.')
  return { metric, basis: basis as Basis, area, source }
}
