import type { Import } from '@muster/shared/contract/import'
import { formatView, type ViewOf, viewOf } from '@muster/shared/view/view'
import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import {
  aliasesAddress,
  importAddress,
  importsAddress,
  sourcesAddress,
  TEMPLATE_ADDRESSES,
} from '../../api/addresses.ts'
import { replyOf, useReply } from '../../api/queries.ts'
import { isEditor, type Session, useSession } from '../../api/session.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Links } from '../../ui/Links.tsx'
import { Page } from '../../ui/Page.tsx'
import { ImportHistory } from './ImportHistory.tsx'
import { KnownNames } from './KnownNames.tsx'
import { UploadForm } from './UploadForm.tsx'
import './Imports.css'

export const Imports = ({ view }: { view: ViewOf<'imports'> }) => {
  const sources = useReply(sourcesAddress())
  const imports = useReply(importsAddress())
  const session = useSession()
  const choices = replyOf(useReply(isEditor(session) ? aliasesAddress() : null)) ?? []
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const show = (found: Import) => {
    const id = String(found.id)
    client.setQueryData([importAddress(id)], found)
    void client.invalidateQueries({ queryKey: [importsAddress()], refetchType: 'none' })
    navigate(formatView(viewOf('import', { id })), { state: { result: true } })
  }
  return (
    <Page
      title="Imports"
      crumbs={[{ name: 'Data', href: formatView(viewOf('data', {})) }]}
      description="Import a publisher’s file: check it, see what it would change, import it, undo it."
    >
      <h1>Import figures</h1>
      <p>{whoMay(session)}</p>
      <Answered answer={sources}>
        {(all) => <UploadForm sources={all} fault={view.fault} onChecked={show} />}
      </Answered>
      <h2>Figures without a publisher’s file</h2>
      <p>
        For figures handed over in a meeting or in an answer, fill in the template: it has an
        example, and lists of the words it accepts.
      </p>
      <Links>
        <a className="target" href={TEMPLATE_ADDRESSES.xlsx} download>
          Template as XLSX
        </a>
        <a className="target" href={TEMPLATE_ADDRESSES.csv} download>
          Template as CSV
        </a>
      </Links>
      <h2>Imports so far</h2>
      <Answered answer={imports}>{(all) => <ImportHistory imports={all} />}</Answered>
      <KnownNames choices={choices} mayForget={isEditor(session)} />
    </Page>
  )
}

const whoMay = (session: Session) => {
  if (isEditor(session)) return 'What you do here is recorded with your name.'
  if (session.state === 'somebody')
    return `Your account is that of a ${session.role}, who may see what was imported but not import.`
  return (
    <>
      You need an editor’s account:{' '}
      <a href={formatView(viewOf('sign-in', { next: formatView(viewOf('imports', {})) }))}>
        sign in
      </a>{' '}
      first.
    </>
  )
}
