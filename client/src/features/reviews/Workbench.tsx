import type { Review } from '@muster/shared/contract/review'
import { formatView, viewOf } from '@muster/shared/view/view'
import { useQueryClient } from '@tanstack/react-query'
import { madeOn, reviewAddress, reviewDraftAddress, reviewsAddress } from '../../api/addresses.ts'
import { replyOf, useReply } from '../../api/queries.ts'
import { sendJson } from '../../api/send.ts'
import { isEditor, useSession } from '../../api/session.ts'
import { useCommand } from '../../api/use-command.ts'
import { Notice } from '../../ui/Notice.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { BeginForm } from './BeginForm.tsx'
import { DraftForm } from './DraftForm.tsx'
import { PublishedNote } from './PublishedNote.tsx'

/** Where a review is made: begun, written, checked by a second person, published. */
export const Workbench = ({ quarter }: { quarter: string }) => {
  const session = useSession()
  if (session.state === 'unknown') return <p role="status">Asking who you are…</p>
  if (!isEditor(session) || session.state !== 'somebody')
    return (
      <Notice title="Editors prepare reviews">
        <p>
          <a
            href={formatView(
              viewOf('sign-in', {
                next: formatView(viewOf('review', { id: quarter, work: 'yes' })),
              }),
            )}
          >
            Sign in
          </a>{' '}
          with an account that may edit.
        </p>
      </Notice>
    )
  return <Bench quarter={quarter} name={session.name} />
}

const Bench = ({ quarter, name }: { quarter: string; name: string }) => {
  const client = useQueryClient()
  const address = reviewAddress(quarter, {})
  const draft = useReply(reviewDraftAddress(quarter))
  const standing = replyOf(useReply(address))
  const { said, problem, send } = useCommand<Review>({
    changes: [address, reviewsAddress(), reviewDraftAddress(quarter)],
    meanwhile: 'One moment: the figures of the quarter are put together…',
  })
  const keep = (review: Review) => {
    const isOpen = review.status === 'draft' || review.status === 'checked'
    if (isOpen) client.setQueryData([reviewDraftAddress(quarter)], review)
    else client.removeQueries({ queryKey: [reviewDraftAddress(quarter)] })
  }
  const change = (made: Review) => (body: unknown, done: string) =>
    send({ run: () => sendJson<Review>('PATCH', madeOn(address, made), body), done, onDone: keep })
  const begin = (asOf: string) =>
    send({
      run: () =>
        sendJson<Review>('POST', reviewsAddress(), { quarter, ...(asOf === '' ? {} : { asOf }) }),
      done: 'The review has been begun.',
      onDone: keep,
    })
  return (
    <>
      <p role="status">{said}</p>
      {problem !== null && <ProblemNotice problem={problem} />}
      {draft.state === 'waiting' && <p>Fetching the draft…</p>}
      {draft.state === 'problem' && standing?.status === 'published' && (
        <PublishedNote
          review={standing}
          withdraw={(reason) =>
            change(standing)(
              { state: 'withdrawn', reason },
              'Withdrawn. Its readers see the reason; it stays readable.',
            )
          }
        />
      )}
      {draft.state === 'problem' && <BeginForm begin={begin} />}
      {draft.state === 'ready' && (
        <DraftForm review={draft.reply} name={name} change={change(draft.reply)} />
      )}
    </>
  )
}
