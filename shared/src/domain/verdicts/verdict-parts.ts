/** Verdicts of several parts or readings taken together: what must all hold, what words leave open. */
import { lastDay } from '../series/period.ts'
import type { Verdict } from './verdict.ts'

/**
 * The verdict of parts that must all hold is the worst part's. Of several broken parts the one missed
 * most is shown, broken since the first broke; of parts all kept, the last kept. No parts: nothing was
 * promised.
 */
export const combine = (verdicts: readonly Verdict[]): Verdict => {
  const status = WORST_FIRST.find((it) => verdicts.some((verdict) => verdict.status === it))
  const worst = verdicts.filter((verdict) => verdict.status === status)
  const [first, ...others] = worst
  if (first === undefined) return NOTHING_PROMISED
  const decisive = others.reduce((chosen, it) => (isShownBefore(it, chosen) ? it : chosen), first)
  const earliest = others.reduce((a, b) => (sinceOf(b) < sinceOf(a) ? b : a), first)
  const { since } = status === 'broken' ? earliest : decisive
  return { ...decisive, since, unverified: combineUnverified(verdicts) }
}

/**
 * The verdict of readings that the words allow equally, the plainest first: its own, unless two of
 * them that can be checked come out differently. What cannot be checked contradicts nothing.
 */
export const weigh = (first: Verdict, equals: readonly Verdict[]): Verdict => {
  const checked = [first, ...equals].filter(({ status }) => status !== 'cannot-be-checked')
  if (new Set(checked.map(({ status }) => status)).size < 2) return first
  return { ...first, ...DEPENDS }
}

const DEPENDS = {
  status: 'depends',
  reason: null,
  rule: 'readings-differ',
  since: null,
  gap: null,
  unverified: null,
} as const

const isShownBefore = (a: Verdict, b: Verdict): boolean => {
  if (a.status === 'kept') return sinceOf(a) > sinceOf(b)
  const [missesOfA, missesOfB] = [a.missed?.count ?? 0, b.missed?.count ?? 0]
  return missesOfA === missesOfB ? sinceOf(a) < sinceOf(b) : missesOfA > missesOfB
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
  newest: null,
  target: null,
  due: null,
  expected: null,
  tolerance: null,
  gap: null,
  metOn: null,
  reached: null,
  missed: null,
  unverified: null,
  arithmetic: [],
}
