import type { PromiseDetail } from '@muster/shared/contract/promise'
import { formatView, type ViewOf, viewOf } from '@muster/shared/view/view'
import { formatDate, formatList } from '@muster/shared/words/format'
import { KIND_TERMS, NEED_LABELS, REASON_TERMS } from '@muster/shared/words/terms'
import { promiseAddress } from '../../api/addresses.ts'
import { replyOf, useReply } from '../../api/queries.ts'
import { waitingWords } from '../../ledger/asked.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Page } from '../../ui/Page.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { Events } from './Events.tsx'
import { OtherReadings } from './OtherReadings.tsx'
import { decidingReadings } from './parts.ts'
import { Questions } from './Questions.tsx'
import { Statements } from './Statements.tsx'
import { StatusHistory } from './StatusHistory.tsx'
import { TestingSeries } from './TestingSeries.tsx'
import { Verdict } from './Verdict.tsx'

/** The words first, then how we take them, then the verdict: so that one can disagree in order. */
export const PromiseStory = ({ view }: { view: ViewOf<'promise'> }) => {
  const answer = useReply(promiseAddress(view.id, { at: view.at, asOf: view.asOf }))
  const reply = replyOf(answer)
  return (
    <Page
      title={reply?.title ?? 'Promise'}
      crumbs={[{ name: 'Promises', href: formatView(viewOf('promises', {})) }]}
      description={reply?.sentence ?? ''}
    >
      {answer.state !== 'ready' && <h1>Promise</h1>}
      <Answered answer={answer}>{(promise) => <Story promise={promise} />}</Answered>
    </Page>
  )
}

const Story = ({ promise }: { promise: PromiseDetail }) => (
  <>
    <h1>{promise.title}</h1>
    <Words promise={promise} />
    <h2>What we take this to mean</h2>
    <Meaning promise={promise} />
    <Verdict promise={promise} />
    <Missing promise={promise} />
    <TestingSeries promise={promise} />
    <OtherReadings promise={promise} />
    <Events promise={promise} />
    <StatusHistory kind={promise.kind} history={promise.history} />
    <Questions promise={promise} />
    <Statements statements={promise.statements} />
    {promise.traps !== '' && (
      <>
        <h2>What could mislead here</h2>
        <p>{promise.traps}</p>
      </>
    )}
  </>
)

/** Parts that must all hold are a list; the notes say why it is read so. */
const Meaning = ({ promise }: { promise: PromiseDetail }) => {
  const [first] = promise.readings
  const parts = decidingReadings(promise)
  const notes = [first?.reading.dueNote, first?.reading.baselineNote, first?.reading.seriesNote]
    .filter((note) => note != null && note !== '')
    .join(' ')
  return (
    <>
      {parts.length < 2 ? (
        <p>{promise.meaning}</p>
      ) : (
        <>
          <p>All of these must be met:</p>
          <ol>
            {parts.map(({ reading, meaning, verdict, statusWords }) => (
              <li key={reading.id}>
                {meaning} <StatusTag status={verdict.status} words={statusWords} />
              </li>
            ))}
          </ol>
        </>
      )}
      {notes !== '' && <p className="note">{notes}</p>}
    </>
  )
}

const Words = ({ promise }: { promise: PromiseDetail }) => (
  <>
    {promise.quote ? (
      <>
        <blockquote>{promise.quote}</blockquote>
        <p>{promise.words}</p>
      </>
    ) : (
      <p className="lead">{promise.words}</p>
    )}
    <Facts
      of={{
        Kind: `${KIND_TERMS[promise.kind].label}: ${KIND_TERMS[promise.kind].definition}`,
        'Made by': [
          ...new Set([promise.madeBy, promise.role, promise.body].filter((words) => words !== '')),
        ].join(', '),
        Source: (
          <>
            {promise.url === '' ? promise.document : <a href={promise.url}>{promise.document}</a>},{' '}
            {formatDate(promise.published)}
          </>
        ),
        About: promise.scope,
        'By when, in its words': promise.dueWorded !== '' && promise.dueWorded,
        Conditions: promise.conditions !== '' && promise.conditions,
        Ended: promise.endedOn !== null && (
          <>
            {formatDate(promise.endedOn)}
            {promise.endedBy !== null && `, by ${promise.endedBy}`}
            {promise.endedUrl !== null && (
              <>
                {' '}
                (<a href={promise.endedUrl}>document</a>)
              </>
            )}
          </>
        ),
      }}
    />
  </>
)

const Missing = ({ promise }: { promise: PromiseDetail }) => {
  // That no figure is published is said by the reason; the rest is missing from the words.
  const lacks = promise.missing.filter((need) => need !== 'series').map((need) => NEED_LABELS[need])
  const waiting = waitingWords(promise.asked)
  if (promise.reason === null && lacks.length === 0) return null
  return (
    <>
      <h2>What is missing, and who could settle it</h2>
      {promise.reason !== null && <p>{REASON_TERMS[promise.reason].definition}</p>}
      {promise.untested !== null && promise.untested.where !== '' && (
        <p>
          {promise.untested.where}
          {promise.untested.why === 'not-loaded' && (
            <>
              {' '}
              <a href={formatView(viewOf('imports', {}))}>Import it</a>
            </>
          )}
        </p>
      )}
      {lacks.length > 0 && <p>The promise does not give {formatList(lacks)}.</p>}
      <Facts
        of={{
          'Who has the information': promise.holder === '' ? 'not known' : promise.holder,
          'Where it would be published': promise.table !== '' && promise.table,
          Asked: waiting !== null && `${promise.asked?.to}: ${waiting}`,
        }}
      />
      <p>
        <a href={formatView(viewOf('request', { id: promise.id }))}>
          The question that would settle it, drafted
        </a>
      </p>
    </>
  )
}
