/** A status as its kind says it: only what someone undertook is broken or kept. */
import { monthsBetween } from '../../domain/series/period.ts'
import type { PromiseKind, PromiseRecord, PromiseStatus } from '../../domain/verdicts/promise.ts'
import type { Verdict } from '../../domain/verdicts/verdict.ts'
import { formatNumber } from '../format.ts'
import { lowerFirst } from '../measure.ts'
import { STATUS_TERMS } from '../terms.ts'

/** `Broken`, `Not met`, `Not carried out`: the word alone. */
export const statusWord = (status: PromiseStatus, kind: PromiseKind): string =>
  STATUS_TERMS[status].byKind[kind] ?? STATUS_TERMS[status].label

type Judged = Pick<Verdict, 'status' | 'rule' | 'gap' | 'target' | 'due' | 'reached'>

/**
 * `Broken: met 5 months late`, `Missed by 0.2 %`, `Said to be kept, not checked`.
 *
 * @param said later statements about it; only those by which the whole was done are a delivery.
 */
export const statusWords = (
  verdict: Judged,
  kind: PromiseKind,
  said: readonly Pick<PromiseRecord['statements'][number], 'delivery'>[] = [],
): string => {
  const word = statusWord(verdict.status, kind)
  if (verdict.status === 'cannot-be-checked') return saidWords(kind, said) ?? word
  if (verdict.status !== 'broken') return word
  if (kind === 'forecast') return missedBy(verdict, word)
  return verdict.rule === 'met-late' ? lateWords(verdict, kind) : word
}

/** Did those responsible say that all of it was done? */
export const isSaidDone = (
  said: readonly Pick<PromiseRecord['statements'][number], 'delivery'>[],
): boolean => said.some(({ delivery }) => delivery === 'whole' || delivery === 'late')

/** `1 month`, `3 years and 11 months`. */
export const spanWords = (months: number): string => {
  if (months < 1) return 'less than a month'
  if (months < 24) return `${months} ${months === 1 ? 'month' : 'months'}`
  const rest = months % 12
  return `${Math.floor(months / 12)} years${rest === 0 ? '' : ` and ${rest} ${rest === 1 ? 'month' : 'months'}`}`
}

const saidWords = (
  kind: PromiseKind,
  said: readonly Pick<PromiseRecord['statements'][number], 'delivery'>[],
): string | null => {
  if (!isSaidDone(said)) return null
  const late = said.some(({ delivery }) => delivery === 'whole') ? '' : ' late'
  return `Said to be ${lowerFirst(statusWord('kept', kind))}${late}, not checked`
}

const missedBy = ({ gap, target }: Judged, word: string): string =>
  gap === null || target === null || target === 0
    ? word
    : `${word} by ${formatNumber((100 * Math.abs(gap)) / Math.abs(target), 1)} %`

const lateWords = ({ due, reached }: Judged, kind: PromiseKind): string => {
  const span = spanWords(monthsBetween(due ?? '', reached?.date ?? due ?? ''))
  return kind === 'undertaking'
    ? `${STATUS_TERMS.broken.label}: met ${span} late`
    : `${statusWord('kept', kind)} ${span} late`
}
