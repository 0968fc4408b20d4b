/** What the fields of the import's plain forms say, and the way back where something is wrong. */
import { IMPORT_FAULTS, NAME_KINDS } from '@muster/shared/contract/import'
import { ProblemError } from '@muster/shared/contract/problem'
import type { FastifyRequest } from 'fastify'
import type { Fields } from '../../platform/http/form.ts'

/** A field `reason:` and the code of a finding that needs one. */
export const ticksOf = (fields: Fields) => ({
  ticks: Object.entries(fields).flatMap(([field, reason]) =>
    field.startsWith('reason:') && reason.trim().length >= SHORTEST_REASON
      ? [{ code: field.slice('reason:'.length), reason: reason.trim() }]
      : [],
  ),
  ...(fields.digest === undefined ? {} : { digest: fields.digest }),
})

/** A field named by the kind, a colon and the name in the file; what it means is its value. */
export const choicesOf = (fields: Fields) => ({
  choices: Object.entries(fields).flatMap(([field, target]) => {
    const kind = NAME_KINDS.find((each) => field.startsWith(`${each}:`))
    return kind === undefined ? [] : [{ kind, alias: field.slice(kind.length + 1), target }]
  }),
})

/** `?fault=` with a sentence there, or the way to the sign-in. */
export const backToImports = (error: unknown, request: FastifyRequest): string => {
  const page = /^\/imports(\/\d+)?/.exec(request.url)?.[0] ?? '/imports'
  const code = codeOf(error)
  if (code === 'unauthorized') return `/sign-in?next=${encodeURIComponent(page)}`
  if (!(code in IMPORT_FAULTS)) request.log.error(error)
  return `${page}?fault=${code in IMPORT_FAULTS ? code : 'internal'}`
}

const codeOf = (error: unknown): string => {
  if (error instanceof ProblemError) return error.code
  const { statusCode } = error as { statusCode?: number }
  if (statusCode === 413) return 'too-large'
  return statusCode !== undefined && statusCode >= 400 && statusCode < 500
    ? 'bad-request'
    : 'unexpected'
}

const SHORTEST_REASON = 3
