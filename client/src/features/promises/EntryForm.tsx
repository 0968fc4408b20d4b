import type { ReactNode } from 'react'
import { sendJson } from '../../api/send.ts'
import { useCommand } from '../../api/use-command.ts'
import { CommandForm } from '../../ui/CommandForm.tsx'
import { trimmed } from '../../ui/fields.ts'

type Given = {
  /** What opens the form, and what it does. */
  title: string
  address: string
  submit: string
  children: ReactNode
}

/** A form that enters something about a promise; closed until it is wanted, and never printed. */
export const EntryForm = ({ title, address, submit, children }: Given) => (
  <details className="no-print">
    <summary className="opener">{title}</summary>
    <CommandForm
      label={title}
      // What was entered may change any answer about promises.
      command={useCommand({ changes: 'all' })}
      orderOf={(entered) => ({
        run: () => sendJson('POST', address, trimmed(entered)),
        done: 'Entered.',
      })}
      submit={submit}
    >
      {children}
    </CommandForm>
  </details>
)
