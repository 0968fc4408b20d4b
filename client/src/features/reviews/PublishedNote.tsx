import type { Review } from '@muster/shared/contract/review'
import { formatView, viewOf } from '@muster/shared/view/view'
import { signedWords } from '@muster/shared/words/reviews/standing'

type Given = { review: Review; withdraw: (reason: string) => Promise<void> }

/** What is published of the quarter, and how it is taken back: it stays readable, marked. */
export const PublishedNote = ({ review, withdraw }: Given) => (
  <section aria-labelledby="published">
    <h2 id="published">Edition {review.edition} is published</h2>
    <p>
      {signedWords(review)}{' '}
      <a href={formatView(viewOf('review', { id: review.quarter }))}>Read it</a>
    </p>
    <p className="note">
      It never changes. To put it right, begin a draft below: when that is published it takes the
      place of this one. A checker may withdraw it at once, with a reason that its readers see.
    </p>
    <form
      className="entry"
      aria-label="Withdraw it"
      onSubmit={(event) => {
        event.preventDefault()
        void withdraw(String(new FormData(event.currentTarget).get('reason') ?? '').trim())
      }}
    >
      <div className="field field-wide">
        <label htmlFor="withdrawn-why">Why it is withdrawn</label>
        <input id="withdrawn-why" name="reason" type="text" autoComplete="off" required />
      </div>
      <button type="submit">Withdraw edition {review.edition}</button>
    </form>
  </section>
)
