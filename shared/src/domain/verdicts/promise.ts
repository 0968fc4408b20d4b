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
  'depends',
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
  'not-loaded',
  'not-found',
  'definition-changed',
  'figures-late',
  'too-early',
  'not-verified',
] as const
/**
 * Why a promise cannot be checked. `not-published-for-this-area`: somebody responsible says so, or a
 * publication that is whole leaves it out; `not-loaded`: published, and not here; `not-found`: nobody
 * here has seen any. `not-verified`: only unverified figures exist.
 */
export const Reason = z.enum(REASONS)
export type Reason = z.infer<typeof Reason>

export const PROMISE_KINDS = [
  'undertaking',
  'plan',
  'budget',
  'forecast',
  'planned-cut',
  'ask',
  'claim',
  'recommendation',
] as const
/** Only an undertaking is a promise that can be broken or kept; the others are followed beside it. */
export const PromiseKind = z.enum(PROMISE_KINDS)
export type PromiseKind = z.infer<typeof PromiseKind>

/** Whom it is about: our area or a part of it, the whole force, or the whole country. */
const ABOUTS = ['ours', 'force', 'national'] as const
export const About = z.enum(ABOUTS)
export type About = z.infer<typeof About>

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
  /**
   * `fair-test`: the register names it as the fair way to test the words, so it alone decides.
   * `equally`: the words allow it as much as the first reading. Null: shown, and decides nothing.
   */
  weighs: z.enum(['fair-test', 'equally']).nullable(),
  /** Why no series here tests it, as far as the register knows: with who says so, or where it is. */
  untested: z
    .object({
      why: z.enum(['not-published', 'not-loaded', 'not-found']),
      where: text,
      /** The source under which the figures can be imported. */
      source: text.nullable(),
    })
    .nullable(),
  /** Published dated steps between baseline and target, in date order. */
  steps: z.array(z.object({ date: text, value: z.number() })),
})
export type Reading = z.infer<typeof Reading>

/** Later words about a promise. `delivery`: those responsible said that it was done, or in part. */
const Statement = z.object({
  date: text,
  by: text,
  delivery: z.enum(['whole', 'late', 'part']).nullable(),
  value: z.number().nullable(),
  basis: text,
  says: text,
  url: text,
  source: text,
})

/** Who said when that it was done: what a row of a list shows of a statement. */
export const Delivery = Statement.pick({ by: true, date: true, delivery: true })
export type Delivery = z.infer<typeof Delivery>

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
  about: About,
  /** Is it about the staffing of the police, or about something else (counters, events, a council)? */
  policeStaffing: z.boolean(),
  /** The id of the promise that it says again, or of the one that it is a step to or a part of. */
  repeats: text.nullable(),
  stepOf: text.nullable(),
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
  /** Whose document says that it ended. What only others report ends nothing. */
  endedDocument: z.enum(['own', 'press']).nullable(),
  replacedBy: text.nullable(),
  /** The end of the term within which it was to be done: what is reached later is not "met late". */
  termEnd: text.nullable(),
  /** When the one who made it left the office in which it was made. */
  leftOffice: text.nullable(),
  missing: z.array(Need),
  holder: text,
  table: text,
  traps: text,
  readings: z.array(Reading),
  statements: z.array(Statement),
})
export type PromiseRecord = z.infer<typeof PromiseRecord>
