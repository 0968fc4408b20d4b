import type { HistoryEntry } from '@muster/shared/api/promise'
import { formatDate } from '@muster/shared/words/format'
import { REASON_TERMS, STATUS_TERMS } from '@muster/shared/words/terms'
import { StatusTag } from '../ui/StatusTag.tsx'
import './StatusHistory.css'

/** One entry a quarter end, newest first; it says where what was published then gave another. */
export const StatusHistory = ({ history }: { history: readonly HistoryEntry[] }) =>
  history.length === 0 ? null : (
    <section aria-labelledby="history">
      <h2 id="history">Status by quarter</h2>
      <p className="note">
        At each quarter end, by the figures dated up to then, as they are known today.
      </p>
      <ol className="history">
        {history.toReversed().map(({ quarter, day, status, reason, asOf }) => (
          <li key={quarter}>
            <span className="history-day">{formatDate(day)}</span>
            <StatusTag status={status} />
            {reason !== null && <span className="note"> {REASON_TERMS[reason].label}</span>}
            {asOf !== null && asOf !== status && (
              <span className="note">
                {' '}
                By what had been published then: {STATUS_TERMS[asOf].label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
