/** The verdict of a reading whose parts must all hold: two constables and one PCSO for each ward. */
import { lastDay } from '../series/period.ts'
import type { Verdict } from './verdict.ts'

/**
 * The verdict of parts that must all hold is the worst part's, as it stands. Of several broken
 * parts it is the first broken; of parts all kept, the last kept. No parts: nothing was promised.
 */
export const combine = (verdicts: readonly Verdict[]): Verdict => {
  const status = WORST_FIRST.find((it) => verdicts.some((verdict) => verdict.status === it))
  const worst = verdicts.filter((verdict) => verdict.status === status)
  const [first, ...others] = worst
  if (first === undefined) return NOTHING_PROMISED
  const decisive = others.reduce(
    (chosen, it) =>
      (status === 'kept' ? sinceOf(it) > sinceOf(chosen) : sinceOf(it) < sinceOf(chosen))
        ? it
        : chosen,
    first,
  )
  return { ...decisive, unverified: combineUnverified(verdicts) }
}

const sinceOf = ({ since }: Verdict): string => (since === null ? '' : lastDay(since))

const combineUnverified = (verdicts: readonly Verdict[]): Verdict['unverified'] => {
  const status = WORST_FIRST.find((it) =>
    verdicts.some((verdict) => (verdict.unverified ?? verdict).status === it),
  )
  const doubts = verdicts.flatMap((verdict) => verdict.unverified ?? [])
  const doubt = doubts.find((it) => it.status === status) ?? doubts[0]
  return status === undefined || doubt === undefined ? null : { status, now: doubt.now }
}

/** Worst first where all parts must hold. Not the order of lists: what is unknown may be broken. */
const WORST_FIRST = ['broken', 'cannot-be-checked', 'behind', 'on-course', 'kept'] as const

const NOTHING_PROMISED: Verdict = {
  status: 'cannot-be-checked',
  reason: 'unclear-wording',
  rule: 'wording-lacks',
  since: null,
  now: null,
  latest: null,
  target: null,
  due: null,
  expected: null,
  tolerance: null,
  gap: null,
  metOn: null,
  missed: null,
  unverified: null,
  arithmetic: [],
}
