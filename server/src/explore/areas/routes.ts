import { areaProfileEndpoint } from '@muster/shared/contract/area-profile'
import { coverageCsvFile, coverageEndpoint } from '@muster/shared/contract/coverage'
import { toCsv } from '../../platform/http/csv.ts'
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
    toCsv(
      ['area', 'name', 'basis', 'source', 'first', 'last', 'known', 'expected', 'missing_dates'],
      find(asked).map((row) => [
        row.area,
        row.name,
        row.basis,
        row.source,
        row.first,
        row.last,
        row.known,
        row.expected,
        row.gaps.map((gap) => `${gap.date} [${gap.missing}]`).join(';'),
      ]),
    ),
  )
}
