/** Explaining names and columns over HTTP, and checking the file again. Never from kept bytes. */
import { API_ROOT } from '@muster/shared/contract/endpoint'
import {
  AliasBody,
  aliasesEndpoint,
  fileLookEndpoint,
  MappingBody,
  unknownNamesEndpoint,
} from '@muster/shared/contract/import'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { requireAction } from '../../accounts/access.ts'
import { parseBody } from '../../platform/http/body.ts'
import type { Services } from '../../services.ts'
import { findImport } from '../jobs/import-records.ts'
import { chooseAlias, findChoices, findUnknownNames } from '../names/aliases.ts'
import { idOf } from './routes.ts'

export const choiceRoutes = async (app: FastifyInstance, services: Services): Promise<void> => {
  await app.register(async (scope) => {
    scope.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store')
    })
    nameRoutes(scope, services)
    mappingRoutes(scope, services)
  })
}

/** @returns the import as it is after the check. */
export const recheck = async (services: Services, request: FastifyRequest, by: string) => {
  const asker = { by, at: services.now() }
  const id = await services.runImport({ kind: 'recheck', id: idOf(request), asker })
  return findImport(services.store.read, services.register(), id)
}

const nameRoutes = (app: FastifyInstance, services: Services): void => {
  const { store } = services
  app.get(API_ROOT + aliasesEndpoint.path, async (request) => {
    requireAction(services, request, 'read')
    return findChoices(store.read, services.register())
  })
  app.post(API_ROOT + aliasesEndpoint.path, async (request) => {
    const { name } = requireAction(services, request, 'choose-alias')
    const body = parseBody(AliasBody, request.body)
    chooseAlias(store, services.register(), body, { by: name, at: services.now() })
    return findChoices(store.read, services.register())
  })
  app.get(API_ROOT + unknownNamesEndpoint.path, async (request) => {
    requireAction(services, request, 'read')
    const register = services.register()
    return findUnknownNames(register, findImport(store.read, register, idOf(request)))
  })
  app.post(`${API_ROOT}/imports/:id/recheck`, async (request) => {
    const { name } = requireAction(services, request, 'import')
    return recheck(services, request, name)
  })
}

const mappingRoutes = (app: FastifyInstance, services: Services): void => {
  const { store } = services
  app.get(API_ROOT + fileLookEndpoint.path, async (request) => {
    requireAction(services, request, 'import')
    return services.runImport({ kind: 'look', id: idOf(request) })
  })
  app.post(`${API_ROOT}/imports/:id/mapping/preview`, async (request) => {
    requireAction(services, request, 'import')
    const { mapping } = parseBody(MappingBody, request.body)
    return services.runImport({ kind: 'preview', id: idOf(request), mapping })
  })
  app.post(`${API_ROOT}/imports/:id/mapping`, async (request) => {
    const { name } = requireAction(services, request, 'import')
    const { mapping } = parseBody(MappingBody, request.body)
    const asker = { by: name, at: services.now() }
    const id = await services.runImport({ kind: 'map', id: idOf(request), mapping, asker })
    return findImport(store.read, services.register(), id)
  })
}
