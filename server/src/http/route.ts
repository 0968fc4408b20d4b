/** Declares a route from an endpoint: strict query, one call, finished bytes, ETag. */
import { isPrivateAddress } from '@muster/shared/api/account'
import { API_ROOT, type Endpoint } from '@muster/shared/api/endpoint'
import { ProblemError } from '@muster/shared/api/problem'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Services } from '../services.ts'
import { encodedBytes, encodingFor, type Finished } from './finished.ts'
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
  const ask = (request: FastifyRequest): z.input<E['reply']> => {
    const reply = answer(services, {
      params: parseQuery(target.params, request.params),
      query: parseQuery(target.query, request.query),
    } as Asked<E>)
    // The contract is checked in tests and development; in production it would cost more than the
    // answer itself.
    return services.checkReplies ? checked(target, reply) : reply
  }
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

/** Sends the kept bytes for this address, or makes, keeps and sends them. */
export const sendFinished = (
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  make: () => Omit<Finished, 'etag' | 'encoded'>,
): FastifyReply => {
  const version = services.version()
  const address = request.raw.url ?? ''
  if (isPrivateAddress(address)) throw new Error('A private answer must never be kept.')
  const answer =
    services.finished.get(address, version) ?? services.finished.put(address, version, make())
  const encoding = encodingFor(request.headers['accept-encoding'], answer.bytes)
  const etag = encoding === 'identity' ? answer.etag : `${answer.etag.slice(0, -1)}-${encoding}"`
  reply.header('etag', etag).header('cache-control', 'no-cache').header('vary', 'accept-encoding')
  const known = request.headers['if-none-match']
  if (known !== undefined && answer.status === 200 && names(known, etag))
    return reply.code(304).send()
  if (encoding !== 'identity') reply.header('content-encoding', encoding)
  return reply
    .code(answer.status)
    .header('content-type', answer.type)
    .send(encodedBytes(answer, encoding))
}

const names = (ifNoneMatch: string, etag: string): boolean =>
  ifNoneMatch === etag ||
  ifNoneMatch === '*' ||
  (ifNoneMatch.includes(',') && ifNoneMatch.split(',').some((tag) => tag.trim() === etag))

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
