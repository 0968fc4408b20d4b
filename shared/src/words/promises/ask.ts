/** What to ask a publisher for next, drafted so that the answer can be put straight into the record. */
import type { Basis } from '../../domain/series/observation.ts'
import { formatDate, formatList } from '../format.ts'
import { lowerFirst } from '../measure.ts'
import { BASIS_TERMS } from '../terms.ts'

export type Ask = {
  metricName: string
  basis: Basis
  areas: readonly string[]
  /** Dates that are missing; none where nothing at all is published. */
  dates: readonly string[]
  /** The publisher's own table, where there is one. */
  table: string | null
}

export const askWords = ({ metricName, basis, areas, dates, table }: Ask): string => {
  const counted = basis === 'not_stated' ? '' : `, counted as ${BASIS_TERMS[basis].label}`
  const stated = basis === 'not_stated' ? ' Please say on which basis they are counted.' : ''
  const from = table === null ? '' : ` as in the table “${table}”`
  return `Please give ${lowerFirst(metricName)}${counted}, for each of ${formatList(areas)}, ${datesOf(dates)}${from}.${stated} Where a figure is not held, please say so for that area and date.`
}

const datesOf = (dates: readonly string[]): string => {
  const sorted = [...new Set(dates)].sort()
  if (sorted.length === 0) return 'for each month end of the last two years,'
  if (sorted.length <= MOST_NAMED) return `for ${formatList(sorted.map(formatDate))},`
  return `for each date from ${formatDate(sorted[0] ?? '')} to ${formatDate(sorted.at(-1) ?? '')} (${sorted.length} are missing),`
}

const MOST_NAMED = 4
