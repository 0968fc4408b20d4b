/**
 * A view is everything that a link holds: which page, about what, compared how, as known when.
 *
 * The grammar below is read and written here only. A field that is null has its default and is left
 * out of links, so that the plain address stays the view without choices. A value that is not understood
 * is left out and reported in `ignored`, never silently taken for another.
 */

import { AREA_TYPES } from '../domain/areas/area.ts'
import { RELATIVES } from '../domain/series/index-series.ts'
import { BASES } from '../domain/series/observation.ts'
import { PERS } from '../domain/series/rate.ts'
import { PROMISE_KINDS, PROMISE_STATUSES } from '../domain/verdicts/promise.ts'
import {
  type AnyField,
  day,
  type Field,
  id,
  list,
  oneOf,
  period,
  quarter,
  text,
  whole,
  year,
} from './field.ts'
import { formatSearch, parseSearch } from './search.ts'
import { migrate } from './view-migrations.ts'

export const SHOWS = ['lines', 'small', 'dots', 'table'] as const
export const REQUEST_KINDS = ['foi', 'mayors-question', 'letter'] as const

/** Stands in `areas` for our areas and their parts, and in `area` for ours: links outlive codes. */
export const OURS = 'ours'

/** Stands in `area` of the register for every area. */
export const EVERYWHERE = 'all'

const GRAMMAR = {
  home: { path: '/', fields: { at: day, asOf: day } },
  compare: {
    path: '/compare',
    fields: {
      metric: id,
      basis: oneOf(BASES),
      areas: list,
      areaType: oneOf(AREA_TYPES),
      from: period,
      to: period,
      per: oneOf(PERS),
      source: id,
      asOf: day,
      show: oneOf(SHOWS),
      pinned: list,
      relative: oneOf(RELATIVES),
      base: period,
      events: oneOf(['hide']),
    },
  },
  'fair-share': {
    path: '/fair-share',
    fields: {
      area: id,
      metric: id,
      basis: oneOf(BASES),
      date: period,
      by: text,
      source: id,
      asOf: day,
    },
  },
  coverage: { path: '/coverage', fields: { metric: id, areaType: oneOf(AREA_TYPES) } },
  promises: {
    path: '/promises',
    fields: {
      area: id,
      status: oneOf(PROMISE_STATUSES),
      kind: oneOf(PROMISE_KINDS),
      year,
      maker: text,
      text,
      at: day,
      asOf: day,
    },
  },
  promise: { path: '/promises/:id', fields: { at: day, asOf: day } },
  request: { path: '/promises/:id/request', fields: { kind: oneOf(REQUEST_KINDS) } },
  areas: { path: '/areas', fields: { type: oneOf(AREA_TYPES) } },
  area: { path: '/areas/:code', fields: {} },
  reviews: { path: '/reviews', fields: {} },
  review: { path: '/reviews/:id', fields: { edition: whole, work: oneOf(['yes']) } },
  present: {
    path: '/present',
    fields: { review: quarter, edition: whole, views: text, screen: whole, notes: oneOf(['yes']) },
  },
  data: { path: '/data', fields: {} },
  changes: { path: '/changes', fields: { since: day, until: day, area: id } },
  evidence: { path: '/evidence/:id', fields: {} },
  api: { path: '/api', fields: {} },
  imports: { path: '/imports', fields: { fault: id } },
  import: { path: '/imports/:id', fields: { fault: id } },
  'sign-in': { path: '/sign-in', fields: { fault: id, next: text } },
  'accept-invitation': { path: '/accept-invitation', fields: { fault: id, next: text } },
  account: { path: '/account', fields: {} },
} as const satisfies Record<string, { path: string; fields: Record<string, AnyField> }>

export type Page = keyof typeof GRAMMAR

export type ViewOf<P extends Page> = { [Q in P]: { page: Q } & Params<Q> & Fields<Q> }[P]
type NotFoundView = { page: 'not-found'; path: string }
export type View = ViewOf<Page> | NotFoundView

export type ParsedView = { view: View; ignored: string[] }

/** Reads an address, old spellings included: `parseView('/compare', '?per=ward')`. */
export const parseView = (path: string, search: string): ParsedView => {
  for (const page of PAGES) {
    const params = matchPath(GRAMMAR[page].path, path)
    if (params !== null) return parseFields(page, params, search)
  }
  return { view: { page: 'not-found', path }, ignored: [] }
}

/** Writes the one address of a view; `parseView` of it gives the view again. */
export const formatView = (view: View): string => {
  if (view.page === 'not-found') return view.path
  const { path, fields } = GRAMMAR[view.page]
  const values = view as Record<string, unknown>
  const entries = Object.entries<AnyField>(fields).flatMap(([name, field]) =>
    values[name] == null ? [] : [[name, field.write(values[name] as never)] as const],
  )
  return fillPath(path, values) + formatSearch(entries)
}

/** The view of a page in which only the named fields differ from their defaults. */
export const viewOf = <P extends Page>(
  page: P,
  given: Partial<Fields<P>> & Params<P>,
): ViewOf<P> => {
  const names = Object.keys(GRAMMAR[page].fields)
  const defaults = Object.fromEntries(names.map((name) => [name, null]))
  return { page, ...defaults, ...given } as ViewOf<P>
}

type Params<P extends Page> = (typeof GRAMMAR)[P]['path'] extends `${string}:id${string}`
  ? { id: string }
  : (typeof GRAMMAR)[P]['path'] extends `${string}:code`
    ? { code: string }
    : unknown

type Fields<P extends Page> = {
  [F in keyof (typeof GRAMMAR)[P]['fields']]:
    | ((typeof GRAMMAR)[P]['fields'][F] extends Field<infer Value> ? Value : never)
    | null
}

const parseFields = (page: Page, params: Record<string, string>, search: string): ParsedView => {
  const fields: Record<string, AnyField> = GRAMMAR[page].fields
  const given = migrate(page, parseSearch(search))
  const values: Record<string, unknown> = {}
  for (const name of Object.keys(fields)) values[name] = null
  const ignored: string[] = []
  for (const [name, value] of Object.entries(given)) {
    if (value === '') continue
    const read = Object.hasOwn(fields, name) ? fields[name]?.read(value) : undefined
    if (read === undefined) ignored.push(`${name}=${value}`)
    else values[name] = read
  }
  return { view: { page, ...params, ...values } as View, ignored }
}

const matchPath = (pattern: string, path: string): Record<string, string> | null => {
  const wanted = segments(pattern)
  const given = segments(path)
  if (wanted.length !== given.length) return null
  const params: Record<string, string> = {}
  for (const [place, segment] of wanted.entries()) {
    const text = given[place] ?? ''
    if (!segment.startsWith(':')) {
      if (segment !== text) return null
      continue
    }
    const decoded = decode(text)
    if (decoded === null) return null
    params[segment.slice(1)] = decoded
  }
  return params
}

const fillPath = (pattern: string, values: Record<string, unknown>): string =>
  pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(values[name])))

const segments = (path: string): string[] => path.split('/').filter((segment) => segment !== '')

const decode = (text: string): string | null => {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

const PAGES = Object.keys(GRAMMAR) as Page[]
