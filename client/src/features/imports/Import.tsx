import { IMPORT_FAULTS, type Import } from '@muster/shared/contract/import'
import type { Problem } from '@muster/shared/contract/problem'
import { formatView, type ViewOf, viewOf } from '@muster/shared/view/view'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import {
  fileLookAddress,
  findingsCsvAddress,
  importAddress,
  metricsAddress,
  unknownNamesAddress,
} from '../../api/addresses.ts'
import { replyOf, useReply } from '../../api/queries.ts'
import { sendJson } from '../../api/send.ts'
import { isEditor, useSession } from '../../api/session.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Page } from '../../ui/Page.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { Actions, type Verb } from './Actions.tsx'
import { ChangesTable } from './ChangesTable.tsx'
import { FindingTable } from './FindingTable.tsx'
import { ImportFacts } from './ImportFacts.tsx'
import { countOf, stateSentence } from './import-words.ts'
import { MappingForm } from './MappingForm.tsx'
import { TurningVerdicts } from './TurningVerdicts.tsx'
import { UnknownNames } from './UnknownNames.tsx'
import './Import.css'

/** One file on its way: what stops it, what it would change, and the buttons that decide. */
export const ImportStory = ({ view }: { view: ViewOf<'import'> }) => {
  const answer = useReply(importAddress(view.id))
  const title = `Import ${view.id}`
  return (
    <Page
      title={title}
      crumbs={[
        { name: 'Data', href: formatView(viewOf('data', {})) },
        { name: 'Imports', href: formatView(viewOf('imports', {})) },
      ]}
    >
      <h1>{title}</h1>
      <Answered answer={answer}>{(found) => <Story found={found} fault={view.fault} />}</Answered>
    </Page>
  )
}

const Story = ({ found, fault }: { found: Import; fault: string | null }) => {
  const id = String(found.id)
  const client = useQueryClient()
  const heading = useRef<HTMLHeadingElement>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const metrics = replyOf(useReply(metricsAddress())) ?? []
  const names = replyOf(useReply(found.state === 'stopped' ? unknownNamesAddress(id) : null)) ?? []

  // Whoever sent the file or a button is led to what came of it.
  useEffect(() => {
    const state: unknown = history.state
    if (typeof state !== 'object' || state === null || !('result' in state)) return
    history.replaceState(null, '')
    requestAnimationFrame(() => heading.current?.focus())
  }, [])

  const show = (next: Import) => {
    client.setQueryData([importAddress(id)], next)
    // A commit changes every figure: other pages ask anew when they are opened.
    const isOwn = (key: unknown) => key === importAddress(id)
    void client.invalidateQueries({
      refetchType: 'none',
      predicate: ({ queryKey: [key] }) => !isOwn(key),
    })
    if (next.state === 'stopped')
      void client.refetchQueries({
        type: 'active',
        predicate: ({ queryKey: [key] }) => String(key).startsWith(`${importAddress(id)}/`),
      })
    setProblem(null)
    requestAnimationFrame(() => heading.current?.focus())
  }
  const act = async (verb: Verb, body: unknown = {}) => {
    setBusy(true)
    setProblem(null)
    const sent = await sendJson<Import>('POST', `${importAddress(id)}/${verb}`, body)
    setBusy(false)
    if (sent.problem === null) show(sent.reply)
    else setProblem(sent.problem)
  }
  const sentence = IMPORT_FAULTS[fault as keyof typeof IMPORT_FAULTS]

  return (
    <>
      <h2 className="result" id="result" tabIndex={-1} ref={heading}>
        {stateSentence(found)}
      </h2>
      <ImportFacts found={found} />
      <p role="status">{busy ? 'Working…' : ''}</p>
      {found.state === 'stopped' && <Stops found={found} />}
      <MappingPart found={found} onChecked={show} />
      {names.length > 0 && <UnknownNames id={id} names={names} onChecked={show} />}
      <TurningVerdicts verdicts={found.verdicts} isDone={found.state === 'committed'} />
      {found.changes.length > 0 && (
        <>
          <h2>Changed figures, the biggest first</h2>
          {found.changes.length < found.diff.revised && (
            <p>
              The {countOf(found.changes.length, 'biggest change')} of{' '}
              {countOf(found.diff.revised, 'changed figure')}.
            </p>
          )}
          <ChangesTable changes={found.changes} metrics={metrics} />
        </>
      )}
      {found.notes.length > 0 && (
        <>
          <h2>For information</h2>
          <FindingTable name="For information" findings={found.notes} />
        </>
      )}
      {problem !== null && <ProblemNotice problem={problem} />}
      {problem === null && sentence !== undefined && (
        <ProblemNotice problem={{ title: 'Nothing was done', detail: sentence, status: 400 }} />
      )}
      <Actions found={found} busy={busy} act={(verb, body) => void act(verb, body)} />
      {found.stops.length + found.ticks.length + found.notes.length > 0 && (
        <p>
          <a className="target" href={findingsCsvAddress(found.id)} download>
            All findings as CSV
          </a>
        </p>
      )}
    </>
  )
}

const Stops = ({ found }: { found: Import }) => (
  <>
    <h2>What stops it</h2>
    <p>
      Mend these in the file and bring it in again, or explain names and columns here.
      {found.stops.length < found.stopCount &&
        ` The first ${countOf(found.stops.length, 'fault')} of ${countOf(found.stopCount, 'fault')}.`}
    </p>
    <FindingTable name="What stops this import" findings={found.stops} />
  </>
)

type PartGiven = { found: Import; onChecked: (found: Import) => void }

/** Only for a file of no known layout, and only for who may explain it: it shows what is inside. */
const MappingPart = ({ found, onChecked }: PartGiven) => {
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
      {(inside) => <MappingForm id={String(found.id)} look={inside} onChecked={onChecked} />}
    </Answered>
  )
}
