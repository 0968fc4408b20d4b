import { fairShareEndpoint } from '@muster/shared/contract/fair-share'
import type { FastifyInstance } from 'fastify'
import { declareGet } from '../../platform/http/route.ts'
import type { Services } from '../../services.ts'
import { findFairShare } from './queries.ts'

export const fairShareRoutes = (app: FastifyInstance, services: Services): void => {
  declareGet(app, services, fairShareEndpoint, (given, { query }) => findFairShare(given, query))
}
