import { formatView, type View, viewOf } from '@muster/shared/view/view'
import { useSession } from '../../api/session.ts'
import './AccountSlot.css'

/** The way in, or who is in and the way out; the room for it is the same, so that nothing moves. */
export const AccountSlot = ({ view }: { view: View }) => {
  const session = useSession()
  const next = isSignIn(view) ? (view.next ?? '/') : formatView(view)
  return (
    <div className="account-slot">
      {session.state === 'somebody' ? (
        <form method="post" action="/sign-out">
          <a href="/account" title={session.name}>
            <span className="visually-hidden">Your account: </span>
            {session.name}
          </a>
          <input type="hidden" name="next" value={next} />
          <button type="submit">Sign out</button>
        </form>
      ) : (
        <a href={formatView(viewOf('sign-in', { next: next === '/' ? null : next }))}>Sign in</a>
      )}
    </div>
  )
}

const isSignIn = (view: View) => view.page === 'sign-in' || view.page === 'accept-invitation'
