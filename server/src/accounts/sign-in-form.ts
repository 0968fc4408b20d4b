/** Signing in and accepting an invitation by plain HTML forms: the way on, and the way back. */
import type { SignInFaultCode } from '@muster/shared/contract/account'
import { ProblemError } from '@muster/shared/contract/problem'
import type { Fields, FormTwin } from '../platform/http/form.ts'
import { nextPath } from './next-path.ts'
import { SignInFault } from './sign-in-fault.ts'

export const signInForm = (page: '/sign-in' | '/accept-invitation'): FormTwin<void> => ({
  bodyOf: ({ next: _, ...given }) => given,
  to: (_, { next }) => nextPath(next),
  back: (error, { body }, fields) => {
    // What could not even be read as a form is no entry of a person.
    const fault = body === undefined ? null : faultOf(error)
    if (fault === null) return null
    const token = page === '/accept-invitation' ? tokenOf(fields) : ''
    // Behind the `#` the invitation stays out of logs on the way back, too.
    return `${page}?fault=${fault}&next=${encodeURIComponent(nextPath(fields.next))}${token === '' ? '' : `#${token}`}`
  },
})

/** Only what can be a secret of ours goes back into an address. */
const tokenOf = ({ token = '' }: Fields): string => /^[\w-]{1,100}$/.exec(token)?.[0] ?? ''

/** @returns null for what the page has no sentence for. */
const faultOf = (error: unknown): SignInFaultCode | null => {
  if (error instanceof SignInFault) return error.fault
  if (!(error instanceof ProblemError) || error.code !== 'bad-request') return null
  const pointers = new Set(error.errors.map((fault) => fault.pointer))
  return pointers.size === 1 && pointers.has('/password') ? 'bad-password' : 'bad-entry'
}
