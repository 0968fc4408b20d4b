/**
 * The addresses that pages ask, each with the type of its answer from the endpoint in `shared/api`.
 * Endpoints are imported as types only: their schemas are for the server, and weigh.
 */
import { API_ROOT, addressOf, type Endpoint } from '@muster/shared/api/endpoint'
import type { ledgerEndpoint } from '@muster/shared/api/ledger'
import type { observationEndpoint } from '@muster/shared/api/observation'
import type { promiseEndpoint, promisesEndpoint, requestEndpoint } from '@muster/shared/api/promise'
import type { rankingsEndpoint } from '@muster/shared/api/ranking'
import type {
  areasEndpoint,
  metricsEndpoint,
  placeEndpoint,
  sourcesEndpoint,
} from '@muster/shared/api/register'
import type { seriesEndpoint } from '@muster/shared/api/series'

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
export const observationAddress = (id: string) =>
  to<typeof observationEndpoint>('/observations/:id', { id }, {})
export const seriesAddress = (query: QueryOf<typeof seriesEndpoint>) =>
  to<typeof seriesEndpoint>('/series', {}, query)
export const rankingsAddress = (query: QueryOf<typeof rankingsEndpoint>) =>
  to<typeof rankingsEndpoint>('/rankings', {}, query)

/** Gives an address that came inside a reply its type back. */
export const asSeriesAddress = (text: string): AddressOf<typeof seriesEndpoint> => text

/** The same rows as a file: `.csv` after the path. */
export const csvOf = (address: string): string => address.replace(/(\?|$)/, '.csv$1')

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
