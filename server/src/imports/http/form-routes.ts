/** The import by plain HTML forms, so that it works without script: POST, then 303 to a page. */
import { IMPORT_FAULTS, NAME_KINDS } from '@muster/shared/contract/import'
import { ProblemError } from '@muster/shared/contract/problem'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { requireAction } from '../../accounts/access.ts'
import type { Services } from '../../services.ts'
import type { WriteTask } from '../jobs/import-task.ts'
import { chooseAlias } from '../names/aliases.ts'
import { recheck } from './choice-routes.ts'
import { idOf, uploadOf } from './routes.ts'

/** Their faults are pages too: `?fault=` with a sentence there, or the way to the sign-in. */
export const importFormRoutes = async (app: FastifyInstance, services: Services): Promise<void> => {
  await app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 256 * 1024 },
      async (_request: unknown, text: string) => new URLSearchParams(text),
    )
    scope.setErrorHandler((error, request, reply) => backWith(error, request, reply))
    declareForms(scope, services)
  })
}

const declareForms = (app: FastifyInstance, services: Services): void => {
  app.post('/imports', async (request, reply) => {
    const { name } = requireAction(services, request, 'import')
    const upload = await uploadOf(request)
    const asker = { by: name, at: services.now() }
    const id = await services.runImport({ kind: 'check', upload, asker })
    services.changed()
    return reply.redirect(`/imports/${id}`, 303)
  })
  app.post('/imports/:id/commit', async (request, reply) => {
    const { name: by } = requireAction(services, request, 'commit')
    const fields = fieldsOf(request)
    const ticks = [...fields].flatMap(([field, reason]) =>
      field.startsWith('reason:') && reason.trim().length >= SHORTEST_REASON
        ? [{ code: field.slice('reason:'.length), reason: reason.trim() }]
        : [],
    )
    const digest = fields.get('digest')
    const body = { ticks, ...(digest === null ? {} : { digest }) }
    const asker = { by, at: services.now() }
    return done(services, reply, { kind: 'commit', id: idOf(request), body, asker })
  })
  app.post('/imports/:id/undo', async (request, reply) => {
    const { name: by } = requireAction(services, request, 'undo')
    const asker = { by, at: services.now() }
    return done(services, reply, { kind: 'undo', id: idOf(request), asker })
  })
  app.post('/imports/:id/recheck', async (request, reply) => {
    const { name } = requireAction(services, request, 'import')
    const { id } = await recheck(services, request, name)
    return reply.redirect(`/imports/${id}`, 303)
  })
  app.post('/imports/:id/names', async (request, reply) => {
    const { name: by } = requireAction(services, request, 'choose-alias')
    for (const [field, target] of fieldsOf(request)) {
      const kind = NAME_KINDS.find((each) => field.startsWith(`${each}:`))
      if (kind === undefined || target === '') continue
      const alias = field.slice(kind.length + 1)
      const asker = { by, at: services.now() }
      chooseAlias(services.store, services.register(), { kind, alias, target }, asker)
    }
    const { id } = await recheck(services, request, by)
    return reply.redirect(`/imports/${id}`, 303)
  })
}

const done = async (
  services: Services,
  reply: FastifyReply,
  task: WriteTask,
): Promise<FastifyReply> => {
  const id = await services.runImport(task)
  services.changed()
  return reply.redirect(`/imports/${id}`, 303)
}

/** A form without fields sends no body. */
const fieldsOf = ({ body }: FastifyRequest): URLSearchParams =>
  body instanceof URLSearchParams ? body : new URLSearchParams()

const backWith = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const page = /^\/imports(\/\d+)?/.exec(request.url)?.[0] ?? '/imports'
  const code = codeOf(error)
  if (code === 'unauthorized')
    return reply.redirect(`/sign-in?next=${encodeURIComponent(page)}`, 303)
  if (!(code in IMPORT_FAULTS)) request.log.error(error)
  const fault = code in IMPORT_FAULTS ? code : 'internal'
  return reply.redirect(`${page}?fault=${fault}`, 303)
}

const codeOf = (error: unknown): string => {
  if (error instanceof ProblemError) return error.code
  const { statusCode } = error as { statusCode?: number }
  if (statusCode === 413) return 'too-large'
  return statusCode !== undefined && statusCode >= 400 && statusCode < 500
    ? 'bad-request'
    : 'unexpected'
}

const SHORTEST_REASON = 3
