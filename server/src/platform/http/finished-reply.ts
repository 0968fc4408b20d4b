/** Sends answers that are made once for everybody, and keeps them under the version they are of. */
import { isPrivateAddress } from '@muster/shared/contract/endpoints'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { markDemonstration } from './demonstration.ts'
import {
  ABOUT_THE_BODY,
  encodingFor,
  type Finished,
  headsOf,
  type MadeAnswer,
  names,
} from './finished.ts'
import type { HttpServices } from './http-services.ts'

type Finishing = Pick<HttpServices, 'demonstration' | 'finished' | 'headersForPage' | 'version'>

/**
 * Sends the kept bytes for this address, or makes, keeps and sends them. What is kept is given to
 * anybody who asks, from then on without any route being asked (`fast-lane.ts`): an answer that
 * depends on who asks may never come this way.
 *
 * An answer during whose making the figures changed may be of both versions: it is made again, and
 * after a few times sent, but never kept.
 */
export const sendFinished = async (
  http: Finishing,
  request: FastifyRequest,
  reply: FastifyReply,
  make: () => MadeAnswer | Promise<MadeAnswer>,
): Promise<FastifyReply> => {
  const address = request.raw.url ?? ''
  const headers = http.headersForPage(request)
  for (let attempt = 1; ; attempt += 1) {
    const version = http.version()
    const kept = http.finished.get(address, version)
    if (kept !== undefined) return sendKept(http, { request, reply }, version, kept)
    const made = await http.finished.once(JSON.stringify([version, address, headers]), async () =>
      markDemonstration(await make(), http.demonstration),
    )
    const isOfOneVersion = version === http.version()
    if (isOfOneVersion && made.mayBeKept !== false)
      return sendKept(http, { request, reply }, version, keep(http, address, version, made))
    if (isOfOneVersion || attempt === MOST_ATTEMPTS) return sendOnce(reply, made)
  }
}

/** For this time only. */
export const sendOnce = (reply: FastifyReply, made: MadeAnswer): FastifyReply => {
  setHeaders(reply, made)
  return reply.code(made.status).header('cache-control', 'no-store').send(made.bytes)
}

/** Of two who waited for one making, the second finds what the first has kept. */
const keep = (
  { finished }: Finishing,
  address: string,
  version: string,
  made: MadeAnswer,
): Finished => {
  if (isPrivateAddress(address)) throw new Error('A private answer must never be kept.')
  return finished.get(address, version) ?? finished.put(address, version, made)
}

const sendKept = (
  http: Finishing,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  version: string,
  answer: Finished,
): FastifyReply => {
  const encoding = encodingFor(request.headers['accept-encoding'], answer.bytes)
  const packed = http.finished.pack(request.raw.url ?? '', version, answer, encoding)
  const known = request.headers['if-none-match']
  setHeaders(reply, answer)
  reply
    .header('etag', packed.etag)
    .header('cache-control', 'no-cache')
    .header('vary', 'accept-encoding')
  if (encoding !== 'identity') reply.header('content-encoding', encoding)
  packed.heads ??= headsOf(reply.getHeaders(), packed.bytes.length)
  if (known === undefined || answer.status !== 200 || !names(known, packed.etag))
    return reply.code(answer.status).send(packed.bytes)
  for (const name of ABOUT_THE_BODY) reply.removeHeader(name)
  return reply.code(304).send()
}

const setHeaders = (reply: FastifyReply, { type, headers = {} }: MadeAnswer): void => {
  reply.header('content-type', type)
  for (const [name, value] of Object.entries(headers)) {
    if (value === null) reply.removeHeader(name)
    else reply.header(name, value)
  }
}

const MOST_ATTEMPTS = 3
