import type { PromiseDetail } from '@muster/shared/contract/promise'
import { PROMISE_STATUSES } from '@muster/shared/domain/verdicts/promise'
import { formatDate } from '@muster/shared/words/format'
import { statusWord } from '@muster/shared/words/promises/status-words'
import { useSession } from '../../api/session.ts'
import { Field } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { entryAddress } from './address.ts'
import { EntryAction } from './EntryAction.tsx'
import { EntryForm } from './EntryForm.tsx'

/** What a named checker holds instead: beside the computed status, never in its place. */
export const Overrides = ({ promise }: { promise: PromiseDetail }) => {
  const session = useSession()
  const mayJudge =
    session.state === 'somebody' && (session.role === 'checker' || session.role === 'admin')
  const ended = promise.overrides.filter(({ endedOn }) => endedOn !== null)
  const { override } = promise
  return (
    <>
      {override && (
        <Notice
          title={`${override.by} recorded it as “${statusWord(override.status, promise.kind)}” (${formatDate(override.on)}); computed: “${promise.statusWords}”`}
        >
          <p>{override.reason}</p>
          {mayJudge && (
            <EntryAction
              name="End it"
              about={`the status that ${override.by} set`}
              method="DELETE"
              address={entryAddress(promise, `overrides/${override.id}`)}
            />
          )}
        </Notice>
      )}
      {ended.length > 0 && (
        <details>
          <summary>Earlier judgements by checkers, ended</summary>
          <ul>
            {ended.map(({ id, status, by, on, endedOn, reason }) => (
              <li key={id}>
                {statusWord(status, promise.kind)}, {by}, {formatDate(on)} to{' '}
                {formatDate(endedOn ?? on)}: {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
      {mayJudge && <OverrideForm promise={promise} />}
    </>
  )
}

const OverrideForm = ({ promise }: { promise: PromiseDetail }) => (
  <EntryForm
    title="Record another status alongside the computed one"
    address={entryAddress(promise, 'overrides')}
    submit="Record it with your name"
  >
    <Field
      id="override-status"
      name="status"
      label="Status"
      options={PROMISE_STATUSES.map((value) => ({ value, name: statusWord(value, promise.kind) }))}
    />
    <Field
      id="override-reason"
      name="reason"
      label="Reason"
      hint="Everybody reads it with your name."
      rows={3}
      required
    />
  </EntryForm>
)
