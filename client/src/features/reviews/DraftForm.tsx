import type { Review } from '@muster/shared/contract/review'
import type { ReviewAction } from '@muster/shared/domain/reviews/review-content'
import { signedWords } from '@muster/shared/words/reviews/signature'
import { useState } from 'react'
import { ActionFields, type DraftAction } from './ActionFields.tsx'
import { CommentaryField } from './CommentaryField.tsx'
import { Details } from './Details.tsx'
import { PageOne } from './PageOne.tsx'

type Given = {
  review: Review
  /** Who is signed in. */
  name: string
  change: (body: unknown, done: string) => void
}

export const DraftForm = ({ review, name, change }: Given) => {
  const [text, setText] = useState(review.commentary.map((sentence) => sentence.text).join('\n\n'))
  const [actions, setActions] = useState<readonly DraftAction[]>(review.actions.map(draftOf))
  const save = () =>
    change(
      {
        commentary: text
          .split(/\n\s*\n/)
          .map((paragraph) => paragraph.trim())
          .filter((paragraph) => paragraph !== ''),
        actions: actions
          .filter((action) => action.text.trim() !== '')
          .map(({ key: _key, id, due, doneOn, ...action }) => ({
            ...action,
            // One that somebody else took out meanwhile is entered anew.
            ...(review.actions.some((known) => known.id === id) ? { id } : {}),
            due: due === '' ? null : due,
            doneOn: doneOn === '' ? null : doneOn,
          })),
      },
      'Saved as a draft.',
    )
  const isAuthor = [review.signed.madeBy, review.signed.editedBy].includes(name)
  return (
    <>
      <p>{signedWords(review)}</p>
      <form
        className="entry"
        aria-label="Words and actions"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <CommentaryField text={text} figures={review.model.figures} setText={setText} />
        <ActionFields actions={actions} setActions={setActions} />
        <button type="submit" className="main-button">
          Save
        </button>
      </form>
      <h2>Sign</h2>
      {review.status === 'draft' && (
        <>
          <p>
            {isAuthor
              ? 'You made or edited it: another person has to check it.'
              : 'Read the figures and the words below. Checking signs exactly these.'}
          </p>
          <button
            type="button"
            aria-disabled={isAuthor}
            onClick={() => isAuthor || change({ state: 'checked' }, 'Checked.')}
          >
            I have checked it
          </button>
        </>
      )}
      {review.status === 'checked' && (
        <button
          type="button"
          onClick={() => change({ state: 'published' }, 'Published and frozen.')}
        >
          Publish it: its figures are frozen
        </button>
      )}
      <h2>How it will read</h2>
      <section aria-label="Preview" className="review-preview">
        <PageOne review={review} heading={false} />
        <Details review={review} />
      </section>
    </>
  )
}

const draftOf = ({ id, text, owner, due, evidence, doneOn }: ReviewAction): DraftAction => ({
  key: `a${id}`,
  id,
  text,
  owner,
  due: due ?? '',
  evidence,
  doneOn: doneOn ?? '',
})
