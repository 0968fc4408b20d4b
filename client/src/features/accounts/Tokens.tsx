import type { NewToken, TokenRow } from '@muster/shared/contract/account'
import { formatDate } from '@muster/shared/words/format'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { tokensAddress } from '../../api/addresses.ts'
import { useReply } from '../../api/queries.ts'
import { sendJson } from '../../api/send.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Field } from '../../ui/Field.tsx'

/** Keys for programs that ask the API in the person's name. */
export const Tokens = () => {
  const tokens = useReply(tokensAddress())
  const client = useQueryClient()
  const [made, setMade] = useState<NewToken | null>(null)
  const [said, setSaid] = useState('')
  const again = () => client.invalidateQueries({ queryKey: [tokensAddress()] })
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const fields = new FormData(form)
    const sent = await sendJson<NewToken>('POST', tokensAddress(), {
      label: String(fields.get('label')),
      scope: String(fields.get('scope')),
      days: Number(fields.get('days')),
    })
    setMade(sent.reply)
    setSaid(sent.problem === null ? 'Copy the token now: it is shown once.' : sent.problem.detail)
    if (sent.problem === null) form.reset()
    await again()
  }
  const revoke = async ({ id, label }: TokenRow) => {
    const sent = await sendJson('DELETE', `${tokensAddress()}/${id}`)
    setSaid(sent.problem === null ? `“${label}” no longer works.` : sent.problem.detail)
    await again()
  }
  return (
    <>
      <h2>API tokens</h2>
      <p>A token lets a program act in your name until the day it ends.</p>
      <Answered answer={tokens}>
        {(rows) => (
          <ul>
            {rows.map((row) => (
              <li key={row.id}>
                {row.label}: {row.scope === 'read' ? 'may read' : 'may read and write'}, until{' '}
                {formatDate(row.expiresAt.slice(0, 10))}{' '}
                <button type="button" onClick={() => void revoke(row)}>
                  Revoke<span className="visually-hidden"> “{row.label}”</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </Answered>
      <form className="entry" onSubmit={(event) => void submit(event)}>
        <Field id="label" label="What a new token is for">
          {(tied) => (
            <input {...tied} type="text" name="label" maxLength={80} autoComplete="off" required />
          )}
        </Field>
        <Field id="scope" label="It may">
          {(tied) => (
            <select {...tied} name="scope">
              <option value="read">read</option>
              <option value="write">read and write</option>
            </select>
          )}
        </Field>
        <Field id="days" label="For so many days">
          {(tied) => (
            <input
              {...tied}
              className="short"
              type="number"
              name="days"
              min={1}
              max={365}
              defaultValue={90}
              required
            />
          )}
        </Field>
        <div className="button-row">
          <button type="submit">Make a token</button>
          <span role="status">{said}</span>
        </div>
        {made !== null && <code className="hash">{made.token}</code>}
      </form>
    </>
  )
}
