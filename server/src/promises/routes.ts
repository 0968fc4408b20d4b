import { API_ROOT } from '@muster/shared/contract/endpoint'
import { ledgerEndpoint } from '@muster/shared/contract/ledger'
import {
  type PromiseDetail,
  promiseEndpoint,
  promisesEndpoint,
  requestEndpoint,
} from '@muster/shared/contract/promise'
import { isUndertaken } from '@muster/shared/words/reviews/table'
import type { FastifyInstance } from 'fastify'
import { toCsv } from '../platform/http/csv.ts'
import { parseQuery } from '../platform/http/query.ts'
import { declareGet, sendFinished } from '../platform/http/route.ts'
import type { Services } from '../services.ts'
import { calendarOf } from './calendar.ts'
import { findLedger, findPromise, findPromises } from './queries.ts'
import { draftRequest } from './request.ts'

export const promiseRoutes = (app: FastifyInstance, services: Services): void => {
  declareGet(app, services, ledgerEndpoint, (given, { query: { first, ...query } }) => {
    const ledger = findLedger(given, query)
    return first === undefined
      ? ledger
      : { ...ledger, promises: ledger.promises.filter(isUndertaken).slice(0, Number(first)) }
  })
  declareGet(
    app,
    services,
    promisesEndpoint,
    (given, { query }) => findPromises(given, query),
    promisesCsv,
  )
  declareGet(app, services, promiseEndpoint, (given, { params, query }) =>
    findPromise(given, params.id, query),
  )
  declareGet(app, services, requestEndpoint, (given, { params, query }) =>
    draftRequest(given, params.id, query.kind),
  )
  app.get(`${API_ROOT}${promisesEndpoint.path}.ics`, (request, reply) => {
    reply.header('content-disposition', 'attachment; filename="muster-due-dates.ics"')
    return sendFinished(services, request, reply, () => ({
      type: 'text/calendar; charset=utf-8',
      status: 200,
      bytes: Buffer.from(calendarOf(services, parseQuery(promisesEndpoint.query, request.query))),
    }))
  })
}

const promisesCsv = (promises: readonly PromiseDetail[]): string =>
  toCsv(
    [
      'id',
      'title',
      'kind',
      'made_by',
      'published',
      'areas',
      'due',
      'status',
      'reason',
      'since',
      'rule',
      'value',
      'promised',
      'gap',
      'date',
      'basis',
      'trust',
      'source',
      'observation',
      'sentence',
      'meaning',
      'document',
      'url',
    ],
    promises.map((promise) => [
      promise.id,
      promise.title,
      promise.kind,
      promise.madeBy,
      promise.published,
      promise.areas.join(';'),
      promise.due,
      promise.status,
      promise.reason,
      promise.since,
      promise.rule,
      promise.standing?.value ?? null,
      promise.standing?.promised ?? null,
      promise.standing?.gap ?? null,
      promise.standing?.date ?? null,
      promise.standing?.basis ?? null,
      promise.standing?.trust ?? null,
      promise.standing?.source ?? null,
      promise.standing?.observation ?? null,
      promise.sentence,
      promise.meaning,
      promise.document,
      promise.url,
    ]),
  )
