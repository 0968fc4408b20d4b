/** Of which day a page speaks, and by what was known when, in one sentence. */
import { formatDate } from './format.ts'

type Days = {
  /** The day on which promises are judged; undefined on a page that judges none. */
  at: string | null | undefined
  asOf: string | null
  /** The last day of the figures where no other is asked for; null while it is not known. */
  today: string | null
}

/** Null on a page of today. */
export const asKnownSentence = ({ at, asOf, today }: Days): string | null => {
  if (at === undefined)
    return asOf === null
      ? null
      : `Only what had been published by ${formatDate(asOf)}: later figures are left out.`
  if (at === null && asOf === null) return null
  const judged = at ?? asOf ?? ''
  const known = asOf ?? today
  if (judged === known)
    return `As on ${formatDate(judged)}: judged on that day, from what had been published by then.`
  const from =
    known === null ? 'the latest figures' : `the figures available on ${formatDate(known)}`
  return `Judged as of ${formatDate(judged)}, from ${from}.`
}
