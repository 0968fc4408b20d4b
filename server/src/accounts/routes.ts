import {
  AcceptBody,
  auditEndpoint,
  NewTokenBody,
  NewUserBody,
  PasswordBody,
  SignInBody,
  sessionEndpoint,
  TokenParams,
  tokensEndpoint,
  UserChangeBody,
  UserParams,
  usersEndpoint,
} from '@muster/shared/contract/account'
import { API_ROOT } from '@muster/shared/contract/endpoint'
import type { FastifyInstance } from 'fastify'
import { parseBody } from '../platform/http/body.ts'
import { parseQuery } from '../platform/http/query.ts'
import { notSignedIn, requireAction, userOf } from './access.ts'
import type { AccountServices } from './account-services.ts'
import { findAudit } from './audit.ts'
import { formRoutes } from './form-routes.ts'
import { acceptInvitation, createInvitation, renewInvitation } from './invitations.ts'
import { clearSessionCookie, setSessionCookie } from './session-cookie.ts'
import { endSession } from './sessions.ts'
import { changePassword, signIn } from './sign-in.ts'
import { createToken, listTokens, revokeToken } from './tokens.ts'
import { changeUser, insertUser, listUsers } from './users.ts'

/** Not by `declareGet`: its answers are kept by their address, these depend on who asks. */
export const accountRoutes = async (
  app: FastifyInstance,
  services: AccountServices,
): Promise<void> => {
  await app.register(async (scope) => {
    scope.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store')
    })
    sessionRoutes(scope, services)
    userRoutes(scope, services)
    tokenRoutes(scope, services)
    await scope.register(async (forms) => formRoutes(forms, services))
  })
}

const sessionRoutes = (app: FastifyInstance, services: AccountServices): void => {
  app.get(API_ROOT + sessionEndpoint.path, async (request, reply) => {
    const { optional } = parseQuery(sessionEndpoint.query, request.query)
    const who = userOf(services, request)
    if (who !== null) return { name: who.name, role: who.role }
    if (optional === undefined) throw notSignedIn(request)
    // Fastify sends nothing for null.
    return reply.type('application/json; charset=utf-8').send('null')
  })
  app.post(`${API_ROOT}/session`, SMALL, async (request, reply) => {
    const secret = await signIn(services, parseBody(SignInBody, request.body), request.ip)
    return setSessionCookie(request, reply, secret).code(204).send()
  })
  app.delete(`${API_ROOT}/session`, SMALL, async (request, reply) => {
    const who = userOf(services, request)
    if (who?.through === 'session') endSession(services.store, who, services.now())
    return clearSessionCookie(request, reply).code(204).send()
  })
  app.post(`${API_ROOT}/invitations/accept`, SMALL, async (request, reply) => {
    const secret = await acceptInvitation(services, parseBody(AcceptBody, request.body))
    return setSessionCookie(request, reply, secret).code(204).send()
  })
  app.post(`${API_ROOT}/password`, SMALL, async (request, reply) => {
    const who = requireAction(services, request, 'change-password')
    const body = parseBody(PasswordBody, request.body)
    const secret = await changePassword(services, who, body, request.ip)
    return setSessionCookie(request, reply, secret).code(204).send()
  })
}

const userRoutes = (app: FastifyInstance, services: AccountServices): void => {
  const { store, now } = services
  app.get(API_ROOT + usersEndpoint.path, async (request) => {
    requireAction(services, request, 'manage-users')
    parseQuery(usersEndpoint.query, request.query)
    return listUsers(store.read, now())
  })
  app.post(`${API_ROOT}/users`, SMALL, async (request, reply) => {
    const { name: by } = requireAction(services, request, 'manage-users')
    const given = { ...parseBody(NewUserBody, request.body), at: now(), by }
    const invitation = store.write((tx) => createInvitation(tx, insertUser(tx, given), given))
    return reply.code(201).send(invitation)
  })
  app.post(`${API_ROOT}/users/:name/invitation`, SMALL, async (request, reply) => {
    const { name: by } = requireAction(services, request, 'manage-users')
    const { name } = parseQuery(UserParams, request.params)
    return reply.code(201).send(renewInvitation(store, name, { at: now(), by }))
  })
  app.patch(`${API_ROOT}/users/:name`, SMALL, async (request) => {
    const { name: by } = requireAction(services, request, 'manage-users')
    const { name } = parseQuery(UserParams, request.params)
    const change = parseBody(UserChangeBody, request.body)
    const at = now()
    const changed = store.write((tx) => changeUser(tx, name, change, { at, by }))
    return listUsers(store.read, at).find((row) => row.name === changed.name)
  })
  app.get(API_ROOT + auditEndpoint.path, async (request) => {
    requireAction(services, request, 'read-audit')
    return findAudit(store.read, parseQuery(auditEndpoint.query, request.query))
  })
}

const tokenRoutes = (app: FastifyInstance, services: AccountServices): void => {
  const { store, now, readAccess } = services
  app.get(API_ROOT + tokensEndpoint.path, async (request) => {
    const who = requireAction(services, request, 'manage-tokens')
    parseQuery(tokensEndpoint.query, request.query)
    return listTokens(store.read, who.id, now())
  })
  app.post(`${API_ROOT}/tokens`, SMALL, async (request, reply) => {
    const who = requireAction(services, request, 'manage-tokens')
    const body = parseBody(NewTokenBody, request.body)
    return reply.code(201).send(createToken(store, who, body, now()))
  })
  app.delete(`${API_ROOT}/tokens/:id`, SMALL, async (request, reply) => {
    const who = requireAction(services, request, 'manage-tokens')
    const { id } = parseQuery(TokenParams, request.params)
    revokeToken(store, who, id, { now: now(), readAccess })
    return reply.code(204).send()
  })
}

const SMALL = { bodyLimit: 4 * 1024 }
