import { fairShareEndpoint } from '@muster/shared/contract/fair-share'
import type { Routes } from '../../platform/http/http-services.ts'
import { declareRead } from '../../platform/http/route.ts'
import type { Knowledge } from '../../reference/knowledge.ts'
import { findFairShare } from './queries.ts'

export const fairShareRoutes = (routes: Routes, services: Knowledge): void =>
  declareRead(routes, fairShareEndpoint, ({ query }) => findFairShare(services, query))
