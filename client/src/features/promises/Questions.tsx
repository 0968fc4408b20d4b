import type { PromiseDetail } from '@muster/shared/contract/promise'
import { REQUEST_KINDS } from '@muster/shared/view/view'
import { formatDate } from '@muster/shared/words/format'
import { usePlace } from '../../api/place.ts'
import { replyOf } from '../../api/queries.ts'
import { isEditor, useSession } from '../../api/session.ts'
import { daysWords, QUESTION_NAMES } from '../../ledger/asked.ts'
import { Field } from '../../ui/Field.tsx'
import { entryAddress } from './address.ts'
import { EntryAction } from './EntryAction.tsx'
import { EntryForm } from './EntryForm.tsx'

/** Questions that were sent, the newest first, with the days that each waits or waited. */
export const Questions = ({ promise }: { promise: PromiseDetail }) => {
  const mayEnter = isEditor(useSession())
  const today = replyOf(usePlace())?.today ?? promise.at
  const { questions } = promise
  if (questions.length === 0 && !mayEnter) return null
  return (
    <section aria-labelledby="questions">
      <h2 id="questions">Questions asked and answered</h2>
      {questions.length === 0 && <p>None yet.</p>}
      <ul>
        {questions
          .toReversed()
          .map(({ id, kind, to, askedOn, dueOn, answeredOn, daysWaiting, note }) => (
            <li key={id}>
              {QUESTION_NAMES[kind]} to {to}, asked on {formatDate(askedOn)}.{' '}
              {answeredOn === null ? (
                <>
                  No answer is recorded here after {daysWords(daysWaiting)};{' '}
                  {kind === 'foi' ? 'it is due by' : 'we ask again on'} {formatDate(dueOn)}.{' '}
                  {mayEnter && (
                    <EntryAction
                      name="Answered today"
                      about={`${QUESTION_NAMES[kind]} of ${formatDate(askedOn)}`}
                      method="PATCH"
                      address={entryAddress(promise, `questions/${id}`)}
                      body={{ answeredOn: today }}
                    />
                  )}
                </>
              ) : (
                <>
                  Answered on {formatDate(answeredOn)}, after {daysWords(daysWaiting)}.
                </>
              )}
              {note !== '' && <span className="note line">{note}</span>}
            </li>
          ))}
      </ul>
      {mayEnter && <AskedForm promise={promise} today={today} />}
    </section>
  )
}

const AskedForm = ({ promise, today }: { promise: PromiseDetail; today: string }) => (
  <EntryForm
    title="Record that a question was sent"
    address={entryAddress(promise, 'questions')}
    submit="Record it"
  >
    <Field
      id="asked-kind"
      name="kind"
      label="Sent as"
      options={REQUEST_KINDS.map((kind) => ({ value: kind, name: QUESTION_NAMES[kind] }))}
    />
    <Field id="asked-to" name="to" label="To" defaultValue={promise.holder} required />
    <Field
      id="asked-on"
      name="askedOn"
      label="Sent on"
      hint="As 2026-11-22. The answer is due 20 working days later."
      className="short"
      defaultValue={today}
      required
    />
    <Field id="asked-note" name="note" label="Reference or note" autoComplete="off" />
  </EntryForm>
)
