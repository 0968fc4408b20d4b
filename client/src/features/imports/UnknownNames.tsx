import type { Import, UnknownName } from '@muster/shared/contract/import'
import { type FormEvent, useState } from 'react'
import { importAddress, madeOn, unknownNamesAddress } from '../../api/addresses.ts'
import { sendJson } from '../../api/send.ts'
import { useCommand } from '../../api/use-command.ts'
import { Field } from '../../ui/Field.tsx'
import type { Options } from '../../ui/options.ts'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { useMeanings } from './import-options.ts'
import { countOf } from './import-words.ts'

type Given = {
  found: Import
  names: readonly UnknownName[]
  onChecked: (found: Import) => void
}

/** For each name that nobody knows: the nearest, or any other; then the file is checked again. */
export const UnknownNames = ({ found, names, onChecked }: Given) => {
  const meanings = useMeanings()
  const { problem, said, send, clear } = useCommand<Import>({
    meanwhile: 'The names are kept and the file is being checked again…',
    changes: [importAddress(`${found.id}`)],
  })
  const [isEmpty, setEmpty] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const chosen = chosenIn(new FormData(event.currentTarget), names)
    setEmpty(chosen.length === 0)
    clear()
    if (chosen.length === 0) return
    send({
      run: () =>
        sendJson<Import>('POST', madeOn(unknownNamesAddress(`${found.id}`), found), {
          choices: chosen,
        }),
      onDone: onChecked,
    })
  }
  return (
    <section aria-labelledby="unknown-names">
      <h2 id="unknown-names">Say what these names mean</h2>
      <p>
        Nothing is guessed. What you choose is kept, with your name, and applies to later files too.
      </p>
      {problem !== null && <ProblemNotice problem={problem} />}
      <form
        className="entry"
        method="post"
        action={madeOn(`/imports/${found.id}/names`, found)}
        onSubmit={submit}
      >
        {names.map((name, index) => (
          <NameField
            key={`${name.kind} ${name.alias}`}
            id={`name-${index}`}
            name={name}
            options={meanings[name.kind]}
          />
        ))}
        <div className="button-row">
          <button type="submit" className="main-button">
            Keep these names and check again
          </button>
          <span role="status">
            {isEmpty ? 'Choose for at least one name what it means.' : said}
          </span>
        </div>
      </form>
    </section>
  )
}

type NameGiven = { id: string; name: UnknownName; options: Options }

const NameField = ({ id, name: { kind, alias, count, cell, nearest }, options }: NameGiven) => (
  <fieldset className="unknown-name">
    <legend>
      “{alias}” means…{' '}
      <span className="note">
        {countOf(count, 'fault')}
        {cell !== null && `, ${count === 1 ? '' : 'the first '}at ${cell}`}
      </span>
    </legend>
    <ul className="choices">
      {nearest.map(({ target, name }) => (
        <li key={target}>
          <label>
            <input type="radio" name={`${kind}:${alias}`} value={target} />
            {name}
          </label>
        </li>
      ))}
    </ul>
    <Field
      id={id}
      name={`${kind}:${alias}`}
      label={nearest.length === 0 ? 'No similar name was found. Choose' : 'or another'}
      defaultValue=""
      options={[{ value: '', name: 'not this one' }, ...options]}
    />
  </fieldset>
)

/** The list stands after the nearest: whoever uses it means it. */
const chosenIn = (fields: FormData, names: readonly UnknownName[]) =>
  names.flatMap(({ kind, alias }) => {
    const target = fields
      .getAll(`${kind}:${alias}`)
      .map(String)
      .findLast((value) => value !== '')
    return target === undefined ? [] : [{ kind, alias, target }]
  })
