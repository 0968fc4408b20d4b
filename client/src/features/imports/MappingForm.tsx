import type { FileLook, Import } from '@muster/shared/contract/import'
import { type FormEvent, useState } from 'react'
import { fileLookAddress, importAddress, madeOn } from '../../api/addresses.ts'
import { sendJson } from '../../api/send.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { formatMoment } from './import-words.ts'
import { MappedRows } from './MappedRows.tsx'
import { MarkFields } from './MarkFields.tsx'
import { columnsOf, type Draft, draftOf, faultsOf, toMapping } from './mapping-draft.ts'
import { PartFields } from './PartFields.tsx'
import { SheetFields } from './SheetFields.tsx'

type Given = { found: Import; look: FileLook; onChecked: (found: Import) => void }

/** What the columns mean, with the first rows as they would be read beside it. */
export const MappingForm = ({ found, look, onChecked }: Given) => {
  const id = `${found.id}`
  const [draft, setDraft] = useState(() => draftOf(look))
  const [isSent, setSent] = useState(false)
  const { problem, said, send, clear } = useCommand<Import>({
    meanwhile: 'The file is being read again…',
    changes: [importAddress(id), fileLookAddress(id)],
  })
  const missing = faultsOf(draft)
  const change = (changes: Partial<Draft>) => setDraft({ ...draft, ...changes })
  const sheet = look.sheets.find(({ name }) => name === draft.sheet)

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setSent(true)
    clear()
    const [first] = Object.keys(missing)
    if (first !== undefined) document.getElementById(`map-${first}`)?.focus()
    else
      send({
        run: () =>
          sendJson<Import>('POST', madeOn(fileLookAddress(id), found), {
            mapping: toMapping(draft),
          }),
        onDone: onChecked,
      })
  }

  return (
    <section aria-labelledby="mapping">
      <h2 id="mapping">Say what the columns mean</h2>
      <p>
        {look.savedBy === null || look.savedAt === null
          ? 'The layout is not one of those that are known. What you say here is kept for the next file of this source.'
          : `Filled in as ${look.savedBy} explained a file of this source on ${formatMoment(look.savedAt)}. Change it where it does not fit this one.`}
      </p>
      {problem !== null && <ProblemNotice problem={problem} />}
      <form className="entry mapping" aria-label="What the columns mean" onSubmit={submit}>
        <SheetFields sheets={look.sheets} draft={draft} change={change} />
        <PartFields
          draft={draft}
          columns={columnsOf(sheet, draft.headingRow)}
          faults={isSent ? missing : {}}
          change={change}
        />
        <MarkFields marks={draft.marks} setMarks={(marks) => change({ marks })} />
        <MappedRows id={id} mapping={Object.keys(missing).length === 0 ? toMapping(draft) : null} />
        <div className="button-row">
          <button type="submit" className="main-button">
            Keep this and check the file
          </button>
          <span role="status">{said}</span>
        </div>
      </form>
    </section>
  )
}
