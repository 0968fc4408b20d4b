import type { Review } from '@muster/shared/contract/review'
import { formatView, viewOf } from '@muster/shared/view/view'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { reviewAddress, reviewDraftAddress, reviewsAddress } from '../../api/addresses.ts'
import { replyOf, useReply } from '../../api/queries.ts'
import { sendJson } from '../../api/send.ts'
import { isEditor, useSession } from '../../api/session.ts'
import { Notice } from '../../ui/Notice.tsx'
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
  const [problem, setProblem] = useState<{ title: string; detail: string } | null>(null)
  const [said, setSaid] = useState('')
  const draft = useReply(reviewDraftAddress(quarter))
  const standing = replyOf(useReply(reviewAddress(quarter, {})))
  const send = async (
    method: 'POST' | 'PATCH',
    address: string,
    body: unknown,
    done: string,
  ): Promise<void> => {
    setSaid('One moment: the figures of the quarter are put together…')
    const sent = await sendJson<Review>(method, address, body)
    setProblem(sent.problem)
    setSaid(sent.problem === null ? done : '')
    if (sent.problem !== null) return
    const open = sent.reply.status === 'draft' || sent.reply.status === 'checked'
    if (open) client.setQueryData([reviewDraftAddress(quarter)], sent.reply)
    else client.removeQueries({ queryKey: [reviewDraftAddress(quarter)] })
    await client.invalidateQueries({ queryKey: [reviewAddress(quarter, {})] })
    await client.invalidateQueries({ queryKey: [reviewsAddress()] })
  }
  const change = (body: unknown, done: string) =>
    send('PATCH', reviewAddress(quarter, {}), body, done)
  return (
    <>
      <p role="status">{said}</p>
      {problem !== null && (
        <div role="alert">
          <Notice title={problem.title}>
            <p>{problem.detail}</p>
          </Notice>
        </div>
      )}
      {draft.state === 'waiting' && <p>Fetching the draft…</p>}
      {draft.state === 'problem' && standing?.status === 'published' && (
        <PublishedNote
          review={standing}
          withdraw={(reason) =>
            change(
              { state: 'withdrawn', reason },
              'Withdrawn. Its readers see the reason; it stays readable.',
            )
          }
        />
      )}
      {draft.state === 'problem' && (
        <BeginForm
          begin={(asOf) =>
            send(
              'POST',
              reviewsAddress(),
              { quarter, ...(asOf === '' ? {} : { asOf }) },
              'The review has been begun.',
            )
          }
        />
      )}
      {draft.state === 'ready' && <DraftForm review={draft.reply} name={name} change={change} />}
    </>
  )
}
