/** The words that figures are made of: areas, metrics, sources, and the place this is about. */
import { z } from 'zod'
import { Area, AreaType } from '../domain/areas/area.ts'
import { Metric } from '../domain/series/metric.ts'
import { Basis, Trust } from '../domain/series/observation.ts'
import { read } from './endpoint.ts'

export const areasEndpoint = read('listAreas', '/areas', {
  tag: 'Register',
  summary: 'Areas with their dated parents',
  query: z.strictObject({ type: AreaType.optional() }),
  reply: z.array(Area),
})

export const metricsEndpoint = read('listMetrics', '/metrics', {
  tag: 'Register',
  summary: 'What is measured, how it is defined and on which bases it is published',
  reply: z.array(Metric),
})

export const Source = z.object({
  id: z.string(),
  title: z.string(),
  publisher: z.string(),
  url: z.string(),
  licence: z.string(),
  kind: z.enum(['dataset', 'document']),
  cadence: z.enum(['monthly', 'quarterly', 'yearly', 'once']),
  /** Usual days from the as-at date to publication. */
  lag: z.number().int().nullable(),
  nextDue: z.string().nullable(),
  trust: Trust,
  covers: z.string(),
  lacks: z.string(),
  lastRelease: z
    .object({
      id: z.string(),
      edition: z.string(),
      published: z.string().nullable(),
      firstDate: z.string().nullable(),
      lastDate: z.string().nullable(),
    })
    .nullable(),
  releases: z.number().int(),
  observations: z.number().int(),
})
export type Source = z.infer<typeof Source>

export const sourcesEndpoint = read('listSources', '/sources', {
  tag: 'Register',
  summary: 'Where the figures come from, how far to trust them, their known gaps, what is due next',
  reply: z.array(Source),
})

/** What the installation is about; `words` name the kinds of area as people there say them. */
export const Place = z.object({
  title: z.string(),
  /** Said on every page where the figures are invented; null where they are real. */
  demonstration: z.string().nullable(),
  force: z.string(),
  ours: z.array(z.string()),
  /** Ours and the parts of ours, the whole first. */
  oursAndParts: z.array(z.string()),
  words: z.record(z.string(), z.string()),
  /** The metric that the first page compares ours by, and the type of area it compares. */
  headline: z.object({ metric: z.string(), basis: Basis, areaType: AreaType }),
  today: z.string(),
  dataVersion: z.string(),
})
export type Place = z.infer<typeof Place>

export const placeEndpoint = read('getPlace', '/place', {
  tag: 'Register',
  summary: 'The force, the areas that are ours, and the words used for kinds of area',
  reply: Place,
})
