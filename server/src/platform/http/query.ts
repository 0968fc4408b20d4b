/** Path and query parameters against their schema; each fault by name, with what would be accepted. */
import { type Fault, ProblemError } from '@muster/shared/contract/problem'
import { z } from 'zod'

/** @throws ProblemError `unknown-parameter`, `bad-date` or `bad-request`, listing every fault. */
export const parseQuery = <Schema extends z.ZodType>(
  schema: Schema,
  given: unknown,
): z.output<Schema> => {
  const values = given as Record<string, unknown>
  const twice = Object.keys(values).filter((name) => Array.isArray(values[name]))
  if (twice.length > 0)
    throw new ProblemError(
      'bad-request',
      `${quoted(twice)} is given more than once. Lists are written with commas, as areas=A,B.`,
      twice.map((name) => ({ pointer: `/${name}`, detail: 'Given more than once.' })),
    )
  const result = schema.safeParse(values)
  if (result.success) return result.data
  const unknown = result.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys : [],
  )
  if (unknown.length > 0)
    throw new ProblemError(
      'unknown-parameter',
      `${quoted(unknown)} is not a parameter here. ${accepted(schema)}`,
      unknown.map((name) => ({ pointer: `/${name}`, detail: accepted(schema) })),
    )
  const errors = [
    // One value may break several rules; the first says enough.
    ...Map.groupBy(
      result.error.issues.map((issue): Fault => toFault(issue, values)),
      ({ pointer }) => pointer,
    ).values(),
  ].flatMap(([first]) => first ?? [])
  const dates = ['from', 'to', 'at', 'asOf', 'date', 'base', 'since', 'until']
  const code = errors.every((fault) => dates.includes(fault.pointer.slice(1)))
    ? 'bad-date'
    : 'bad-request'
  throw new ProblemError(code, errors.map((fault) => fault.detail).join(' '), errors)
}

const toFault = (issue: z.core.$ZodIssue, values: Record<string, unknown>): Fault => {
  const name = String(issue.path[0] ?? '')
  const found = values[name]
  const allowed =
    issue.code === 'invalid_value' ? ` Accepted: ${issue.values.map(String).join(', ')}.` : ''
  return {
    pointer: `/${name}`,
    detail:
      found === undefined
        ? `${name} is needed.${allowed}`
        : `${name}: “${String(found).slice(0, 80)}” cannot be used.${allowed === '' ? ` ${issue.message}` : allowed}`,
  }
}

const accepted = (schema: z.ZodType): string => {
  const names = schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
  return names.length === 0
    ? 'This address takes no parameters.'
    : `This address takes: ${names.join(', ')}.`
}

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ')
