/**
 * The rules for a reading that is to hold throughout a period.
 *
 * One value that misses the target breaks it, for good. Without one, every value that the
 * publisher's rhythm leads one to expect must be there: a hole is not a pass.
 */

import { valueOn } from '../series/carried-forward.ts'
import type { KnownPoint } from '../series/observation.ts'
import { lastDay, monthsBetween } from '../series/period.ts'
import { type Figures, isOld, monthsAfter, waitEnds } from './evidence.ts'
import type { Reading } from './promise.ts'
import { isMet, targetOn } from './target.ts'
import { isAbsent, isUnverified, type Missed, type Ruling, whyNothing } from './verdict-by-due.ts'

/** `begins` and `ends` are days; `ends` is null for a promise without an end. */
export const ruleThroughout = (
  reading: Reading,
  begins: string,
  ends: string | null,
  figures: Figures,
): Ruling => {
  const over = ends !== null && ends <= figures.day
  const until = over ? ends : figures.day
  const inPeriod = figures.values.filter(
    (point) => lastDay(point.date) >= begins && lastDay(point.date) <= until,
  )
  return (
    ruleOnMisses(reading, begins, inPeriod, figures) ??
    ruleOnGaps(reading, inPeriod, { begins, until, over }, figures)
  )
}

type Period = { begins: string; until: string; over: boolean }

const ruleOnMisses = (
  reading: Reading,
  begins: string,
  inPeriod: readonly KnownPoint[],
  figures: Figures,
): Ruling | null => {
  const checked = inPeriod.flatMap((point) => {
    const target = targetOn(reading, point.date, figures.wards)
    return target === null ? [] : [{ point, met: isMet(reading.direction, point.value, target) }]
  })
  const missed = checked.filter(({ met }) => !met).map(({ point }) => point)
  const [first] = missed
  if (first === undefined) return null
  const last = missed.at(-1) ?? first
  return {
    rule: 'throughout-missed',
    since: first.date,
    value: first,
    missed: {
      count: missed.length,
      of: checked.length,
      first,
      last,
      metSince: checked.at(-1)?.point !== last,
      onFirstWards: missesOnFirstWards(reading, begins, inPeriod, figures),
    },
  }
}

/** A number for each ward asks for more when wards are added: what the first wards alone would say. */
const missesOnFirstWards = (
  reading: Reading,
  begins: string,
  inPeriod: readonly KnownPoint[],
  { wards }: Figures,
): Missed['onFirstWards'] => {
  const { target, targetKind, direction } = reading
  const held = targetKind === 'per_ward' ? valueOn(wards, begins) : null
  const now = held && valueOn(wards, lastDay(inPeriod.at(-1)?.date ?? begins))
  if (target === null || held === null || now === null || now.value === held.value) return null
  const level = target * held.value
  return {
    wards: held.value,
    count: inPeriod.filter(({ value }) => !isMet(direction, value, level)).length,
  }
}

const ruleOnGaps = (
  reading: Reading,
  inPeriod: readonly KnownPoint[],
  { begins, until, over }: Period,
  figures: Figures,
): Ruling => {
  if (figures.day < begins) return { rule: 'not-started', since: begins }
  if (figures.changedOn !== null && lastDay(figures.changedOn) <= until)
    return { rule: 'definition-changed', since: figures.changedOn }
  const value = inPeriod.at(-1)
  if (value === undefined) return whyNoValue({ begins, until, over }, figures)
  const unknown = inPeriod.find((point) => targetOn(reading, point.date, figures.wards) === null)
  if (unknown !== undefined) return { rule: 'wards-unknown', since: unknown.date, value }
  const hole = firstHole(begins, inPeriod, figures.periodMonths)
  if (hole !== null) return { ...whyHole(hole.from, hole.to, figures), value }
  if (!over)
    return isOld(value, figures)
      ? { rule: 'series-too-old', since: value.date, value }
      : { rule: 'throughout-so-far', since: null, value }
  if (monthsAfter(lastDay(value.date), figures.periodMonths) > until)
    return { rule: 'throughout-kept', since: until, value, met: value }
  return figures.day <= waitEnds(until, figures)
    ? { rule: 'too-early', since: until, value }
    : { ...whyHole(lastDay(value.date), until, figures), value }
}

const whyNoValue = ({ begins, until, over }: Period, figures: Figures): Ruling => {
  if (figures.day <= waitEnds(over ? until : begins, figures))
    return { rule: 'too-early', since: begins }
  const [first] = figures.values
  if (first === undefined) return { rule: whyNothing(figures), since: begins }
  return lastDay(first.date) > until
    ? { rule: 'series-starts-later', since: begins }
    : whyHole(begins, until, figures)
}

/** The first stretch, after the beginning or after a value, that lacks an expected value. */
const firstHole = (
  begins: string,
  values: readonly KnownPoint[],
  periodMonths: number,
): { from: string; to: string } | null => {
  for (const [index, value] of values.entries()) {
    const to = lastDay(value.date)
    const before = values[index - 1]
    if (before === undefined && to >= monthsAfter(begins, periodMonths)) return { from: begins, to }
    if (before !== undefined && monthsBetween(before.date, value.date) > periodMonths)
      return { from: lastDay(before.date), to }
  }
  return null
}

const whyHole = (from: string, to: string, figures: Figures): Ruling => {
  const inHole = figures.points.filter(
    (point) => lastDay(point.date) >= from && lastDay(point.date) <= to,
  )
  if (inHole.some(isUnverified)) return { rule: 'only-unverified', since: from }
  if (inHole.some(isAbsent)) return { rule: 'hole-not-published', since: from }
  return { rule: 'hole-figures-late', since: from }
}
