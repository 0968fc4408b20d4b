import type { FileLook, Import } from '@muster/shared/contract/import'
import type { Problem } from '@muster/shared/contract/problem'
import { BASES, MISSING, TRUSTS } from '@muster/shared/domain/series/observation'
import { BASIS_TERMS, MISSING_TERMS, TRUST_TERMS } from '@muster/shared/words/terms'
import { type FormEvent, Fragment, useState } from 'react'
import { areasAddress, importAddress, metricsAddress } from '../../api/addresses.ts'
import { usePlace } from '../../api/place.ts'
import { replyOf, useReply } from '../../api/queries.ts'
import { sendJson } from '../../api/send.ts'
import { Field } from '../../ui/Field.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { FirstRows } from './FirstRows.tsx'
import { formatMoment } from './import-words.ts'
import { MappedRows } from './MappedRows.tsx'
import {
  columnsOf,
  type Draft,
  draftOf,
  faultsOf,
  PARTS,
  type Part,
  toMapping,
} from './mapping-draft.ts'
import { AreaOptions, MetricOptions } from './UnknownNames.tsx'

type Given = { id: string; look: FileLook; onChecked: (found: Import) => void }

/** What the columns mean, with the first rows as they would be read beside it. */
export const MappingForm = ({ id, look, onChecked }: Given) => {
  const [draft, setDraft] = useState(() => draftOf(look))
  const [isSent, setSent] = useState(false)
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const missing = faultsOf(draft)
  const faults = isSent ? missing : {}
  const sheet = look.sheets.find(({ name }) => name === draft.sheet)
  const columns = columnsOf(sheet, draft.headingRow)
  const change = (changes: Partial<Draft>) => setDraft({ ...draft, ...changes })
  const setColumn = (part: Part | 'value' | 'note', column: number) =>
    change({ columns: { ...draft.columns, [part]: column } })

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setSent(true)
    setProblem(null)
    const first = Object.keys(missing)[0]
    if (first !== undefined) {
      document.getElementById(`map-${first}`)?.focus()
      return
    }
    setSaid('The file is being read again…')
    const sent = await sendJson<Import>('POST', `${importAddress(id)}/mapping`, {
      mapping: toMapping(draft),
    })
    setSaid('')
    if (sent.problem === null) onChecked(sent.reply)
    else setProblem(sent.problem)
  }

  const columnPicker = (part: Part | 'value' | 'note', label: string, none: string) => (
    <Field id={`map-${part}`} label={label} error={faults[part as Part] ?? null}>
      {(tied) => (
        <select
          {...tied}
          value={draft.columns[part]}
          onChange={({ currentTarget }) => setColumn(part, Number(currentTarget.value))}
        >
          <option value={0}>{none}</option>
          {columns.map(({ column, name }) => (
            <option key={column} value={column}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )

  return (
    <section aria-labelledby="mapping">
      <h2 id="mapping">Say what the columns mean</h2>
      <p>
        {look.savedBy === null || look.savedAt === null
          ? 'The layout is not one of those that are known. What you say here is kept for the next file of this source.'
          : `Filled in as ${look.savedBy} explained a file of this source on ${formatMoment(look.savedAt)}. Change it where it does not fit this one.`}
      </p>
      {problem !== null && <ProblemNotice problem={problem} />}
      <form
        className="entry mapping"
        aria-label="What the columns mean"
        onSubmit={(event) => void submit(event)}
      >
        {look.sheets.length > 1 && (
          <Field id="map-sheet" label="Sheet">
            {(tied) => (
              <select
                {...tied}
                value={draft.sheet}
                onChange={({ currentTarget }) => change({ sheet: currentTarget.value })}
              >
                {look.sheets.map(({ name }) => (
                  <option key={name}>{name}</option>
                ))}
              </select>
            )}
          </Field>
        )}
        <Field
          id="map-heading"
          label="Row of the headings"
          hint="Rows above it are left out. 0 if there are none."
        >
          {(tied) => (
            <input
              {...tied}
              className="short"
              type="number"
              min={0}
              value={draft.headingRow}
              onChange={({ currentTarget }) =>
                change({ headingRow: Math.max(0, Math.trunc(currentTarget.valueAsNumber) || 0) })
              }
            />
          )}
        </Field>
        <FirstRows sheet={sheet} headingRow={draft.headingRow} />
        <div className="mapping-fields">
          {columnPicker('value', 'Figures', 'choose a column')}
          {PARTS.map((part) => (
            <Fragment key={part}>
              {columnPicker(part, PART_LABELS[part], 'the same for every row')}
              {draft.columns[part] === 0 && (
                <Constant
                  part={part}
                  value={draft.constants[part]}
                  onChange={(text) => change({ constants: { ...draft.constants, [part]: text } })}
                />
              )}
            </Fragment>
          ))}
          {columnPicker('note', 'Notes, if any', 'in no column')}
          <Field id="map-trust" label="Trust">
            {(tied) => (
              <select
                {...tied}
                value={draft.constants.trust}
                onChange={({ currentTarget }) =>
                  change({ constants: { ...draft.constants, trust: currentTarget.value } })
                }
              >
                <option value="">as the source</option>
                {TRUSTS.map((trust) => (
                  <option key={trust} value={trust}>
                    {TRUST_TERMS[trust].label}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <fieldset>
          <legend>What stands in place of a number</legend>
          <p className="note">
            As the file writes it, such as .. or -; several with commas between. An empty cell is
            never taken for zero.
          </p>
          <div className="mapping-fields">
            {MISSING.map((reason) => (
              <Field
                key={reason}
                id={`map-mark-${reason}`}
                label={`${MISSING_TERMS[reason].label} ${MISSING_TERMS[reason].mark}`}
              >
                {(tied) => (
                  <input
                    {...tied}
                    className="short"
                    type="text"
                    autoComplete="off"
                    value={draft.marks[reason]}
                    onChange={({ currentTarget }) =>
                      change({ marks: { ...draft.marks, [reason]: currentTarget.value } })
                    }
                  />
                )}
              </Field>
            ))}
          </div>
        </fieldset>
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

type ConstantGiven = { part: Part; value: string; onChange: (text: string) => void }

const Constant = ({ part, value, onChange }: ConstantGiven) => {
  const areas = replyOf(useReply(areasAddress({}))) ?? []
  const metrics = replyOf(useReply(metricsAddress())) ?? []
  const words = replyOf(usePlace())?.words ?? {}
  const id = `map-every-${part}`
  return (
    <Field id={id} label={`${PART_LABELS[part]}, in every row`}>
      {(tied) =>
        part === 'date' ? (
          <input
            {...tied}
            className="short"
            type="text"
            autoComplete="off"
            placeholder="2025-03-31"
            value={value}
            onChange={({ currentTarget }) => onChange(currentTarget.value)}
          />
        ) : (
          <select
            {...tied}
            value={value}
            onChange={({ currentTarget }) => onChange(currentTarget.value)}
          >
            <option value="">choose</option>
            {part === 'area' && <AreaOptions areas={areas} words={words} />}
            {part === 'metric' && <MetricOptions metrics={metrics} />}
            {part === 'basis' &&
              BASES.map((basis) => (
                <option key={basis} value={basis}>
                  {BASIS_TERMS[basis].label}
                </option>
              ))}
          </select>
        )
      }
    </Field>
  )
}

const PART_LABELS: Record<Part, string> = {
  area: 'Area',
  date: 'Date',
  metric: 'What is measured',
  basis: 'How it is counted',
}
