import type { Import, UnknownName } from '@muster/shared/contract/import'
import type { Problem } from '@muster/shared/contract/problem'
import type { Area } from '@muster/shared/domain/areas/area'
import { AREA_TYPES } from '@muster/shared/domain/areas/area'
import type { Metric } from '@muster/shared/domain/series/metric'
import { type FormEvent, useState } from 'react'
import { aliasesAddress, areasAddress, importAddress, metricsAddress } from '../../api/addresses.ts'
import { usePlace } from '../../api/place.ts'
import { replyOf, useReply } from '../../api/queries.ts'
import { sendJson } from '../../api/send.ts'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { countOf } from './import-words.ts'

type Given = {
  id: string
  names: readonly UnknownName[]
  onChecked: (found: Import) => void
}

/** For each name that nobody knows: the nearest, or any other; then the file is checked again. */
export const UnknownNames = ({ id, names, onChecked }: Given) => {
  const areas = replyOf(useReply(areasAddress({}))) ?? []
  const metrics = replyOf(useReply(metricsAddress())) ?? []
  const words = replyOf(usePlace())?.words ?? {}
  const [problem, setProblem] = useState<Problem | null>(null)
  const [said, setSaid] = useState('')
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    setProblem(null)
    const chosen = names.flatMap(({ kind, alias }) => {
      const target = fields
        .getAll(`${kind}:${alias}`)
        .map(String)
        .findLast((value) => value !== '')
      return target === undefined ? [] : [{ kind, alias, target }]
    })
    if (chosen.length === 0) {
      setSaid('Choose for at least one name what it means.')
      return
    }
    setSaid('The names are kept and the file is being checked again…')
    for (const choice of chosen) {
      const sent = await sendJson('POST', aliasesAddress(), choice)
      if (sent.problem !== null) return fail(sent.problem)
    }
    const sent = await sendJson<Import>('POST', `${importAddress(id)}/recheck`)
    if (sent.problem !== null) return fail(sent.problem)
    setSaid('')
    onChecked(sent.reply)
  }
  const fail = (found: Problem) => {
    setSaid('')
    setProblem(found)
  }
  return (
    <section aria-labelledby="unknown-names">
      <h2 id="unknown-names">Say what these names mean</h2>
      <p>
        Nothing is guessed. What you choose is kept, with your name, and holds for later files too.
      </p>
      {problem !== null && <ProblemNotice problem={problem} />}
      <form
        className="entry"
        method="post"
        action={`/imports/${id}/names`}
        onSubmit={(event) => void submit(event)}
      >
        {names.map((name) => (
          <fieldset key={`${name.kind} ${name.alias}`} className="unknown-name">
            <legend>
              “{name.alias}” means…{' '}
              <span className="note">
                {countOf(name.count, 'fault')}
                {name.cell !== null && `, ${name.count === 1 ? '' : 'the first '}at ${name.cell}`}
              </span>
            </legend>
            <ul className="choices">
              {name.nearest.map(({ target, name: meaning }) => (
                <li key={target}>
                  <label>
                    <input type="radio" name={`${name.kind}:${name.alias}`} value={target} />
                    {meaning}
                  </label>
                </li>
              ))}
            </ul>
            <label>
              <span className="note">
                {name.nearest.length === 0 ? 'Nothing is near. Choose' : 'or another'}:{' '}
              </span>
              <select name={`${name.kind}:${name.alias}`} defaultValue="">
                <option value="">not this one</option>
                {name.kind === 'area' ? (
                  <AreaOptions areas={areas} words={words} />
                ) : (
                  <MetricOptions metrics={metrics} />
                )}
              </select>
            </label>
          </fieldset>
        ))}
        <div className="button-row">
          <button type="submit" className="main-button">
            Keep these names and check again
          </button>
          <span role="status">{said}</span>
        </div>
      </form>
    </section>
  )
}

type AreaGiven = { areas: readonly Area[]; words: Readonly<Record<string, string>> }

export const AreaOptions = ({ areas, words }: AreaGiven) =>
  AREA_TYPES.map((type) => (
    <optgroup key={type} label={words[`${type}.plural`] ?? words[type] ?? type}>
      {areas
        .filter((area) => area.type === type)
        .map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
    </optgroup>
  ))

export const MetricOptions = ({ metrics }: { metrics: readonly Metric[] }) =>
  metrics.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ))
