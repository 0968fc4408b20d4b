import { formatView, parseView, type View } from '@muster/shared/view/view'
import { type ChangeEvent, createContext, type FormEvent, type ReactNode } from 'react'
import { useGo } from './use-view.ts'
import './ViewForm.css'

type Given = {
  /** The page that the form is about; its fields are the fields of its grammar. */
  view: View
  label: string
  /** How text is to be written, for fields that are described by `HINT`. */
  hint?: string
  children: ReactNode
}

/** Goes to the view that the form around a control now spells. */
export const Apply = createContext<
  (event: ChangeEvent<HTMLSelectElement | HTMLInputElement>) => void
>(() => {})

/**
 * A form whose fields are the view. Without script the browser sends it and the server reads the
 * address; with script the same fields are read the same way, and each change is one step of Back.
 */
export const ViewForm = ({ view, label, hint, children }: Given) => {
  const go = useGo()
  const path = formatView(view).split('?')[0] ?? '/'
  const follow = (form: HTMLFormElement, changed: string | null) =>
    go(parseView(path, spell(form, changed)).view)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    follow(event.currentTarget, null)
  }
  return (
    <form className="controls" method="get" action={path} aria-label={label} onSubmit={submit}>
      <Apply
        value={({ currentTarget: { form, name } }) => {
          if (form !== null) follow(form, name)
        }}
      >
        {children}
      </Apply>
      <button type="submit">Show</button>
      {hint !== undefined && (
        <p className="hint" id={HINT}>
          {hint}
        </p>
      )}
    </form>
  )
}

export const HINT = 'form-hint'

/** Some choices make others void: a box ticked means a list; another metric has its own bases. */
const spell = (form: HTMLFormElement, changed: string | null): string => {
  const search = new URLSearchParams()
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && !VOIDED_BY[changed ?? '']?.includes(name))
      search.append(name, value)
  if (changed === 'areas') search.set('among', 'list')
  return search.toString()
}

const VOIDED_BY: Record<string, readonly string[]> = { metric: ['basis', 'source'] }
