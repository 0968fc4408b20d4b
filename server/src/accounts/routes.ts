/** Accounts over HTTP. All answers depend on who asks. */
import {
  auditEndpoint,
  sessionEndpoint,
  tokensEndpoint,
  usersEndpoint,
} from '@muster/shared/contract/account'
import {
  acceptInvitationEndpoint,
  changePasswordEndpoint,
  changeUserEndpoint,
  createTokenEndpoint,
  inviteUserEndpoint,
  renewInvitationEndpoint,
  revokeTokenEndpoint,
  signInEndpoint,
  signOutEndpoint,
} from '@muster/shared/contract/account-commands'
import type { Routes } from '../platform/http/http-services.ts'
import { type AskedBy, declareCommand, declareRead, notFound } from '../platform/http/route.ts'
import { notSignedIn } from './access.ts'
import type { AccountServices } from './account-services.ts'
import { findAudit } from './audit.ts'
import { acceptInvitation, createInvitation, renewInvitation } from './invitations.ts'
import { nextPath } from './next-path.ts'
import { clearSessionCookie, setSessionCookie } from './session-cookie.ts'
import { endSession } from './sessions.ts'
import { changePassword, signIn } from './sign-in.ts'
import { signInForm } from './sign-in-form.ts'
import { createToken, listTokens, revokeToken } from './tokens.ts'
import { changeUser, currentUser, insertUser, listUsers } from './users.ts'

export const accountRoutes = (routes: Routes, services: AccountServices): void => {
  sessionRoutes(routes, services)
  userRoutes(routes, services)
  tokenRoutes(routes, services)
}

const sessionRoutes = (routes: Routes, services: AccountServices): void => {
  declareRead(routes, sessionEndpoint, ({ who, query, request }) => {
    if (who !== null) return { name: who.name, role: who.role }
    if (query.optional === undefined) throw notSignedIn(request)
    return null
  })
  declareCommand(routes, signInEndpoint, {
    run: async ({ body, request, reply }) =>
      startIn({ request, reply }, await signIn(services, body, request.ip)),
    form: signInForm('/sign-in'),
  })
  declareCommand(routes, signOutEndpoint, {
    run: ({ who, request, reply, asker }) => {
      if (who?.through === 'session') endSession(services.store, who, asker.at)
      clearSessionCookie(request, reply)
    },
    form: { to: (_, { next }) => nextPath(next), back: () => null },
  })
  declareCommand(routes, acceptInvitationEndpoint, {
    run: async ({ body, request, reply }) =>
      startIn({ request, reply }, await acceptInvitation(services, body)),
    form: signInForm('/accept-invitation'),
  })
  declareCommand(routes, changePasswordEndpoint, {
    run: async ({ who, body, request, reply }) =>
      startIn({ request, reply }, await changePassword(services, who, body, request.ip)),
  })
}

/** A reply is awaited until it is sent, so it may not be what this gives back. */
const startIn = (
  { request, reply }: Pick<AskedBy<typeof signInEndpoint>, 'request' | 'reply'>,
  secret: string,
): void => {
  setSessionCookie(request, reply, secret)
}

const userRoutes = (routes: Routes, { store, now }: AccountServices): void => {
  const shown = ({ params }: { params: { name: string } }) => currentUser(store.read, params.name)
  declareRead(routes, usersEndpoint, () => listUsers(store.read, now()))
  declareCommand(routes, inviteUserEndpoint, {
    write: (tx, { body, asker }) => {
      const given = { ...body, ...asker }
      return createInvitation(tx, insertUser(tx, given), given)
    },
  })
  declareCommand(routes, renewInvitationEndpoint, {
    write: (tx, { params, asker }) => renewInvitation(tx, params.name, asker),
    current: shown,
  })
  declareCommand(routes, changeUserEndpoint, {
    write: (tx, { params, body, asker }) => changeUser(tx, params.name, body, asker).name,
    current: shown,
    reply: (name, { asker }) => {
      const row = listUsers(store.read, asker.at).find((each) => each.name === name)
      if (row === undefined) throw notFound(`There is no account “${name}”.`)
      return row
    },
  })
  declareRead(routes, auditEndpoint, ({ query }) => findAudit(store.read, query))
}

const tokenRoutes = (routes: Routes, { store, now, readAccess }: AccountServices): void => {
  declareRead(routes, tokensEndpoint, ({ who }) => listTokens(store.read, who.id, now()))
  declareCommand(routes, createTokenEndpoint, {
    write: (tx, { who, body, asker }) => createToken(tx, who, body, asker.at),
  })
  declareCommand(routes, revokeTokenEndpoint, {
    write: (tx, { who, params, asker }) =>
      revokeToken(tx, who, params.id, { now: asker.at, readAccess }),
  })
}
