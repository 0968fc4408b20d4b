/** Who asks, and whether they may. */
import { ProblemError } from '@muster/shared/contract/problem'
import { type Action, may } from '@muster/shared/domain/permission'
import type { FastifyRequest } from 'fastify'
import type { SignedIn } from '../platform/http/http-services.ts'
import type { AccountServices } from './account-services.ts'
import { sessionSecretOf } from './session-cookie.ts'
import { findSession } from './sessions.ts'
import { findToken, TOKEN_PREFIX } from './tokens.ts'

/**
 * The person behind the request, asked of the database each time: what was revoked a moment ago is
 * revoked now. With a bearer token the cookie does not count, whatever the token is worth: the
 * origin check was left out for it.
 */
export const userOf = (services: AccountServices, request: FastifyRequest): SignedIn | null => {
  const bearer = bearerOf(request)
  if (bearer !== null)
    return bearer.startsWith(TOKEN_PREFIX)
      ? findToken(services.store, bearer, services.now())
      : null
  const secret = sessionSecretOf(request)
  return secret === null ? null : findSession(services.store, secret, services.now())
}

/**
 * @returns null only where nobody needs an account.
 * @throws ProblemError `unauthorized` when nobody is signed in, `forbidden` when they may not.
 */
export const personOf = (
  services: AccountServices,
  request: FastifyRequest,
  action: Action | 'anybody',
): SignedIn | null => {
  const { readAccess } = services
  const who = userOf(services, request)
  if (action === 'anybody') return who
  if (who === null) {
    if (may(null, action, { readAccess })) return null
    throw notSignedIn(request)
  }
  if (may(who.role, action, { readAccess, through: who.through })) return who
  throw new ProblemError(
    'forbidden',
    may(who.role, action, { readAccess })
      ? `An API token of this kind may not do this (${action}). Sign in, or use a token with the scope it needs.`
      : `Your role, ${who.role}, may not do this (${action}). An administrator can change your role.`,
  )
}

export const notSignedIn = (request: FastifyRequest): ProblemError =>
  new ProblemError(
    'unauthorized',
    bearerOf(request) === null
      ? 'Nobody is signed in, or the session has ended. Sign in, or send an API token.'
      : 'The API token is not known, has expired or was revoked.',
  )

/** Another scheme, as a proxy's Basic, is none of ours. */
export const bearerOf = (request: FastifyRequest): string | null =>
  /^bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1] ?? null
