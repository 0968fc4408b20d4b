import { observationEndpoint } from '@muster/shared/contract/observation'
import type { FastifyInstance } from 'fastify'
import { declareGet } from '../platform/http/route.ts'
import type { Services } from '../services.ts'
import { findStory } from './queries.ts'

export const observationRoutes = (app: FastifyInstance, services: Services): void => {
  declareGet(app, services, observationEndpoint, (given, { params }) => findStory(given, params.id))
}
