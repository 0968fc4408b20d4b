/**
 * The door in front of every route and page, so that a route that forgets to ask is still closed:
 * foreign origins change nothing, nobody changes anything unless signed in, and READ_ACCESS is
 * checked before a handler, and so the finished answers, are asked.
 */
import { ENDPOINTS } from '@muster/shared/contract/endpoints'
import { ProblemError } from '@muster/shared/contract/problem'
import { may } from '@muster/shared/domain/permission'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { notSignedIn, userOf } from './access.ts'
import type { AccountServices } from './account-services.ts'
import { refuseForeignOrigin, SAFE_METHODS } from './origin-check.ts'

/** Call before any route is declared: plugins inherit only the hooks that are there already. */
export const guardRequests = (app: FastifyInstance, services: AccountServices): void => {
  const { readAccess } = services
  const open = may(null, 'read', { readAccess })
  app.addHook('onRequest', async (request, reply) => {
    refuseForeignOrigin(request)
    if (SAFE_METHODS.has(request.method)) {
      if (open || isOpen(request)) return
      const who = userOf(services, request)
      if (who === null) return askToSignIn(request, reply)
      if (!may(who.role, 'read', { readAccess, through: who.through }))
        throw new ProblemError('forbidden', `Your role, ${who.role}, may not read this.`)
    } else if (!isOpen(request) && !isNothing(request)) {
      const who = userOf(services, request)
      if (who === null) throw notSignedIn(request)
      if (who.through === 'read-token')
        throw new ProblemError('forbidden', 'This API token may only read. Use one that may write.')
    }
  })
  if (!open)
    app.addHook('onSend', async (_request, reply) => {
      // A proxy in between must not hand one person's answer to the next.
      if (reply.getHeader('cache-control') === 'no-cache')
        reply.header('cache-control', 'private, no-cache')
    })
}

/**
 * The headers with which a page's own questions are asked. A page that is open to all is drawn as
 * for a stranger whoever asks, since it is kept and shown to strangers.
 */
export const headersForPage = (
  services: AccountServices,
  request: FastifyRequest,
): Record<string, string> => {
  const isOwn = PERSONAL_PAGES.test(pathOf(request))
  if ((may(null, 'read', services) && !isOwn) || isOpen(request)) return {}
  const { cookie, authorization } = request.headers
  return {
    ...(cookie === undefined ? {} : { cookie }),
    ...(authorization === undefined ? {} : { authorization }),
  }
}

const askToSignIn = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  if (request.method === 'OPTIONS' || pathOf(request).startsWith('/api')) throw notSignedIn(request)
  return reply
    .header('cache-control', 'no-store')
    .redirect(
      request.url.length > LONGEST_NEXT
        ? '/sign-in'
        : `/sign-in?next=${encodeURIComponent(request.url)}`,
      303,
    )
}

/** By the route that was found, never by the look of the address, but for the pages of `/*`. */
const isOpen = (request: FastifyRequest): boolean =>
  OPEN_ROUTES.has(request.routeOptions.url ?? '') ||
  (SAFE_METHODS.has(request.method) && OPEN_PAGES.has(pathOf(request)))

/** What answers 404 may do so without a sign-in. */
const isNothing = ({ is404, routeOptions }: FastifyRequest): boolean =>
  is404 || routeOptions.url === '/api/*'

const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0] ?? ''

const OPEN_ROUTES: ReadonlySet<string> = new Set([
  '/assets/*',
  ...ENDPOINTS.filter(({ who }) => who === 'anybody').flatMap(({ root, path, form }) => [
    root + path,
    ...(form === undefined ? [] : [form.path]),
  ]),
])
const OPEN_PAGES: ReadonlySet<string> = new Set(['/sign-in', '/accept-invitation'])
/** Pages that show an editor more than others, and are kept for nobody. */
const PERSONAL_PAGES = /^\/imports(\/|$)/
/** With its escapes the form has to fit into 4 kB. */
const LONGEST_NEXT = 1_000
