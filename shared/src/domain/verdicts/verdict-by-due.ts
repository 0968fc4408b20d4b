/**
 * The rules for a reading that is to be reached by a date.
 *
 * At the due date the first value at or after it decides, for good. Before it the newest value is
 * compared with what was due by its date.
 */

import type { KnownPoint, Point } from '../series/observation.ts'
import { lastDay } from '../series/period.ts'
import { type Figures, isOld, mayDecide, monthsAfter, waitEnds } from './evidence.ts'
import type { Reading } from './promise.ts'
import { expectedOn, isMet, targetOn, toleranceOf } from './target.ts'
import type { RuleId } from './verdict-rules.ts'

/** Which rule fires, since when, and on which figures; the verdict's numbers follow from it. */
export type Ruling = {
  rule: RuleId
  since: string | null
  /** The value that was compared with the target. */
  value?: KnownPoint
  /** For "by due": the first value that meets the target at the due date or later, within the term. */
  met?: KnownPoint
  /** For "by due" that was missed: the next value that meets the target, in the term or after it. */
  reached?: KnownPoint
  /** For "throughout": how many of the values in the period miss the target, the first and the last. */
  missed?: Missed
}

/** `onFirstWards`: how many would miss with the wards of the beginning; null where none were added. */
export type Missed = {
  count: number
  of: number
  first: KnownPoint
  last: KnownPoint
  /** Has every verified value after the last miss met the target, and is there one? */
  metSince: boolean
  onFirstWards: { wards: number; count: number } | null
}

/** On the due date itself a value dated that day already decides. */
export const ruleByDue = (
  reading: Reading,
  due: string,
  termEnd: string | null,
  figures: Figures,
): Ruling =>
  figures.day < lastDay(due)
    ? ruleOnTheWay(reading, figures)
    : ruleAtDue(reading, lastDay(due), termEnd, figures)

/** Why nothing may decide although the series is known. */
export const whyNothing = (figures: Figures): RuleId => {
  if (figures.points.some(isUnverified)) return 'only-unverified'
  if (figures.points.some((point) => point.value !== null)) return 'only-incomplete'
  if (figures.points.some(isAbsent)) return 'not-published'
  return 'no-series'
}

export const isUnverified = (point: Point): boolean =>
  point.trust === 'unverified' && mayDecide(point)

/** The publisher says that there is no value. */
export const isAbsent = (point: Point): boolean =>
  point.value === null && point.trust !== 'unverified'

const ruleAtDue = (
  reading: Reading,
  due: string,
  termEnd: string | null,
  figures: Figures,
): Ruling => {
  const windowEnds = monthsAfter(due, figures.periodMonths)
  const value = figures.values.find((point) => isWithin(point, due, windowEnds))
  if (value === undefined) return whyNoValueAtDue(due, windowEnds, figures)
  const met = meets(reading, value, figures)
  if (met === null) return { rule: 'wards-unknown', since: value.date, value }
  if (met) return { rule: 'met-by-due', since: value.date, value, met: value }
  const later = figures.values.find(
    (point) => lastDay(point.date) >= due && meets(reading, point, figures),
  )
  const missed = { since: value.date, value }
  if (later === undefined) return { rule: 'missed-at-due', ...missed }
  return termEnd !== null && lastDay(later.date) > lastDay(termEnd)
    ? { rule: 'missed-at-due', ...missed, reached: later }
    : { rule: 'met-late', ...missed, met: later, reached: later }
}

const whyNoValueAtDue = (due: string, windowEnds: string, figures: Figures): Ruling => {
  if (figures.changedOn !== null && lastDay(figures.changedOn) <= windowEnds)
    return { rule: 'definition-changed', since: figures.changedOn }
  if (figures.day <= waitEnds(due, figures)) return { rule: 'too-early', since: due }
  const inWindow = figures.points.filter((point) => isWithin(point, due, windowEnds))
  if (inWindow.some(isUnverified)) return { rule: 'only-unverified', since: due }
  if (inWindow.some(isAbsent)) return { rule: 'missing-at-due', since: due }
  const newest = figures.values.at(-1) ?? figures.points.findLast(isUnverified)
  if (newest === undefined) return { rule: whyNothing(figures), since: due }
  return lastDay(newest.date) < due
    ? { rule: 'no-value-at-due', since: newest.date }
    : { rule: 'first-value-after-due-too-late', since: due }
}

const ruleOnTheWay = (reading: Reading, figures: Figures): Ruling => {
  if (figures.changedOn !== null) return { rule: 'definition-changed', since: figures.changedOn }
  const value = figures.values.at(-1)
  if (value === undefined) return { rule: whyNothing(figures), since: null }
  if (isOld(value, figures)) return { rule: 'series-too-old', since: value.date, value }
  const target = targetOn(reading, value.date, figures.wards)
  if (target === null) return { rule: 'wards-unknown', since: value.date, value }
  const expected = expectedOn(reading, value.date, figures.wards)
  if (expected === null)
    return isMet(reading.direction, value.value, target)
      ? { rule: 'already-met', since: null, value }
      : { rule: 'no-path', since: null, value }
  return isMet(reading.direction, value.value, expected, toleranceOf(target))
    ? { rule: 'on-path', since: null, value }
    : { rule: 'below-path', since: null, value }
}

const meets = (reading: Reading, point: KnownPoint, figures: Figures): boolean | null => {
  const target = targetOn(reading, point.date, figures.wards)
  return target === null ? null : isMet(reading.direction, point.value, target)
}

const isWithin = (point: Point, from: string, to: string): boolean =>
  lastDay(point.date) >= from && lastDay(point.date) <= to
