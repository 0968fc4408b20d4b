import type { Review } from '@muster/shared/contract/review'
import { formatView, viewOf } from '@muster/shared/view/view'
import { signedWords } from '@muster/shared/words/reviews/signature'
import { Field } from '../../ui/Field.tsx'
import { readFields, trimmed } from '../../ui/fields.ts'

type Given = { review: Review; withdraw: (reason: string) => void }

/** What is published of the quarter, and how it is taken back: it stays readable, marked. */
export const PublishedNote = ({ review, withdraw }: Given) => (
  <section aria-labelledby="published">
    <h2 id="published">Edition {review.edition} is published</h2>
    <p>
      {signedWords(review)}{' '}
      <a href={formatView(viewOf('review', { id: review.quarter }))}>Read it</a>
    </p>
    <p className="note">
      It never changes. To correct it, begin a draft below: when that is published it replaces this
      one. A checker may withdraw it at once, with a reason that its readers see.
    </p>
    <form
      className="entry"
      aria-label="Withdraw it"
      onSubmit={(event) => withdraw(trimmed(readFields(event)).reason ?? '')}
    >
      <Field
        id="withdrawn-why"
        name="reason"
        label="Why it is withdrawn"
        autoComplete="off"
        required
      />
      <button type="submit">Withdraw edition {review.edition}</button>
    </form>
  </section>
)
