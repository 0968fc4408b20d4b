/** The subtitle of a dot plot and the sentences that stand beside it. */
import type { RankedArea } from '../../contract/ranking.ts'
import {
  formatAsAt,
  formatDate,
  formatDateOf,
  formatInOf,
  formatOneForEvery,
  formatRank,
  formatSome,
} from '../../words/format.ts'
import { lowerFirst, type Measure, measureTitle } from '../../words/measure.ts'
import { levelSentence, rangeSentence } from './headline.ts'
import { trustWords } from './subtitle.ts'

type Context = { measure: Measure; isFlow: boolean; plural: string; ours: readonly string[] }

export const rankingSubtitle = (
  rows: readonly RankedArea[],
  { measure, isFlow }: Context,
): string => {
  const known = rows.filter((row) => row.value !== null)
  const dates = [...new Set(known.map(formatDateOf))]
  const [date] = known.map((row) => row.date)
  const isPlain = date !== undefined && formatDate(date) === dates[0]
  const when = dates.length !== 1 ? '' : isPlain && !isFlow ? formatAsAt(date) : (dates[0] ?? '')
  const below = [...new Set(known.flatMap((row) => row.denominator ?? []))]
  const parts = [measureTitle(measure), when].filter((part) => part !== '').join(', ')
  const divided = below.length === 1 ? `; ${below[0]}` : ''
  return [`${parts}${divided}`, ...trustWords(known.flatMap((row) => row.trust ?? []))].join(' · ')
}

export const rankingSummary = (
  rows: readonly RankedArea[],
  { measure, plural, ours }: Context,
  headline: string,
): string[] => {
  const known = rows.flatMap((row) => (row.value === null ? [] : [{ ...row, value: row.value }]))
  const mine = known.filter((row) => ours.includes(row.area))
  const [most, least] = [known[0], known[known.length - 1]]
  const whens = [...new Set(known.map(formatInOf))]
  const range = { of: known.length, all: rows.length }
  return [
    ...mine.map((row) => levelSentence(row.name, row, measure)),
    ...mine.flatMap((row) => everySentence(row, measure)),
    ...(most && least && known.length > 2
      ? [
          `${rangeSentence({ ...range, least, most }, plural, measure)}${whens.length === 1 ? ` ${whens[0]}` : ''}`,
        ]
      : []),
    ...mine.flatMap((row) => placeSentence(row)),
    ...missingSentence(rows),
    ...datesSentence(known),
    ...unverifiedSentence(known),
  ]
    .filter((sentence) => !headline.startsWith(sentence))
    .map((sentence) => `${sentence}.`)
}

const everySentence = (row: { name: string; value: number }, measure: Measure): string[] => {
  if (measure.per !== '1000-residents') return []
  const one = lowerFirst(measure.short).replace(/s$/, '')
  const words = formatOneForEvery(row.value, one, 'residents')
  return words === null ? [] : [`That is ${words} in ${row.name}`]
}

const placeSentence = ({ name, rankFrom, rankTo, of }: RankedArea): string[] =>
  rankFrom === null || rankTo === null
    ? []
    : [`Ranked from the highest, ${name} is ${formatRank(rankFrom, rankTo, of)}`]

const missingSentence = (rows: readonly RankedArea[]): string[] => {
  const missing = rows.filter((row) => row.value === null)
  return missing.length === 0
    ? []
    : [`There is no figure for ${formatSome(missing.map((row) => row.name))}`]
}

const datesSentence = (rows: readonly RankedArea[]): string[] =>
  new Set(rows.map((row) => row.date)).size > 1
    ? ['The figures are of different dates, given in the table']
    : []

const unverifiedSentence = (rows: readonly RankedArea[]): string[] => {
  const some = rows.filter((row) => row.trust === 'unverified').length
  if (some === 0) return []
  return some === rows.length
    ? ['All figures are unverified, drawn hollow, and decide no promise']
    : [
        `Figures drawn hollow are not from the publisher’s own file; ${some} of ${rows.length} are unverified and decide no promise`,
      ]
}
