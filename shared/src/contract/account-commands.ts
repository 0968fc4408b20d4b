/** Writes about accounts: signing in and out, invitations, passwords, roles, API tokens. */
import {
  AcceptBody,
  AcceptForm,
  Invitation,
  NewToken,
  NewTokenBody,
  NewUserBody,
  PasswordBody,
  SignInBody,
  SignInForm,
  SignOutForm,
  TokenParams,
  UserChangeBody,
  UserParams,
  UserRow,
} from './account.ts'
import { command, madeOn } from './endpoint.ts'

/** So many bytes are enough for any of these. */
const SMALL = 4 * 1024
const account = { tag: 'Accounts', most: SMALL } as const
const managed = { ...account, who: 'manage-users' } as const

export const signInEndpoint = command('signIn', 'POST', '/session', {
  ...account,
  summary: 'Sign in: sets the session cookie',
  who: 'anybody',
  body: SignInBody,
  form: { path: '/sign-in', fields: SignInForm, most: SMALL },
  changes: ['sign-in', 'lock'],
  problems: ['unauthorized', 'too-many-requests'],
})

export const signOutEndpoint = command('signOut', 'DELETE', '/session', {
  ...account,
  summary: 'Sign out: ends the session and takes the cookie back',
  who: 'anybody',
  form: { path: '/sign-out', fields: SignOutForm, most: SMALL },
  changes: ['sign-out'],
})

export const acceptInvitationEndpoint = command('acceptInvitation', 'POST', '/invitations/accept', {
  ...account,
  summary: 'Set a password with an invitation, which works once, and sign in',
  who: 'anybody',
  body: AcceptBody,
  form: { path: '/accept-invitation', fields: AcceptForm, most: SMALL },
  changes: ['accept-invitation'],
  problems: ['too-many-requests'],
})

export const changePasswordEndpoint = command('changePassword', 'POST', '/password', {
  ...account,
  summary: 'Change your own password; every other session ends',
  who: 'change-password',
  body: PasswordBody,
  changes: ['change-password', 'lock'],
  problems: ['too-many-requests'],
})

export const inviteUserEndpoint = command('inviteUser', 'POST', '/users', {
  ...managed,
  summary: 'Add an account and make its invitation',
  body: NewUserBody,
  reply: Invitation,
  status: 201,
  changes: ['add-user', 'invite'],
})

export const renewInvitationEndpoint = command(
  'renewInvitation',
  'POST',
  '/users/:name/invitation',
  {
    ...managed,
    summary: 'Make a new invitation for an account; the one before stops working',
    ...madeOn('the account'),
    params: UserParams,
    reply: Invitation,
    status: 201,
    changes: ['invite'],
  },
)

export const changeUserEndpoint = command('changeUser', 'PATCH', '/users/:name', {
  ...managed,
  summary: 'Change a role, or disable or enable an account',
  ...madeOn('the account'),
  params: UserParams,
  body: UserChangeBody,
  reply: UserRow,
  changes: ['change-role', 'disable-user', 'enable-user'],
})

export const createTokenEndpoint = command('createToken', 'POST', '/tokens', {
  ...account,
  summary: 'Make an API token; it is shown this once',
  who: 'manage-tokens',
  body: NewTokenBody,
  reply: NewToken,
  status: 201,
  changes: ['create-token'],
})

export const revokeTokenEndpoint = command('revokeToken', 'DELETE', '/tokens/:id', {
  ...account,
  summary: 'Revoke an API token; an administrator may revoke anybody’s',
  who: 'manage-tokens',
  params: TokenParams,
  changes: ['revoke-token'],
})
