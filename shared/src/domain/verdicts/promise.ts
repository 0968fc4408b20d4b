/**
 * A promise: who promised what, where, when and by when; made testable by its readings.
 *
 * A reading is one way to take the words. Rows of one reading that carry different `part`s must all
 * hold (two constables and one community support officer a ward); readings are alternatives, and
 * the first, the plainest, decides the status while the others are shown beside it.
 */
import { z } from 'zod'
import { Basis } from '../series/observation.ts'

export const PROMISE_STATUSES = [
  'broken',
  'behind',
  'cannot-be-checked',
  'on-course',
  'kept',
] as const
/** Worst first, as lists are sorted. */
export const PromiseStatus = z.enum(PROMISE_STATUSES)
export type PromiseStatus = z.infer<typeof PromiseStatus>

export const REASONS = [
  'unclear-wording',
  'no-baseline',
  'no-date',
  'not-published-for-this-area',
  'definition-changed',
  'figures-late',
  'too-early',
  'not-verified',
] as const
/** Why a promise cannot be checked. `not-verified`: only unverified figures exist. */
export const Reason = z.enum(REASONS)
export type Reason = z.infer<typeof Reason>

export const PROMISE_KINDS = [
  'promise',
  'plan',
  'forecast',
  'planned-cut',
  'ask',
  'recommendation',
] as const
export const PromiseKind = z.enum(PROMISE_KINDS)
export type PromiseKind = z.infer<typeof PromiseKind>

const LIFECYCLES = ['made', 'repeated', 'changed', 'withdrawn', 'replaced'] as const

/** What a promise needs to be testable. */
const NEEDS = [
  'metric',
  'basis',
  'area',
  'direction',
  'baseline',
  'target',
  'due',
  'series',
] as const
export const Need = z.enum(NEEDS)
export type Need = z.infer<typeof Need>

const text = z.string()

/** A reading as the judge needs it; absent fields are null and say why it cannot be judged. */
export const Reading = z.object({
  id: text,
  /** Which rows belong together and must all hold; empty for a reading of one part. */
  part: text,
  label: text,
  metric: text,
  basis: Basis.nullable(),
  area: text,
  /** The source whose series tests it; null = the most trusted source with such a series. */
  source: text.nullable(),
  direction: z.enum(['at_least', 'at_most', 'exactly']),
  targetKind: z.enum(['level', 'increase', 'per_ward', 'share', 'count']),
  target: z.number().nullable(),
  baseline: z.number().nullable(),
  baselineDate: text.nullable(),
  baselineNote: text.nullable(),
  start: text.nullable(),
  due: text.nullable(),
  dueNote: text.nullable(),
  mode: z.enum(['by_due', 'throughout']),
  seriesNote: text.nullable(),
  /** Published dated steps between baseline and target, in date order. */
  steps: z.array(z.object({ date: text, value: z.number() })),
})
export type Reading = z.infer<typeof Reading>

const Statement = z.object({
  date: text,
  value: z.number().nullable(),
  basis: text,
  says: text,
  url: text,
  source: text,
})

export const PromiseRecord = z.object({
  id: text,
  title: text,
  words: text,
  quote: text,
  madeBy: text,
  role: text,
  body: text,
  document: text,
  published: text,
  url: text,
  kind: PromiseKind,
  scope: text,
  areas: z.array(text).min(1),
  geography: text,
  counted: text,
  conditions: text,
  dueWorded: text,
  lifecycle: z.enum(LIFECYCLES),
  endedOn: text.nullable(),
  endedBy: text.nullable(),
  endedUrl: text.nullable(),
  replacedBy: text.nullable(),
  missing: z.array(Need),
  holder: text,
  table: text,
  traps: text,
  readings: z.array(Reading),
  statements: z.array(Statement),
})
export type PromiseRecord = z.infer<typeof PromiseRecord>
