/** Declares a route from an endpoint: strict query, one call, finished bytes, ETag. */
import { isPrivateAddress } from '@muster/shared/contract/account'
import { API_ROOT, type Endpoint } from '@muster/shared/contract/endpoint'
import { ProblemError } from '@muster/shared/contract/problem'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Services } from '../../services.ts'
import { markDemonstration } from './demonstration.ts'
import {
  ABOUT_THE_BODY,
  encodingFor,
  type Finished,
  headsOf,
  type MadeAnswer,
  names,
} from './finished.ts'
import { parseQuery } from './query.ts'

type Asked<E extends Endpoint> = { params: z.output<E['params']>; query: z.output<E['query']> }

export type Answer<E extends Endpoint> = (
  services: Services,
  asked: Asked<E>,
) => z.input<E['reply']>

/** The rows of the same answer as CSV, with their headings. */
export type CsvRows<E extends Endpoint> = (reply: z.input<E['reply']>) => string

export const declareGet = <E extends Endpoint>(
  app: FastifyInstance,
  services: Services,
  target: E,
  answer: Answer<E>,
  toCsv?: CsvRows<E>,
): void => {
  const ask = ({ params, query }: FastifyRequest): z.input<E['reply']> =>
    askOf(services, target, answer, { params, query })
  app.get(API_ROOT + target.path, (request, reply) =>
    sendFinished(services, request, reply, () => ({
      type: 'application/json; charset=utf-8',
      status: 200,
      bytes: Buffer.from(JSON.stringify(ask(request))),
    })),
  )
  if (toCsv !== undefined)
    app.get(`${API_ROOT}${target.path}.csv`, (request, reply) => {
      reply.header(
        'content-disposition',
        `attachment; filename="muster-${target.path.slice(1)}.csv"`,
      )
      return sendFinished(services, request, reply, () => ({
        type: 'text/csv; charset=utf-8',
        status: 200,
        bytes: Buffer.from(toCsv(ask(request))),
      }))
    })
}

/** One question as it came over the wire, checked and answered. */
export const askOf = <E extends Endpoint>(
  services: Services,
  target: E,
  answer: Answer<E>,
  given: { params: unknown; query: unknown },
): z.input<E['reply']> => {
  const reply = answer(services, {
    params: parseQuery(target.params, given.params),
    query: parseQuery(target.query, given.query),
  } as Asked<E>)
  // The contract is checked in tests and development; in production it would cost more than the
  // answer itself.
  return services.checkReplies ? checked(target, reply) : reply
}

/**
 * Sends the kept bytes for this address, or makes, keeps and sends them. What is kept is given to
 * anybody who asks, from then on without any route being asked (`fast-lane.ts`): an answer that
 * depends on who asks may never come this way.
 */
export const sendFinished = (
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  make: () => MadeAnswer,
): FastifyReply => {
  const version = services.version()
  const kept = services.finished.get(addressOf(request), version)
  return kept === undefined
    ? keepAndSend(services, request, reply, version, make())
    : sendKept(services, request, reply, version, kept)
}

/** For what could not be made at once: `version` is the one that it was made of. */
export const keepAndSend = (
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  version: string,
  made: MadeAnswer,
): FastifyReply => {
  const address = addressOf(request)
  if (isPrivateAddress(address)) throw new Error('A private answer must never be kept.')
  // Of two who waited for one drawing, the second finds what the first has kept.
  const answer =
    services.finished.get(address, version) ??
    services.finished.put(
      address,
      version,
      markDemonstration(made, () => services.register().place.get('demonstration')),
    )
  return sendKept(services, request, reply, version, answer)
}

export const sendKept = (
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  version: string,
  answer: Finished,
): FastifyReply => {
  const encoding = encodingFor(request.headers['accept-encoding'], answer.bytes)
  const packed = services.finished.pack(addressOf(request), version, answer, encoding)
  const known = request.headers['if-none-match']
  reply
    .header('etag', packed.etag)
    .header('cache-control', 'no-cache')
    .header('vary', 'accept-encoding')
    .header('content-type', answer.type)
  if (encoding !== 'identity') reply.header('content-encoding', encoding)
  packed.heads ??= headsOf(reply.getHeaders(), packed.bytes.length)
  if (known === undefined || answer.status !== 200 || !names(known, packed.etag))
    return reply.code(answer.status).send(packed.bytes)
  for (const name of ABOUT_THE_BODY) reply.removeHeader(name)
  return reply.code(304).send()
}

const addressOf = (request: FastifyRequest): string => request.raw.url ?? ''

const checked = <E extends Endpoint>(
  target: E,
  reply: z.input<E['reply']>,
): z.input<E['reply']> => {
  const result = target.reply.safeParse(reply)
  if (!result.success)
    throw new Error(
      `The reply of ${target.path} breaks its contract: ${z.prettifyError(result.error)}`,
    )
  return reply
}

export const notFound = (what: string): ProblemError => new ProblemError('not-found', what)
