import { ledgerEndpoint } from '@muster/shared/contract/ledger'
import {
  type PromiseDetail,
  promiseEndpoint,
  promisesCsvFile,
  promisesEndpoint,
  promisesIcsFile,
  requestEndpoint,
} from '@muster/shared/contract/promise'
import { csvOf } from '../platform/http/csv.ts'
import type { Routes } from '../platform/http/http-services.ts'
import { declareRead, type Taken } from '../platform/http/route.ts'
import type { Knowledge } from '../reference/knowledge.ts'
import { calendarOf } from './calendar.ts'
import { findLedger, findPromise, findPromises, findShortLedger } from './queries.ts'
import { draftRequest } from './request.ts'

export const promiseRoutes = (routes: Routes, services: Knowledge): void => {
  declareRead(routes, ledgerEndpoint, ({ query: { first, ...query } }) =>
    first === undefined ? findLedger(services, query) : findShortLedger(services, query, +first),
  )
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
  csvOf(promises, {
    id: (promise) => promise.id,
    title: (promise) => promise.title,
    kind: (promise) => promise.kind,
    about: (promise) => promise.about,
    in_count: (promise) => (promise.inCount ? 'yes' : 'no'),
    made_by: (promise) => promise.madeBy,
    published: (promise) => promise.published,
    areas: (promise) => promise.areas.join(';'),
    due: (promise) => promise.due,
    status: (promise) => promise.status,
    status_words: (promise) => promise.statusWords,
    reason: (promise) => promise.reason,
    since: (promise) => promise.since,
    rule: (promise) => promise.rule,
    value: (promise) => promise.judged?.value ?? null,
    promised: (promise) => promise.standing?.promised ?? null,
    due_by_then: (promise) => promise.standing?.dueByThen ?? null,
    gap: (promise) => promise.standing?.gap ?? null,
    date: (promise) => promise.judged?.date ?? null,
    basis: (promise) => promise.standing?.basis ?? null,
    trust: (promise) => promise.judged?.trust ?? null,
    source: (promise) => promise.standing?.source ?? null,
    observation: (promise) => promise.judged?.observation ?? null,
    newest_value: (promise) => promise.newest?.value ?? null,
    newest_date: (promise) => promise.newest?.date ?? null,
    newest_trust: (promise) => promise.newest?.trust ?? null,
    newest_observation: (promise) => promise.newest?.observation ?? null,
    afterwards: (promise) => promise.afterwards,
    said_to_be_kept_by: (promise) =>
      promise.said.map(({ by, date }) => `${by} (${date})`).join('; '),
    sentence: (promise) => promise.sentence,
    meaning: (promise) => promise.meaning,
    document: (promise) => promise.document,
    url: (promise) => promise.url,
  })
