/** Who is signed in: asked by the browser once it has taken over, never while the server draws. */
import type { SessionReply } from '@muster/shared/contract/account'
import { useSyncExternalStore } from 'react'
import { sessionAddress } from './addresses.ts'
import { useReply } from './queries.ts'

export type Session =
  | { state: 'unknown' }
  | { state: 'nobody' }
  | ({ state: 'somebody' } & NonNullable<SessionReply>)

export const useSession = (): Session => {
  const answer = useReply(useInBrowser() ? sessionAddress() : null)
  if (answer.state !== 'ready') return { state: 'unknown' }
  return answer.reply === null ? { state: 'nobody' } : { state: 'somebody', ...answer.reply }
}

/** May import figures and undo imports; the server decides, this only chooses words. */
export const isEditor = (session: Session): boolean =>
  session.state === 'somebody' && session.role !== 'reader'

/** False on the server and while its page is taken over, so that both draw the same. */
const useInBrowser = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )

const never = () => () => {}
