/** Imports: a publisher's file checked, shown as a difference, committed and undone. */
import { z } from 'zod'
import { Missing } from '../domain/observation.ts'
import { PromiseStatus } from '../domain/promise.ts'
import { endpoint } from './endpoint.ts'
import { NoParams, NoQuery } from './query.ts'

/** Where in the file, as the spreadsheet shows it, what was found, what was expected. */
export const ImportFinding = z.object({
  code: z.string(),
  sentence: z.string(),
  sheet: z.string().nullable(),
  row: z.number().int().nullable(),
  column: z.number().int().nullable(),
  cell: z.string().nullable(),
  found: z.string().nullable(),
  expected: z.string().nullable(),
  suggestion: z.string().nullable(),
})
export type ImportFinding = z.infer<typeof ImportFinding>

export const ImportChange = z.object({
  metric: z.string(),
  basis: z.string(),
  area: z.string(),
  areaName: z.string(),
  date: z.string(),
  old: z.number().nullable(),
  oldMissing: Missing.nullable(),
  new: z.number().nullable(),
  newMissing: Missing.nullable(),
  change: z.number(),
})
export type ImportChange = z.infer<typeof ImportChange>

/** What the check found; nothing of it is in the figures until it is committed. */
export const ImportPlan = z.object({
  layout: z.string().nullable(),
  edition: z.string(),
  published: z.string().nullable(),
  observations: z.number().int(),
  /** Each of these must be mended in the file, or its name explained, before a commit. */
  stops: z.array(ImportFinding),
  stopCount: z.number().int(),
  /** Each of these needs a name and a reason. */
  ticks: z.array(ImportFinding),
  notes: z.array(ImportFinding),
  diff: z.object({
    added: z.number().int(),
    revised: z.number().int(),
    unchanged: z.number().int(),
    absent: z.number().int(),
  }),
  /** Revised values, the biggest change first. */
  changes: z.array(ImportChange),
  verdicts: z.array(
    z.object({
      promise: z.string(),
      title: z.string(),
      before: PromiseStatus,
      after: PromiseStatus,
    }),
  ),
  digest: z.string(),
})
export type ImportPlan = z.infer<typeof ImportPlan>

export const IMPORT_STATES = ['stopped', 'checked', 'committed', 'undone'] as const

export const Import = ImportPlan.extend({
  id: z.number().int(),
  source: z.string(),
  sourceTitle: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  state: z.enum(IMPORT_STATES),
  release: z.string().nullable(),
  createdAt: z.string(),
  createdBy: z.string(),
  committedAt: z.string().nullable(),
  committedBy: z.string().nullable(),
  ticked: z.array(z.object({ code: z.string(), reason: z.string(), by: z.string() })),
})
export type Import = z.infer<typeof Import>

export const importsEndpoint = endpoint({
  method: 'GET',
  path: '/imports',
  tag: 'Imports',
  summary: 'History of imports, newest first',
  params: NoParams,
  query: NoQuery,
  reply: z.array(Import.omit({ changes: true, stops: true, notes: true })),
})

export const importEndpoint = endpoint({
  method: 'GET',
  path: '/imports/:id',
  tag: 'Imports',
  summary: 'One import: findings, differences, verdicts that would turn',
  params: z.strictObject({ id: z.string().regex(/^\d{1,9}$/) }),
  query: NoQuery,
  reply: Import,
})

/** A tick: what is accepted, and why; the name is that of who is signed in. */
export const CommitBody = z.strictObject({
  ticks: z.array(z.strictObject({ code: z.string(), reason: z.string().min(3) })).default([]),
  /** The digest that was shown; without it the one that was stored is taken. */
  digest: z.string().optional(),
})
export type CommitBody = z.infer<typeof CommitBody>
