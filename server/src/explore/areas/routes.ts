import { areaProfileEndpoint } from '@muster/shared/contract/area-profile'
import { coverageCsvFile, coverageEndpoint } from '@muster/shared/contract/coverage'
import { csvOf } from '../../platform/http/csv.ts'
import type { Routes } from '../../platform/http/http-services.ts'
import { declareRead, type Taken } from '../../platform/http/route.ts'
import type { Knowledge } from '../../reference/knowledge.ts'
import { findProfile } from './profile.ts'
import { findCoverage } from './queries.ts'

export const coverageRoutes = (routes: Routes, services: Knowledge): void => {
  const find = ({ query }: Taken<typeof coverageEndpoint>) => findCoverage(services, query)
  declareRead(routes, areaProfileEndpoint, ({ params }) => findProfile(services, params.code))
  declareRead(routes, coverageEndpoint, find)
  declareRead(routes, coverageCsvFile, (asked) =>
    csvOf(find(asked), {
      area: ({ area }) => area,
      name: ({ name }) => name,
      basis: ({ basis }) => basis,
      source: ({ source }) => source,
      first: ({ first }) => first,
      last: ({ last }) => last,
      known: ({ known }) => known,
      expected: ({ expected }) => expected,
      missing_dates: ({ gaps }) =>
        gaps.map(({ date, missing }) => `${date} [${missing}]`).join(';'),
    }),
  )
}
