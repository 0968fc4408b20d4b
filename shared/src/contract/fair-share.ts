/** What an area would have at the rate of the whole, and the difference in parts that sum to it. */
import { z } from 'zod'
import { DRIVERS, PART_IDS } from '../domain/areas/fair-share.ts'
import { Basis, Flag, Trust } from '../domain/series/observation.ts'
import { AskedDate } from '../domain/series/period.ts'
import { read } from './endpoint.ts'
import { AsOf } from './query.ts'

export const FairShareQuery = z.strictObject({
  area: z.string(),
  metric: z.string(),
  basis: Basis.optional(),
  date: AskedDate.optional(),
  by: z.string().default('residents').meta({
    description: 'residents, crimes, or a mix that adds up to 100, as residents:50,crimes:50.',
    example: 'residents:50,crimes:50',
  }),
  source: z.string().optional(),
  asOf: AsOf,
})
export type FairShareQuery = z.output<typeof FairShareQuery>

const Mix = z.array(z.object({ driver: z.enum(DRIVERS), percent: z.number() }))

/** A number of ours, of the whole, and where each comes from. */
const Measured = z.object({
  ours: z.number(),
  whole: z.number(),
  observation: z.string(),
  wholeObservation: z.string(),
})

export const FairShare = z.object({
  area: z.string(),
  areaName: z.string(),
  metric: z.string(),
  metricName: z.string(),
  basis: Basis,
  unit: z.string(),
  decimals: z.number().int(),
  date: z.string(),
  asOf: z.string().nullable(),
  dataVersion: z.string(),
  source: z.object({ id: z.string(), title: z.string(), publisher: z.string(), url: z.string() }),
  trust: Trust,
  flags: z.array(Flag),
  /** `areas`: all areas of the type added up; `force`: the figure that is published for the force. */
  whole: z.object({
    kind: z.enum(['areas', 'force']),
    words: z.string(),
    areas: z.number().int(),
    value: z.number(),
    observation: z.string(),
  }),
  observation: z.string(),
  by: Mix,
  drivers: z.array(
    Measured.extend({ driver: z.enum(DRIVERS), percent: z.number(), label: z.string() }),
  ),
  actual: z.number(),
  fair: z.number(),
  /** `actual − fair`: below zero where ours has fewer. */
  gap: z.number(),
  parts: z.array(z.object({ id: z.enum(PART_IDS), label: z.string(), value: z.number() })),
  unexplained: z.number(),
  /** Parts that cannot be told from the rest, with the reason; they are within `unexplained`. */
  notKnown: z.array(z.object({ id: z.enum(PART_IDS), label: z.string(), why: z.string() })),
  /** How the police say that they allocate, the mix nearest to it, and where they said so. */
  policeView: z.object({ words: z.string(), url: z.string().nullable(), by: Mix }),
  /** The same as sentences that may be read aloud. */
  sentences: z.array(z.string()),
})
export type FairShare = z.infer<typeof FairShare>

export const fairShareEndpoint = read('getFairShare', '/fair-share', {
  tag: 'Figures',
  summary: 'What an area would have at the rate of the whole, and the gap in parts that sum to it',
  query: FairShareQuery,
  reply: FairShare,
})
