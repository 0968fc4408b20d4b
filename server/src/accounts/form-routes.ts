/** The same by plain HTML forms, so that signing in works without script: POST, cookie, 303. */
import {
  AcceptForm,
  type SignInFaultCode,
  SignInForm,
  SignOutForm,
} from '@muster/shared/contract/account'
import { ProblemError } from '@muster/shared/contract/problem'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { parseBody } from '../platform/http/body.ts'
import { userOf } from './access.ts'
import type { AccountServices } from './account-services.ts'
import { acceptInvitation } from './invitations.ts'
import { nextPath } from './next-path.ts'
import { clearSessionCookie, setSessionCookie } from './session-cookie.ts'
import { endSession } from './sessions.ts'
import { signIn } from './sign-in.ts'
import { SignInFault } from './sign-in-fault.ts'

/** @param app An instance of their own: only these addresses read forms, and they read nothing else. */
export const formRoutes = (app: FastifyInstance, services: AccountServices): void => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 4 * 1024 },
    async (_request: unknown, text: string) => parseForm(text),
  )
  app.post('/sign-in', async (request, reply) => {
    const next = nextOf(request.body)
    try {
      const { name, password } = parseBody(SignInForm, request.body)
      const secret = await signIn(services, { name, password }, request.ip)
      return setSessionCookie(request, reply, secret).redirect(next, 303)
    } catch (error) {
      return backTo(reply, '/sign-in', faultOf(error), next)
    }
  })
  app.post('/accept-invitation', async (request, reply) => {
    const next = nextOf(request.body)
    try {
      const { next: _, ...given } = parseBody(AcceptForm, request.body)
      const secret = await acceptInvitation(services, given)
      return setSessionCookie(request, reply, secret).redirect(next, 303)
    } catch (error) {
      return backTo(reply, '/accept-invitation', faultOf(error), next, tokenOf(request.body))
    }
  })
  app.post('/sign-out', async (request, reply) => {
    const { next } = parseBody(SignOutForm, request.body ?? {})
    const who = userOf(services, request)
    if (who?.through === 'session') endSession(services.store, who, services.now())
    return clearSessionCookie(request, reply).redirect(nextPath(next), 303)
  })
}

/** Empty fields are fields that were not filled in. */
const parseForm = (text: string): Record<string, string> => {
  const fields = [...new URLSearchParams(text)].filter(([, value]) => value !== '')
  const names = fields.map(([name]) => name)
  if (new Set(names).size < names.length)
    throw new ProblemError('bad-request', 'A field of the form was sent more than once.')
  return Object.fromEntries(fields)
}

/** Read before the form is judged, so that the way back keeps it. */
const nextOf = (body: unknown): string => nextPath((body as { next?: string } | undefined)?.next)

/** Only what can be a secret of ours goes back into an address. */
const tokenOf = (body: unknown): string =>
  /^[\w-]{1,100}$/.exec((body as { token?: string } | undefined)?.token ?? '')?.[0] ?? ''

/** @throws what the page has no sentence for. */
const faultOf = (error: unknown): SignInFaultCode => {
  if (error instanceof SignInFault) return error.fault
  if (!(error instanceof ProblemError) || error.code !== 'bad-request') throw error
  const pointers = new Set(error.errors.map((fault) => fault.pointer))
  return pointers.size === 1 && pointers.has('/password') ? 'bad-password' : 'bad-entry'
}

/** Behind the `#` the invitation stays out of logs on the way back, too. */
const backTo = (
  reply: FastifyReply,
  page: string,
  fault: SignInFaultCode,
  next: string,
  token = '',
): FastifyReply =>
  reply.redirect(
    `${page}?fault=${fault}&next=${encodeURIComponent(next)}${token === '' ? '' : `#${token}`}`,
    303,
  )
