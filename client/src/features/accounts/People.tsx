import type { Invitation } from '@muster/shared/contract/account'
import { useState } from 'react'
import { madeOn, usersAddress } from '../../api/addresses.ts'
import { useReply } from '../../api/queries.ts'
import { sendJson } from '../../api/send.ts'
import { useCommand } from '../../api/use-command.ts'
import { Answered } from '../../ui/Answered.tsx'
import { InviteForm } from './InviteForm.tsx'
import { PeopleTable } from './PeopleTable.tsx'
import './People.css'

/** Who has an account, for the administrator; a link is shown once, to be handed on. */
export const People = ({ own }: { own: string }) => {
  const users = useReply(usersAddress())
  const { send, said, problem } = useCommand({ changes: [usersAddress()] })
  const [link, setLink] = useState<Invitation | null>(null)
  const addressOf = (name: string) => `${usersAddress()}/${encodeURIComponent(name)}`
  /** A link that is made, or not made, takes the place of the one before. */
  const invite = (address: string, body: unknown, to: string, onDone = () => {}) =>
    send({
      run: () => sendJson<Invitation>('POST', address, body).then(setLink),
      done: `Hand this link ${to}. It works once, for 24 hours.`,
      onDone,
      onRefused: () => setLink(null),
    })
  return (
    <>
      <h2>Who has an account</h2>
      <p role="status">{problem?.detail ?? said}</p>
      {link !== null && <code className="hash">{location.origin + link.link}</code>}
      <Answered answer={users}>
        {(people) => (
          <PeopleTable
            people={people}
            own={own}
            change={(person, changes) =>
              send({
                run: () => sendJson('PATCH', madeOn(addressOf(person.name), person), changes),
                done: `${person.name}’s account is changed.`,
              })
            }
            renew={(person) =>
              invite(
                madeOn(`${addressOf(person.name)}/invitation`, person),
                {},
                `to ${person.name}`,
              )
            }
          />
        )}
      </Answered>
      <InviteForm invite={(person, onDone) => invite(usersAddress(), person, 'on', onDone)} />
    </>
  )
}
