import { areaProfileEndpoint } from '@muster/shared/contract/area-profile'
import { coverageEndpoint } from '@muster/shared/contract/coverage'
import type { FastifyInstance } from 'fastify'
import { toCsv } from '../../platform/http/csv.ts'
import { declareGet } from '../../platform/http/route.ts'
import type { Services } from '../../services.ts'
import { findProfile } from './profile.ts'
import { findCoverage } from './queries.ts'

export const coverageRoutes = (app: FastifyInstance, services: Services): void => {
  declareGet(app, services, areaProfileEndpoint, (given, { params }) =>
    findProfile(given, params.code),
  )
  declareGet(
    app,
    services,
    coverageEndpoint,
    (given, { query }) => findCoverage(given, query),
    (rows) =>
      toCsv(
        ['area', 'name', 'basis', 'source', 'first', 'last', 'known', 'expected', 'missing_dates'],
        rows.map((row) => [
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
