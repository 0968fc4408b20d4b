/** Requests that change something must come from our own pages, not from another site's. */
import { ProblemError } from '@muster/shared/contract/problem'
import type { FastifyRequest } from 'fastify'
import { bearerOf } from './access.ts'
import { sessionSecretOf } from './session-cookie.ts'

/**
 * An API token is not sent by itself, so it needs no check. Without a cookie a foreign origin is
 * still refused (it would sign a visitor in to the attacker's account), but none is needed.
 *
 * @throws ProblemError `forbidden`.
 */
export const refuseForeignOrigin = (request: FastifyRequest): void => {
  if (SAFE_METHODS.has(request.method) || bearerOf(request) !== null) return
  if (request.headers['sec-fetch-site'] === 'cross-site') throw foreign()
  const claimed = request.headers.origin ?? request.headers.referer
  if (claimed === undefined) {
    if (sessionSecretOf(request) === null) return
    throw new ProblemError(
      'forbidden',
      'A request that changes something must say where it comes from: send Origin, or use an API token.',
    )
  }
  const own = originOf(`${request.protocol}://${request.host}`)
  if (own === null || originOf(claimed) !== own) throw foreign()
}

export const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/** `null` (a sandboxed frame, a page without referrer) is an origin of its own: never ours. */
const originOf = (address: string): string | null =>
  URL.canParse(address) && /^https?:/i.test(address) ? new URL(address).origin : null

const foreign = (): ProblemError =>
  new ProblemError(
    'forbidden',
    'This request came from another site. If it came from Muster behind a proxy, the proxy must pass Host on and be named in TRUST_PROXY.',
  )
