/** What editors and checkers enter about a promise: questions asked, overrides, events. */
import { z } from 'zod'
import { Trust } from '../domain/series/observation.ts'
import { AskedDate, AskedDay } from '../domain/series/period.ts'
import { PromiseStatus } from '../domain/verdicts/promise.ts'

export const QuestionKind = z.enum(['foi', 'mayors-question', 'letter'])
export type QuestionKind = z.infer<typeof QuestionKind>

/** A question that was sent. `dueOn` is the law's only for a Freedom of Information request. */
export const Question = z.object({
  id: z.number().int(),
  kind: QuestionKind,
  to: z.string(),
  askedOn: z.string(),
  dueOn: z.string(),
  answeredOn: z.string().nullable(),
  note: z.string(),
  by: z.string(),
  /** Calendar days from asking to the answer, or to the day of the verdict. */
  daysWaiting: z.number().int(),
})
export type Question = z.infer<typeof Question>

/** A named checker's status with its reason; `endedOn` is null while it is in force. */
export const Override = z.object({
  id: z.number().int(),
  status: PromiseStatus,
  reason: z.string(),
  by: z.string(),
  on: z.string(),
  endedOn: z.string().nullable(),
})
export type Override = z.infer<typeof Override>

/** `complete`: the list of events of the area is stated to be complete up to `date`. */
export const EnteredEvent = z.object({
  id: z.number().int(),
  kind: z.enum(['event', 'complete']),
  area: z.string(),
  areaName: z.string(),
  date: z.string(),
  what: z.string(),
  evidence: z.string(),
  url: z.string(),
  trust: Trust,
  by: z.string(),
  on: z.string(),
  withdrawnOn: z.string().nullable(),
})
export type EnteredEvent = z.infer<typeof EnteredEvent>

const said = (most: number) =>
  z.string().trim().min(1, 'This is empty.').max(most, `At most ${most} characters.`)

export const NewQuestionBody = z.strictObject({
  kind: QuestionKind,
  to: said(200),
  askedOn: AskedDay,
  note: z.string().trim().max(1_000, 'At most 1000 characters.').default(''),
})
export type NewQuestionBody = z.output<typeof NewQuestionBody>

/** `answeredOn` null takes back that it was answered. */
export const QuestionChangeBody = z.strictObject({ answeredOn: AskedDay.nullable() })

export const NewOverrideBody = z.strictObject({ status: PromiseStatus, reason: said(1_000) })
export type NewOverrideBody = z.output<typeof NewOverrideBody>

export const NewEventBody = z.strictObject({
  kind: z.enum(['event', 'complete']).default('event'),
  area: said(40),
  date: AskedDate,
  what: said(300),
  /** Where it can be checked: a page, minutes, a notice. */
  evidence: said(500),
  url: z
    .union([
      z.literal(''),
      z.url({ protocol: /^https?$/, error: 'Give an address with https://.' }),
    ])
    .default(''),
  trust: Trust.default('secondary'),
})
export type NewEventBody = z.output<typeof NewEventBody>

export const EntryParams = z.strictObject({
  id: z.string(),
  entry: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
})
