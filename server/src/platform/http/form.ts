/** The twin of a command for a plain HTML form, so that it works without script: POST, then 303. */
import type { Endpoint } from '@muster/shared/contract/endpoint'
import { ChangedMeanwhile, ProblemError } from '@muster/shared/contract/problem'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { parseBody } from './body.ts'
import { changedPage } from './changed-page.ts'
import type { Routes } from './http-services.ts'

export type Fields = Readonly<Record<string, string>>

export type FormTwin<Result> = {
  /** The body that the fields say; left out where the command takes none. */
  bodyOf?: (fields: Fields) => unknown
  /** Of a field that was sent more than once the last counts; else it is refused. */
  lastCounts?: true
  /** The page that it leads to. */
  to: (result: Result, fields: Fields, reply: FastifyReply) => string
  /** The page that says what is wrong; null where there is no sentence for it. */
  back: (error: unknown, request: FastifyRequest, fields: Fields) => string | null
}

/** In a scope of its own: only this address reads forms, and it reads nothing else. */
export const declareForm = <Result>(
  { app }: Routes,
  target: Endpoint,
  twin: FormTwin<Result>,
  done: (
    request: FastifyRequest,
    reply: FastifyReply,
    given: () => unknown,
  ) => Promise<{ result: Result }>,
): void => {
  const { form } = target
  if (form === undefined) throw new Error(`${target.id} has no form.`)
  void app.register(async (scope) => {
    if (target.multipart !== true) {
      scope.removeAllContentTypeParsers()
      scope.addContentTypeParser(
        'application/x-www-form-urlencoded',
        { parseAs: 'string', bodyLimit: form.most },
        async (_request: unknown, text: string) => parseFields(text, twin.lastCounts === true),
      )
    }
    scope.setErrorHandler((error, request, reply) => {
      reply.header('cache-control', 'no-store')
      if (error instanceof ChangedMeanwhile)
        return reply
          .code(409)
          .type('text/html; charset=utf-8')
          .send(changedPage(pathOf(request), fieldsOf(request), error))
      const page = twin.back(error, request, fieldsOf(request))
      if (page === null) throw error
      return reply.redirect(page, 303)
    })
    scope.post(form.path, async (request, reply) => {
      const fields = fieldsOf(request)
      if (target.on !== undefined && !Object.hasOwn(request.query as object, 'version'))
        throw new ProblemError(
          'version-needed',
          `The form does not say on which version of ${target.on} it is made. Open its page again.`,
        )
      const { result } = await done(request, reply, () => {
        parseBody(form.fields, fields)
        return twin.bodyOf?.(fields)
      })
      return reply.redirect(twin.to(result, fields, reply), 303)
    })
  })
}

/** Empty fields are fields that were not filled in. */
const parseFields = (text: string, lastCounts: boolean): Fields => {
  const fields = [...new URLSearchParams(text)].filter(([, value]) => value !== '')
  const names = fields.map(([name]) => name)
  if (!lastCounts && new Set(names).size < names.length)
    throw new ProblemError('bad-request', 'A field of the form was sent more than once.')
  return Object.fromEntries(fields)
}

const pathOf = ({ url }: FastifyRequest): string => url.split('?', 1)[0] ?? ''

/** A form without fields sends no body; the parts of an upload are read elsewhere. */
const fieldsOf = ({ body }: FastifyRequest): Fields => (body ?? {}) as Fields
