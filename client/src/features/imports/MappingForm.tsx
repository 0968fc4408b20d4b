import type { FileLook, Import } from '@muster/shared/contract/import'
import { TRUSTS } from '@muster/shared/domain/series/observation'
import { TRUST_TERMS } from '@muster/shared/words/terms'
import { type FormEvent, Fragment, useState } from 'react'
import { importAddress } from '../../api/addresses.ts'
import { sendJson } from '../../api/send.ts'
import { useCommand } from '../../api/use-command.ts'
import { Field } from '../../ui/Field.tsx'
import { plainOptions, termOptions } from '../../ui/options.ts'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { ColumnField } from './ColumnField.tsx'
import { ConstantField, PART_LABELS } from './ConstantField.tsx'
import { FirstRows } from './FirstRows.tsx'
import { formatMoment } from './import-words.ts'
import { MappedRows } from './MappedRows.tsx'
import { MarkFields } from './MarkFields.tsx'
import { columnsOf, type Draft, draftOf, faultsOf, PARTS, toMapping } from './mapping-draft.ts'

type Given = { id: string; look: FileLook; onChecked: (found: Import) => void }

/** What the columns mean, with the first rows as they would be read beside it. */
export const MappingForm = ({ id, look, onChecked }: Given) => {
  const [draft, setDraft] = useState(() => draftOf(look))
  const [isSent, setSent] = useState(false)
  const { problem, said, send } = useCommand<Import>({
    meanwhile: 'The file is being read again…',
  })
  const missing = faultsOf(draft)
  const change = (changes: Partial<Draft>) => setDraft({ ...draft, ...changes })
  const setConstant = (part: keyof Draft['constants'], text: string) =>
    change({ constants: { ...draft.constants, [part]: text } })
  const sheet = look.sheets.find(({ name }) => name === draft.sheet)
  const column = {
    draft,
    columns: columnsOf(sheet, draft.headingRow),
    faults: isSent ? missing : {},
    change,
  }

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setSent(true)
    const [first] = Object.keys(missing)
    if (first !== undefined) document.getElementById(`map-${first}`)?.focus()
    else
      send({
        run: () =>
          sendJson<Import>('POST', `${importAddress(id)}/mapping`, { mapping: toMapping(draft) }),
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
        {look.sheets.length > 1 && (
          <Field
            id="map-sheet"
            label="Sheet"
            value={draft.sheet}
            options={plainOptions(look.sheets.map(({ name }) => name))}
            onText={(name) => change({ sheet: name })}
          />
        )}
        <Field
          id="map-heading"
          label="Heading row"
          hint="Rows above it are left out. 0 if there are none."
          className="short"
          type="number"
          min={0}
          value={draft.headingRow}
          onText={(row) => change({ headingRow: Math.max(0, Math.trunc(Number(row)) || 0) })}
        />
        <FirstRows sheet={sheet} headingRow={draft.headingRow} />
        <div className="mapping-fields">
          <ColumnField {...column} part="value" label="Figures" none="choose a column" />
          {PARTS.map((part) => (
            <Fragment key={part}>
              <ColumnField
                {...column}
                part={part}
                label={PART_LABELS[part]}
                none="the same for every row"
              />
              {draft.columns[part] === 0 && (
                <ConstantField
                  part={part}
                  value={draft.constants[part]}
                  setValue={(text) => setConstant(part, text)}
                />
              )}
            </Fragment>
          ))}
          <ColumnField {...column} part="note" label="Notes, if any" none="in no column" />
          <Field
            id="map-trust"
            label="Trust"
            value={draft.constants.trust}
            options={[{ value: '', name: 'as the source' }, ...termOptions(TRUSTS, TRUST_TERMS)]}
            onText={(trust) => setConstant('trust', trust)}
          />
        </div>
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
