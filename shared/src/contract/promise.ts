/** The promise ledger: each promise with its verdict, its arithmetic and its history. */
import { z } from 'zod'
import { Basis, Trust } from '../domain/series/observation.ts'
import { PromiseGroup } from '../domain/verdicts/count.ts'
import { Pace } from '../domain/verdicts/pace.ts'
import {
  Delivery,
  PromiseRecord,
  PromiseStatus,
  Reading,
  Reason,
} from '../domain/verdicts/promise.ts'
import { DatedFigure } from '../domain/verdicts/three-numbers.ts'
import { Verdict } from '../domain/verdicts/verdict.ts'
import { HistoryEntry as DomainHistoryEntry } from '../domain/verdicts/verdict-history.ts'
import { fileOf, read } from './endpoint.ts'
import { EnteredEvent, Override, Question, QuestionKind } from './promise-entry.ts'
import { AsOf, At } from './query.ts'

export const PromisesQuery = z.strictObject({
  area: z.string().optional(),
  status: PromiseStatus.optional(),
  at: At,
  asOf: AsOf,
})
export type PromisesQuery = z.output<typeof PromisesQuery>

export const PromiseQuery = z.strictObject({ at: At, asOf: AsOf })
export type PromiseQuery = z.output<typeof PromiseQuery>

/** The figure that a row of a list shows: what it was, what was due, what is promised, and the gap. */
export const Standing = z.object({
  area: z.string(),
  areaName: z.string(),
  metric: z.string(),
  metricName: z.string(),
  unit: z.string(),
  decimals: z.number().int(),
  basis: Basis,
  value: z.number().nullable(),
  promised: z.number().nullable(),
  /** What was due by the date of the value, on the way to what is promised: the gap is to this. */
  dueByThen: z.number().nullable(),
  gap: z.number().nullable(),
  /** Against the value three months before; null where there is none, or a break lies between. */
  onQuarter: z.number().nullable(),
  date: z.string().nullable(),
  trust: Trust.nullable(),
  observation: z.string().nullable(),
  source: z.string().nullable(),
})
export type Standing = z.infer<typeof Standing>

/** A quarter end and the verdict on it; `asOf` only where what had been published gave another. */
export const HistoryEntry = DomainHistoryEntry.extend({ asOf: PromiseStatus.nullable() })
export type HistoryEntry = z.infer<typeof HistoryEntry>

export const PromiseSummary = PromiseRecord.pick({
  id: true,
  title: true,
  words: true,
  quote: true,
  madeBy: true,
  role: true,
  body: true,
  document: true,
  published: true,
  kind: true,
  about: true,
  policeStaffing: true,
  repeats: true,
  stepOf: true,
  scope: true,
  areas: true,
  dueWorded: true,
  lifecycle: true,
  holder: true,
}).extend({
  due: z.string().nullable(),
  /** What we take it to mean: made from the fields of its first reading. */
  meaning: z.string(),
  status: PromiseStatus,
  /** The status as the kind says it: `Broken`, `Not met`, `Missed by 0.2 %`. */
  statusWords: z.string(),
  /** Where it stands among the promises; `inCount`: is it counted in the sentence? */
  group: PromiseGroup,
  inCount: z.boolean(),
  /** The figure that was compared with what was promised; null where nothing is judged. */
  judged: DatedFigure.nullable(),
  /** The newest figure of the series that tests it; its row stands on the page of the promise. */
  newest: DatedFigure.omit({ observation: true }).nullable(),
  /** What happened after it was judged: `missed in 8 of 56 verified months, …; met since`. */
  afterwards: z.string().nullable(),
  /** Readings that the words allow equally, where they come out differently; else empty. */
  sides: z.array(
    z.object({
      reading: z.string(),
      label: z.string(),
      status: PromiseStatus,
      statusWords: z.string(),
      judged: DatedFigure.nullable(),
    }),
  ),
  /** Statements of delivery by those responsible, up to the day; `part`: of a part of it. */
  said: z.array(Delivery),
  reason: Reason.nullable(),
  /** The day from which the status holds, where known. */
  since: z.string().nullable(),
  /** One sentence: the verdict with its numbers. */
  sentence: z.string(),
  standing: Standing.nullable(),
  /** Do other readings, or the figures as first published, give another status? */
  differs: z.boolean(),
  /** What other readings come to, where that is a verdict and another one. */
  alternatives: z.array(PromiseStatus),
  /** The question that waits longest for its answer; else the last that was answered. */
  asked: z
    .object({
      on: z.string(),
      due: z.string(),
      to: z.string(),
      kind: Question.shape.kind,
      answeredOn: z.string().nullable(),
      daysWaiting: z.number().int(),
    })
    .nullable(),
  /** The checker's own status in force, beside the computed one. */
  override: Override.omit({ endedOn: true }).nullable(),
})
export type PromiseSummary = z.infer<typeof PromiseSummary>

export const JudgedReading = z.object({
  reading: Reading,
  meaning: z.string(),
  areaName: z.string(),
  metricName: z.string(),
  unit: z.string(),
  decimals: z.number().int(),
  sentence: z.string(),
  statusWords: z.string(),
  verdict: Verdict,
  /** By the first published values, where that gives another status. */
  firstPublished: PromiseStatus.nullable(),
  /** The deciding figure as first published, where a later release gave another. */
  firstValue: z.object({ value: z.number(), date: z.string() }).nullable(),
  path: z.array(z.object({ date: z.string(), value: z.number() })),
  pace: Pace.nullable(),
  /** The address of the series that tests it, or null when none is published. */
  series: z.string().nullable(),
})
export type JudgedReading = z.infer<typeof JudgedReading>

export const PromiseDetail = PromiseSummary.extend({
  /** For writes that are made on this state: of what was entered, a dot, of the status of today. */
  version: z.string(),
  /** Why no series here tests it, as far as the register knows. */
  untested: Reading.shape.untested,
  url: z.string(),
  newest: DatedFigure.nullable(),
  /** Statements of delivery in full. */
  said: PromiseRecord.shape.statements,
  geography: z.string(),
  counted: z.string(),
  conditions: z.string(),
  endedOn: z.string().nullable(),
  endedBy: z.string().nullable(),
  endedUrl: z.string().nullable(),
  endedDocument: PromiseRecord.shape.endedDocument,
  replacedBy: z.string().nullable(),
  termEnd: z.string().nullable(),
  leftOffice: z.string().nullable(),
  missing: PromiseRecord.shape.missing,
  table: z.string(),
  traps: z.string(),
  statements: PromiseRecord.shape.statements,
  questions: z.array(Question),
  overrides: z.array(Override),
  /** Events that count towards it and statements that their list is complete, withdrawn ones too. */
  events: z.array(EnteredEvent),
  /** May events be entered: is it tested by counting them? */
  takesEvents: z.boolean(),
  at: z.string(),
  asOf: z.string().nullable(),
  dataVersion: z.string(),
  rule: z.string(),
  ruleSentence: z.string(),
  arithmetic: Verdict.shape.arithmetic,
  path: z.array(z.object({ date: z.string(), value: z.number() })),
  readings: z.array(JudgedReading),
  history: z.array(HistoryEntry),
})
export type PromiseDetail = z.infer<typeof PromiseDetail>

export const promisesEndpoint = read('listPromises', '/promises', {
  tag: 'Promises',
  summary: 'The register of promises, ours first, each with its computed status',
  query: PromisesQuery,
  reply: z.array(PromiseDetail),
})

export const promiseEndpoint = read('getPromise', '/promises/:id', {
  tag: 'Promises',
  summary: 'One promise: words, meaning, verdict, arithmetic, path, history, evidence',
  params: z.strictObject({ id: z.string() }),
  query: PromiseQuery,
  reply: PromiseDetail,
})

/** The drafted question that would settle a promise that cannot be checked. */
export const DraftedRequest = z.object({
  promise: z.string(),
  kind: QuestionKind,
  to: z.string(),
  subject: z.string(),
  body: z.string(),
  metric: z.string(),
  basis: z.string(),
  areas: z.array(z.string()),
  from: z.string().nullable(),
  until: z.string().nullable(),
  table: z.string(),
  format: z.string(),
  needed: z.boolean(),
})
export type DraftedRequest = z.infer<typeof DraftedRequest>

export const requestEndpoint = read('draftRequest', '/promises/:id/request', {
  tag: 'Promises',
  summary: 'The drafted question that would settle a promise that cannot be checked',
  params: z.strictObject({ id: z.string() }),
  query: z.strictObject({ kind: QuestionKind.default('foi') }),
  reply: DraftedRequest,
})

export const promisesCsvFile = fileOf(promisesEndpoint, 'csv', 'The register of promises as CSV')

export const promisesIcsFile = fileOf(
  promisesEndpoint,
  'ics',
  'The days on which promises fall due, for a calendar',
)
