/** One value's whole story, back to the row of the publisher's file. */
import { z } from 'zod'
import { Basis, Flag, Missing, Trust } from '../domain/series/observation.ts'
import { read } from './endpoint.ts'

const StoredValue = z.object({
  id: z.string(),
  value: z.number().nullable(),
  missing: Missing.nullable(),
  release: z.string(),
  edition: z.string(),
  published: z.string().nullable(),
  withdrawn: z.boolean(),
})

export const ObservationStory = z.object({
  id: z.string(),
  /** `value`: a row of a file. `sum`, `quotient`: computed from `parts`. */
  kind: z.enum(['value', 'sum', 'quotient']),
  metric: z.string(),
  metricName: z.string(),
  unit: z.string(),
  basis: Basis,
  area: z.string(),
  areaName: z.string(),
  date: z.string(),
  value: z.number().nullable(),
  missing: Missing.nullable(),
  trust: Trust,
  flags: z.array(Flag),
  source: z.object({
    id: z.string(),
    title: z.string(),
    publisher: z.string(),
    url: z.string(),
    /** Blank, as the file and the hash are, where the source itself was not seen. */
    licence: z.string(),
  }),
  release: z.object({
    id: z.string(),
    edition: z.string(),
    published: z.string().nullable(),
    readOn: z.string(),
    file: z.string(),
    /** Of the file that was imported or, of shipped figures, of ours. */
    sha256: z.string(),
    note: z.string(),
  }),
  /** Where in the publisher's file (sheet, row, cell, page) and in ours. */
  where: z.string(),
  /** As written in the source; of a value added up from its rows the parts, where they were kept. */
  raw: z.string(),
  /** A value that no single cell of the source holds. */
  addedUp: z.boolean(),
  note: z.string(),
  earlier: z.array(StoredValue),
  later: z.array(StoredValue),
  parts: z.array(
    z.object({
      id: z.string(),
      metric: z.string(),
      area: z.string(),
      areaName: z.string(),
      date: z.string(),
      value: z.number().nullable(),
      where: z.string(),
    }),
  ),
})
export type ObservationStory = z.infer<typeof ObservationStory>

export const observationEndpoint = read('getObservation', '/observations/:id', {
  tag: 'Figures',
  summary: "One value's whole story: source, release, file, row, trust, earlier and later values",
  params: z.strictObject({ id: z.string() }),
  reply: ObservationStory,
})
