/** What happened after a promise was judged: how often it was missed, when last, whether it is met since. */
import { monthOf, monthsBetween, UNDATED } from '../../domain/series/period.ts'
import type { Verdict } from '../../domain/verdicts/verdict.ts'
import { formatDate, formatIn, formatNumber } from '../format.ts'
import type { ReadingNames } from './meaning.ts'
import { spanWords } from './status-words.ts'

type Counts = ReadingNames['counts']

/** `missed in 8 of 56 verified months, last in December 2022; met since`; null where nothing is to say. */
export const afterwardsWords = (verdict: Verdict, counts: Counts): string | null => {
  const { missed, reached, due, rule, now, newest, status } = verdict
  // Each of the readings that differ has its own story.
  if (status === 'depends') return null
  if (missed !== null) return missedWords(missed, counts)
  if (reached !== null && due !== null) {
    const after = rule === 'missed-at-due' ? ', after the term' : ''
    return `next reached ${formatIn(reached.date ?? UNDATED)}, ${spanWords(monthsBetween(due, reached.date ?? due))} later${after}`
  }
  return rule === 'missed-at-due' && newest?.date !== now?.date ? 'not reached since' : null
}

const missedWords = (missed: NonNullable<Verdict['missed']>, counts: Counts): string => {
  const { count, of, onFirstWards } = missed
  const wards =
    onFirstWards === null
      ? ''
      : ` (${formatNumber(onFirstWards.count)} with the ${formatNumber(onFirstWards.wards)} wards of the start)`
  if (of === 1) return `missed at the one verified count${wards}`
  if (count === of) return `missed in all ${formatNumber(of)} verified ${counts}${wards}`
  const since = missed.metSince ? '; met since' : ', the newest of them'
  return `missed in ${formatNumber(count)} of ${formatNumber(of)} verified ${counts}${wards}, last ${lastWords(missed, counts)}${since}`
}

/** A month end is named by its month, as the months are counted. */
const lastWords = ({ last }: NonNullable<Verdict['missed']>, counts: Counts): string =>
  counts === 'months'
    ? `in ${formatDate(monthOf(last.date ?? UNDATED))}`
    : formatIn(last.date ?? UNDATED)
