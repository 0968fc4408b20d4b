/** What a share that decides a promise holds, each by itself. */
import { SPLIT_METRICS } from '@muster/shared/domain/series/metric'
import type { Reading } from '@muster/shared/domain/verdicts/promise'
import type { Verdict } from '@muster/shared/domain/verdicts/verdict'
import { formatIn } from '@muster/shared/words/format'
import { placeName } from '@muster/shared/words/place-name'
import { splitWords } from '@muster/shared/words/split'
import { findParts, partsOf } from '../figures/split.ts'
import type { Asking } from './asking.ts'

/**
 * `In North Area other duties took 5.5% and training 13.5% in March 2024.`; none for a figure that is
 * no such share. Numbers are as short as in the sentence before it.
 */
export const splitSentences = (
  { services, register, known }: Asking,
  { metric, area }: Reading,
  { now, latest }: Verdict,
): string[] => {
  const [used, here] = [now ?? latest, register.areas.get(area)]
  if (used?.date == null || here === undefined || SPLIT_METRICS[metric] === undefined) return []
  const parts = partsOf(
    findParts(services, metric, { areas: [here], asOf: known.asOf }),
    area,
    used,
  ).map(({ metric: { short }, point: { value } }) => ({ short, value }))
  const words = splitWords(parts).replace(/\.0%/g, '%')
  return parts.length === 0 ? [] : [`In ${placeName(here.name)} ${words} ${formatIn(used.date)}.`]
}
