/**
 * The addresses that pages ask, each with the type of its answer from the endpoint in `shared/api`.
 * Endpoints are imported as types only: their schemas are for the server, and weigh.
 */

import type {
  sessionEndpoint,
  tokensEndpoint,
  usersEndpoint,
} from '@muster/shared/contract/account'
import type { areaProfileEndpoint } from '@muster/shared/contract/area-profile'
import type { changesEndpoint } from '@muster/shared/contract/change'
import type { coverageEndpoint } from '@muster/shared/contract/coverage'
import { API_ROOT, addressOf, type Endpoint } from '@muster/shared/contract/endpoint'
import type { fairShareEndpoint } from '@muster/shared/contract/fair-share'
import type {
  aliasesEndpoint,
  fileLookEndpoint,
  importEndpoint,
  importsEndpoint,
  unknownNamesEndpoint,
} from '@muster/shared/contract/import'
import type { ledgerEndpoint } from '@muster/shared/contract/ledger'
import type { observationEndpoint } from '@muster/shared/contract/observation'
import type {
  promiseEndpoint,
  promisesEndpoint,
  requestEndpoint,
} from '@muster/shared/contract/promise'
import type { rankingsEndpoint } from '@muster/shared/contract/ranking'
import type {
  areasEndpoint,
  metricsEndpoint,
  placeEndpoint,
  sourcesEndpoint,
} from '@muster/shared/contract/register'
import type {
  reviewDraftEndpoint,
  reviewEndpoint,
  reviewsEndpoint,
} from '@muster/shared/contract/review'
import type { seriesEndpoint } from '@muster/shared/contract/series'

/** An address of the API that remembers, for the compiler only, what it answers. */
export type Address<Reply> = string & { readonly [answers]?: Reply }

export const placeAddress = () => to<typeof placeEndpoint>('/place', {}, {})
export const metricsAddress = () => to<typeof metricsEndpoint>('/metrics', {}, {})
export const sourcesAddress = () => to<typeof sourcesEndpoint>('/sources', {}, {})
export const areasAddress = (query: QueryOf<typeof areasEndpoint>) =>
  to<typeof areasEndpoint>('/areas', {}, query)
export const ledgerAddress = (query: QueryOf<typeof ledgerEndpoint>) =>
  to<typeof ledgerEndpoint>('/ledger', {}, query)
export const promisesAddress = (query: QueryOf<typeof promisesEndpoint>) =>
  to<typeof promisesEndpoint>('/promises', {}, query)
export const promiseAddress = (id: string, query: QueryOf<typeof promiseEndpoint>) =>
  to<typeof promiseEndpoint>('/promises/:id', { id }, query)
export const requestAddress = (id: string, query: QueryOf<typeof requestEndpoint>) =>
  to<typeof requestEndpoint>('/promises/:id/request', { id }, query)
export const changesAddress = (query: QueryOf<typeof changesEndpoint>) =>
  to<typeof changesEndpoint>('/changes', {}, query)
export const observationAddress = (id: string) =>
  to<typeof observationEndpoint>('/observations/:id', { id }, {})
export const seriesAddress = (query: QueryOf<typeof seriesEndpoint>) =>
  to<typeof seriesEndpoint>('/series', {}, query)
export const rankingsAddress = (query: QueryOf<typeof rankingsEndpoint>) =>
  to<typeof rankingsEndpoint>('/rankings', {}, query)

export const reviewsAddress = () => to<typeof reviewsEndpoint>('/reviews', {}, {})
export const reviewAddress = (quarter: string, query: QueryOf<typeof reviewEndpoint>) =>
  to<typeof reviewEndpoint>('/reviews/:quarter', { quarter }, query)
export const reviewDraftAddress = (quarter: string) =>
  to<typeof reviewDraftEndpoint>('/review-drafts/:quarter', { quarter }, {})

export const importsAddress = () => to<typeof importsEndpoint>('/imports', {}, {})
export const importAddress = (id: string) => to<typeof importEndpoint>('/imports/:id', { id }, {})
export const aliasesAddress = () => to<typeof aliasesEndpoint>('/imports/aliases', {}, {})
export const unknownNamesAddress = (id: string) =>
  to<typeof unknownNamesEndpoint>('/imports/:id/names', { id }, {})
export const fileLookAddress = (id: string) =>
  to<typeof fileLookEndpoint>('/imports/:id/mapping', { id }, {})
export const sessionAddress = () => to<typeof sessionEndpoint>('/session', {}, { optional: 'true' })
export const usersAddress = () => to<typeof usersEndpoint>('/users', {}, {})
export const tokensAddress = () => to<typeof tokensEndpoint>('/tokens', {}, {})

export const fairShareAddress = (query: QueryOf<typeof fairShareEndpoint>) =>
  to<typeof fairShareEndpoint>('/fair-share', {}, query)
export const coverageAddress = (query: QueryOf<typeof coverageEndpoint>) =>
  to<typeof coverageEndpoint>('/coverage', {}, query)
export const areaProfileAddress = (code: string) =>
  to<typeof areaProfileEndpoint>('/areas/:code/profile', { code }, {})

/** Gives an address that came inside a reply its type back. */
export const asSeriesAddress = (text: string): AddressOf<typeof seriesEndpoint> => text

/** The same rows as a file: `.csv` after the path. */
export const csvOf = (address: string): string => fileOf(address, 'csv')

/** The same as another kind of file, with what only a picture asks for; '' keeps the path. */
export const fileOf = (
  address: string,
  kind: 'csv' | 'xlsx' | 'ods' | 'ics' | 'svg' | 'png' | 'pdf' | 'pptx' | 'html' | 'zip' | '',
  more: Readonly<Record<string, string>> = {},
): string => {
  const [path = '', search = ''] = address.split('?')
  const added = Object.entries(more).map(
    ([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%2C', ',')}`,
  )
  const query = [search, ...added].filter((part) => part !== '').join('&')
  return `${path}${kind === '' ? '' : `.${kind}`}${query === '' ? '' : `?${query}`}`
}

/** The template to fill in for figures that have no publisher's file. */
export const TEMPLATE_ADDRESSES = {
  xlsx: `${API_ROOT}/imports/template.xlsx`,
  csv: `${API_ROOT}/imports/template.csv`,
}

export const findingsCsvAddress = (id: number): string => `${API_ROOT}/imports/${id}/findings.csv`

export const OPENAPI_ADDRESS = `${API_ROOT}/openapi.json`

declare const answers: unique symbol

type AddressOf<E extends Pick<Endpoint, 'reply'>> = Address<ReturnType<E['reply']['parse']>>

/** A field left null is not asked for, as in a view. */
type QueryOf<E extends Pick<Endpoint, 'query'>> = {
  [Name in keyof Asked<E>]?: Readonly<Asked<E>[Name]> | null
}

type Asked<E extends Pick<Endpoint, 'query'>> = ReturnType<E['query']['parse']>

const to = <E extends Pick<Endpoint, 'path' | 'reply'>>(
  path: E['path'],
  params: Record<string, string>,
  query: Record<string, string | readonly string[] | null | undefined>,
): AddressOf<E> =>
  addressOf(
    { path },
    params,
    Object.fromEntries(Object.entries(query).map(([name, value]) => [name, value ?? undefined])),
  )
