import { formatView, viewOf } from '@muster/shared/view/view'
import { useSession } from '../../api/session.ts'
import { Page } from '../../ui/Page.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import { People } from './People.tsx'
import { Tokens } from './Tokens.tsx'

/** What belongs to one person: drawn in the browser only, since the server draws for strangers. */
export const Account = () => {
  const session = useSession()
  return (
    <Page title="Your account" crumbs={[]}>
      <h1>Your account</h1>
      {session.state === 'somebody' ? (
        <>
          <p>
            You are signed in as <strong>{session.name}</strong>, {ROLE_WORDS[session.role]}.
          </p>
          <PasswordForm />
          <Tokens />
          {session.role === 'admin' && <People own={session.name} />}
        </>
      ) : (
        <p>
          You see it when you are{' '}
          <a href={formatView(viewOf('sign-in', { next: formatView(viewOf('account', {})) }))}>
            signed in
          </a>
          . It needs a browser that runs scripts.
        </p>
      )}
    </Page>
  )
}

const ROLE_WORDS = {
  reader: 'a reader: you may look at everything',
  editor: 'an editor: you may import figures, enter evidence, and undo or withdraw them',
  checker: 'a checker: you may also judge, and see who did what',
  admin: 'an administrator: you may also decide who has an account',
} as const
