import type { Import } from '@muster/shared/contract/import'
import type { FormEvent } from 'react'
import { madeOn } from '../../api/addresses.ts'
import { CommitForm } from './CommitForm.tsx'

export type Verb = 'commit' | 'undo' | 'recheck'

type Given = {
  found: Import
  busy: boolean
  act: (verb: Verb, body?: unknown) => void
}

/** What can be done with the import as it stands. Each is a plain form, sent by script if it can. */
export const Actions = ({ found, busy, act }: Given) => {
  const button = (verb: Verb, label: string) => (
    <form
      method="post"
      action={madeOn(`/imports/${found.id}/${verb}`, found)}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        if (!busy) act(verb)
      }}
    >
      <button type="submit" aria-disabled={busy}>
        {label}
      </button>
    </form>
  )
  const isSame = found.notes.some(({ code }) => code === 'same-file')
  if (found.state === 'committed' && found.release === null)
    return (
      <p>
        This exact file had already been imported: it added nothing, so there is nothing to undo.
      </p>
    )
  if (found.state === 'committed')
    return (
      <div className="button-row">
        {button('undo', 'Undo this import')}
        <span className="note">Its figures will no longer count; they stay on record.</span>
      </div>
    )
  if (found.state === 'undone')
    return (
      <div className="button-row">
        {button('commit', 'Restore this import')}
        <span className="note">Its figures will count again, as they were imported.</span>
      </div>
    )
  return (
    <>
      {found.state === 'checked' && !isSame && (
        <CommitForm found={found} busy={busy} commit={(body) => act('commit', body)} />
      )}
      <div className="button-row">
        {button('recheck', 'Check again')}
        <span className="note">Against the figures and names as they are now.</span>
      </div>
    </>
  )
}
