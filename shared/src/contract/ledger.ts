/** The answer to "are the promises being kept?": counts that add up, and one row a promise. */
import { z } from 'zod'
import { PromiseGroup } from '../domain/verdicts/count.ts'
import { PROMISE_STATUSES } from '../domain/verdicts/promise.ts'
import { read } from './endpoint.ts'
import { PromiseSummary, PromisesQuery } from './promise.ts'
import { First } from './query.ts'

/** A promise that is over, as a line: what was promised, when it was judged and the newest, in words. */
export const OlderPromise = PromiseSummary.pick({
  id: true,
  title: true,
  madeBy: true,
  published: true,
  group: true,
  status: true,
  statusWords: true,
}).extend({ numbers: z.string() })
export type OlderPromise = z.infer<typeof OlderPromise>

export const Ledger = z.object({
  area: z.string().nullable(),
  areaName: z.string(),
  at: z.string(),
  asOf: z.string().nullable(),
  dataVersion: z.string(),
  /** Of the promises that are counted; they and `others` add up to all that are found. */
  counts: z.record(z.enum(PROMISE_STATUSES), z.number().int()),
  /** Of those that cannot be checked, how many are said to be kept. */
  said: z.number().int(),
  /** Those that are followed and not counted: plans, asks, repeats, what is not police staffing. */
  others: z.number().int(),
  /** The answer: ours first, the whole force second; `sentence` is both. */
  sentences: z.array(z.string()),
  sentence: z.string(),
  /** Each promise in one group, in the order of the page; empty groups are left out. */
  groups: z.array(
    z.object({
      group: PromiseGroup,
      title: z.string(),
      /** `3 not met, 1 met and 5 cannot be checked`. */
      words: z.string(),
      count: z.number().int(),
    }),
  ),
  /** How fresh each source is that decides a promise here. */
  freshness: z.array(
    z.object({
      source: z.string(),
      title: z.string(),
      /** By the day of the question: no figure that is dated, or was published, later. */
      lastDate: z.string().nullable(),
      /** Null where none is announced, and for a past day. */
      nextDue: z.string().nullable(),
      /** Days since the next edition was due without being here; it may have been published. */
      daysLate: z.number().int(),
    }),
  ),
  /** Verdicts that changed since the end of the last quarter, in words. */
  changed: z.array(z.object({ promise: z.string(), sentence: z.string() })),
  changedSince: z.string(),
  /** Ours first, what still runs before what is over; with `first`, so many of the counted that run. */
  promises: z.array(PromiseSummary),
  /** With `first`: how many of the counted still run. */
  running: z.number().int(),
  /** With `first`: the counted that are over, in short; else none. */
  older: z.array(OlderPromise),
})
export type Ledger = z.infer<typeof Ledger>

export const ledgerEndpoint = read('getLedger', '/ledger', {
  tag: 'Promises',
  summary: 'Promises with their status, counted, as one sentence and as short rows',
  query: PromisesQuery.extend({ first: First }),
  reply: Ledger,
})
