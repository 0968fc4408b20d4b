import type { DraftedRequest } from '@muster/shared/contract/promise'
import { formatView, REQUEST_KINDS, type ViewOf, viewOf } from '@muster/shared/view/view'
import { requestAddress } from '../../api/addresses.ts'
import { useReply } from '../../api/queries.ts'
import { Answered } from '../../ui/Answered.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Links } from '../../ui/Links.tsx'
import { Page } from '../../ui/Page.tsx'
import { Picker } from '../../ui/Picker.tsx'
import { ViewForm } from '../../ui/ViewForm.tsx'
import './Request.css'

export const Request = ({ view }: { view: ViewOf<'request'> }) => {
  const answer = useReply(requestAddress(view.id, { kind: view.kind }), { keep: true })
  return (
    <Page
      title="The question that would settle it"
      crumbs={[
        { name: 'Promises', href: formatView(viewOf('promises', {})) },
        { name: 'Promise', href: formatView(viewOf('promise', { id: view.id })) },
      ]}
    >
      <h1>The question that would settle it</h1>
      <ViewForm view={view} label="Kind of request">
        <Picker
          name="kind"
          label="Send it as"
          value={view.kind ?? REQUEST_KINDS[0]}
          options={REQUEST_KINDS.map((value) => ({ value, name: NAMES[value] }))}
        />
      </ViewForm>
      <Answered answer={answer}>{(request) => <Draft request={request} />}</Answered>
    </Page>
  )
}

const Draft = ({ request }: { request: DraftedRequest }) => (
  <>
    {!request.needed && <p>The published figures already decide this promise.</p>}
    <Facts of={{ To: request.to, Subject: request.subject }} />
    <pre className="draft">{request.body}</pre>
    <Links>
      <CopyButton textOf={() => request.body} />
      <a href={asTextFile(request)} download={`${request.promise}.txt`}>
        Save as text
      </a>
      <a href={`${formatView(viewOf('promise', { id: request.promise }))}#questions`}>
        If you send it: record it, and see how long the answer takes
      </a>
    </Links>
  </>
)

const asTextFile = ({ to, subject, body }: DraftedRequest): string =>
  `data:text/plain;charset=utf-8,${encodeURIComponent(`To: ${to}\nSubject: ${subject}\n\n${body}\n`)}`

const NAMES: Record<(typeof REQUEST_KINDS)[number], string> = {
  foi: 'a Freedom of Information request',
  'mayors-question': 'a question to the Mayor',
  letter: 'a letter',
}
