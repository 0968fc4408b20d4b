import type { ReactNode } from 'react'
import type { Answer } from '../api/queries.ts'
import { Notice } from './Notice.tsx'

type Given<Reply> = { answer: Answer<Reply>; children: (reply: Reply) => ReactNode }

/** Shows the reply, or that it is being fetched, or the sentence of the problem in its place. */
export const Answered = <Reply,>({ answer, children }: Given<Reply>) => {
  if (answer.state === 'waiting')
    return (
      <p className="quiet" role="status">
        Fetching the figures…
      </p>
    )
  if (answer.state === 'problem')
    return (
      <Notice title={answer.problem.title}>
        <p>{answer.problem.detail}</p>
      </Notice>
    )
  return <div aria-busy={answer.updating}>{children(answer.reply)}</div>
}
