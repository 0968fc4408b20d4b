import type { NewToken, TokenRow } from '@muster/shared/contract/account'
import { formatDate } from '@muster/shared/words/format'
import { useState } from 'react'
import { tokensAddress } from '../../api/addresses.ts'
import { useReply } from '../../api/queries.ts'
import { sendJson } from '../../api/send.ts'
import { useCommand } from '../../api/use-command.ts'
import { Answered } from '../../ui/Answered.tsx'
import { CommandForm } from '../../ui/CommandForm.tsx'
import { Field } from '../../ui/Field.tsx'

/** Keys for programs that ask the API in the person's name. */
export const Tokens = () => {
  const tokens = useReply(tokensAddress())
  const [made, setMade] = useState<NewToken | null>(null)
  const command = useCommand({ changes: [tokensAddress()] })
  const revoke = ({ id, label }: TokenRow) =>
    command.send({
      run: () => sendJson('DELETE', `${tokensAddress()}/${id}`),
      done: `“${label}” no longer works.`,
    })
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
                <button type="button" onClick={() => revoke(row)}>
                  Revoke<span className="visually-hidden"> “{row.label}”</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </Answered>
      <CommandForm
        command={command}
        orderOf={(entered) => ({
          run: () =>
            sendJson<NewToken>('POST', tokensAddress(), {
              ...entered,
              days: Number(entered.days),
            }).then(setMade),
          done: 'Copy the token now: it is shown once.',
        })}
        submit="Create token"
      >
        <Field
          name="label"
          label="What a new token is for"
          maxLength={80}
          autoComplete="off"
          required
        />
        <Field name="scope" label="It may" options={SCOPES} />
        <Field
          name="days"
          label="Valid for (days)"
          className="short"
          type="number"
          min={1}
          max={365}
          defaultValue={90}
          required
        />
      </CommandForm>
      {made !== null && <code className="hash">{made.token}</code>}
    </>
  )
}

const SCOPES = [
  { value: 'read', name: 'read' },
  { value: 'write', name: 'read and write' },
]
