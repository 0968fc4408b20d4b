import type { Import, ImportFinding } from '@muster/shared/contract/import'
import { type FormEvent, useState } from 'react'
import { madeOn } from '../../api/addresses.ts'
import { Field } from '../../ui/Field.tsx'
import { FindingTable } from './FindingTable.tsx'
import { codeWords } from './import-words.ts'

type Given = {
  found: Import
  busy: boolean
  /** Sends what was typed; what is refused stays in the fields. */
  commit: (body: { ticks: { code: string; reason: string }[] }) => void
}

/** What must be accepted with a reason, each kind once, and the one button that takes figures in. */
export const CommitForm = ({ found, busy, commit }: Given) => {
  const [open, setOpen] = useState<readonly string[]>([])
  const groups = Map.groupBy(found.ticks, ({ code }) => code)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const form = event.currentTarget
    const fields = new FormData(form)
    const ticks = [...groups.keys()].map((code) => ({
      code,
      reason: String(fields.get(`reason:${code}`) ?? '').trim(),
    }))
    const missing = ticks.filter(({ reason }) => reason.length < SHORTEST).map(({ code }) => code)
    setOpen(missing)
    if (missing.length === 0) commit({ ticks })
    else form.querySelector<HTMLElement>(`#reason-${missing[0]}`)?.focus()
  }
  return (
    <form
      className="entry commit-form"
      method="post"
      action={madeOn(`/imports/${found.id}/commit`, found)}
      aria-label="Import these figures"
      noValidate
      onSubmit={submit}
    >
      {groups.size > 0 && (
        <>
          <h2>Check before importing</h2>
          <p>
            They may be right. Say for each kind why it is accepted; the reason is kept with your
            name.
          </p>
        </>
      )}
      {[...groups].map(([code, findings]) => (
        <TickGroup key={code} code={code} findings={findings} isOpen={open.includes(code)} />
      ))}
      <button type="submit" className="main-button" aria-disabled={busy}>
        Import these figures
      </button>
      <p className="note">
        All or nothing. You can undo it at any time, and restore it afterwards.
      </p>
    </form>
  )
}

type GroupGiven = { code: string; findings: readonly ImportFinding[]; isOpen: boolean }

const TickGroup = ({ code, findings, isOpen }: GroupGiven) => (
  <div className="tick-group">
    <h3>{codeWords(code)}</h3>
    {findings.length === 1 ? (
      <p>
        {findings[0]?.cell != null && <strong>{findings[0].cell}: </strong>}
        {findings[0]?.sentence}
      </p>
    ) : (
      <FindingTable name={codeWords(code)} findings={findings} />
    )}
    <Field
      id={`reason-${code}`}
      label={`Why is this accepted? (${codeWords(code).toLowerCase()})`}
      name={`reason:${code}`}
      error={isOpen ? 'Give a reason, in a few words.' : null}
      autoComplete="off"
      maxLength={500}
      required
    />
  </div>
)

const SHORTEST = 3
