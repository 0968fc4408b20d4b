/** Areas in order of one metric on one date. A rank comes with the range that it may have. */
import { z } from 'zod'
import { AreaType } from '../domain/areas/area.ts'
import { Basis, Flag, Missing, Trust } from '../domain/series/observation.ts'
import { AskedDate, AskedDay } from '../domain/series/period.ts'
import { fileOf, read } from './endpoint.ts'
import { AsOf } from './query.ts'
import { Per } from './series.ts'

export const RankingQuery = z.strictObject({
  metric: z.string(),
  basis: Basis.optional(),
  areaType: AreaType.default('bcu'),
  date: AskedDate.optional(),
  at: AskedDay.optional().meta({ description: 'Only figures that are dated up to this day.' }),
  per: Per.optional(),
  source: z.string().optional(),
  asOf: AsOf,
})
export type RankingQuery = z.output<typeof RankingQuery>

/** `rank` 1 is the highest value; null where the value is missing. `of` counts areas with a value. */
export const RankedArea = z.object({
  area: z.string(),
  name: z.string(),
  date: z.string(),
  value: z.number().nullable(),
  missing: Missing.nullable(),
  rank: z.number().int().nullable(),
  rankFrom: z.number().int().nullable(),
  rankTo: z.number().int().nullable(),
  of: z.number().int(),
  unit: z.string(),
  decimals: z.number().int(),
  trust: Trust.nullable(),
  flags: z.array(Flag),
  source: z.string().nullable(),
  observation: z.string().nullable(),
  /** What stands below the line of a rate, as `population 2024`; null for a count. */
  denominator: z.string().nullable(),
  /** Of a share that holds different things: its parts, which add up to it. */
  parts: z
    .array(
      z.object({
        metric: z.string(),
        short: z.string(),
        value: z.number(),
        observation: z.string(),
      }),
    )
    .optional(),
})
export type RankedArea = z.infer<typeof RankedArea>

export const rankingsEndpoint = read('getRankings', '/rankings', {
  tag: 'Figures',
  summary: 'Areas of one type in order of one metric on one date, each with the range of its rank',
  query: RankingQuery,
  reply: z.array(RankedArea),
})

export const rankingsCsvFile = fileOf(
  rankingsEndpoint,
  'csv',
  'Areas in order of one figure as CSV',
)
