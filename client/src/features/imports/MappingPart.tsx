import type { Import } from '@muster/shared/contract/import'
import { fileLookAddress } from '../../api/addresses.ts'
import { useReply } from '../../api/queries.ts'
import { isEditor, useSession } from '../../api/session.ts'
import { Answered } from '../../ui/Answered.tsx'
import { MappingForm } from './MappingForm.tsx'

type Given = { found: Import; onChecked: (found: Import) => void }

/** Only for a file of no known layout, and only for who may explain it: it shows what is inside. */
export const MappingPart = ({ found, onChecked }: Given) => {
  const session = useSession()
  const isOpen = found.state === 'stopped' || found.state === 'checked'
  const isUnknown = found.stops.some(({ code }) => code === 'unknown-layout')
  const isWanted = isOpen && (isUnknown || found.layout === 'mapped')
  const mayLook = isWanted && isEditor(session)
  const look = useReply(mayLook ? fileLookAddress(String(found.id)) : null)
  if (!isWanted) return null
  if (!mayLook)
    return (
      <p>
        An editor who is signed in can say here what the columns of this file mean. It needs a
        browser that runs scripts.
      </p>
    )
  return (
    <Answered answer={look}>
      {(inside) => <MappingForm found={found} look={inside} onChecked={onChecked} />}
    </Answered>
  )
}
