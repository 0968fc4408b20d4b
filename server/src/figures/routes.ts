import { observationEndpoint } from '@muster/shared/contract/observation'
import type { Routes } from '../platform/http/http-services.ts'
import { declareRead } from '../platform/http/route.ts'
import type { Knowledge } from '../reference/knowledge.ts'
import { findStory } from './queries.ts'

export const observationRoutes = (routes: Routes, services: Knowledge): void =>
  declareRead(routes, observationEndpoint, ({ params }) => findStory(services, params.id))
