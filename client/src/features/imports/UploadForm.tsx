import { IMPORT_FAULTS, type Import, MOST_FILE_BYTES } from '@muster/shared/contract/import'
import type { Problem } from '@muster/shared/contract/problem'
import type { Source } from '@muster/shared/contract/register'
import { formatView, viewOf } from '@muster/shared/view/view'
import { formatPercent } from '@muster/shared/words/format'
import { type DragEvent, type FormEvent, useRef, useState } from 'react'
import { importsAddress } from '../../api/addresses.ts'
import { sendForm } from '../../api/send.ts'
import { Field } from '../../ui/Field.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import './UploadForm.css'

type Given = {
  sources: readonly Source[]
  /** Why the form came back without script. */
  fault: string | null
  onChecked: (found: Import) => void
}

/** With script the file goes up with its progress; without, the browser sends the same form. */
export const UploadForm = ({ sources, fault, onChecked }: Given) => {
  const file = useRef<HTMLInputElement>(null)
  const [share, setShare] = useState<number | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [faults, setFaults] = useState<Faults>({})
  const [isOver, setOver] = useState(false)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (share !== null) return
    const form = event.currentTarget
    const missing = faultsOf(form)
    setFaults(missing)
    setProblem(null)
    const first = Object.keys(missing)[0]
    if (first !== undefined) {
      focusOn(form, first)
      return
    }
    setShare(0)
    const sent = await sendForm<Import>(importsAddress(), new FormData(form), setShare)
    setShare(null)
    if (sent.problem === null) onChecked(sent.reply)
    else {
      setProblem(sent.problem)
      const named = faultsIn(sent.problem)
      setFaults(named)
      focusOn(form, Object.keys(named)[0] ?? 'file')
    }
  }

  /** The browser's own chooser holds what was dropped, so that both ways send the same. */
  const drop = (event: DragEvent<HTMLDivElement>) => {
    event.preventDefault()
    setOver(false)
    if (file.current === null || event.dataTransfer.files.length === 0) return
    file.current.files = event.dataTransfer.files
    file.current.focus()
  }
  const over = (isHere: boolean) => (event: DragEvent<HTMLDivElement>) => {
    event.preventDefault()
    setOver(isHere)
  }

  return (
    <form
      className="entry"
      method="post"
      action={formatView(viewOf('imports', {}))}
      encType="multipart/form-data"
      aria-label="Bring a file in"
      noValidate
      onSubmit={(event) => void submit(event)}
    >
      {problem !== null && <ProblemNotice problem={problem} />}
      {problem === null && fault !== null && fault in IMPORT_FAULTS && (
        <ProblemNotice
          problem={{
            title: 'The file was not taken',
            detail: IMPORT_FAULTS[fault as keyof typeof IMPORT_FAULTS],
            status: 400,
          }}
        />
      )}
      <Field
        id="source"
        label="Whose publication it is"
        hint="Figures of one publication never mix with another’s."
        error={faults.source ?? null}
      >
        {(tied) => (
          <select {...tied} name="source" defaultValue="" required>
            <option value="">Choose a source</option>
            {(['dataset', 'document'] as const).map((kind) => (
              <optgroup key={kind} label={kind === 'dataset' ? 'Data sets' : 'Documents'}>
                {sources
                  .filter((source) => source.kind === kind)
                  .map(({ id, title }) => (
                    <option key={id} value={id}>
                      {title}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the chooser inside does the same by keyboard */}
      <div
        className="drop-place"
        data-over={isOver ? '' : undefined}
        onDragOver={over(true)}
        onDragLeave={over(false)}
        onDrop={drop}
      >
        <Field
          id="file"
          label="File"
          hint="XLSX, ODS or CSV, at most 50 MB, as the publisher gave it. Choose it, or drop it here."
          error={faults.file ?? null}
        >
          {(tied) => (
            <input
              {...tied}
              ref={file}
              type="file"
              name="file"
              accept=".csv,.tsv,.txt,.xlsx,.ods"
              required
            />
          )}
        </Field>
      </div>
      <Field
        id="published"
        label="Published on, if the file does not say"
        hint="The day or month of this edition, as 2025-03-31 or 2025-03. Left empty, it counts as known from today."
        error={faults.published ?? null}
      >
        {(tied) => (
          <input {...tied} className="short" type="text" name="published" autoComplete="off" />
        )}
      </Field>
      <div className="button-row">
        <button type="submit" className="main-button" aria-disabled={share !== null}>
          Check the file
        </button>
        {share !== null && <progress max={1} value={share >= 1 ? undefined : share} aria-hidden />}
        <span role="status">{share === null ? '' : progressWords(share)}</span>
      </div>
      <p className="note">
        Checking writes nothing. You see every fault and every change first, and decide then.
      </p>
    </form>
  )
}

type Faults = { source?: string; file?: string; published?: string }

/** In quarters, so that a screen reader is not talked over. */
const progressWords = (share: number): string => {
  if (share >= 1) return 'The file is there and is being checked…'
  return `Sending the file: ${formatPercent(Math.floor(share * 4) * 25).replace('.0', '')}`
}

const faultsOf = (form: HTMLFormElement): Faults => {
  const fields = new FormData(form)
  const file = fields.get('file')
  const published = String(fields.get('published')).trim()
  return {
    ...(fields.get('source') === '' ? { source: 'Choose whose publication it is.' } : {}),
    ...(!(file instanceof File) || file.name === '' ? { file: 'Choose a file.' } : {}),
    ...(file instanceof File && file.size > MOST_FILE_BYTES
      ? { file: IMPORT_FAULTS['too-large'] }
      : {}),
    ...(published === '' || /^\d{4}(-\d{2}(-\d{2})?)?$/.test(published)
      ? {}
      : { published: IMPORT_FAULTS['bad-date'] }),
  }
}

const faultsIn = ({ type, errors = [] }: Problem): Faults => {
  if (type.endsWith('#bad-date')) return { published: IMPORT_FAULTS['bad-date'] }
  if (type.endsWith('#too-large')) return { file: IMPORT_FAULTS['too-large'] }
  return Object.fromEntries(errors.map(({ pointer, detail }) => [pointer.slice(1), detail]))
}

const focusOn = (form: HTMLFormElement, name: string): void => {
  const control = form.elements.namedItem(name)
  if (control instanceof HTMLElement) requestAnimationFrame(() => control.focus())
}
