import { ledgerEndpoint } from '@muster/shared/contract/ledger'
import {
  type PromiseDetail,
  promiseEndpoint,
  promisesCsvFile,
  promisesEndpoint,
  promisesIcsFile,
  requestEndpoint,
} from '@muster/shared/contract/promise'
import { toCsv } from '../platform/http/csv.ts'
import type { Routes } from '../platform/http/http-services.ts'
import { declareRead, type Taken } from '../platform/http/route.ts'
import type { Knowledge } from '../reference/knowledge.ts'
import { calendarOf } from './calendar.ts'
import { findLedger, findPromise, findPromises } from './queries.ts'
import { draftRequest } from './request.ts'

export const promiseRoutes = (routes: Routes, services: Knowledge): void => {
  declareRead(routes, ledgerEndpoint, ({ query: { first, ...query } }) => {
    const ledger = findLedger(services, query)
    return first === undefined
      ? ledger
      : {
          ...ledger,
          promises: ledger.promises.filter(({ inCount }) => inCount).slice(0, Number(first)),
        }
  })
  const find = ({ query }: Taken<typeof promisesEndpoint>) => findPromises(services, query)
  declareRead(routes, promisesEndpoint, find)
  declareRead(routes, promisesCsvFile, (asked) => promisesCsv(find(asked)))
  declareRead(routes, promisesIcsFile, ({ query }) => calendarOf(services, query), {
    name: 'muster-due-dates.ics',
  })
  declareRead(routes, promiseEndpoint, ({ params, query }) =>
    findPromise(services, params.id, query),
  )
  declareRead(routes, requestEndpoint, ({ params, query }) =>
    draftRequest(services, params.id, query.kind),
  )
}

const promisesCsv = (promises: readonly PromiseDetail[]): string =>
  toCsv(
    [
      'id',
      'title',
      'kind',
      'about',
      'in_count',
      'made_by',
      'published',
      'areas',
      'due',
      'status',
      'status_words',
      'reason',
      'since',
      'rule',
      'value',
      'promised',
      'due_by_then',
      'gap',
      'date',
      'basis',
      'trust',
      'source',
      'observation',
      'newest_value',
      'newest_date',
      'newest_trust',
      'newest_observation',
      'afterwards',
      'said_to_be_kept_by',
      'sentence',
      'meaning',
      'document',
      'url',
    ],
    promises.map((promise) => [
      promise.id,
      promise.title,
      promise.kind,
      promise.about,
      promise.inCount ? 'yes' : 'no',
      promise.madeBy,
      promise.published,
      promise.areas.join(';'),
      promise.due,
      promise.status,
      promise.statusWords,
      promise.reason,
      promise.since,
      promise.rule,
      promise.judged?.value ?? null,
      promise.standing?.promised ?? null,
      promise.standing?.dueByThen ?? null,
      promise.standing?.gap ?? null,
      promise.judged?.date ?? null,
      promise.standing?.basis ?? null,
      promise.judged?.trust ?? null,
      promise.standing?.source ?? null,
      promise.judged?.observation ?? null,
      promise.newest?.value ?? null,
      promise.newest?.date ?? null,
      promise.newest?.trust ?? null,
      promise.newest?.observation ?? null,
      promise.afterwards,
      promise.said.map(({ by, date }) => `${by} (${date})`).join('; '),
      promise.sentence,
      promise.meaning,
      promise.document,
      promise.url,
    ]),
  )
