/** A body against its schema. What was sent is never repeated: it may be a password. */
import { type Fault, ProblemError } from '@muster/shared/contract/problem'
import type { z } from 'zod'

/** @throws ProblemError `bad-request`, listing every fault. */
export const parseBody = <Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): z.output<Schema> => {
  const result = schema.safeParse(body)
  if (result.success) return result.data
  const errors = result.error.issues.flatMap((issue) => faultsOf(issue, body))
  throw new ProblemError('bad-request', errors.map((fault) => fault.detail).join(' '), errors)
}

const faultsOf = (issue: z.core.$ZodIssue, body: unknown): Fault[] => {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((name) => ({
      pointer: pointerTo([name]),
      detail: `“${name.slice(0, 80)}” is not known here.`,
    }))
  if (issue.path.length === 0)
    return [
      {
        pointer: '',
        detail: issue.code === 'invalid_type' ? 'A JSON object is needed.' : issue.message,
      },
    ]
  const name = String(issue.path[0])
  if (!isGiven(body, name))
    return [{ pointer: pointerTo(issue.path), detail: `${name} is needed.` }]
  const detail =
    issue.code === 'invalid_value'
      ? `${name} can be ${issue.values.map(String).join(', ')}.`
      : issue.code === 'invalid_type'
        ? `${name} has to be ${issue.expected === 'string' ? 'text' : `a ${issue.expected}`}.`
        : issue.message
  return [{ pointer: pointerTo(issue.path), detail }]
}

const isGiven = (body: unknown, name: string): boolean =>
  typeof body === 'object' && body !== null && Object.hasOwn(body, name)

const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
