/** All that is known of one area, what is not and why, its peers, and the way from posts to duty. */
import { z } from 'zod'
import { AreaType } from '../domain/areas/area.ts'
import { Basis, Flag, Trust } from '../domain/series/observation.ts'
import { read } from './endpoint.ts'

const Newest = z.object({
  date: z.string(),
  value: z.number(),
  trust: Trust,
  flags: z.array(Flag),
  observation: z.string(),
})

const Named = z.object({ code: z.string(), name: z.string() })

export const KnownSeries = z.object({
  metric: z.string(),
  name: z.string(),
  short: z.string(),
  kind: z.enum(['stock', 'flow', 'denominator']),
  unit: z.string(),
  decimals: z.number().int(),
  basis: Basis,
  source: z.object({ id: z.string(), title: z.string(), publisher: z.string() }),
  first: z.string(),
  last: z.string(),
  /** Values that are known, and dates at which a reason stands in place of one. */
  known: z.number().int(),
  missing: z.number().int(),
  trusts: z.array(Trust),
  newest: Newest,
  /** A larger area that has a later figure, which cannot be split; null where none has. */
  newerIn: Named.extend({ date: z.string() }).nullable(),
})
export type KnownSeries = z.infer<typeof KnownSeries>

/** `cannot-be-split`: only a larger area has it; `not-here`: others of the type have it. */
export const UnknownSeries = z.object({
  metric: z.string(),
  name: z.string(),
  reason: z.enum(['cannot-be-split', 'not-here']),
  why: z.string(),
  heldBy: z.array(Named),
})
export type UnknownSeries = z.infer<typeof UnknownSeries>

export const LadderRung = z.object({
  id: z.string(),
  label: z.string(),
  definition: z.string(),
  unit: z.string(),
  basis: Basis.nullable(),
  date: z.string().nullable(),
  source: z.string().nullable(),
  ours: z.object({ value: z.number(), trust: Trust, observation: z.string() }).nullable(),
  /** What is taken of a time, each by itself. */
  taken: z.array(z.object({ short: z.string(), value: z.number() })),
  /** Of the areas beside it, on the same date and by the same source. */
  others: z.array(Named.extend({ value: z.number().nullable() })),
  /** Why there is nothing; empty where there is. */
  why: z.string(),
})
export type LadderRung = z.infer<typeof LadderRung>

export const AreaProfile = z.object({
  area: z.string(),
  name: z.string(),
  type: AreaType,
  known: z.array(KnownSeries),
  unknown: z.array(UnknownSeries),
  peers: z
    .object({
      rule: z.string(),
      residents: z.object({ value: z.number(), label: z.string() }),
      crimes: z.object({ value: z.number(), label: z.string() }),
      areas: z.array(
        z.object({
          area: z.string(),
          name: z.string(),
          residents: z.number(),
          crimes: z.number(),
          apart: z.number(),
        }),
      ),
    })
    .nullable(),
  ladder: z.array(LadderRung),
})
export type AreaProfile = z.infer<typeof AreaProfile>

export const areaProfileEndpoint = read('getAreaProfile', '/areas/:code/profile', {
  tag: 'Figures',
  summary:
    'All series known of an area, those that are not and why, and its peers by a stated rule',
  params: z.object({ code: z.string() }),
  reply: AreaProfile,
})
