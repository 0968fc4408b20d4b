import { Field } from '../../ui/Field.tsx'
import { readFields, trimmed } from '../../ui/fields.ts'

/** Nobody works on this quarter yet: begin, by the figures known on a day. */
export const BeginForm = ({ begin }: { begin: (asOf: string) => void }) => (
  <form
    className="entry"
    aria-label="Begin this review"
    onSubmit={(event) => begin(trimmed(readFields(event)).asOf ?? '')}
  >
    <p>
      Nobody is working on a review of this quarter. Open actions of the last one are carried over.
    </p>
    <Field
      id="as-of"
      name="asOf"
      label="Figures available on (a day such as 2026-09-30; empty for today)"
      autoComplete="off"
    />
    <button type="submit">Begin a draft</button>
  </form>
)
