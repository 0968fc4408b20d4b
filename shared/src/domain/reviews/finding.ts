/** A finding: one sentence of "what changed", with the numbers that it was made of. */
import { z } from 'zod'

/** In the order in which they are told. */
export const FINDING_KINDS = [
  'verdict-turned',
  'signal',
  'movement',
  'revision-substantial',
  'figures-missing',
  'figures-late',
  'answer-overdue',
  'answer-received',
  'promise-made',
  'promise-ended',
  'revision-minor',
  'no-real-change',
  'too-few-figures',
] as const
const FindingKind = z.enum(FINDING_KINDS)

const FindingFigure = z.object({
  label: z.string(),
  value: z.number(),
  date: z.string(),
  observation: z.string(),
})

export const Finding = z.object({
  id: z.string(),
  kind: FindingKind,
  sentence: z.string(),
  /** What of it fits a page of few words; older reviews have the whole. */
  brief: z.string().optional(),
  /** Is it about our area or a part of it? */
  ours: z.boolean(),
  /** How large, for the order among findings of one kind; no unit. */
  size: z.number(),
  promise: z.string().nullable(),
  source: z.string().nullable(),
  figures: z.array(FindingFigure),
})
export type Finding = z.infer<typeof Finding>

/** By kind, ours first, the largest first; equal ones by their id, so that the order never wavers. */
export const rankFindings = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort(
    (a, b) =>
      FINDING_KINDS.indexOf(a.kind) - FINDING_KINDS.indexOf(b.kind) ||
      Number(b.ours) - Number(a.ours) ||
      b.size - a.size ||
      (a.id < b.id ? -1 : 1),
  )
