import type { Invitation, UserRow } from '@muster/shared/contract/account'
import { ROLES } from '@muster/shared/domain/permission'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { usersAddress } from '../../api/addresses.ts'
import { useReply } from '../../api/queries.ts'
import { type Sent, sendJson } from '../../api/send.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Field } from '../../ui/Field.tsx'
import { ScrollBox } from '../../ui/ScrollBox.tsx'
import './People.css'

/** Who has an account, for the administrator; a link is shown once, to be handed on. */
export const People = ({ own }: { own: string }) => {
  const users = useReply(usersAddress())
  const client = useQueryClient()
  const [said, setSaid] = useState('')
  const [link, setLink] = useState<Invitation | null>(null)
  const told = async (sent: Sent<unknown>, done: string) => {
    setSaid(sent.problem === null ? done : sent.problem.detail)
    await client.invalidateQueries({ queryKey: [usersAddress()] })
  }
  const addressOf = (name: string) => `${usersAddress()}/${encodeURIComponent(name)}`
  const invite = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const fields = new FormData(form)
    const sent = await sendJson<Invitation>('POST', usersAddress(), {
      name: String(fields.get('person')),
      role: String(fields.get('role')),
    })
    setLink(sent.reply)
    if (sent.problem === null) form.reset()
    await told(sent, 'Hand this link on. It works once, for 24 hours.')
  }
  const renew = async (name: string) => {
    const sent = await sendJson<Invitation>('POST', `${addressOf(name)}/invitation`)
    setLink(sent.reply)
    await told(sent, `Hand this link to ${name}. It works once, for 24 hours.`)
  }
  const change = async (name: string, body: { role?: string; disabled?: boolean }) =>
    told(await sendJson('PATCH', addressOf(name), body), `${name}’s account is changed.`)
  return (
    <>
      <h2>Who has an account</h2>
      <p role="status">{said}</p>
      {link !== null && <code className="hash">{location.origin + link.link}</code>}
      <Answered answer={users}>
        {(rows) => (
          <ScrollBox name="Accounts">
            <table className="people">
              <thead>
                <tr>
                  <th scope="col">Name</th>
                  <th scope="col">Role</th>
                  <th scope="col">State</th>
                  <th scope="col">Change</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.name}>
                    <th scope="row">{row.name}</th>
                    <td>
                      <select
                        aria-label={`Role of ${row.name}`}
                        value={row.role}
                        disabled={row.name === own}
                        onChange={({ currentTarget }) =>
                          void change(row.name, { role: currentTarget.value })
                        }
                      >
                        {ROLES.map((role) => (
                          <option key={role}>{role}</option>
                        ))}
                      </select>
                    </td>
                    <td>{stateOf(row)}</td>
                    <td>
                      {row.name !== own && (
                        <span className="button-row">
                          <button
                            type="button"
                            onClick={() => void change(row.name, { disabled: !row.disabled })}
                          >
                            {row.disabled ? 'Enable' : 'Disable'}
                            <span className="visually-hidden"> {row.name}</span>
                          </button>
                          {!row.disabled && (
                            <button type="button" onClick={() => void renew(row.name)}>
                              New link<span className="visually-hidden"> for {row.name}</span>
                            </button>
                          )}
                        </span>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        )}
      </Answered>
      <form className="entry" onSubmit={(event) => void invite(event)}>
        <Field id="person" label="Name of a new person">
          {(tied) => (
            <input
              {...tied}
              type="text"
              name="person"
              minLength={2}
              maxLength={60}
              autoComplete="off"
              required
            />
          )}
        </Field>
        <Field id="role" label="Role">
          {(tied) => (
            <select {...tied} name="role" defaultValue="editor">
              {ROLES.map((role) => (
                <option key={role}>{role}</option>
              ))}
            </select>
          )}
        </Field>
        <button type="submit">Invite</button>
      </form>
    </>
  )
}

const stateOf = ({ disabled, invited, lockedUntil }: UserRow): string => {
  if (disabled) return 'disabled'
  if (invited) return 'invited'
  return lockedUntil === null ? 'active' : 'waiting after wrong passwords'
}
