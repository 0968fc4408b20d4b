import type { Problem } from '@muster/shared/contract/problem'
import { formatView, viewOf } from '@muster/shared/view/view'
import { ChangedTexts } from './ChangedTexts.tsx'
import { Notice } from './Notice.tsx'

type Given = { problem: Pick<Problem, 'title' | 'detail' | 'status' | 'current' | 'given'> }

/** Read out at once; what was typed stays where it is. */
export const ProblemNotice = ({ problem }: Given) => (
  <div role="alert">
    <Notice title={problem.title}>
      <p>{problem.detail}</p>
      <ChangedTexts problem={problem} />
      {problem.status === 401 && (
        <p>
          <a href={formatView(viewOf('sign-in', {}))} target="_blank" rel="noreferrer">
            Sign in in another tab
          </a>
          , then try again here: nothing that you entered is lost.
        </p>
      )}
    </Notice>
  </div>
)
