import { seriesEndpoint } from '@muster/shared/api/series'
import type { FastifyInstance } from 'fastify'
import { declareGet } from '../http/route.ts'
import type { Services } from '../services.ts'
import { seriesCsv } from './csv.ts'
import { findSeries } from './queries.ts'

export const seriesRoutes = (app: FastifyInstance, services: Services): void => {
  declareGet(
    app,
    services,
    seriesEndpoint,
    (given, { query }) => findSeries(given, query),
    seriesCsv,
  )
}
