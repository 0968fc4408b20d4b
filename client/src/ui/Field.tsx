import type { ReactNode } from 'react'
import './Form.css'

type Given = {
  id: string
  label: string
  hint?: ReactNode
  /** What is wrong with it; stands above the field and is read with it. */
  error?: string | null
  /** Draws the control with the attributes that tie it to its label, hint and error. */
  children: (tied: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }) => ReactNode
}

/** A label, its hint, its fault and its control, tied together. */
export const Field = ({ id, label, hint, error = null, children }: Given) => {
  const described = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(error === null ? [] : [`${id}-error`]),
  ]
  return (
    <div className="entry-field" data-faulty={error === null ? undefined : ''}>
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p className="note" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== null && (
        <p className="entry-error" id={`${id}-error`}>
          <strong>Mend this:</strong> {error}
        </p>
      )}
      {children({
        id,
        ...(described.length === 0 ? {} : { 'aria-describedby': described.join(' ') }),
        ...(error === null ? {} : { 'aria-invalid': true as const }),
      })}
    </div>
  )
}
