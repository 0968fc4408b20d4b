/**
 * A figure in relation to another: per 1,000 residents, per 1,000 recorded crimes, per ward, as a
 * share of the force. The denominator, its date and its observation stay beside the result.
 */
import { isBroken } from './break.ts'
import { midYearOn, valueOn } from './carried-forward.ts'
import {
  isKnown,
  type KnownPoint,
  leastTrust,
  type Missing,
  type Point,
  TRUSTS,
} from './observation.ts'
import { addMonths, firstDay, lastDay, monthOf, monthsBetween, UNDATED } from './period.ts'

/** What a count may be divided by. */
export const PERS = ['1000-residents', '1000-crimes', 'ward', 'force-share'] as const
export type Per = (typeof PERS)[number]

/** A denominator found for a date, or the reason why there is none. */
export type Denominator =
  | { value: number; observation: string; trust: Point['trust']; label: string; broken: boolean }
  | { missing: Missing; why: string }

export const rateOf = (
  points: readonly Point[],
  factor: number,
  denominatorOn: (point: Point) => Denominator,
): Point[] => points.map((point) => quotient(point, factor, denominatorOn(point)))

/** Residents at the last mid-year before the date; older than three years does not count. */
export const residentsOn = (population: readonly Point[], date: string): Denominator => {
  if (date === UNDATED) return { missing: 'x', why: 'The date of the figure is not known.' }
  const held = midYearOn(population, lastDay(date))
  if (held === null || monthsBetween(`${held.date}-06`, monthOf(date)) > 36)
    return { missing: 'x', why: 'No population estimate for this area and date.' }
  return { ...asDenominator(held), label: `population mid-${held.date}` }
}

/**
 * Offences recorded in the 12 months that end with the month of the date, or earlier where the
 * record ends earlier, but at most 12 months before.
 *
 * @param breaks dates from which something else is recorded: a window across one is marked broken.
 */
export const crimesOn = (
  crimes: readonly Point[],
  date: string,
  breaks: readonly string[],
): Denominator => {
  if (date === UNDATED) return { missing: 'x', why: 'The date of the figure is not known.' }
  const byMonth = new Map(crimes.filter(isKnown).map((point) => [point.date, point]))
  for (let back = 0; back <= 12; back += 1) {
    const end = addMonths(monthOf(date), -back)
    if (!byMonth.has(end)) continue
    const window = Array.from({ length: 12 }, (_, index) => byMonth.get(addMonths(end, -index)))
    if (window.some((point) => point === undefined)) break
    const points = window as KnownPoint[]
    const start = addMonths(end, -11)
    return {
      value: points.reduce((sum, point) => sum + point.value, 0),
      observation: points.map((point) => point.observation).join('+'),
      trust: leastTrust(points.map((point) => point.trust)),
      label: `recorded crimes ${start} to ${end}`,
      broken: isBroken(breaks.map(firstDay), start, end),
    }
  }
  return { missing: 'x', why: 'Recorded crime of 12 months to this date is not known.' }
}

export const wardsOn = (wards: readonly Point[], date: string): Denominator => {
  if (date === UNDATED) return { missing: 'x', why: 'The date of the figure is not known.' }
  const held = valueOn(wards, lastDay(date))
  return held === null
    ? { missing: 'x', why: 'The number of wards on this date is not known.' }
    : { ...asDenominator(held), label: `${held.value} wards` }
}

/** The force's own value on the same date, from the same source where it has one. */
export const forceOn = (force: readonly Point[], point: Point): Denominator => {
  const same = force.filter((candidate) => isKnown(candidate) && candidate.date === point.date)
  const found = same.find((candidate) => candidate.source === point.source) ?? mostTrusted(same)
  return found !== undefined && isKnown(found)
    ? { ...asDenominator(found), label: `whole force, ${found.source}` }
    : { missing: 'x', why: 'The figure of the whole force on this date is not known.' }
}

/** A value of another metric on the same date and from the same source. */
export const sameDateOn = (others: readonly Point[], point: Point): Denominator => {
  const found = others.find(
    (other) => other.date === point.date && other.source === point.source && isKnown(other),
  )
  return found !== undefined && isKnown(found)
    ? { ...asDenominator(found), label: '' }
    : { missing: 'x', why: 'The figure to divide by is not published for this date.' }
}

const quotient = (point: Point, factor: number, denominator: Denominator): Point => {
  if (!isKnown(point)) return { ...point, flags: withDerived(point) }
  if ('missing' in denominator)
    return { ...point, value: null, ...denominator, flags: withDerived(point) }
  if (denominator.value === 0)
    return {
      ...point,
      value: null,
      missing: 'z',
      why: 'There is nothing to divide by.',
      flags: withDerived(point),
    }
  return {
    ...point,
    value: (point.value / denominator.value) * factor,
    why: denominator.label,
    trust: leastTrust([point.trust, denominator.trust]),
    flags: denominator.broken ? [...withDerived(point), 'b'] : withDerived(point),
    observation: `${point.observation}:${denominator.observation}`,
  }
}

const withDerived = (point: Point): Point['flags'] => [
  ...point.flags.filter((flag) => flag !== 'derived'),
  'derived',
]

const asDenominator = (point: KnownPoint) => ({
  value: point.value,
  observation: point.observation,
  trust: point.trust,
  broken: false,
})

const mostTrusted = (points: readonly Point[]): Point | undefined =>
  [...points].sort((a, b) => TRUSTS.indexOf(a.trust) - TRUSTS.indexOf(b.trust))[0]
