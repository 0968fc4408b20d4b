/** What is measured. Metrics come from `data/register/metrics.csv`; the derived ones from here. */
import { z } from 'zod'
import { Basis } from './observation.ts'

export const Metric = z.object({
  id: z.string(),
  name: z.string(),
  short: z.string(),
  definition: z.string(),
  unit: z.string(),
  decimals: z.number().int().min(0).max(4),
  kind: z.enum(['stock', 'flow', 'denominator']),
  /** Which way is usually wished for: told to readers of the API, used for no word and no colour. */
  direction: z.enum(['up', 'down', 'none']),
  /** Is `additiveUpTo` more than `none`? Told to readers of the API; sums go by `additiveUpTo`. */
  additive: z.boolean(),
  /** How far up: not at all, into a BCU, or to the whole force as nothing lies outside its parts. */
  additiveUpTo: z.enum(['none', 'bcu', 'force']),
  bases: z.array(Basis),
})
export type Metric = z.infer<typeof Metric>

/**
 * A metric computed from two others: `numerator / denominator × factor`, on matching dates.
 * A denominator of kind `denominator` (wards) holds from its date until the next one.
 */
export type DerivedMetric = {
  id: string
  numerator: string
  denominator: string
  factor: number
}

export const DERIVED_METRICS: readonly DerivedMetric[] = [
  {
    id: 'abstracted_share',
    numerator: 'abstracted_minutes',
    denominator: 'recorded_minutes',
    factor: 100,
  },
  {
    id: 'aid_and_cover_share',
    numerator: 'aid_and_cover_minutes',
    denominator: 'recorded_minutes',
    factor: 100,
  },
  {
    id: 'other_duties_share',
    numerator: 'other_duties_minutes',
    denominator: 'recorded_minutes',
    factor: 100,
  },
  {
    id: 'training_share',
    numerator: 'abstracted_minutes_training',
    denominator: 'recorded_minutes',
    factor: 100,
  },
  {
    id: 'ward_officers_per_ward',
    numerator: 'dedicated_ward_officers',
    denominator: 'wards',
    factor: 1,
  },
  { id: 'fill_rate', numerator: 'officers', denominator: 'establishment_officers', factor: 100 },
]

export const derivedMetric = (id: string): DerivedMetric | undefined =>
  DERIVED_METRICS.find((metric) => metric.id === id)

/**
 * What a figure of the metric is made of, itself included: where one of these counts something else
 * than before, so does the figure.
 */
export const ingredientsOf = (id: string): string[] => {
  const derived = derivedMetric(id)
  const parts =
    derived === undefined ? SUMMED_METRICS[id] : [derived.numerator, derived.denominator]
  return [id, ...(parts ?? []).flatMap(ingredientsOf)]
}

/** Counted over a time, and not at one. Offences are, though they also serve to divide by. */
export const isFlow = ({ kind, unit }: Pick<Metric, 'kind' | 'unit'>): boolean =>
  kind === 'flow' || unit === 'offences'

/** A number that depends on the season and on how long the month is; a share of a time does less. */
export const isSeasonal = (metric: Pick<Metric, 'kind' | 'unit'>): boolean =>
  isFlow(metric) && metric.unit !== 'percent'

/** Metrics that are the sum of others, where all of them come from one source and date. */
export const SUMMED_METRICS: Readonly<Record<string, readonly string[]>> = {
  officers_staff_and_pcso: ['officers', 'staff', 'pcso'],
  aid_and_cover_minutes: [
    'abstracted_minutes_aid',
    'abstracted_minutes_local_aid',
    'abstracted_minutes_staffing_up',
  ],
  other_duties_minutes: [
    'abstracted_minutes_aid',
    'abstracted_minutes_cad',
    'abstracted_minutes_court',
    'abstracted_minutes_custody',
    'abstracted_minutes_local_aid',
    'abstracted_minutes_staffing_up',
  ],
}

/** Shares that hold different things: wherever one is shown, so are its parts, which add up to it. */
export const SPLIT_METRICS: Readonly<Record<string, readonly string[]>> = {
  abstracted_share: ['other_duties_share', 'training_share'],
}
