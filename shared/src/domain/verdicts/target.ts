/**
 * A target: what a reading promises, as a value of the series that tests it, on any date.
 *
 * Baseline and steps are values of the series. The target is in the terms of its kind: a level, a
 * share or a count as it is, an increase on the baseline, a number for each ward.
 */

import { valueOn } from '../series/carried-forward.ts'
import { difference } from '../series/change.ts'
import type { Point } from '../series/observation.ts'
import { addDays, dayNumber, firstDay, lastDay } from '../series/period.ts'
import type { Reading } from './promise.ts'

/** The target in force on the date; null when it, its baseline or the wards of then are unknown. */
export const targetOn = (
  reading: Reading,
  date: string,
  wards: readonly Point[],
): number | null => {
  const { target, targetKind, baseline } = reading
  if (target === null) return null
  if (targetKind === 'increase') return baseline === null ? null : baseline + target
  if (targetKind !== 'per_ward') return target
  const inForce = valueOn(wards, lastDay(date))
  return inForce === null ? null : target * inForce.value
}

/**
 * What was due by the date: the target from the due date on (and always for "throughout"); before
 * it the last published step passed, or the straight line, in days, from baseline to target.
 *
 * Null before the due date when nobody published a baseline or a step that had passed: a level by
 * a date says nothing of the way there, and no path is invented for it.
 */
export const expectedOn = (
  reading: Reading,
  date: string,
  wards: readonly Point[],
): number | null => {
  if (reading.mode === 'throughout') return targetOn(reading, date, wards)
  if (reading.due === null) return null
  if (lastDay(date) >= lastDay(reading.due)) return targetOn(reading, date, wards)
  if (reading.steps.length > 0) return stepOn(reading, date)
  return onStraightLine(reading, reading.due, date, wards)
}

/**
 * The path for a chart: dated values that are joined by straight lines; the last one holds. A jump
 * (a step, a change of wards) is two values on consecutive days. `from` is the day from which a
 * "throughout" reading without a start counts: its publication. Such a path ends when it is due;
 * one by a date goes on, as a value that meets the target late is compared with the wards of then.
 */
export const pathOf = (
  reading: Reading,
  wards: readonly Point[],
  from: string | null = null,
): { date: string; value: number }[] => {
  const begin = reading.mode === 'throughout' ? (reading.start ?? from) : reading.baselineDate
  const end = reading.mode === 'throughout' ? reading.due : null
  const jumps = [...stepDates(reading), ...wardDates(reading, wards)]
  const dates = [begin, reading.due, ...jumps.flatMap((date) => [dayBefore(date), date])]
    .filter((date) => date !== null)
    .filter((date) => begin === null || lastDay(date) >= lastDay(begin))
    .filter((date) => end === null || lastDay(date) <= lastDay(end))
  const inOrder = [...new Map(dates.map((date) => [lastDay(date), date])).entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, date]) => date)
  return inOrder.flatMap((date) => {
    const value = expectedOn(reading, date, wards)
    return value === null ? [] : [{ date, value }]
  })
}

/** What a value may fall short of the path before the due date: the larger of 1 and 1 %. */
export const toleranceOf = (target: number): number => Math.max(1, Math.abs(target) / 100)

/** Does the value do what the direction asks of it, within the tolerance? */
export const isMet = (
  direction: Reading['direction'],
  value: number,
  wanted: number,
  tolerance = 0,
): boolean => {
  const over = difference(value, wanted)
  if (direction === 'at_least') return over >= -tolerance
  if (direction === 'at_most') return over <= tolerance
  return Math.abs(over) <= tolerance
}

const stepOn = (reading: Reading, date: string): number | null =>
  reading.steps.findLast((step) => lastDay(step.date) <= lastDay(date))?.value ?? reading.baseline

const onStraightLine = (
  reading: Reading,
  due: string,
  date: string,
  wards: readonly Point[],
): number | null => {
  const { baseline, baselineDate } = reading
  const target = targetOn(reading, date, wards)
  if (baseline === null || baselineDate === null || target === null) return null
  if (lastDay(date) <= lastDay(baselineDate)) return baseline
  const gone = dayNumber(date) - dayNumber(baselineDate)
  const whole = dayNumber(due) - dayNumber(baselineDate)
  return baseline + ((target - baseline) * gone) / whole
}

/** The due date ends the last step, so that it is a jump too. */
const stepDates = ({ steps, due }: Reading): string[] =>
  due === null || steps.length === 0 ? [] : [...steps.map((step) => step.date), due]

const wardDates = (reading: Reading, wards: readonly Point[]): string[] =>
  reading.targetKind === 'per_ward' ? wards.map((point) => firstDay(point.date)) : []

const dayBefore = (date: string): string => addDays(lastDay(date), -1)
