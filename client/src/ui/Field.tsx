import { type ComponentProps, type ReactNode, use } from 'react'
import { Faults } from './faults.ts'
import type { Option, Options } from './options.ts'
import './Form.css'

type Frame = {
  /** Made of `name` where it is left out. */
  id?: string
  name?: string
  label: string
  hint?: ReactNode
  /** What is wrong with it, where the form around it does not know. */
  error?: string | null
  wide?: boolean
  /** Further elements that describe it. */
  describedBy?: string | undefined
  /** Told the text, or the chosen value, at each change. */
  onText?: (text: string) => void
}

/** A choice where there are options, several lines where there are rows, else a line of text. */
type Control =
  | ({ options: Options; rows?: never } & ComponentProps<'select'>)
  | ({ rows: number; options?: never } & ComponentProps<'textarea'>)
  | ({ options?: never; rows?: never } & ComponentProps<'input'>)

/** A label, its hint, its fault and its control, tied together. */
export const Field = ({
  name,
  id = `field-${name}`,
  label,
  hint,
  error,
  wide = false,
  describedBy,
  onText,
  ...control
}: Frame & Control) => {
  const faultOf = use(Faults)
  const fault = error ?? (name === undefined ? null : faultOf(name))
  const describing = [
    hint !== undefined && `${id}-hint`,
    fault !== null && `${id}-error`,
    describedBy,
  ].filter((part) => typeof part === 'string')
  const tied = {
    id,
    name,
    ...(describing.length > 0 && { 'aria-describedby': describing.join(' ') }),
    ...(fault !== null && { 'aria-invalid': true }),
    ...(onText !== undefined && {
      onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
        onText(currentTarget.value),
    }),
  }
  return (
    <div
      className={wide ? 'field field-wide' : 'field'}
      data-faulty={fault === null ? undefined : ''}
    >
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p className="note" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault !== null && (
        <p className="entry-error" id={`${id}-error`}>
          <strong>Error:</strong> {fault}
        </p>
      )}
      {control.options !== undefined ? (
        <ChoiceOf {...control} {...tied} />
      ) : control.rows !== undefined ? (
        <textarea {...control} {...tied} />
      ) : (
        <input type="text" {...control} {...tied} />
      )}
    </div>
  )
}

const ChoiceOf = ({ options, ...given }: { options: Options } & ComponentProps<'select'>) => (
  <select {...given}>
    {options.map((option) =>
      'options' in option ? (
        <optgroup key={option.name} label={option.name}>
          {option.options.map(optionOf)}
        </optgroup>
      ) : (
        optionOf(option)
      ),
    )}
  </select>
)

const optionOf = ({ value, name }: Option) => (
  <option key={value} value={value}>
    {name}
  </option>
)
