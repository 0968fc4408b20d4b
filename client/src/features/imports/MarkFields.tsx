import { MISSING } from '@muster/shared/domain/series/observation'
import { MISSING_TERMS } from '@muster/shared/words/terms'
import { Field } from '../../ui/Field.tsx'
import type { Draft } from './mapping-draft.ts'

type Given = { marks: Draft['marks']; setMarks: (marks: Draft['marks']) => void }

export const MarkFields = ({ marks, setMarks }: Given) => (
  <fieldset>
    <legend>Symbols for missing values</legend>
    <p className="note">
      As written in the file, such as .. or -; separate several with commas. An empty cell is never
      read as zero.
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
