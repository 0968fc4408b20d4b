/**
 * Has a series moved in a quarter, and more than the quarters before would lead one to expect? One
 * answer for the page of an area, the review and its slides.
 *
 * Two things are told apart. A change is *unusual* outside the limits of an individuals and moving
 * range chart (`series/xmr.ts`) on the *net change* of a stock, never on its level. A level has
 * *moved* where the change is unusual, or is one of four and more in one direction, or one of seven
 * on one side of their mean, or where twelve months brought more than four such quarters usually do:
 * a steady fall is usual and a fall.
 *
 * Counts of all staff are not a sample, so there is no confidence interval; a signal says that
 * something differs from before, never why.
 */
import { z } from 'zod'
import type { Series } from '../series/break.ts'
import { limitsOf, RUN, type XmrLimits, type XmrValue } from '../series/xmr.ts'
import { changeIn, changesBefore, isSure, type QuarterChange } from './quarter-change.ts'

export const Signal = z.object({
  change: z.number(),
  /** The usual change of a quarter lies between these. */
  lower: z.number(),
  upper: z.number(),
  /** How many earlier quarters the limits rest on. */
  quarters: z.number().int(),
  /** Too few quarters for firm limits. */
  trial: z.boolean(),
  /** Does the change of the quarter lie within the limits? */
  isUsual: z.boolean(),
  /** Quarters in a row, this one included, that rose (or fell) as this one did; 0 if it did neither. */
  run: z.number().int(),
  /** The change in twelve months, where it is more than four usual quarters bring; else null. */
  unusualYear: z.number().nullable(),
  says: z.enum(['rose', 'fell', 'no-real-change']),
})
export type Signal = z.infer<typeof Signal>

/** How a series stood in a quarter; no signal where the figures may not decide or are too few. */
export const quarterOfSeries = (
  series: Series,
  span: { from: string; to: string },
): QuarterChange & { signal: Signal | null } => {
  const change = changeIn(series, span)
  const { now, quarterBefore, onQuarter, onYear } = change
  const mayJudge = now !== null && quarterBefore !== null && isSure(now) && isSure(quarterBefore)
  return {
    ...change,
    signal:
      onQuarter === null || !mayJudge
        ? null
        : signalOf(onQuarter, changesBefore(series, now), onYear),
  }
}

/** Null with too few earlier changes to tell. */
export const signalOf = (
  change: number,
  before: readonly XmrValue[],
  onYear: number | null = null,
): Signal | null => {
  const limits = limitsOf(before)
  if (limits === null) return null
  const { lower, upper, count: quarters, trial } = limits
  const all = [...before.map(({ value }) => value), change]
  const isUsual = change >= lower && change <= upper
  const run = runOf(all)
  const unusualYear = onYear === null || isUsualYear(onYear, limits) ? null : onYear
  const recent = all.slice(-RUN)
  const moved = !isUsual || run >= LONG_RUN ? change : isOneSided(recent, limits) ? sum(recent) : 0
  const way = moved === 0 ? (unusualYear ?? 0) : moved
  const says = way > 0 ? 'rose' : way < 0 ? 'fell' : 'no-real-change'
  return { change, lower, upper, quarters, trial, isUsual, run, unusualYear, says }
}

const runOf = (changes: readonly number[]): number => {
  const way = Math.sign(changes.at(-1) ?? 0)
  const other = changes.findLastIndex((change) => Math.sign(change) !== way)
  return way === 0 ? 0 : changes.length - 1 - other
}

const isOneSided = (recent: readonly number[], { mean }: XmrLimits): boolean =>
  recent.length === RUN &&
  (recent.every((change) => change > mean) || recent.every((change) => change < mean))

/** Four quarters add up: their mean fourfold, their scatter twofold (the root of four). */
const isUsualYear = (onYear: number, { mean, upper }: XmrLimits): boolean =>
  Math.abs(onYear - 4 * mean) <= 2 * (upper - mean)

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)

/** Changes in one direction from which on they are told as a run. */
const LONG_RUN = 4
