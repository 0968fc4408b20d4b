/**
 * Signal or noise: is the change of this quarter larger than the quarters before would lead one to
 * expect? Limits of an individuals and moving range chart (`series/xmr.ts`) on the *net change* of a
 * stock, never on its level.
 *
 * Counts of all staff are not a sample, so there is no confidence interval; a signal says that
 * something differs from before, never why.
 */
import { z } from 'zod'
import { limitsOf, type XmrValue } from '../series/xmr.ts'

export const Signal = z.object({
  change: z.number(),
  lower: z.number(),
  upper: z.number(),
  /** How many earlier quarters the limits rest on. */
  quarters: z.number().int(),
  /** Too few quarters for firm limits. */
  trial: z.boolean(),
  says: z.enum(['rose', 'fell', 'no-real-change']),
})
export type Signal = z.infer<typeof Signal>

/** Null with too few earlier changes to tell. */
export const signalOf = (change: number, before: readonly XmrValue[]): Signal | null => {
  const limits = limitsOf(before)
  if (limits === null) return null
  const { lower, upper, count: quarters, trial } = limits
  const says = change > upper ? 'rose' : change < lower ? 'fell' : 'no-real-change'
  return { change, lower, upper, quarters, trial, says }
}
