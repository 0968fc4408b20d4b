import { ledgerEndpoint } from '@muster/shared/api/ledger'
import {
  type PromiseDetail,
  promiseEndpoint,
  promisesEndpoint,
  requestEndpoint,
} from '@muster/shared/api/promise'
import type { FastifyInstance } from 'fastify'
import { toCsv } from '../http/csv.ts'
import { declareGet } from '../http/route.ts'
import type { Services } from '../services.ts'
import { findLedger, findPromise, findPromises } from './queries.ts'
import { draftRequest } from './request.ts'

export const promiseRoutes = (app: FastifyInstance, services: Services): void => {
  declareGet(app, services, ledgerEndpoint, (given, { query }) => findLedger(given, query))
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
