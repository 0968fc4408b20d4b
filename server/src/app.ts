/** Wires routes to services. Nothing here runs until it is called. */
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import { ENDPOINTS } from '@muster/shared/contract/endpoints'
import { endpointsEndpoint, openApiEndpoint } from '@muster/shared/contract/health'
import { ProblemError } from '@muster/shared/contract/problem'
import Fastify, { type FastifyInstance } from 'fastify'
import { personOf } from './accounts/access.ts'
import { guardRequests, headersForPage } from './accounts/guard.ts'
import { accountRoutes } from './accounts/routes.ts'
import { changeRoutes } from './changes/routes.ts'
import { coverageRoutes } from './explore/areas/routes.ts'
import { fairShareRoutes } from './explore/fair-share/routes.ts'
import { rankingRoutes } from './explore/ranking/routes.ts'
import { seriesRoutes } from './explore/series/routes.ts'
import { observationRoutes } from './figures/routes.ts'
import { limits } from './files/cells/limits.ts'
import { importRoutes } from './imports/http/routes.ts'
import {
  answerUnreadable,
  handleErrors,
  problemOf,
  sendProblem,
} from './platform/http/error-handler.ts'
import { fastLane } from './platform/http/fast-lane.ts'
import { healthRoutes } from './platform/http/health.ts'
import type { HttpServices } from './platform/http/http-services.ts'
import { methodsByPath } from './platform/http/methods.ts'
import { openApi } from './platform/http/openapi.ts'
import { pageRoutes } from './platform/http/page.ts'
import { declareRead } from './platform/http/route.ts'
import { promiseEntryRoutes } from './promises/entry-routes.ts'
import { promiseRoutes } from './promises/routes.ts'
import { registerRoutes } from './reference/routes.ts'
import { reviewRoutes } from './reviews/routes.ts'
import type { Services } from './services.ts'

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
  await app.register(multipart, {
    limits: { fileSize: limits.fileBytes, files: 1, fields: 4, fieldSize: 1_000, parts: 6 },
  })
  const routes = { app, http: httpServices(services) }
  registerRoutes(routes, services)
  seriesRoutes(routes, services)
  rankingRoutes(routes, services)
  observationRoutes(routes, services)
  coverageRoutes(routes, services)
  fairShareRoutes(routes, services)
  promiseRoutes(routes, services)
  promiseEntryRoutes(routes, services)
  reviewRoutes(routes, services)
  changeRoutes(routes, services)
  importRoutes(routes, services)
  accountRoutes(routes, services)
  healthRoutes(routes, {
    store: services.store,
    dataVersion: () => services.register().dataVersion,
  })
  declareRead(routes, endpointsEndpoint, () =>
    ENDPOINTS.map(({ id, method, root, path, tag, summary }) => ({
      id,
      method,
      address: root + path,
      tag,
      summary,
    })),
  )
  declareRead(routes, openApiEndpoint, () => openApi(ENDPOINTS))
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
  await pageRoutes(routes, options.clientDist)
  app.setNotFoundHandler((request, reply) =>
    sendProblem(
      reply,
      new ProblemError('not-found', `There is nothing at ${request.url.slice(0, 200)}.`),
    ),
  )
  return app
}

const httpServices = (services: Services): HttpServices => ({
  ...services,
  demonstration: () => services.register().place.get('demonstration'),
  personOf: (request, who) => personOf(services, request, who),
  headersForPage: (request) => headersForPage(services, request),
})
