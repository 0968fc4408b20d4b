/** The answer to "are the promises being kept?": counts that add up, and one row a promise. */
import { z } from 'zod'
import { PROMISE_STATUSES } from '../domain/verdicts/promise.ts'
import { read } from './endpoint.ts'
import { PromiseSummary, PromisesQuery } from './promise.ts'
import { First } from './query.ts'

export const Ledger = z.object({
  area: z.string().nullable(),
  areaName: z.string(),
  at: z.string(),
  asOf: z.string().nullable(),
  dataVersion: z.string(),
  /** Of promises and plans; they and `others` add up to `promises.length`. */
  counts: z.record(z.enum(PROMISE_STATUSES), z.number().int()),
  /** Asks, forecasts, planned cuts and recommendations: followed, but nobody's promise. */
  others: z.number().int(),
  sentence: z.string(),
  /** How fresh each source is that decides a promise here. */
  freshness: z.array(
    z.object({
      source: z.string(),
      title: z.string(),
      lastDate: z.string().nullable(),
      published: z.string().nullable(),
      nextDue: z.string().nullable(),
      /** Days since the next edition was due without being here; it may have been published. */
      daysLate: z.number().int(),
    }),
  ),
  /** Verdicts that changed since the end of the last quarter, in words. */
  changed: z.array(z.object({ promise: z.string(), sentence: z.string() })),
  changedSince: z.string(),
  /** Worst first; with `first`, so many of the promises and plans alone. */
  promises: z.array(PromiseSummary),
})
export type Ledger = z.infer<typeof Ledger>

export const ledgerEndpoint = read('getLedger', '/ledger', {
  tag: 'Promises',
  summary: 'Promises with their status, counted, as one sentence and as short rows',
  query: PromisesQuery.extend({ first: First }),
  reply: Ledger,
})
