/** Wires routes to services. Nothing here runs until it is called. */
import helmet from '@fastify/helmet'
import {
  auditEndpoint,
  sessionEndpoint,
  tokensEndpoint,
  usersEndpoint,
} from '@muster/shared/contract/account'
import { areaProfileEndpoint } from '@muster/shared/contract/area-profile'
import { changesEndpoint } from '@muster/shared/contract/change'
import { coverageEndpoint } from '@muster/shared/contract/coverage'
import { API_ROOT, type Endpoint } from '@muster/shared/contract/endpoint'
import { FILE_ENDPOINTS } from '@muster/shared/contract/export'
import { fairShareEndpoint } from '@muster/shared/contract/fair-share'
import { healthEndpoint, readyEndpoint } from '@muster/shared/contract/health'
import {
  aliasesEndpoint,
  fileLookEndpoint,
  importEndpoint,
  importsEndpoint,
  unknownNamesEndpoint,
} from '@muster/shared/contract/import'
import { ledgerEndpoint } from '@muster/shared/contract/ledger'
import { observationEndpoint } from '@muster/shared/contract/observation'
import { ProblemError } from '@muster/shared/contract/problem'
import { promiseEndpoint, promisesEndpoint, requestEndpoint } from '@muster/shared/contract/promise'
import { rankingsEndpoint } from '@muster/shared/contract/ranking'
import {
  areasEndpoint,
  metricsEndpoint,
  placeEndpoint,
  sourcesEndpoint,
} from '@muster/shared/contract/register'
import {
  reviewDraftEndpoint,
  reviewEndpoint,
  reviewsEndpoint,
} from '@muster/shared/contract/review'
import { seriesEndpoint } from '@muster/shared/contract/series'
import Fastify, { type FastifyInstance } from 'fastify'
import { guardRequests } from './accounts/guard.ts'
import { accountRoutes } from './accounts/routes.ts'
import { changeRoutes } from './changes/routes.ts'
import { coverageRoutes } from './explore/areas/routes.ts'
import { fairShareRoutes } from './explore/fair-share/routes.ts'
import { rankingRoutes } from './explore/ranking/routes.ts'
import { seriesRoutes } from './explore/series/routes.ts'
import { observationRoutes } from './figures/routes.ts'
import { choiceRoutes } from './imports/http/choice-routes.ts'
import { importFormRoutes } from './imports/http/form-routes.ts'
import { importRoutes } from './imports/http/routes.ts'
import { templateRoutes } from './imports/http/template-routes.ts'
import {
  answerUnreadable,
  handleErrors,
  problemOf,
  sendProblem,
} from './platform/http/error-handler.ts'
import { fastLane } from './platform/http/fast-lane.ts'
import { healthRoutes } from './platform/http/health.ts'
import { methodsByPath } from './platform/http/methods.ts'
import { openApi } from './platform/http/openapi.ts'
import { pageRoutes } from './platform/http/page.ts'
import { sendFinished } from './platform/http/route.ts'
import { promiseEntryRoutes } from './promises/entry-routes.ts'
import { promiseRoutes } from './promises/routes.ts'
import { registerRoutes } from './reference/routes.ts'
import { reviewRoutes } from './reviews/routes.ts'
import type { Services } from './services.ts'

export const ENDPOINTS: readonly Endpoint[] = [
  areasEndpoint,
  metricsEndpoint,
  sourcesEndpoint,
  placeEndpoint,
  seriesEndpoint,
  rankingsEndpoint,
  observationEndpoint,
  coverageEndpoint,
  areaProfileEndpoint,
  fairShareEndpoint,
  ledgerEndpoint,
  promisesEndpoint,
  promiseEndpoint,
  requestEndpoint,
  changesEndpoint,
  reviewsEndpoint,
  reviewEndpoint,
  reviewDraftEndpoint,
  importsEndpoint,
  importEndpoint,
  aliasesEndpoint,
  unknownNamesEndpoint,
  fileLookEndpoint,
  sessionEndpoint,
  usersEndpoint,
  tokensEndpoint,
  auditEndpoint,
  healthEndpoint,
  readyEndpoint,
  ...FILE_ENDPOINTS,
] as readonly Endpoint[]

export type AppOptions = {
  /** `client/dist`; null serves the API alone. */
  clientDist: string | null
  logger?: boolean
  /** Addresses of proxies whose `x-forwarded-*` is believed. */
  trustProxy?: string | null
}

export const buildApp = async (
  services: Services,
  options: AppOptions,
): Promise<FastifyInstance> => {
  let closing = false
  const app = Fastify({
    serverFactory: (handler) => fastLane(services, handler, () => closing),
    logger: options.logger === true ? { level: 'warn' } : false,
    bodyLimit: 1024 * 1024,
    exposeHeadRoutes: true,
    routerOptions: { maxParamLength: 20_000, ignoreTrailingSlash: true },
    trustProxy: options.trustProxy ?? false,
    clientErrorHandler: answerUnreadable,
    frameworkErrors: (error, _request, reply) => {
      sendProblem(reply, problemOf(error))
    },
  })
  app.addHook('preClose', async () => {
    closing = true
  })
  handleErrors(app)
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // Charts place their text and marks with style attributes.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    // Served over plain HTTP on a committee-room network too.
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
    // With no referrer at all a plain form sends no origin, and the origin check refuses it.
    referrerPolicy: { policy: 'same-origin' },
  })
  const methodsOf = methodsByPath(app)
  guardRequests(app, services)
  registerRoutes(app, services)
  seriesRoutes(app, services)
  rankingRoutes(app, services)
  observationRoutes(app, services)
  coverageRoutes(app, services)
  fairShareRoutes(app, services)
  promiseRoutes(app, services)
  reviewRoutes(app, services)
  promiseEntryRoutes(app, services)
  changeRoutes(app, services)
  healthRoutes(app, services)
  await importRoutes(app, services)
  await choiceRoutes(app, services)
  await importFormRoutes(app, services)
  templateRoutes(app, services)
  await accountRoutes(app, services)
  app.get(`${API_ROOT}/openapi.json`, (request, reply) =>
    sendFinished(services, request, reply, () => ({
      type: 'application/json; charset=utf-8',
      status: 200,
      bytes: Buffer.from(JSON.stringify(openApi(ENDPOINTS, '1'))),
    })),
  )
  app.all('/api/*', (request, reply) => {
    const methods = methodsOf(request.url.split('?')[0] ?? '')
    if (methods.length > 0)
      return sendProblem(
        reply.header('allow', methods.join(', ')),
        new ProblemError(
          'method-not-allowed',
          `${request.method} cannot be used here. This address takes ${methods.join(', ')}.`,
        ),
      )
    return sendProblem(
      reply,
      new ProblemError(
        'not-found',
        `There is nothing at ${request.method} ${request.url.slice(0, 200)}. /api/v1/openapi.json lists what there is.`,
      ),
    )
  })
  await pageRoutes(app, services, options.clientDist)
  app.setNotFoundHandler((request, reply) =>
    sendProblem(
      reply,
      new ProblemError('not-found', `There is nothing at ${request.url.slice(0, 200)}.`),
    ),
  )
  return app
}
