/** The one cookie. Read and written by hand: it is one name and four attributes. */
import { SESSION_COOKIE } from '@muster/shared/contract/endpoint'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** The secret in the cookie; null when there is none that could be one of ours. */
export const sessionSecretOf = (request: FastifyRequest): string | null => {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name = '', value = ''] = part.split('=', 2)
    if (name.trim() === SESSION_COOKIE && /^[\w-]{43}$/.test(value.trim())) return value.trim()
  }
  return null
}

/** No Max-Age: the cookie ends with the browser, the session after 12 idle hours or a week. */
export const setSessionCookie = (
  request: FastifyRequest,
  reply: FastifyReply,
  secret: string,
): FastifyReply => reply.header('set-cookie', `${SESSION_COOKIE}=${secret}${attributes(request)}`)

export const clearSessionCookie = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  reply.header('set-cookie', `${SESSION_COOKIE}=${attributes(request)}; Max-Age=0`)

/** Fastify's `protocol` believes X-Forwarded-Proto only from the proxies of TRUST_PROXY. */
const attributes = (request: FastifyRequest): string =>
  `; Path=/; HttpOnly; SameSite=Lax${request.protocol === 'https' ? '; Secure' : ''}`
