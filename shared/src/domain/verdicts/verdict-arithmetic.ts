/** The arithmetic of a verdict: every number that it rests on, with its source and trust. */
import { z } from 'zod'
import { valueOn } from '../series/carried-forward.ts'
import { Flag, type KnownPoint, leastTrust, Trust } from '../series/observation.ts'
import { lastDay } from '../series/period.ts'
import type { Figures } from './evidence.ts'
import type { Reading } from './promise.ts'

const ROLES = [
  'baseline',
  'target',
  'wards',
  'expected',
  'value',
  'first-met',
  'missed',
  'newest',
] as const

/** A number that a verdict rests on; `observation` and `source` are null for a document's words. */
export const Used = z.object({
  role: z.enum(ROLES),
  label: z.string(),
  value: z.number(),
  date: z.string().nullable(),
  trust: Trust,
  observation: z.string().nullable(),
  flags: z.array(Flag),
  source: z.string().nullable(),
})
export type Used = z.infer<typeof Used>

/** What a verdict is computed from, in the order in which one would write it down. */
export const usedTerms = (
  reading: Reading,
  figures: Figures,
  { date, target, expected }: { date: string; target: number | null; expected: number | null },
): Used[] => {
  const baseline = usedBaseline(reading, figures)
  const held = reading.targetKind === 'per_ward' ? valueOn(figures.wards, lastDay(date)) : null
  const wards = held === null ? null : usedPoint('wards', 'Wards in force', held)
  const trust = leastTrust([baseline, wards].map((used) => used?.trust ?? 'primary'))
  const computed = { trust, observation: null, flags: [], source: null }
  return [
    baseline,
    wards,
    target === null
      ? null
      : { role: 'target', label: 'Target', value: target, date: reading.due, ...computed },
    expected === null
      ? null
      : { role: 'expected', label: 'Due by then', value: expected, date, ...computed },
  ].filter((used): used is Used => used !== null)
}

export const usedPoint = (role: Used['role'], label: string, point: KnownPoint): Used => ({
  role,
  label,
  value: point.value,
  date: point.date,
  trust: point.trust,
  observation: point.observation,
  flags: [...point.flags],
  source: point.source,
})

/** The frozen figure of the register; where the series still says the same, its observation too. */
const usedBaseline = (reading: Reading, figures: Figures): Used | null => {
  const { baseline, baselineDate } = reading
  if (baseline === null) return null
  const same = figures.values.find(
    (point) =>
      point.trust !== 'unverified' && point.date === baselineDate && point.value === baseline,
  )
  return same !== undefined
    ? usedPoint('baseline', 'Baseline', same)
    : {
        role: 'baseline',
        label: 'Baseline',
        value: baseline,
        date: baselineDate,
        trust: 'secondary',
        observation: null,
        flags: [],
        source: null,
      }
}
