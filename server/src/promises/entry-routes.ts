/** Writes about promises over HTTP. Each answers with the promise as it stands after it. */
import { API_ROOT } from '@muster/shared/contract/endpoint'
import { promiseEndpoint } from '@muster/shared/contract/promise'
import {
  EntryParams,
  NewEventBody,
  NewOverrideBody,
  NewQuestionBody,
  QuestionChangeBody,
} from '@muster/shared/contract/promise-entry'
import type { Action } from '@muster/shared/domain/permission'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { requireAction } from '../accounts/access.ts'
import { parseBody } from '../platform/http/body.ts'
import { parseQuery } from '../platform/http/query.ts'
import type { Services } from '../services.ts'
import { answerDue } from './bank-holidays.ts'
import {
  type Asker,
  addEvent,
  addOverride,
  addQuestion,
  answerQuestion,
  endOverride,
  withdrawEvent,
} from './commands.ts'
import { findPromise, promiseOf } from './queries.ts'

export const promiseEntryRoutes = (app: FastifyInstance, services: Services): void => {
  const { store } = services
  const after = (id: string) => {
    services.changed()
    return findPromise(services, id, {})
  }
  const askerOf = (request: FastifyRequest, action: Exclude<Action, 'read'>): Asker => ({
    by: requireAction(services, request, action).name,
    at: services.now(),
  })
  const idOf = (request: FastifyRequest): string =>
    parseQuery(promiseEndpoint.params, request.params).id

  app.post(`${API_ROOT}/promises/:id/questions`, async (request, reply) => {
    const asker = askerOf(request, 'mark-asked')
    const promise = promiseOf(services, idOf(request))
    const body = parseBody(NewQuestionBody, request.body)
    addQuestion(store, promise, body, await answerDue(body.askedOn), asker)
    return reply.code(201).send(after(promise.id))
  })
  app.patch(`${API_ROOT}/promises/:id/questions/:entry`, async (request) => {
    const asker = askerOf(request, 'mark-asked')
    const { id, entry } = parseQuery(EntryParams, request.params)
    const { answeredOn } = parseBody(QuestionChangeBody, request.body)
    answerQuestion(store, promiseOf(services, id), entry, answeredOn, asker)
    return after(id)
  })
  app.post(`${API_ROOT}/promises/:id/overrides`, async (request, reply) => {
    const asker = askerOf(request, 'override')
    const promise = promiseOf(services, idOf(request))
    addOverride(store, promise, parseBody(NewOverrideBody, request.body), asker)
    return reply.code(201).send(after(promise.id))
  })
  app.delete(`${API_ROOT}/promises/:id/overrides`, async (request) => {
    const asker = askerOf(request, 'override')
    const promise = promiseOf(services, idOf(request))
    endOverride(store, promise, null, asker)
    return after(promise.id)
  })
  app.delete(`${API_ROOT}/promises/:id/overrides/:entry`, async (request) => {
    const asker = askerOf(request, 'override')
    const { id, entry } = parseQuery(EntryParams, request.params)
    endOverride(store, promiseOf(services, id), entry, asker)
    return after(id)
  })
  app.post(`${API_ROOT}/promises/:id/events`, async (request, reply) => {
    const asker = askerOf(request, 'enter-evidence')
    const promise = promiseOf(services, idOf(request))
    const body = parseBody(NewEventBody, request.body)
    addEvent(store, services.register(), promise, body, asker)
    return reply.code(201).send(after(promise.id))
  })
  app.delete(`${API_ROOT}/promises/:id/events/:entry`, async (request) => {
    const asker = askerOf(request, 'enter-evidence')
    const { id, entry } = parseQuery(EntryParams, request.params)
    withdrawEvent(store, promiseOf(services, id), entry, asker)
    return after(id)
  })
}
