/** Accounts over a real store in memory and a real Fastify app, with a clock that tests move. */
import { scrypt } from 'node:crypto'
import { personOf } from '@muster/server/accounts/access'
import { makeAccountServices } from '@muster/server/accounts/account-services'
import { guardRequests, headersForPage } from '@muster/server/accounts/guard'
import { acceptInvitation, addUser } from '@muster/server/accounts/invitations'
import { makePasswords } from '@muster/server/accounts/passwords'
import { accountRoutes } from '@muster/server/accounts/routes'
import { openStore } from '@muster/server/platform/db/open'
import { handleErrors } from '@muster/server/platform/http/error-handler'
import { finishedAnswers } from '@muster/server/platform/http/finished'
import { sendFinished } from '@muster/server/platform/http/finished-reply'
import type { HttpServices } from '@muster/server/platform/http/http-services'
import { PROBLEMS } from '@muster/shared/contract/problem'
import type { ReadAccess, Role } from '@muster/shared/domain/permission'
import Fastify, { type InjectOptions, type LightMyRequestResponse } from 'fastify'
import { afterAll } from 'vitest'
import { watchReplies } from '../../support/described-replies.ts'

export const PASSWORD = 'correct horse battery'
export const ORIGIN = 'http://muster.test'
const START = '2026-11-22T09:00:00.000Z'

export const openAccountApp = async (
  options: { readAccess?: ReadAccess; trustProxy?: string } = {},
) => {
  const store = openStore(':memory:')
  let moment = Date.parse(START)
  let hashes = 0
  const cost = { ln: 12, r: 8, p: 1 }
  const passwords = makePasswords(cost, (password, salt, scryptOptions) => {
    hashes += 1
    return new Promise((resolve, reject) => {
      scrypt(password, salt, 32, scryptOptions, (error, key) =>
        error === null ? resolve(key) : reject(error),
      )
    })
  })
  const now = () => new Date(moment).toISOString()
  const services = makeAccountServices(store, {
    now,
    passwords,
    ...(options.readAccess === undefined ? {} : { readAccess: options.readAccess }),
  })
  const finished = finishedAnswers(1_000_000)
  const http: HttpServices = {
    ...services,
    finished,
    version: () => '1',
    changed: () => {},
    demonstration: () => undefined,
    checkReplies: true,
    personOf: (request, who) => personOf(services, request, who),
    headersForPage: (request) => headersForPage(services, request),
  }
  const app = Fastify({ trustProxy: options.trustProxy ?? false })
  handleErrors(app)
  guardRequests(app, services)
  accountRoutes({ app, http }, services)
  let made = 0
  const figures = (type: string) => () => {
    made += 1
    return { type, status: 200, bytes: Buffer.from('"figures"') }
  }
  app.get('/api/v1/figures', (request, reply) =>
    sendFinished(http, request, reply, figures('application/json')),
  )
  app.get('/api/v1/health', async () => ({ status: 'ok' }))
  app.get('/assets/*', async () => 'asset')
  app.get('/*', (request, reply) => sendFinished(http, request, reply, figures('text/html')))
  // A route that forgot to ask who is there.
  app.post('/api/v1/careless', async () => 'done')
  watchReplies(app)
  afterAll(async () => {
    await app.close()
    store.close()
  })
  const send = (request: InjectOptions): Promise<LightMyRequestResponse> =>
    app.inject({ ...request, headers: { host: 'muster.test', ...request.headers } })
  return {
    app,
    store,
    services,
    finished,
    now,
    /** Moves the clock on. */
    pass: (milliseconds: number) => {
      moment += milliseconds
    },
    hashes: () => hashes,
    made: () => made,
    send,
    signIn: (name: string, password = PASSWORD, more: InjectOptions = {}) =>
      send({ method: 'POST', url: '/api/v1/session', payload: { name, password }, ...more }),
    form: (url: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
      send({
        method: 'POST',
        url,
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        payload: new URLSearchParams(fields).toString(),
      }),
    /** An account with its password, and the headers of a signed-in browser. */
    person: async (name: string, role: Role): Promise<{ cookie: string; origin: string }> => {
      const token = addUser(store, name, role, now()).split('#')[1] ?? ''
      const secret = await acceptInvitation(services, { token, password: PASSWORD })
      return { cookie: `muster_session=${secret}`, origin: ORIGIN }
    },
  }
}

/** `muster_session=…` of an answer, as a browser would send it back. */
export const cookieOf = (response: LightMyRequestResponse): string =>
  String(response.headers['set-cookie'] ?? '').split(';', 1)[0] ?? ''

/** The code of a problem answer, checked against its status. */
export const problemOf = (response: LightMyRequestResponse): string => {
  const { type, status } = response.json<{ type: string; status: number }>()
  const code = type.split('#')[1] as keyof typeof PROBLEMS
  if (PROBLEMS[code].status !== status || response.statusCode !== status)
    throw new Error(`${type} with status ${status} and ${response.statusCode}`)
  return code
}

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
