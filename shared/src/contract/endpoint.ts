/**
 * An endpoint is one value: the server declares its route from it, the client makes its address by
 * it, and the OpenAPI document and the page of addresses are made from it.
 */
import { z } from 'zod'
import type { Action } from '../domain/permission.ts'
import type { ProblemCode } from './problem.ts'

export type Endpoint = {
  /** Names the operation in programs that are made from the contract. */
  id: string
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** With `:name` for parameters. */
  path: string
  /** What the path is below. */
  root: string
  tag: Tag
  summary: string
  /** What somebody has to be allowed; `anybody` needs no account, whatever READ_ACCESS says. */
  who: Action | 'anybody'
  /** What it takes besides in some cases, which `when` says. */
  also?: { action: Action; when: string }
  params: z.ZodType
  query: z.ZodType
  body: z.ZodType
  reply: z.ZodType
  /** Of a success; 204 has no body. */
  status: 200 | 201 | 204
  kept: Kept
  /** The media type of an answer that is a file. */
  file?: string
  /** Is the body `multipart/form-data`? */
  multipart?: true
  /** The most bytes of a body, where it is less than of others. */
  most?: number
  /** What it is made on, as `the promise`: its `version` goes with it, and another one is refused. */
  on?: string
  /** Where a plain form posts the same, and its fields. It answers 303. */
  form?: { path: string; fields: z.ZodType; most: number }
  /** The entries of the audit log that it can write; none for a read. */
  changes: readonly string[]
  /** Problems besides those that follow from the rest. */
  problems: readonly ProblemCode[]
}

/** What an endpoint is about, and what is said of all that are about it. */
export const TAGS = {
  Register: 'What figures are made of: areas, metrics, sources, the place.',
  Figures: 'Series, rankings, gaps and changes; every value leads to its row in a file.',
  Promises: 'The register of promises with computed verdicts, and what people enter about them.',
  Reviews: 'Quarterly reviews: generated, or frozen when two people have signed.',
  Files: 'The same answers as sheets, pictures, slides and archives.',
  Imports: 'Publishers’ files: checked, explained, committed and undone.',
  Accounts: 'Signing in, people, API tokens, the audit log.',
  Service: 'The state of this server, and this description.',
} as const
type Tag = keyof typeof TAGS

/**
 * `always`: by its address until the data version changes, for everybody who may read. `never`: asked
 * anew each time. `personal`: never, and it depends on who asks.
 */
type Kept = 'always' | 'never' | 'personal'

export const API_ROOT = '/api/v1'
export const SESSION_COOKIE = 'muster_session'

/** What is not taken or not answered. */
export const Nothing = z.strictObject({})

/** Answers and changes nothing. */
export const read = <
  const Id extends string,
  const Path extends string,
  const Given extends Said & { reply: z.ZodType },
>(
  id: Id,
  path: Path,
  given: Given,
) => filled({ ...READ, id, path }, given)

/** Changes something. Without a reply it answers 204. */
export const command = <
  const Id extends string,
  const Path extends string,
  const Given extends Said & Pick<Endpoint, 'who' | 'changes'>,
>(
  id: Id,
  method: Exclude<Endpoint['method'], 'GET'>,
  path: Path,
  given: Given,
) =>
  filled(
    { ...COMMAND, status: given.reply === undefined ? 204 : 200, id, method, path } as const,
    given,
  )

/** Which state a write is made on: the `version` in the answer that was shown. */
const MadeOn = z.strictObject({
  version: z.string().max(80).optional().meta({
    description:
      'The `version` of what was shown. When something else stands by now, nothing is written and the answer is 409 changed-meanwhile with both texts. Left out, it is made on whatever stands.',
  }),
})

/** For a write that is made on what somebody read before. */
export const madeOn = (on: string) => ({ on, query: MadeOn })

/** The answer of a read as a file: the same question, with the kind of file after the path. */
export const fileOf = <
  const Of extends Pick<Endpoint, 'id' | 'path' | 'params' | 'query'>,
  const Kind extends FileKind,
>(
  { id, path, params, query }: Of,
  kind: Kind,
  summary: string,
) =>
  read(`${id}As${kind[0]?.toUpperCase()}${kind.slice(1)}`, `${path as Of['path']}.${kind}`, {
    tag: 'Files',
    summary,
    params: params as Of['params'],
    query: query as Of['query'],
    reply: FileBytes,
    file: FILE_TYPES[kind],
  })

type Said = Pick<Endpoint, 'tag' | 'summary'> & Partial<Endpoint>
type Filled<Defaults, Given> = Omit<Defaults, keyof Given> & Given

const filled = <Defaults extends object, Given extends object>(
  defaults: Defaults,
  given: Given,
): Filled<Defaults, Given> => ({ ...defaults, ...given })

const ALL = {
  root: API_ROOT,
  params: Nothing,
  query: Nothing,
  body: Nothing,
  changes: [],
  problems: [],
} as const
const READ = { ...ALL, method: 'GET', who: 'read', status: 200, kept: 'always' } as const
const COMMAND = { ...ALL, reply: Nothing, kept: 'personal' } as const

/** The bytes of a file, or its text. */
export const FileBytes = z.custom<Uint8Array | string>()

/** Media types by the ending of a file's address. */
export const FILE_TYPES = {
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  pdf: 'application/pdf',
  png: 'image/png',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  svg: 'image/svg+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
} as const
export type FileKind = keyof typeof FILE_TYPES

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
