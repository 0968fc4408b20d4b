import { IMPORT_FAULTS, type Import } from '@muster/shared/contract/import'
import { formatView, type ViewOf, viewOf } from '@muster/shared/view/view'
import {
  findingsCsvAddress,
  importAddress,
  madeOn,
  metricsAddress,
  unknownNamesAddress,
} from '../../api/addresses.ts'
import { replyOf, useReply } from '../../api/queries.ts'
import { sendJson } from '../../api/send.ts'
import { useCommand } from '../../api/use-command.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Page } from '../../ui/Page.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { Actions, type Verb } from './Actions.tsx'
import { ChangesTable } from './ChangesTable.tsx'
import { FindingTable } from './FindingTable.tsx'
import { ImportFacts } from './ImportFacts.tsx'
import { countOf, stateSentence } from './import-words.ts'
import { MappingPart } from './MappingPart.tsx'
import { TurningVerdicts } from './TurningVerdicts.tsx'
import { UnknownNames } from './UnknownNames.tsx'
import { useStory } from './use-story.ts'
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
  const { heading, show } = useStory(id)
  const { busy, problem, said, send, clear } = useCommand<Import>({
    meanwhile: 'Working…',
    changes: [importAddress(id)],
  })
  const metrics = replyOf(useReply(metricsAddress())) ?? []
  const names = replyOf(useReply(found.state === 'stopped' ? unknownNamesAddress(id) : null)) ?? []
  const act = (verb: Verb, body?: unknown) =>
    send({
      run: () => sendJson<Import>('POST', madeOn(`${importAddress(id)}/${verb}`, found), body),
      onDone: show,
    })
  const showChecked = (next: Import) => {
    clear()
    show(next)
  }
  const sentence = IMPORT_FAULTS[fault as keyof typeof IMPORT_FAULTS]

  return (
    <>
      <h2 className="result" id="result" tabIndex={-1} ref={heading}>
        {stateSentence(found)}
      </h2>
      <ImportFacts found={found} />
      <p role="status">{said}</p>
      {found.state === 'stopped' && <Stops found={found} />}
      <MappingPart found={found} onChecked={showChecked} />
      {names.length > 0 && <UnknownNames found={found} names={names} onChecked={showChecked} />}
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
      <Actions found={found} busy={busy} act={act} />
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
    <h2>What stops this import</h2>
    <p>
      Correct these in the file and import it again, or explain names and columns here.
      {found.stops.length < found.stopCount &&
        ` The first ${countOf(found.stops.length, 'fault')} of ${countOf(found.stopCount, 'fault')}.`}
    </p>
    <FindingTable name="What stops this import" findings={found.stops} />
  </>
)
