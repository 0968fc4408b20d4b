import type { HistoryEntry } from '@muster/shared/contract/promise'
import type { PromiseKind, PromiseStatus } from '@muster/shared/domain/verdicts/promise'
import { formatDate } from '@muster/shared/words/format'
import { statusWord } from '@muster/shared/words/promises/status-words'
import { REASON_TERMS } from '@muster/shared/words/terms'
import { StatusTag } from '../../ui/StatusTag.tsx'
import './StatusHistory.css'

type Given = { kind: PromiseKind; history: readonly HistoryEntry[] }

/** Each quarter at a glance, then in words: quarters that came out alike together, newest first. */
export const StatusHistory = ({ kind, history }: Given) =>
  history.length === 0 ? null : (
    <section aria-labelledby="history">
      <h2 id="history">Status by quarter</h2>
      <p className="note">
        At each quarter end, by the latest figures for dates up to then.
        {history.some(({ asOf }) => asOf !== null) &&
          ' A double line marks a quarter whose status was different by what had been published then.'}
      </p>
      <Strip kind={kind} history={history} />
      <ol className="history">
        {runsOf(history).map(({ first, last: { quarter, day, status, reason, asOf } }) => (
          <li key={quarter}>
            <span className="history-day">
              {first.day === day
                ? formatDate(day)
                : `${formatDate(first.day)} to ${formatDate(day)}`}
            </span>
            <StatusTag status={status} words={statusWord(status, kind)} />
            {reason !== null && <span className="note"> {REASON_TERMS[reason].label}</span>}
            {asOf !== null && asOf !== status && (
              <span className="note">
                {' '}
                By what had been published then: {statusWord(asOf, kind)}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  )

/** The same at a glance: one cell a quarter, oldest first, each status by letter and by shade. */
const Strip = ({ kind, history }: Given) => (
  <div className="history-strip" aria-hidden="true">
    {history.map(({ quarter, status, asOf }) => (
      <span
        key={quarter}
        data-status={status}
        data-differs={asOf === null ? undefined : ''}
        title={`${quarter}: ${statusWord(status, kind)}`}
      >
        {LETTERS[status]}
        {quarter.endsWith('Q1') && <i>{quarter.slice(2, 4)}</i>}
      </span>
    ))}
  </div>
)

type Run = { first: HistoryEntry; last: HistoryEntry }

const runsOf = (history: readonly HistoryEntry[]): Run[] => {
  const runs: Run[] = []
  for (const entry of history) {
    const run = runs.at(-1)
    const { status, reason, asOf } = run?.last ?? {}
    if (run && status === entry.status && reason === entry.reason && asOf === entry.asOf)
      run.last = entry
    else runs.push({ first: entry, last: entry })
  }
  return runs.toReversed()
}

const LETTERS: Record<PromiseStatus, string> = {
  broken: '×',
  behind: '−',
  depends: '=',
  'cannot-be-checked': '?',
  'on-course': '→',
  kept: '✓',
}
