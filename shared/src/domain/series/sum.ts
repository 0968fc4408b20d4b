/**
 * The whole as the sum of its parts, only where every part is known: a total with a missing part is
 * missing and says which part. Values of different sources are never added up.
 */
import { isInForce, type Membership } from '../areas/area.ts'
import { valueOn } from './carried-forward.ts'
import { type Flag, isKnown, leastTrust, type Point } from './observation.ts'
import { lastDay, UNDATED } from './period.ts'

export type Part = {
  name: string
  /** Absent where it is always a part. */
  membership?: Membership
  /** Points of this part, of any source. */
  points: readonly Point[]
}

export type SumRule = {
  /** Staffing belongs to the organisation and exists only while its parts were members. */
  whileMembers: boolean
  /** Values hold until the next one (wards), so parts need not share a date. */
  holds: boolean
}

/** One point for each source and date at which any part is known, in date order. */
export const sumParts = (
  parts: readonly Part[],
  { whileMembers, holds }: SumRule = { whileMembers: false, holds: false },
): Point[] => {
  const points: Point[] = []
  for (const source of new Set(parts.flatMap((part) => part.points.map((point) => point.source)))) {
    const own = parts.map((part) => ofSource(part, source))
    for (const date of datesOf(own)) {
      if (whileMembers && !parts.every((part) => isPartOn(part, lastDay(date)))) continue
      points.push(sumOn(own, source, date, holds))
    }
  }
  return points.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

const isPartOn = ({ membership }: Part, day: string): boolean =>
  membership === undefined || isInForce(membership, day)

/** A part's points of one source, and the first of each date. */
type OwnPart = Part & { onDate: ReadonlyMap<string, Point> }

const ofSource = (part: Part, source: string): OwnPart => {
  const points = part.points.filter((point) => point.source === source)
  return { ...part, points, onDate: new Map(points.toReversed().map((at) => [at.date, at])) }
}

const sumOn = (parts: readonly OwnPart[], source: string, date: string, holds: boolean): Point => {
  const found = parts.map((part) => ({
    part,
    point: holds ? valueOn(part.points, lastDay(date)) : part.onDate.get(date),
  }))
  const known = found.flatMap(({ point }) => (point && isKnown(point) ? [point] : []))
  const trust = leastTrust(known.map((point) => point.trust))
  const flags: Flag[] = [...new Set(known.flatMap((point) => point.flags))].filter(
    (flag) => flag !== 'sum',
  )
  const base = { date, source, trust, flags: [...flags, 'sum' as const] }
  if (known.length === parts.length)
    return {
      ...base,
      value: known.reduce((sum, point) => sum + point.value, 0),
      missing: null,
      observation: known.map((point) => point.observation).join('+'),
    }
  const absent = found.filter(({ point }) => !point || !isKnown(point)).map(({ part }) => part.name)
  return {
    ...base,
    value: null,
    missing: 'x',
    why: `Known for ${known.length} of ${parts.length} parts; missing: ${listed(absent)}.`,
    observation: known.map((point) => point.observation).join('+'),
  }
}

const datesOf = (parts: readonly Part[]): string[] =>
  [...new Set(parts.flatMap((part) => part.points.map((point) => point.date)))]
    .filter((date) => date !== UNDATED)
    .sort()

const listed = (names: readonly string[]): string =>
  names.length <= 4
    ? names.join(', ')
    : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`
