/**
 * An endpoint is one value: the server declares its route from it, the client calls it, and the
 * OpenAPI document is made from it.
 */
import type { z } from 'zod'

export type Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> = {
  method: 'GET' | 'POST'
  /** Below `/api/v1`, with `:name` for parameters. */
  path: string
  summary: string
  tag: string
  params: Params
  query: Query
  reply: Reply
  /** May `.csv` stand after the path? */
  csv?: true
  /** The media type of an answer that is a file and no JSON. */
  file?: string
}

export const endpoint = <
  Params extends z.ZodType,
  Query extends z.ZodType,
  Reply extends z.ZodType,
>(
  value: Endpoint<Params, Query, Reply>,
): Endpoint<Params, Query, Reply> => value

export const API_ROOT = '/api/v1'

/** The address of an endpoint: path parameters filled in, the query in sorted order, lists joined. */
export const addressOf = (
  target: Pick<Endpoint, 'path'>,
  params: Record<string, string> = {},
  query: Record<string, string | readonly string[] | undefined> = {},
): string => {
  const path = target.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  )
  const search = Object.entries(query)
    .filter((entry): entry is [string, string | readonly string[]] => entry[1] !== undefined)
    .map(([name, value]) => [name, typeof value === 'string' ? value : value.join(',')] as const)
    .filter(([, value]) => value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%2C', ',')}`)
    .join('&')
  return `${API_ROOT}${path}${search === '' ? '' : `?${search}`}`
}
