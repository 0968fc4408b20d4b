/**
 * Answers that are finished are sent before Fastify looks at the request: no routing, no hooks, no
 * serialising. Everything else, and everything that is not open to anybody, goes the whole way.
 */
import { createServer, type RequestListener, type Server } from 'node:http'
import { may } from '@muster/shared/domain/permission'
import { encodingFor, names } from './finished.ts'
import type { HttpServices } from './http-services.ts'

/**
 * @param isClosing while the app closes, each request must hear of it from Fastify.
 */
export const fastLane = (
  http: Pick<HttpServices, 'finished' | 'readAccess' | 'version'>,
  handler: RequestListener,
  isClosing: () => boolean,
): Server => {
  const open = may(null, 'read', http)
  const version = oncePerTurn(http.version)
  const server = createServer((request, response) => {
    if (!open || request.method !== 'GET' || isClosing()) return handler(request, response)
    const { url = '', headers } = request
    const answer = http.finished.get(url, version())
    if (answer === undefined || answer.status !== 200) return handler(request, response)
    const packed = answer.packed[encodingFor(headers['accept-encoding'], answer.bytes)]
    if (packed === undefined || packed.heads === null) return handler(request, response)
    const known = headers['if-none-match']
    if (known !== undefined && names(known, packed.etag)) {
      response.writeHead(304, packed.heads.unchanged).end()
      return
    }
    response.writeHead(200, packed.heads.whole).end(packed.bytes)
  })
  // As Fastify sets it on a server of its own: longer than a proxy in front keeps a connection.
  server.keepAliveTimeout = KEEP_ALIVE_MS
  return server
}

/**
 * Requests that arrived together are answered from one look at the database: asking it for each
 * costs a tenth of a 304. A request that was sent after a write was answered arrives in a later turn.
 */
const oncePerTurn = (ask: () => string): (() => string) => {
  let known: string | null = null
  const forget = () => {
    known = null
  }
  return () => {
    if (known === null) {
      known = ask()
      setImmediate(forget)
    }
    return known
  }
}

const KEEP_ALIVE_MS = 72_000
