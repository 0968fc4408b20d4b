/**
 * A verdict's history: the status at each quarter end, so that one sees when it turned.
 *
 * The caller says what a verdict on a day is: by the figures dated up to it, or by what had been
 * published by then. This module only asks on the right days.
 */
import { z } from 'zod'
import { quarterEnds, quarterOf } from '../series/period.ts'
import { PromiseStatus, Reason } from './promise.ts'
import type { Verdict } from './verdict.ts'

export const HistoryEntry = z.object({
  /** As `2026-Q3`. */
  quarter: z.string(),
  /** The last day of the quarter, on which it is judged. */
  day: z.string(),
  status: PromiseStatus,
  reason: Reason.nullable(),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

/** `from` may be a month or a year: its last day counts. A quarter that has not ended is left out. */
export const verdictHistory = (
  judgeOn: (day: string) => Verdict,
  from: string,
  to: string,
): HistoryEntry[] =>
  quarterEnds(from, to).map((day) => {
    const { status, reason } = judgeOn(day)
    return { quarter: quarterOf(day), day, status, reason }
  })

export const Turn = HistoryEntry.extend({ before: PromiseStatus })
export type Turn = z.infer<typeof Turn>

/** The quarters in which the status became another; a new reason for the same status is no turn. */
export const turns = (history: readonly HistoryEntry[]): Turn[] =>
  history.flatMap((entry, index) => {
    const before = history[index - 1]?.status
    return before === undefined || before === entry.status ? [] : [{ ...entry, before }]
  })
