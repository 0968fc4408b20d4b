import type { ViewOf } from '@muster/shared/view/view'
import { Field } from '../../ui/Field.tsx'
import { Page } from '../../ui/Page.tsx'
import { SignInFault } from './SignInFault.tsx'

/** A plain form: the browser sends it, the server sets the cookie and leads on. */
export const SignIn = ({ view }: { view: ViewOf<'sign-in'> }) => {
  const describedBy = view.fault === null ? undefined : 'sign-in-fault'
  return (
    <Page title="Sign in" crumbs={[]}>
      <h1>Sign in</h1>
      <p>
        Reading needs no account unless this installation says so. Importing figures does: an
        administrator invites you.
      </p>
      <SignInFault id="sign-in-fault" fault={view.fault} />
      <form className="entry" method="post" action="/sign-in">
        <Field
          id="name"
          name="name"
          label="Name"
          describedBy={describedBy}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={256}
          required
        />
        <Field
          id="password"
          name="password"
          label="Password"
          describedBy={describedBy}
          type="password"
          autoComplete="current-password"
          maxLength={256}
          required
        />
        <input type="hidden" name="next" value={view.next ?? '/'} />
        <button type="submit" className="main-button">
          Sign in
        </button>
      </form>
      <p className="note">
        Forgotten the password, or no account yet? An administrator can send you a one-time link to{' '}
        <a href="/accept-invitation">accept your invitation</a>.
      </p>
    </Page>
  )
}
