/** What is known, what is missing and why: area × period for one metric. */
import { z } from 'zod'
import { AreaType } from '../domain/areas/area.ts'
import { Basis, Missing, Trust } from '../domain/series/observation.ts'
import { fileOf, read } from './endpoint.ts'

export const CoverageRow = z.object({
  area: z.string(),
  name: z.string(),
  basis: Basis,
  source: z.string().nullable(),
  first: z.string().nullable(),
  last: z.string().nullable(),
  known: z.number().int(),
  /** Dates at which another area of the type, or this one at its cadence, should have a value. */
  expected: z.number().int(),
  gaps: z.array(z.object({ date: z.string(), missing: Missing, why: z.string() })),
  trusts: z.array(Trust),
  /** The same by calendar year. */
  years: z.array(
    z.object({ year: z.string(), known: z.number().int(), expected: z.number().int() }),
  ),
})
export type CoverageRow = z.infer<typeof CoverageRow>

export const coverageEndpoint = read('getCoverage', '/coverage', {
  tag: 'Figures',
  summary: 'Area by period: what is known, what is missing and why',
  query: z.strictObject({ metric: z.string(), areaType: AreaType.default('bcu') }),
  reply: z.array(CoverageRow),
})

export const coverageCsvFile = fileOf(
  coverageEndpoint,
  'csv',
  'What is known and what is missing as CSV',
)
