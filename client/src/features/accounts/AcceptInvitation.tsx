import type { ViewOf } from '@muster/shared/view/view'
import { useEffect, useRef } from 'react'
import { Field } from '../../ui/Field.tsx'
import { Page } from '../../ui/Page.tsx'
import { SignInFault } from './SignInFault.tsx'

/** The code stands behind the `#`, which no browser sends: script copies it, or a person does. */
export const AcceptInvitation = ({ view }: { view: ViewOf<'accept-invitation'> }) => {
  const code = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const secret = decodeURIComponent(location.hash.slice(1))
    if (code.current !== null && /^[\w-]{1,100}$/.test(secret)) code.current.value = secret
  }, [])
  return (
    <Page title="Accept your invitation" crumbs={[]}>
      <h1>Accept your invitation</h1>
      <p>Choose a password; then you are signed in. The link works once, for 24 hours.</p>
      <SignInFault id="invitation-fault" fault={view.fault} />
      <form className="entry" method="post" action="/accept-invitation">
        <Field
          id="code"
          name="token"
          label="Invitation code"
          hint="The part after the # in the link that you were given. It is filled in for you where the browser allows it."
          ref={code}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={256}
          required
        />
        <Field
          id="name"
          name="name"
          label="Your name (first administrator only)"
          hint="Leave it empty if somebody invited you: your name was chosen then."
          autoComplete="username"
          spellCheck={false}
          maxLength={60}
        />
        <Field
          id="password"
          name="password"
          label="New password"
          hint="At least 12 characters, without your name. A few unrelated words are good."
          describedBy={view.fault === null ? undefined : 'invitation-fault'}
          type="password"
          autoComplete="new-password"
          minLength={12}
          maxLength={256}
          required
        />
        <input type="hidden" name="next" value={view.next ?? '/'} />
        <button type="submit" className="main-button">
          Set the password and sign in
        </button>
      </form>
    </Page>
  )
}
