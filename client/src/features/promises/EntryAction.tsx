import { sendJson } from '../../api/send.ts'
import { useCommand } from '../../api/use-command.ts'
import { CommandStatus } from '../../ui/CommandStatus.tsx'

type Given = {
  name: string
  /** What it is done to, for those who do not see where the button stands. */
  about: string
  method: 'PATCH' | 'DELETE'
  address: string
  body?: unknown
}

/** A button that changes one entry of a promise. */
export const EntryAction = ({ name, about, method, address, body }: Given) => {
  const command = useCommand({ changes: 'all' })
  return (
    <span className="no-print">
      <button
        type="button"
        onClick={() => command.send({ run: () => sendJson(method, address, body) })}
      >
        {name}
        <span className="visually-hidden">: {about}</span>
      </button>{' '}
      <CommandStatus command={command} />
    </span>
  )
}
