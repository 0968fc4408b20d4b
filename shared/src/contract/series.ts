/** Time series: one metric, one basis, some areas; every value leads to its source row. */
import { z } from 'zod'
import { AreaType } from '../domain/areas/area.ts'
import { RELATIVES } from '../domain/series/index-series.ts'
import { Metric } from '../domain/series/metric.ts'
import { Basis, Point, Trust } from '../domain/series/observation.ts'
import { AskedDate } from '../domain/series/period.ts'
import { PERS } from '../domain/series/rate.ts'
import { fileOf, read } from './endpoint.ts'
import { AsOf, CommaList } from './query.ts'

export const Per = z.enum(PERS)

export const SeriesQuery = z.strictObject({
  metric: z.string(),
  basis: Basis.optional(),
  areas: CommaList.optional(),
  areaType: AreaType.optional(),
  from: AskedDate.optional(),
  to: AskedDate.optional(),
  per: Per.optional(),
  source: z.string().optional(),
  asOf: AsOf,
  relative: z.enum(RELATIVES).optional().meta({
    description:
      'Compared with the figure of the date in base: as an index (base = 100) or as the change since.',
  }),
  base: AskedDate.optional(),
})
export type SeriesQuery = z.output<typeof SeriesQuery>

/** Something that cuts a line (`break`) or that stands beside it (`event`). */
export const Mark = z.object({
  id: z.string(),
  date: z.string(),
  kind: z.enum(['break', 'event']),
  /** Empty = all areas of the reply. */
  areas: z.array(z.string()),
  /** Empty = the figures of any source. */
  sources: z.array(z.string()),
  label: z.string(),
  note: z.string(),
})
export type Mark = z.infer<typeof Mark>

/** A promised level of the same metric, basis and area, drawn dashed. */
export const TargetLine = z.object({
  promise: z.string(),
  reading: z.string(),
  area: z.string(),
  label: z.string(),
  direction: z.enum(['at_least', 'at_most', 'exactly']),
  path: z.array(z.object({ date: z.string(), value: z.number() })),
})
export type TargetLine = z.infer<typeof TargetLine>

export const SourceLabel = z.object({
  id: z.string(),
  title: z.string(),
  publisher: z.string(),
  url: z.string(),
  trust: Trust,
  cadenceMonths: z.number().int(),
})
export type SourceLabel = z.infer<typeof SourceLabel>

/** `code` is stable for programs, `text` is for people, `areas` names whom it is about. */
export const Note = z.object({ code: z.string(), text: z.string(), areas: z.array(z.string()) })
export type Note = z.infer<typeof Note>

export const AreaSeries = z.object({
  area: z.string(),
  name: z.string(),
  type: AreaType,
  /** In date order; points of different sources stand side by side and are never joined. */
  points: z.array(Point),
})
export type AreaSeries = z.infer<typeof AreaSeries>

/** Values against one date; `without` names areas of which no value can be compared with it. */
export const RelativeTo = z.object({
  kind: z.enum(RELATIVES),
  base: z.string(),
  without: z.array(z.object({ area: z.string(), name: z.string(), why: z.string() })),
  /** How many values cannot be compared with it, of how many, and the reason of most. */
  lost: z.object({ count: z.number().int(), of: z.number().int(), why: z.string() }),
  /** Dates at which most areas have a figure: the nearest to the base, and after the last break. */
  nearest: z.array(z.string()),
})
export type RelativeTo = z.infer<typeof RelativeTo>

export const SeriesReply = z.object({
  metric: z.string(),
  basis: Basis,
  per: Per.nullable(),
  unit: z.string(),
  decimals: z.number().int(),
  asOf: z.string().nullable(),
  dataVersion: z.string(),
  series: z.array(AreaSeries),
  notes: z.array(Note),
  about: Metric,
  sources: z.array(SourceLabel),
  marks: z.array(Mark),
  targets: z.array(TargetLine),
  relative: RelativeTo.optional(),
  /** Of a share that holds different things: its parts, which add up to it. */
  parts: z
    .array(
      z.object({
        metric: z.string(),
        name: z.string(),
        short: z.string(),
        series: z.array(AreaSeries),
      }),
    )
    .optional(),
})
export type SeriesReply = z.infer<typeof SeriesReply>

export const seriesEndpoint = read('getSeries', '/series', {
  tag: 'Figures',
  summary: 'Time series of one metric for some areas, as a count or as a rate',
  query: SeriesQuery,
  reply: SeriesReply,
})

export const seriesCsvFile = fileOf(
  seriesEndpoint,
  'csv',
  'Time series as CSV: one row a value, with trust, flags and source',
)
