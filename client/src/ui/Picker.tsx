import { use } from 'react'
import { Field } from './Field.tsx'
import type { Options } from './options.ts'
import { Apply } from './ViewForm.tsx'

type Given = {
  name: string
  label: string
  /** The value of the view; the empty text, or null, is the default. */
  value: string | null
  options: Options
  wide?: boolean
}

/** A choice in the form of a view, which counts at once. */
export const Picker = ({ name, value, ...given }: Given) => (
  <Field {...given} id={`pick-${name}`} name={name} value={value ?? ''} onChange={use(Apply)} />
)
