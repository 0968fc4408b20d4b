import { Field } from './Field.tsx'
import { HINT } from './ViewForm.tsx'

type Given = {
  name: string
  label: string
  value: string | null
  long?: boolean
  /** Whether the hint of the form says how to write it. */
  hinted?: boolean
}

/** Text counts when it is sent (Enter, or the button): half a date is not a question. */
export const TextField = ({ name, label, value, long = false, hinted = false }: Given) => (
  <Field
    key={value}
    id={`type-${name}`}
    name={name}
    label={label}
    className={long ? 'text-long' : undefined}
    defaultValue={value ?? ''}
    describedBy={hinted ? HINT : undefined}
    autoComplete="off"
    spellCheck={false}
  />
)
