/** What a review says, apart from its charts: every row with its numbers and where they come from. */
import { z } from 'zod'
import { Basis, Flag, Missing, Trust } from '../series/observation.ts'
import { PromiseGroup } from '../verdicts/count.ts'
import {
  Delivery,
  PROMISE_STATUSES,
  PromiseKind,
  PromiseStatus,
  Reason,
} from '../verdicts/promise.ts'
import { CitedFigure } from './commentary.ts'
import { Finding } from './finding.ts'
import { QuarterText } from './review.ts'
import { Signal } from './signal.ts'

const text = z.string()

/** A figure with its unit: enough to be written in words anywhere. */
export const Counted = z.object({
  metric: text,
  metricName: text,
  short: text,
  unit: text,
  decimals: z.number().int(),
  basis: Basis,
})
export type Counted = z.infer<typeof Counted>

export const ReviewPromise = z.object({
  id: text,
  title: text,
  kind: PromiseKind,
  /** Where it stands among the promises; those of `ours` and `force` are counted. */
  group: PromiseGroup,
  madeBy: text,
  published: text,
  due: text.nullable(),
  status: PromiseStatus,
  /** The status in the words of its kind. */
  statusWords: text,
  /** Statements of delivery by those responsible. */
  said: z.array(Delivery),
  reason: Reason.nullable(),
  since: text.nullable(),
  /** Its status at the end of the quarter before, where that was another. */
  before: PromiseStatus.nullable(),
  sentence: text,
  meaning: text,
  area: text,
  areaName: text,
  counted: Counted.nullable(),
  value: z.number().nullable(),
  promised: z.number().nullable(),
  gap: z.number().nullable(),
  date: text.nullable(),
  trust: Trust.nullable(),
  observation: text.nullable(),
  /** By the figures as first published; null where it is the same. */
  firstPublished: PromiseStatus.nullable(),
})
export type ReviewPromise = z.infer<typeof ReviewPromise>

const Held = z.object({
  date: text,
  value: z.number(),
  trust: Trust,
  flags: z.array(Flag),
  observation: text,
})

/** One series that decides a promise here, in this quarter and against two earlier ones. */
export const ReviewMeasure = z.object({
  /** `metric.basis.area.source`: the name of the series in tokens. */
  key: text,
  counted: Counted,
  area: text,
  areaName: text,
  ours: z.boolean(),
  source: text,
  sourceTitle: text,
  now: Held.nullable(),
  quarterBefore: Held.nullable(),
  yearBefore: Held.nullable(),
  onQuarter: z.number().nullable(),
  onYear: z.number().nullable(),
  signal: Signal.nullable(),
  /** Months of the quarter that the publisher left out, with the reason code. */
  gaps: z.array(z.object({ date: text, missing: Missing })),
  /** The newest figure before the quarter, where the quarter has none. */
  newest: text.nullable(),
})
export type ReviewMeasure = z.infer<typeof ReviewMeasure>

export const ReviewRevision = z.object({
  metricName: text,
  areaName: text,
  unit: text,
  decimals: z.number().int(),
  date: text,
  first: z.number().nullable(),
  now: z.number().nullable(),
  observation: text,
})
export type ReviewRevision = z.infer<typeof ReviewRevision>

export const ReviewQuestion = z.object({ promise: text, question: text, to: text })
export type ReviewQuestion = z.infer<typeof ReviewQuestion>

export const ReviewSource = z.object({
  id: text,
  title: text,
  publisher: text,
  url: text,
  licence: text,
  trust: Trust,
  /** How many editions of it are loaded: of one alone no revision can be seen. */
  editions: z.number().int().default(1),
})
export type ReviewSource = z.infer<typeof ReviewSource>

/** Where a number of the review was read: a row of a publisher's file. */
export const EvidenceRow = z.object({
  observation: text,
  label: text,
  date: text,
  value: z.number().nullable(),
  missing: Missing.nullable(),
  trust: Trust,
  source: text,
  edition: text,
  file: text,
  where: text,
  raw: text,
  sha256: text,
  /** The rows that a sum or a quotient was made of. */
  parts: z.array(text),
})
export type EvidenceRow = z.infer<typeof EvidenceRow>

export const ReviewContent = z.object({
  quarter: QuarterText,
  from: text,
  to: text,
  /** The day on which promises are judged: the end of the quarter, or today while it runs. */
  at: text,
  /** By the figures available on this day; null = by those available when it was made. */
  asOf: text.nullable(),
  madeOn: text,
  dataVersion: text,
  title: text,
  area: text,
  areaName: text,
  ours: z.array(text),
  areaWords: z.record(text, text),
  answer: text,
  counts: z.record(z.enum(PROMISE_STATUSES), z.number().int()),
  others: z.number().int(),
  promises: z.array(ReviewPromise),
  findings: z.array(Finding),
  measures: z.array(ReviewMeasure),
  revisions: z.array(ReviewRevision),
  questions: z.array(ReviewQuestion),
  sources: z.array(ReviewSource),
  definitions: z.array(z.object({ metric: text, name: text, definition: text })),
  figures: z.array(CitedFigure),
  evidence: z.array(EvidenceRow),
})
export type ReviewContent = z.infer<typeof ReviewContent>

export const ReviewAction = z.object({
  id: z.number().int(),
  text,
  owner: text,
  due: text.nullable(),
  evidence: text,
  doneOn: text.nullable(),
  /** The quarter in which it was first agreed, where that is an earlier one. */
  carriedFrom: text.nullable(),
})
export type ReviewAction = z.infer<typeof ReviewAction>
