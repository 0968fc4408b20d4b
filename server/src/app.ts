/** Wires routes to services. Nothing here runs until it is called. */
import helmet from '@fastify/helmet'
import {
  auditEndpoint,
  sessionEndpoint,
  tokensEndpoint,
  usersEndpoint,
} from '@muster/shared/api/account'
import { areaProfileEndpoint } from '@muster/shared/api/area-profile'
import { changesEndpoint } from '@muster/shared/api/change'
import { coverageEndpoint } from '@muster/shared/api/coverage'
import { API_ROOT, type Endpoint } from '@muster/shared/api/endpoint'
import { FILE_ENDPOINTS } from '@muster/shared/api/export'
import { fairShareEndpoint } from '@muster/shared/api/fair-share'
import { healthEndpoint, readyEndpoint } from '@muster/shared/api/health'
import {
  aliasesEndpoint,
  fileLookEndpoint,
  importEndpoint,
  importsEndpoint,
  unknownNamesEndpoint,
} from '@muster/shared/api/import'
import { ledgerEndpoint } from '@muster/shared/api/ledger'
import { observationEndpoint } from '@muster/shared/api/observation'
import { ProblemError } from '@muster/shared/api/problem'
import { promiseEndpoint, promisesEndpoint, requestEndpoint } from '@muster/shared/api/promise'
import { rankingsEndpoint } from '@muster/shared/api/ranking'
import {
  areasEndpoint,
  metricsEndpoint,
  placeEndpoint,
  sourcesEndpoint,
} from '@muster/shared/api/register'
import { reviewDraftEndpoint, reviewEndpoint, reviewsEndpoint } from '@muster/shared/api/review'
import { seriesEndpoint } from '@muster/shared/api/series'
import Fastify, { type FastifyInstance } from 'fastify'
import { guardRequests } from './accounts/guard.ts'
import { accountRoutes } from './accounts/routes.ts'
import { changeRoutes } from './changes/routes.ts'
import { coverageRoutes } from './coverage/routes.ts'
import { fairShareRoutes } from './fair-share/routes.ts'
import { answerUnreadable, handleErrors, problemOf, sendProblem } from './http/error-handler.ts'
import { fastLane } from './http/fast-lane.ts'
import { healthRoutes } from './http/health.ts'
import { methodsByPath } from './http/methods.ts'
import { openApi } from './http/openapi.ts'
import { pageRoutes } from './http/page.ts'
import { sendFinished } from './http/route.ts'
import { choiceRoutes } from './imports/choice-routes.ts'
import { importFormRoutes } from './imports/form-routes.ts'
import { importRoutes } from './imports/routes.ts'
import { templateRoutes } from './imports/template-routes.ts'
import { observationRoutes } from './observations/routes.ts'
import { promiseEntryRoutes } from './promises/entry-routes.ts'
import { promiseRoutes } from './promises/routes.ts'
import { rankingRoutes } from './ranking/routes.ts'
import { registerRoutes } from './register/routes.ts'
import { reviewRoutes } from './reviews/routes.ts'
import { seriesRoutes } from './series/routes.ts'
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
