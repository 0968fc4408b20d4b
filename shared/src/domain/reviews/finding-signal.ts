/**
 * Signal or noise: is the change of this quarter larger than the quarters before would lead one to
 * expect? Limits of an individuals and moving range chart (XmR) on the *net change* of a stock,
 * never on its level: the mean of the earlier changes ± 2.66 × their mean moving range.
 *
 * Counts of all staff are not a sample, so there is no confidence interval; a signal says that
 * something differs from before, never why.
 */
import { z } from 'zod'

export const Signal = z.object({
  change: z.number(),
  lower: z.number(),
  upper: z.number(),
  /** How many earlier quarters the limits rest on. */
  quarters: z.number().int(),
  /** Fewer than 13 quarters: the limits are on trial. */
  trial: z.boolean(),
  says: z.enum(['rose', 'fell', 'no-real-change']),
})
export type Signal = z.infer<typeof Signal>

/** Null with fewer than six earlier changes: too few to tell. */
export const signalOf = (change: number, before: readonly number[]): Signal | null => {
  if (before.length < FEWEST) return null
  const mean = meanOf(before)
  const ranges = before.slice(1).map((value, index) => Math.abs(value - (before[index] ?? value)))
  const reach = FACTOR * meanOf(ranges)
  const [lower, upper] = [mean - reach, mean + reach]
  return {
    change,
    lower,
    upper,
    quarters: before.length,
    trial: before.length < FULL,
    says: change > upper ? 'rose' : change < lower ? 'fell' : 'no-real-change',
  }
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

const FEWEST = 6
const FULL = 13
/** 3 ÷ 1.128, the constant that turns a mean moving range of two into three sigma. */
const FACTOR = 2.66
