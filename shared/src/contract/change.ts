/** What became known between two days: new values, revisions, changed verdicts, sources due. */
import { z } from 'zod'
import { Basis, Flag, Missing, Trust } from '../domain/series/observation.ts'
import { AskedDay } from '../domain/series/period.ts'
import { PromiseStatus } from '../domain/verdicts/promise.ts'
import { fileOf, read } from './endpoint.ts'
import { First } from './query.ts'

export const ChangesQuery = z.strictObject({
  since: AskedDay.optional().meta({
    description:
      'The figures available on this day are the start; default: the end of the last quarter.',
    example: '2026-09-30',
  }),
  until: AskedDay.optional().meta({
    description: 'The end; default: today.',
    example: '2026-11-22',
  }),
  area: z
    .string()
    .optional()
    .meta({ description: 'Only what concerns this area, its parts and what it is part of.' }),
  first: First,
})
export type ChangesQuery = z.output<typeof ChangesQuery>

const ChangedValue = z.object({
  metric: z.string(),
  metricName: z.string(),
  unit: z.string(),
  decimals: z.number().int(),
  basis: Basis,
  area: z.string(),
  areaName: z.string(),
  date: z.string(),
  value: z.number().nullable(),
  missing: Missing.nullable(),
  trust: Trust,
  flags: z.array(Flag),
  source: z.string(),
  release: z.string(),
  observation: z.string(),
})
export type ChangedValue = z.infer<typeof ChangedValue>

/** `before` is what stood until the release came. Substantial: a verdict differs by first figures. */
export const Revision = ChangedValue.extend({
  before: z.object({
    value: z.number().nullable(),
    missing: Missing.nullable(),
    release: z.string(),
    observation: z.string(),
  }),
  edition: z.string(),
  sourceTitle: z.string(),
  /** Null where one of the two is no value. */
  difference: z.number().nullable(),
  substantial: z.boolean(),
})
export type Revision = z.infer<typeof Revision>

export const Changes = z.object({
  since: z.string(),
  until: z.string(),
  area: z.string().nullable(),
  dataVersion: z.string(),
  /** New editions, the newest first; with `first`, so many, as of every list but the verdicts. */
  releases: z.array(
    z.object({
      release: z.string(),
      source: z.string(),
      title: z.string(),
      kind: z.enum(['dataset', 'document']),
      edition: z.string(),
      knownFrom: z.string(),
      published: z.string().nullable(),
      newValues: z.number().int(),
      revisions: z.number().int(),
    }),
  ),
  /** Taken back in these days: their figures no longer count. */
  withdrawn: z.array(
    z.object({ release: z.string(), source: z.string(), title: z.string(), on: z.string() }),
  ),
  newValueCount: z.number().int(),
  /** The newest dates first, at most 500; the CSV holds them all. */
  newValues: z.array(ChangedValue),
  /** Substantial ones first, then the largest difference. */
  revisions: z.array(Revision),
  /** Judged on both days by the latest figures dated up to them. */
  verdicts: z.array(
    z.object({
      promise: z.string(),
      title: z.string(),
      before: PromiseStatus,
      after: PromiseStatus,
      sentence: z.string(),
    }),
  ),
  /** Due by the second day and not in this database: published or not. */
  due: z.array(
    z.object({
      source: z.string(),
      title: z.string(),
      dueOn: z.string(),
      days: z.number().int(),
      lastDate: z.string().nullable(),
    }),
  ),
})
export type Changes = z.infer<typeof Changes>

export const changesEndpoint = read('getChanges', '/changes', {
  tag: 'Figures',
  summary: 'New values, revisions, verdict changes, new editions and sources due between two days',
  query: ChangesQuery,
  reply: Changes,
})

export const changesCsvFile = fileOf(
  changesEndpoint,
  'csv',
  'All changes between two days as CSV, however many',
)
