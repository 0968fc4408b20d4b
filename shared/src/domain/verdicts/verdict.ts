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
import { admit, type Evidence, type Figures, mayDecide, VERIFIED } from './evidence.ts'
import { type Need, type PromiseRecord, PromiseStatus, type Reading, Reason } from './promise.ts'
import { expectedOn, targetOn, toleranceOf } from './target.ts'
import { Used, usedPoint, usedTerms } from './verdict-arithmetic.ts'
import { type Ruling, ruleByDue } from './verdict-by-due.ts'
import { type RuleId, RuleIds, ruleOf } from './verdict-rules.ts'
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
  /** The same; where nothing verified may decide, the newest unverified value. */
  newest: Used.nullable(),
  /** As a value of the series on the date of `now`; without one on the day, or when it was due. */
  target: z.number().nullable(),
  due: z.string().nullable(),
  /** What was due by the date of `now`; the target from the due date on. */
  expected: z.number().nullable(),
  tolerance: z.number().nullable(),
  /** `now` less `expected`, or less the target where there is no path; null if nothing is judged. */
  gap: z.number().nullable(),
  metOn: z.string().nullable(),
  /** The next value that meets what was missed at the due date, within the term or after it. */
  reached: Used.nullable(),
  /** For "throughout": how many of the values in the period miss the target, the first and the last. */
  missed: z
    .object({
      count: z.number().int(),
      of: z.number().int(),
      first: Used,
      last: Used,
      /** Has every verified value after the last miss met the target? */
      metSince: z.boolean(),
      /** The misses had no ward been added; null where none was, or nothing is promised by ward. */
      onFirstWards: z.object({ wards: z.number(), count: z.number().int() }).nullable(),
    })
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
  lifecycle: Pick<
    PromiseRecord,
    'lifecycle' | 'endedOn' | 'endedDocument' | 'replacedBy' | 'termEnd'
  >
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
  return verdictOf(ruleOn(given, figures), given, figures)
}

/** A breach by withdrawal is final, unless a value had broken the promise before. */
const ruleOn = (given: Case, figures: Figures): Ruling => {
  const ended = ruleOnEnd(given)
  const ruling = ruleOnWording(given) ?? whyUntested(given, ruleOnFigures(given, figures), figures)
  return ended === null || ruling.rule === 'throughout-missed' ? ruling : ended
}

/** Where the series here has nothing to say, the register may know why: published elsewhere, or not. */
const whyUntested = ({ reading }: Case, ruling: Ruling, { points }: Figures): Ruling => {
  const { untested } = reading
  const isSilent =
    SAYS_NOTHING.includes(ruling.rule) ||
    (ruling.rule === 'too-early' && untested?.why === 'not-loaded')
  if (untested === null || !isSilent) return ruling
  if (untested.why !== 'not-found') return { ...ruling, rule: untested.why }
  return { ...ruling, rule: points.length > 0 ? 'no-figure-then' : 'no-series' }
}

/**
 * Only who undertook or planned can go back on it, and only by a document: a dropped forecast or ask
 * is judged on, and what only others report ends nothing.
 */
const ruleOnEnd = ({ kind, lifecycle, reading, day }: Case): Ruling | null => {
  const { endedOn, endedDocument, replacedBy } = lifecycle
  if (kind !== 'undertaking' && kind !== 'plan' && kind !== 'budget') return null
  if (endedDocument !== 'own') return null
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
    return ruleByDue(reading, reading.due, lifecycle.termEnd, figures)
  const ends = [reading.due, lifecycle.endedOn].filter((date) => date !== null).map(lastDay)
  return ruleThroughout(
    reading,
    lastDay(reading.start ?? published),
    ends.toSorted()[0] ?? null,
    figures,
  )
}

const verdictOf = (ruling: Ruling, { reading, published }: Case, figures: Figures): Verdict => {
  const { status, reason } = ruleOf(ruling.rule)
  const { value, met, reached, missed } = ruling
  const { wards } = figures
  const date = value?.date ?? dayInQuestion(reading, figures.day)
  const target = targetOn(reading, date, wards)
  const isJudged = value !== undefined && target !== null && status !== 'cannot-be-checked'
  const expected = isJudged ? expectedOn(reading, date, wards) : null
  const isOnTheWay = ruling.rule === 'on-path' || ruling.rule === 'below-path'
  const latest = figures.values.at(-1)
  const newest = latest ?? figures.points.findLast(mayDecide)
  const now = value === undefined ? null : usedPoint('value', 'Value', value)
  const firstMissed = missed && usedPoint('missed', 'First value that misses it', missed.first)
  const next = reached ?? met
  const firstMet = next && usedPoint('first-met', 'Next value that meets it', next)
  return {
    status,
    reason,
    rule: ruling.rule,
    since: status === 'cannot-be-checked' ? noEarlier(ruling.since, published) : ruling.since,
    now,
    latest: latest === undefined ? null : usedPoint('newest', 'Newest value', latest),
    newest: newest === undefined ? null : usedPoint('newest', 'Newest value', newest),
    target,
    due: reading.due,
    expected,
    tolerance: isJudged ? (isOnTheWay ? toleranceOf(target) : 0) : null,
    gap: isJudged ? difference(value.value, expected ?? target) : null,
    metOn: met?.date ?? null,
    reached:
      reached === undefined ? null : usedPoint('first-met', 'Next value that meets it', reached),
    missed:
      missed === undefined || firstMissed === undefined
        ? null
        : {
            ...missed,
            first: firstMissed,
            last: usedPoint('missed', 'Last value that misses it', missed.last),
          },
    unverified: null,
    arithmetic: [
      ...usedTerms(reading, figures, { date, target, expected }),
      ...[firstMissed ?? now, firstMet].filter((used) => used !== null && used !== undefined),
    ],
  }
}

const dayInQuestion = ({ due }: Reading, day: string): string =>
  due !== null && lastDay(due) < day ? due : day

/** Nothing is unknown of a promise before it was made. */
const noEarlier = (since: string | null, published: string): string | null =>
  since !== null && lastDay(since) < lastDay(published) ? published : since

/** Rules that a series gives when it has no value for the time in question. */
const SAYS_NOTHING: readonly RuleId[] = [
  'no-series',
  'no-value-at-due',
  'first-value-after-due-too-late',
  'series-starts-later',
  'series-too-old',
  'hole-figures-late',
]

const WORDED: readonly Need[] = ['metric', 'basis', 'area', 'direction', 'target']

const NO_EVIDENCE: Evidence = { points: [], wards: [], cadenceMonths: 0, lagDays: 0 }
