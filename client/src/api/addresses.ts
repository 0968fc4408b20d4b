/**
 * The addresses that pages ask. A path that no endpoint has does not compile, and each address has
 * the type of its endpoint's answer. Endpoints are types only here: their schemas are for the server,
 * and weigh.
 */
import { addressOf } from '@muster/shared/contract/endpoint'
import type { ReadAt, ReadPath } from '@muster/shared/contract/endpoints'

/** An address of the API that remembers, for the compiler only, what it answers. */
export type Address<Reply> = string & { readonly [answers]?: Reply }

export const placeAddress = () => to('/place', {}, {})
export const metricsAddress = () => to('/metrics', {}, {})
export const sourcesAddress = () => to('/sources', {}, {})
export const areasAddress = (query: QueryAt<'/areas'>) => to('/areas', {}, query)
export const ledgerAddress = (query: QueryAt<'/ledger'>) => to('/ledger', {}, query)
export const promisesAddress = (query: QueryAt<'/promises'>) => to('/promises', {}, query)
export const promiseAddress = (id: string, query: QueryAt<'/promises/:id'>) =>
  to('/promises/:id', { id }, query)
export const requestAddress = (id: string, query: QueryAt<'/promises/:id/request'>) =>
  to('/promises/:id/request', { id }, query)
export const changesAddress = (query: QueryAt<'/changes'>) => to('/changes', {}, query)
export const observationAddress = (id: string) => to('/observations/:id', { id }, {})
export const seriesAddress = (query: QueryAt<'/series'>) => to('/series', {}, query)
export const rankingsAddress = (query: QueryAt<'/rankings'>) => to('/rankings', {}, query)

export const reviewsAddress = () => to('/reviews', {}, {})
export const reviewAddress = (quarter: string, query: QueryAt<'/reviews/:quarter'>) =>
  to('/reviews/:quarter', { quarter }, query)
export const reviewDraftAddress = (quarter: string) =>
  to('/review-drafts/:quarter', { quarter }, {})

export const importsAddress = () => to('/imports', {}, {})
export const importAddress = (id: string) => to('/imports/:id', { id }, {})
export const aliasesAddress = () => to('/imports/aliases', {}, {})
export const unknownNamesAddress = (id: string) => to('/imports/:id/names', { id }, {})
export const fileLookAddress = (id: string) => to('/imports/:id/mapping', { id }, {})
export const sessionAddress = () => to('/session', {}, { optional: 'true' })
export const usersAddress = () => to('/users', {}, {})
export const tokensAddress = () => to('/tokens', {}, {})

export const fairShareAddress = (query: QueryAt<'/fair-share'>) => to('/fair-share', {}, query)
export const coverageAddress = (query: QueryAt<'/coverage'>) => to('/coverage', {}, query)
export const areaProfileAddress = (code: string) => to('/areas/:code/profile', { code }, {})

/** Where something is sent that is made on what is shown: the version that its reply gave. */
export const madeOn = (address: string, { version }: { version: string }): string =>
  `${address}?version=${encodeURIComponent(version)}`

/** Gives an address that came inside a reply its type back. */
export const asSeriesAddress = (text: string): AddressAt<'/series'> => text

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
  xlsx: to('/imports/template.xlsx', {}, {}),
  csv: to('/imports/template.csv', {}, {}),
}

export const findingsCsvAddress = (id: number) =>
  to('/imports/:id/findings.csv', { id: `${id}` }, {})

export const endpointsAddress = () => to('/endpoints', {}, {})
export const OPENAPI_ADDRESS = to('/openapi.json', {}, {})

declare const answers: unique symbol

type AddressAt<Path extends ReadPath> = Address<ReturnType<ReadAt<Path>['reply']['parse']>>

/** A field left null is not asked for, as in a view. */
type QueryAt<Path extends ReadPath> = {
  [Name in keyof AskedAt<Path>]?: Readonly<AskedAt<Path>[Name]> | null
}

type AskedAt<Path extends ReadPath> = ReturnType<ReadAt<Path>['query']['parse']>

function to<Path extends ReadPath>(
  path: Path,
  params: Record<string, string>,
  query: Record<string, string | readonly string[] | null | undefined>,
): AddressAt<Path> {
  return addressOf(
    { path },
    params,
    Object.fromEntries(Object.entries(query).map(([name, value]) => [name, value ?? undefined])),
  )
}
