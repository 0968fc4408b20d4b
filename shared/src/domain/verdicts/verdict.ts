/**
 * A verdict: the status of one reading of a promise on one day, the rule that gave it and every
 * number that it rests on. `docs/method.md` says the rules in words.
 *
 * It is a pure function of what was promised, the figures and the day: nothing dated later counts,
 * and a figure that nobody verified only says what it would say.
 */
import { z } from 'zod'
import { difference } from '../series/change.ts'
import { TRUSTS, type Trust } from '../series/observation.ts'
import { lastDay } from '../series/period.ts'
import { admit, type Evidence, type Figures, VERIFIED } from './evidence.ts'
import { type Need, type PromiseRecord, PromiseStatus, type Reading, Reason } from './promise.ts'
import { expectedOn, targetOn, toleranceOf } from './target.ts'
import { Used, usedPoint, usedTerms } from './verdict-arithmetic.ts'
import { type Ruling, ruleByDue } from './verdict-by-due.ts'
import { RuleIds, ruleOf } from './verdict-rules.ts'
import { ruleThroughout } from './verdict-throughout.ts'

export const Verdict = z.object({
  status: PromiseStatus,
  reason: Reason.nullable(),
  rule: RuleIds,
  /** From when it is so: the date of the deciding figure or event; null where only a history says. */
  since: z.string().nullable(),
  /** The value compared with the target: the one that decided, else the newest. */
  now: Used.nullable(),
  /** The newest value that may decide, whether it still matters or not. */
  latest: Used.nullable(),
  /** As a value of the series on the date of `now`; without one on the day, or when it was due. */
  target: z.number().nullable(),
  due: z.string().nullable(),
  /** What was due by the date of `now`; the target from the due date on. */
  expected: z.number().nullable(),
  tolerance: z.number().nullable(),
  /** `now` less `expected`, or less the target where there is no path; null if nothing is judged. */
  gap: z.number().nullable(),
  metOn: z.string().nullable(),
  /** For "throughout": how many of the values in the period miss the target. */
  missed: z
    .object({ count: z.number().int(), of: z.number().int(), first: Used.nullable() })
    .nullable(),
  /** What the status would be if the unverified figures were right. */
  unverified: z.object({ status: PromiseStatus, now: Used }).nullable(),
  arithmetic: z.array(Used),
})
export type Verdict = z.infer<typeof Verdict>

export type Case = {
  reading: Reading
  /** What the register says the promise lacks. */
  missing: readonly Need[]
  kind: PromiseRecord['kind']
  /** When the words were said: "throughout" without a start counts from then. */
  published: string
  lifecycle: Pick<PromiseRecord, 'lifecycle' | 'endedOn' | 'replacedBy'>
  /** Null when no series tests the reading. */
  evidence: Evidence | null
  day: string
}

export const judge = (given: Case): Verdict => {
  const verdict = judgeBy(given, VERIFIED)
  const trusting = judgeBy(given, TRUSTS)
  const doubtful = trusting.arithmetic.find(({ trust }) => trust === 'unverified')
  return doubtful === undefined
    ? verdict
    : { ...verdict, unverified: { status: trusting.status, now: doubtful } }
}

const judgeBy = (given: Case, trusts: readonly Trust[]): Verdict => {
  const { reading, published, evidence, day } = given
  const comparableFrom = reading.baselineDate ?? reading.start ?? published
  const figures = admit(evidence ?? NO_EVIDENCE, day, comparableFrom, trusts)
  return verdictOf(ruleOn(given, figures), reading, figures)
}

/** A breach by withdrawal is final, unless a value had broken the promise before. */
const ruleOn = (given: Case, figures: Figures): Ruling => {
  const ended = ruleOnEnd(given)
  const ruling = ruleOnWording(given) ?? ruleOnFigures(given, figures)
  return ended === null || ruling.rule === 'throughout-missed' ? ruling : ended
}

/** Only who promised or planned can go back on it: a dropped forecast or ask is judged on. */
const ruleOnEnd = ({ kind, lifecycle, reading, day }: Case): Ruling | null => {
  const { endedOn, replacedBy } = lifecycle
  if (kind !== 'promise' && kind !== 'plan') return null
  if (lifecycle.lifecycle !== 'withdrawn' && lifecycle.lifecycle !== 'replaced') return null
  if (endedOn === null || lastDay(endedOn) > day) return null
  if (reading.due !== null && lastDay(endedOn) >= lastDay(reading.due)) return null
  const isReplaced = lifecycle.lifecycle === 'replaced' || replacedBy !== null
  return { rule: isReplaced ? 'replaced' : 'withdrawn', since: endedOn }
}

/**
 * The register decides whether the words say what is counted and how many. A baseline and a due
 * date are the reading's own: it may supply what the words leave out, and says so.
 */
const ruleOnWording = ({ reading, missing, published }: Case): Ruling | null => {
  const lacks = missing.some((need) => WORDED.includes(need))
  if (lacks || reading.target === null || reading.basis === null)
    return { rule: 'wording-lacks', since: published }
  if (reading.targetKind === 'increase' && reading.baseline === null)
    return { rule: 'no-baseline', since: published }
  if (reading.mode === 'by_due' && reading.due === null)
    return { rule: 'no-date', since: published }
  return null
}

const ruleOnFigures = (
  { reading, published, lifecycle, evidence }: Case,
  figures: Figures,
): Ruling => {
  if (evidence === null) return { rule: 'no-series', since: published }
  if (reading.mode === 'by_due' && reading.due !== null)
    return ruleByDue(reading, reading.due, figures)
  const ends = [reading.due, lifecycle.endedOn].filter((date) => date !== null).map(lastDay)
  return ruleThroughout(
    reading,
    lastDay(reading.start ?? published),
    ends.toSorted()[0] ?? null,
    figures,
  )
}

const verdictOf = (ruling: Ruling, reading: Reading, figures: Figures): Verdict => {
  const { status, reason } = ruleOf(ruling.rule)
  const { value, met, missed } = ruling
  const { wards } = figures
  const date = value?.date ?? dayInQuestion(reading, figures.day)
  const target = targetOn(reading, date, wards)
  const isJudged = value !== undefined && target !== null && status !== 'cannot-be-checked'
  const expected = isJudged ? expectedOn(reading, date, wards) : null
  const isOnTheWay = ruling.rule === 'on-path' || ruling.rule === 'below-path'
  const newest = figures.values.at(-1)
  const now = value === undefined ? null : usedPoint('value', 'Value', value)
  const firstMissed = missed && usedPoint('missed', 'First value that misses it', missed.first)
  const firstMet = met && usedPoint('first-met', 'First value that meets it', met)
  return {
    status,
    reason,
    rule: ruling.rule,
    since: ruling.since,
    now,
    latest: newest === undefined ? null : usedPoint('newest', 'Newest value', newest),
    target,
    due: reading.due,
    expected,
    tolerance: isJudged ? (isOnTheWay ? toleranceOf(target) : 0) : null,
    gap: isJudged ? difference(value.value, expected ?? target) : null,
    metOn: met?.date ?? null,
    missed: missed && firstMissed ? { ...missed, first: firstMissed } : null,
    unverified: null,
    arithmetic: [
      ...usedTerms(reading, date, target, expected, figures),
      ...[firstMissed ?? now, firstMet].filter((used) => used !== null && used !== undefined),
    ],
  }
}

const dayInQuestion = ({ due }: Reading, day: string): string =>
  due !== null && lastDay(due) < day ? due : day

const WORDED: readonly Need[] = ['metric', 'basis', 'area', 'direction', 'target']

const NO_EVIDENCE: Evidence = { points: [], wards: [], cadenceMonths: 0, lagDays: 0 }
