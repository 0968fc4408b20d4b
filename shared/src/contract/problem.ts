/** Every error that the API can answer with: RFC 9457 problem details. One catalogue, one shape. */
import { z } from 'zod'

export const PROBLEMS = {
  'bad-request': { status: 400, title: 'The request cannot be understood' },
  'unknown-parameter': { status: 400, title: 'A parameter is not known' },
  'unknown-metric': { status: 400, title: 'The metric is not known' },
  'unknown-area': { status: 400, title: 'An area is not known' },
  'unknown-basis': { status: 400, title: 'The metric has no such basis' },
  'unknown-source': { status: 400, title: 'The source is not known' },
  'bad-date': { status: 400, title: 'A date cannot be read' },
  'not-comparable': { status: 400, title: 'These figures cannot be compared' },
  'unreadable-file': { status: 422, title: 'The file cannot be read' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'method-not-allowed': { status: 405, title: 'This address does not take that method' },
  'too-large': { status: 413, title: 'The request is too large' },
  unauthorized: { status: 401, title: 'Sign in first' },
  forbidden: { status: 403, title: 'Your account may not do this' },
  conflict: { status: 409, title: 'The figures changed in the meantime' },
  'changed-meanwhile': { status: 409, title: 'Something else stands here by now' },
  'version-needed': { status: 428, title: 'Which state it is made on has to be said' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'not-ready': { status: 503, title: 'The service is not ready' },
  internal: { status: 500, title: 'Something went wrong on the server' },
} as const satisfies Record<string, { status: number; title: string }>

export type ProblemCode = keyof typeof PROBLEMS

export const Fault = z.object({ pointer: z.string(), detail: z.string() })
export type Fault = z.infer<typeof Fault>

/** What stands, or what was sent, in lines to read; `version` as answers give it. */
export const StateText = z.object({ version: z.string(), text: z.array(z.string()) })
export type StateText = z.infer<typeof StateText>

export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  errors: z.array(Fault).optional(),
  /** Of `changed-meanwhile`: what stands now, and what was sent, made on which version. */
  current: StateText.optional(),
  given: StateText.optional(),
})
export type Problem = z.infer<typeof Problem>

/** `detail` is the sentence that the person who asked needs; it never carries a server's secret. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly code: ProblemCode
  readonly errors: readonly Fault[]

  constructor(code: ProblemCode, detail: string, errors: readonly Fault[] = []) {
    super(detail)
    this.code = code
    this.errors = errors
  }
}

/** Somebody else was faster; nothing was written, and nothing that was sent is lost. */
export class ChangedMeanwhile extends ProblemError {
  readonly current: StateText
  readonly given: StateText

  constructor(on: string, current: StateText, given: StateText) {
    super(
      'changed-meanwhile',
      `Nothing was written: ${on} changed after it was shown to you. Below is what stands now and what you sent; decide again.`,
    )
    this.current = current
    this.given = given
  }
}

export const toProblem = (error: ProblemError): Problem => ({
  type: `/problems#${error.code}`,
  title: PROBLEMS[error.code].title,
  status: PROBLEMS[error.code].status,
  detail: error.message,
  ...(error.errors.length > 0 ? { errors: [...error.errors] } : {}),
  ...(error instanceof ChangedMeanwhile ? { current: error.current, given: error.given } : {}),
})
