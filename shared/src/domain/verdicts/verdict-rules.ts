/**
 * The rules by which a verdict is reached: each has one status, one reason and one sentence, so
 * that a status and its words cannot drift apart. `docs/method.md` explains them.
 */
import { z } from 'zod'
import type { PromiseStatus, Reason } from './promise.ts'

type Rule = { id: string; status: PromiseStatus; reason: Reason | null; says: string }

const RULE_LIST = [
  {
    id: 'met-by-due',
    status: 'kept',
    reason: null,
    says: 'The first value at or after the due date, within one publication period, meets the target.',
  },
  {
    id: 'throughout-kept',
    status: 'kept',
    reason: null,
    says: 'The period is over, and every expected value in it is known and meets the target.',
  },
  {
    id: 'missed-at-due',
    status: 'broken',
    reason: null,
    says: 'The first value at or after the due date misses the target, and none after it within the term meets it.',
  },
  {
    id: 'met-late',
    status: 'broken',
    reason: null,
    says: 'The first value at or after the due date misses the target; a later value meets it.',
  },
  {
    id: 'throughout-missed',
    status: 'broken',
    reason: null,
    says: 'The promise was to be met throughout, and at least one value in the period misses it.',
  },
  {
    id: 'withdrawn',
    status: 'broken',
    reason: null,
    says: 'It was withdrawn before it was due, by a document of those who made it or were to do it.',
  },
  {
    id: 'replaced',
    status: 'broken',
    reason: null,
    says: 'Another was put in its place before it was due, by a document of those who made it or were to do it.',
  },
  {
    id: 'on-path',
    status: 'on-course',
    reason: null,
    says: 'It is not yet due, and the newest value is on its path or within the tolerance of it.',
  },
  {
    id: 'already-met',
    status: 'on-course',
    reason: null,
    says: 'It is not yet due and has no published path, and the newest value meets the target.',
  },
  {
    id: 'throughout-so-far',
    status: 'on-course',
    reason: null,
    says: 'The period is not over, and every expected value so far is known and meets the target.',
  },
  {
    id: 'below-path',
    status: 'behind',
    reason: null,
    says: 'It is not yet due, and the newest value misses its path by more than the tolerance.',
  },
  {
    id: 'readings-differ',
    status: 'depends',
    reason: null,
    says: 'Readings that the words allow equally come out differently.',
  },
  {
    id: 'wording-lacks',
    status: 'cannot-be-checked',
    reason: 'unclear-wording',
    says: 'The words do not say all of what is counted, where, which way and how many.',
  },
  {
    id: 'no-baseline',
    status: 'cannot-be-checked',
    reason: 'no-baseline',
    says: 'It is counted from a starting number, and none was found.',
  },
  {
    id: 'no-path',
    status: 'cannot-be-checked',
    reason: 'no-baseline',
    says: 'It is not yet due nor met, and without a baseline nobody can say what was due by now.',
  },
  {
    id: 'no-date',
    status: 'cannot-be-checked',
    reason: 'no-date',
    says: 'It does not say by when.',
  },
  {
    id: 'not-published',
    status: 'cannot-be-checked',
    reason: 'not-published-for-this-area',
    says: 'No figures that would test it are published: those responsible say so, or leave them out.',
  },
  {
    id: 'not-loaded',
    status: 'cannot-be-checked',
    reason: 'not-loaded',
    says: 'Figures that would test it are published, and are not loaded here.',
  },
  {
    id: 'no-series',
    status: 'cannot-be-checked',
    reason: 'not-found',
    says: 'No figures were found that would test it.',
  },
  {
    id: 'no-figure-then',
    status: 'cannot-be-checked',
    reason: 'not-found',
    says: 'No figure was found for the time that decides.',
  },
  {
    id: 'only-incomplete',
    status: 'cannot-be-checked',
    reason: 'not-found',
    says: 'Only provisional, forecast or incomplete figures were found for this area.',
  },
  {
    id: 'wards-unknown',
    status: 'cannot-be-checked',
    reason: 'not-found',
    says: 'It promises a number for each ward, and the wards of the area on that date are unknown.',
  },
  {
    id: 'missing-at-due',
    status: 'cannot-be-checked',
    reason: 'not-published-for-this-area',
    says: 'The publisher gives no value for this area at the due date.',
  },
  {
    id: 'series-starts-later',
    status: 'cannot-be-checked',
    reason: 'not-found',
    says: 'The figures that were found begin only after the period of the promise.',
  },
  {
    id: 'hole-not-published',
    status: 'cannot-be-checked',
    reason: 'not-published-for-this-area',
    says: 'No known value misses it, but the publisher gives none for part of the period.',
  },
  {
    id: 'only-unverified',
    status: 'cannot-be-checked',
    reason: 'not-verified',
    says: 'Only figures that nobody has verified could decide.',
  },
  {
    id: 'definition-changed',
    status: 'cannot-be-checked',
    reason: 'definition-changed',
    says: 'What is counted changed after the promise was made, and nothing bridges the change.',
  },
  {
    id: 'too-early',
    status: 'cannot-be-checked',
    reason: 'too-early',
    says: 'The value that decides may still be on its way to publication.',
  },
  {
    id: 'not-started',
    status: 'cannot-be-checked',
    reason: 'too-early',
    says: 'The period of the promise has not begun.',
  },
  {
    id: 'series-too-old',
    status: 'cannot-be-checked',
    reason: 'figures-late',
    says: 'The newest value here is older than two publication periods and the usual delay.',
  },
  {
    id: 'no-value-at-due',
    status: 'cannot-be-checked',
    reason: 'figures-late',
    says: 'The figures here end before the due date.',
  },
  {
    id: 'first-value-after-due-too-late',
    status: 'cannot-be-checked',
    reason: 'not-found',
    says: 'The first value that was found after the due date is more than one publication period later.',
  },
  {
    id: 'hole-figures-late',
    status: 'cannot-be-checked',
    reason: 'figures-late',
    says: 'No known value misses it, but values are absent from part of the period.',
  },
] as const satisfies readonly Rule[]

export type RuleId = (typeof RULE_LIST)[number]['id']

export const RULES: readonly (Rule & { id: RuleId })[] = RULE_LIST

export const RuleIds = z.enum(RULES.map((rule) => rule.id) as [RuleId, ...RuleId[]])

export const ruleOf = (id: RuleId): Rule => RULES.find((rule) => rule.id === id) as Rule
