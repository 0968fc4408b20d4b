/**
 * Pace: how fast a figure would have to change to meet its target, and how fast it ever did.
 *
 * What would follow if the last four quarters went on is a projection, not a forecast of anybody:
 * it never touches a verdict and is shown apart from it.
 */
import { z } from 'zod'
import { difference, valueBefore } from '../series/change.ts'
import type { KnownPoint } from '../series/observation.ts'
import { dayNumber, lastDay, monthOf, monthsBetween } from '../series/period.ts'
import { admit, datedUpTo, type Evidence, isOld, mayDecide, VERIFIED } from './evidence.ts'
import type { Reading } from './promise.ts'
import { isMet, targetOn } from './target.ts'

const Change = z.object({ change: z.number(), from: z.string(), to: z.string() })

export const Pace = z.object({
  /** Change a quarter from the newest value on; 0 if it is met; null once due or without a date. */
  needed: z.number().nullable(),
  /** The largest change towards the target over three months, with the dates of the two values. */
  best: Change.nullable(),
  /** The value on the due date; `change` is the mean quarterly change between the two dates. */
  ifLastFourQuartersContinue: Change.extend({ value: z.number(), due: z.string() }).nullable(),
})
export type Pace = z.infer<typeof Pace>

export const paceOf = (reading: Reading, evidence: Evidence, day: string): Pace => {
  const figures = admit(evidence, day, reading.baselineDate ?? reading.start)
  const newest = figures.values.at(-1)
  const runs = unbrokenRuns(evidence, day)
  const due = reading.due !== null && lastDay(reading.due) > day ? reading.due : null
  const isCurrent =
    newest !== undefined && figures.changedOn === null && !isOld(newest, figures) && due !== null
  return {
    needed:
      isCurrent && reading.mode === 'by_due'
        ? neededFrom(newest, reading, targetOn(reading, newest.date, figures.wards), due)
        : null,
    best: bestChange(reading, runs),
    ifLastFourQuartersContinue: isCurrent ? continued(runs.at(-1) ?? [], due) : null,
  }
}

/** Quarters are counted in days, as the path is: 365.25 / 4 days each. */
const quartersBetween = (from: string, to: string): number =>
  (dayNumber(to) - dayNumber(from)) / (365.25 / 4)

const neededFrom = (
  newest: KnownPoint,
  reading: Reading,
  target: number | null,
  due: string,
): number | null => {
  if (target === null) return null
  if (isMet(reading.direction, newest.value, target)) return 0
  return difference(target, newest.value) / quartersBetween(newest.date, due)
}

/** Values that follow each other at the publisher's rhythm with no gap and no break between. */
const unbrokenRuns = (evidence: Evidence, day: string): KnownPoint[][] => {
  const runs: KnownPoint[][] = []
  for (const point of datedUpTo(evidence.points, day)) {
    if (!mayDecide(point) || !VERIFIED.includes(point.trust)) continue
    const run = runs.at(-1)
    const before = run?.at(-1)
    const follows =
      before !== undefined &&
      !point.flags.includes('b') &&
      monthsBetween(before.date, point.date) <= Math.max(1, evidence.cadenceMonths)
    if (run !== undefined && follows) run.push(point)
    else runs.push([point])
  }
  return runs
}

const bestChange = (reading: Reading, runs: readonly KnownPoint[][]): Pace['best'] => {
  const sign = reading.direction === 'at_most' ? -1 : 1
  const changes = runs.flatMap((run) =>
    run.flatMap((to) => {
      const from = valueBefore(run, to, 3)
      return from === null
        ? []
        : [{ change: difference(to.value, from.value), from: from.date, to: to.date }]
    }),
  )
  return changes.reduce<Pace['best']>(
    (best, it) => (best === null || it.change * sign > best.change * sign ? it : best),
    null,
  )
}

const continued = (run: readonly KnownPoint[], due: string): Pace['ifLastFourQuartersContinue'] => {
  const ends = run.filter((point) => Number(monthOf(point.date).slice(5)) % 3 === 0)
  const to = ends.at(-1)
  const from = ends.at(-5)
  if (to === undefined || from === undefined) return null
  if (monthsBetween(from.date, to.date) !== 12) return null
  const change = (to.value - from.value) / 4
  const value = to.value + change * quartersBetween(to.date, due)
  return { value, due, change, from: from.date, to: to.date }
}
