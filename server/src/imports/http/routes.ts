/** Imports over HTTP: upload and check, look, commit, undo, template. Never from kept bytes. */
import multipart from '@fastify/multipart'
import { API_ROOT } from '@muster/shared/contract/endpoint'
import { CommitBody, importEndpoint, importsEndpoint } from '@muster/shared/contract/import'
import { ProblemError } from '@muster/shared/contract/problem'
import { DateText } from '@muster/shared/domain/series/period'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { requireAction } from '../../accounts/access.ts'
import { limits } from '../../files/limits.ts'
import { parseBody } from '../../platform/http/body.ts'
import { parseQuery } from '../../platform/http/query.ts'
import type { Services } from '../../services.ts'
import { findImport, findImports, type Upload } from '../jobs/import-records.ts'

export const importRoutes = async (app: FastifyInstance, services: Services): Promise<void> => {
  await app.register(multipart, {
    limits: { fileSize: limits.fileBytes, files: 1, fields: 4, fieldSize: 1_000, parts: 6 },
  })
  const { store, runImport } = services
  const found = (id: number) => findImport(store.read, services.register(), id)

  app.get(API_ROOT + importsEndpoint.path, async (request, reply) => {
    requireAction(services, request, 'read')
    reply.header('cache-control', 'no-store')
    return findImports(store.read, services.register()).map(
      ({ changes: _changes, stops: _stops, notes: _notes, ...rest }) => rest,
    )
  })

  app.get(API_ROOT + importEndpoint.path, async (request, reply) => {
    requireAction(services, request, 'read')
    reply.header('cache-control', 'no-store')
    return found(idOf(request))
  })

  app.post(`${API_ROOT}/imports`, async (request, reply) => {
    const { name } = requireAction(services, request, 'import')
    const upload = await uploadOf(request)
    const id = await runImport({ kind: 'check', upload, asker: { by: name, at: services.now() } })
    services.changed()
    return reply.code(201).send(found(id))
  })

  app.post(`${API_ROOT}/imports/:id/commit`, async (request) => {
    const { name } = requireAction(services, request, 'commit')
    const body = parseBody(CommitBody, request.body ?? {})
    const id = await runImport({
      kind: 'commit',
      id: idOf(request),
      body,
      asker: { by: name, at: services.now() },
    })
    services.changed()
    return found(id)
  })

  app.post(`${API_ROOT}/imports/:id/undo`, async (request) => {
    const { name } = requireAction(services, request, 'undo')
    const id = await runImport({
      kind: 'undo',
      id: idOf(request),
      asker: { by: name, at: services.now() },
    })
    services.changed()
    return found(id)
  })
}

export const idOf = (request: FastifyRequest): number =>
  Number(parseQuery(importEndpoint.params, request.params).id)

/** @throws ProblemError `bad-request` when file or source is not there, `too-large` over 50 MB. */
export const uploadOf = async (request: FastifyRequest): Promise<Upload> => {
  if (!request.isMultipart())
    throw new ProblemError(
      'bad-request',
      'Send the file as multipart/form-data with the parts “file” and “source”.',
    )
  const fields = new Map<string, string>()
  let file: { bytes: Buffer; name: string } | null = null
  for await (const part of request.parts()) {
    if (part.type === 'field') fields.set(part.fieldname, String(part.value))
    else if (part.fieldname === 'file') file = { bytes: await part.toBuffer(), name: part.filename }
    else part.file.resume()
  }
  const missing = [...(file === null ? ['file'] : []), ...(fields.has('source') ? [] : ['source'])]
  if (file === null || missing.length > 0)
    throw new ProblemError(
      'bad-request',
      `The parts “file” and “source” are needed; missing: ${missing.join(', ')}.`,
      missing.map((name) => ({ pointer: `/${name}`, detail: `${name} is needed.` })),
    )
  const published = fields.get('published') ?? ''
  if (published !== '' && !DateText.safeParse(published).success)
    throw new ProblemError('bad-date', `published: “${published.slice(0, 40)}” is not a date.`)
  return {
    bytes: file.bytes,
    // Some browsers send a whole path; only the name is kept, and only what can be shown.
    fileName: (file.name.split(/[\\/]/).at(-1) ?? 'file').slice(0, 200),
    source: fields.get('source') ?? '',
    published: published === '' ? null : published,
  }
}
