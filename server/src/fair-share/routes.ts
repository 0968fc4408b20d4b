import { fairShareEndpoint } from '@muster/shared/api/fair-share'
import type { FastifyInstance } from 'fastify'
import { declareGet } from '../http/route.ts'
import type { Services } from '../services.ts'
import { findFairShare } from './queries.ts'

export const fairShareRoutes = (app: FastifyInstance, services: Services): void => {
  declareGet(app, services, fairShareEndpoint, (given, { query }) => findFairShare(given, query))
}
