import { MISSING } from '@muster/shared/domain/series/observation'
import { MISSING_TERMS } from '@muster/shared/words/terms'
import { Field } from '../../ui/Field.tsx'
import type { Draft } from './mapping-draft.ts'

type Given = { marks: Draft['marks']; setMarks: (marks: Draft['marks']) => void }

export const MarkFields = ({ marks, setMarks }: Given) => (
  <fieldset>
    <legend>What stands in place of a number</legend>
    <p className="note">
      As the file writes it, such as .. or -; several with commas between. An empty cell is never
      taken for zero.
    </p>
    <div className="mapping-fields">
      {MISSING.map((reason) => (
        <Field
          key={reason}
          id={`map-mark-${reason}`}
          label={`${MISSING_TERMS[reason].label} ${MISSING_TERMS[reason].mark}`}
          className="short"
          autoComplete="off"
          value={marks[reason]}
          onText={(text) => setMarks({ ...marks, [reason]: text })}
        />
      ))}
    </div>
  </fieldset>
)
