/**
 * Declares routes from endpoints: who may, what is taken, how it is answered, each in one place. A
 * read that is kept is sent from finished bytes; everything else is asked anew and never stored.
 */
import type { Endpoint } from '@muster/shared/contract/endpoint'
import { ChangedMeanwhile, ProblemError } from '@muster/shared/contract/problem'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { WriteDb } from '../db/open.ts'
import { parseBody } from './body.ts'
import type { MadeAnswer } from './finished.ts'
import { sendFinished, sendOnce } from './finished-reply.ts'
import { declareForm, type FormTwin } from './form.ts'
import type { HttpServices, Routes, SignedIn } from './http-services.ts'
import { type Current, refuseChanged } from './made-on.ts'
import { parseQuery } from './query.ts'

/** The question, checked. Of who asks it knows nothing where the answer is kept for everybody. */
export type Asked<E extends Endpoint> = Taken<E> & {
  /** Path and query as they were sent. */
  address: string
  /** The headers with which a page of this site is asked for the same person. */
  pageHeaders: Record<string, string>
} & (E['kept'] extends 'always' ? unknown : AskedBy<E>)

export type Taken<E extends Endpoint> = {
  params: z.output<E['params']>
  query: z.output<E['query']>
}

export type AskedBy<E extends Endpoint> = {
  who: E['who'] extends 'read' | 'anybody' ? SignedIn | null : SignedIn
  /** For the cookie and the network address, which are no part of the contract. */
  request: FastifyRequest
  reply: FastifyReply
}

export type Commanded<E extends Endpoint> = Taken<E> &
  AskedBy<E> & {
    /** Parts of an upload are read from the request, as they come. */
    body: E extends { multipart: true } ? undefined : z.output<E['body']>
    /** Who does it, as the audit log names them, and when, as ISO time. */
    asker: { by: string; at: string }
    /**
     * Once more inside a transaction that `run` opens: between the first look and it somebody else
     * may have written. Throws as the first look does.
     */
    refuseChanged: () => void
  }

/** How a file is saved: by the end of its path unless a name is given; null where it is to be seen. */
type Saved<E extends Endpoint> = {
  name?: string | null | ((asked: Taken<E>) => string)
  inline?: true
  headers?: MadeAnswer['headers']
}

/** `write` is one synchronous transaction; `run` waits for something else and opens its own. */
export type Work<E extends Endpoint, Result> = (
  | { write: (tx: WriteDb, asked: Commanded<E>) => Result }
  | { run: (asked: Commanded<E>) => Result | Promise<Result> }
) & {
  /** Made after the change is done; left out where the result is the reply. */
  reply?: (result: Result, asked: Commanded<E>) => z.input<E['reply']>
  /** Is what may be needed besides, as the endpoint says in `also`, needed here? */
  also?: (asked: Commanded<E>) => boolean
  form?: FormTwin<Result>
} & (E extends { on: string } ? MadeOnCurrent<E> : Partial<MadeOnCurrent<E>>)

/** What the write is made on, as it stands now: asked for before it, in its transaction. */
type MadeOnCurrent<E extends Endpoint> = { current: (asked: Commanded<E>) => Current }

export const declareRead = <E extends Endpoint>(
  { app, http }: Routes,
  target: E,
  answer: (asked: Asked<E>) => z.input<E['reply']> | Promise<z.input<E['reply']>>,
  saved: Saved<E> = {},
): void => {
  app.get(target.root + target.path, async (request, reply) => {
    if (target.kept === 'always')
      return sendFinished(http, request, reply, () =>
        made(takenOf(http, target, request) as Asked<E>),
      )
    const who = http.personOf(request, target.who)
    const asked = { ...takenOf(http, target, request), who, request, reply }
    return sendOnce(reply, await made(asked as Asked<E>))
  })
  const made = async (asked: Asked<E>): Promise<MadeAnswer> => {
    const found = await answer(asked)
    if (target.file !== undefined)
      return {
        type: target.file,
        status: 200,
        bytes: Buffer.from(found as Uint8Array),
        headers: { ...disposition(target, saved, asked), ...saved.headers },
      }
    const bytes = Buffer.from(JSON.stringify(checked(http, target, found)))
    return { type: JSON_TYPE, status: 200, bytes }
  }
}

export const declareCommand = <E extends Endpoint, Result>(
  routes: Routes,
  target: E,
  work: Work<E, Result>,
): void => {
  const { app, http } = routes
  const done = async (
    request: FastifyRequest,
    reply: FastifyReply,
    given: () => unknown,
  ): Promise<{ asked: Commanded<E>; result: Result }> => {
    reply.header('cache-control', 'no-store')
    const who = http.personOf(request, target.who)
    const asked = {
      ...takenOf(http, target, request),
      body: target.multipart === true ? undefined : parseBody(target.body, given() ?? {}),
      who,
      asker: { by: who?.name ?? '', at: http.now() },
      refuseChanged: () => refuse(asked),
      request,
      reply,
    } as Commanded<E>
    if (target.also !== undefined && work.also?.(asked) === true)
      http.personOf(request, target.also.action)
    const result = await resultOf(asked)
    http.changed()
    return { asked, result }
  }
  const resultOf = async (asked: Commanded<E>): Promise<Result> => {
    if ('write' in work)
      return http.store.write((tx) => {
        refuse(asked)
        return work.write(tx, asked)
      })
    refuse(asked)
    try {
      return await work.run(asked)
    } catch (error) {
      // Another process knows that it changed, not what is said here of it.
      if (isChanged(error)) refuse(asked)
      throw error
    }
  }
  const refuse = (asked: Commanded<E>): void => {
    const { current } = work as Partial<MadeOnCurrent<E>>
    const { version } = asked.query as { version?: string }
    if (current !== undefined) refuseChanged(target.on ?? '', current(asked), version, asked.body)
  }
  app.route({
    method: target.method,
    url: target.root + target.path,
    ...(target.most === undefined ? {} : { bodyLimit: target.most }),
    handler: async (request, reply) => {
      const { asked, result } = await done(request, reply, () => request.body)
      reply.code(target.status)
      if (target.status === 204) return reply.send()
      const found = work.reply?.(result, asked) ?? (result as z.input<E['reply']>)
      return reply.type(JSON_TYPE).send(JSON.stringify(checked(http, target, found)))
    },
  })
  if (work.form !== undefined) declareForm(routes, target, work.form, done)
}

export const notFound = (what: string): ProblemError => new ProblemError('not-found', what)

const isChanged = (error: unknown): boolean =>
  error instanceof ProblemError &&
  error.code === 'changed-meanwhile' &&
  !(error instanceof ChangedMeanwhile)

const takenOf = <E extends Endpoint>(
  http: HttpServices,
  target: E,
  request: FastifyRequest,
): Asked<E> =>
  ({
    params: parseQuery(target.params, request.params),
    query: parseQuery(target.query, request.query),
    address: request.raw.url ?? '',
    pageHeaders: http.headersForPage(request),
  }) as Asked<E>

const disposition = <E extends Endpoint>(
  { path }: E,
  { name = `muster-${path.split('/').at(-1)}`, inline }: Saved<E>,
  asked: Taken<E>,
): Record<string, string> => {
  if (name === null) return {}
  const file = typeof name === 'string' ? name : name(asked)
  return {
    'content-disposition': `${inline === true ? 'inline' : 'attachment'}; filename="${file}"`,
  }
}

/** In production it would cost more than the answer itself. */
const checked = <E extends Endpoint>(
  http: HttpServices,
  target: E,
  reply: z.input<E['reply']>,
): z.input<E['reply']> => {
  const result = http.checkReplies ? target.reply.safeParse(reply) : null
  if (result?.success === false)
    throw new Error(
      `The reply of ${target.id} breaks its contract: ${z.prettifyError(result.error)}`,
    )
  return reply
}

const JSON_TYPE = 'application/json; charset=utf-8'
