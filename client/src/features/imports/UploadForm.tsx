import { IMPORT_FAULTS, type Import } from '@muster/shared/contract/import'
import type { Source } from '@muster/shared/contract/register'
import { formatView, viewOf } from '@muster/shared/view/view'
import { formatPercent } from '@muster/shared/words/format'
import { type FormEvent, useState } from 'react'
import { importsAddress } from '../../api/addresses.ts'
import { sendForm } from '../../api/send.ts'
import { useCommand } from '../../api/use-command.ts'
import { Field } from '../../ui/Field.tsx'
import { Faults } from '../../ui/faults.ts'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { FileField } from './FileField.tsx'
import { sourceOptions } from './import-options.ts'
import { faultsIn, faultsOf, type UploadFaults } from './upload-faults.ts'
import './UploadForm.css'

type Given = {
  sources: readonly Source[]
  /** Why the form came back without script. */
  fault: string | null
  onChecked: (found: Import) => void
}

/** With script the file goes up with its progress; without, the browser sends the same form. */
export const UploadForm = ({ sources, fault, onChecked }: Given) => {
  const { busy, problem, send, clear } = useCommand<Import>()
  const [share, setShare] = useState(0)
  const [faults, setFaults] = useState<UploadFaults>({})

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const form = event.currentTarget
    const fields = new FormData(form)
    const missing = faultsOf(fields)
    setFaults(missing)
    clear()
    const [first] = Object.keys(missing)
    if (first !== undefined) return focusOn(form, first)
    setShare(0)
    send({
      run: () => sendForm<Import>(importsAddress(), fields, setShare),
      onDone: onChecked,
      onRefused: (found) => {
        const named = faultsIn(found)
        setFaults(named)
        focusOn(form, Object.keys(named)[0] ?? 'file')
      },
    })
  }

  return (
    <form
      className="entry"
      method="post"
      action={formatView(viewOf('imports', {}))}
      encType="multipart/form-data"
      aria-label="Import a file"
      noValidate
      onSubmit={submit}
    >
      <Faults value={(name) => faults[name as keyof UploadFaults] ?? null}>
        {problem !== null && <ProblemNotice problem={problem} />}
        {problem === null && fault !== null && fault in IMPORT_FAULTS && (
          <ProblemNotice
            problem={{
              title: 'The file was not accepted',
              detail: IMPORT_FAULTS[fault as keyof typeof IMPORT_FAULTS],
              status: 400,
            }}
          />
        )}
        <Field
          id="source"
          name="source"
          label="Source"
          hint="Figures of one source are never mixed with another’s."
          defaultValue=""
          options={sourceOptions(sources)}
          required
        />
        <FileField />
        <Field
          id="published"
          name="published"
          label="Published on, if the file does not say"
          hint="The day or month of this edition, as 2025-03-31 or 2025-03. Left empty, it counts as known from today."
          className="short"
          autoComplete="off"
        />
      </Faults>
      <div className="button-row">
        <button type="submit" className="main-button" aria-disabled={busy}>
          Check the file
        </button>
        {busy && <progress max={1} value={share >= 1 ? undefined : share} aria-hidden />}
        <span role="status">{busy ? progressWords(share) : ''}</span>
      </div>
      <p className="note">
        Checking writes nothing. You see every fault and every change first, and decide then.
      </p>
    </form>
  )
}

/** In quarters, so that a screen reader is not talked over. */
const progressWords = (share: number): string => {
  if (share >= 1) return 'The file has arrived and is being checked…'
  return `Sending the file: ${formatPercent(Math.floor(share * 4) * 25).replace('.0', '')}`
}

const focusOn = (form: HTMLFormElement, name: string): void => {
  const control = form.elements.namedItem(name)
  if (control instanceof HTMLElement) requestAnimationFrame(() => control.focus())
}
