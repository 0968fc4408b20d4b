import type { Ledger } from '@muster/shared/contract/ledger'
import { formatDate, formatNumber } from '@muster/shared/words/format'
import { daysWords } from '../../ledger/asked.ts'
import './Freshness.css'

/**
 * The as-at line: the newest date of each source that decides a promise here, and what is due. What is
 * not here may have been published all the same, so no publisher is said to be late.
 */
export const Freshness = ({ freshness }: { freshness: Ledger['freshness'] }) => {
  const dated = freshness.filter(({ lastDate }) => lastDate !== null)
  const rest = dated.length - MOST
  return (
    <p className="freshness">
      {dated.length === 0 ? 'No figures yet.' : 'Figures as at '}
      {dated.slice(0, MOST).map(({ source, title, lastDate, nextDue, daysLate }, index) => (
        <span key={source}>
          {index > 0 && '; '}
          {formatDate(lastDate ?? '')}, {title} ({nextDue === null && 'next date not announced'}
          {nextDue !== null && daysLate === 0 && `next due ${formatDate(nextDue)}`}
          {nextDue !== null && daysLate > 0 && (
            <>
              next due {formatDate(nextDue)},{' '}
              <a href={`/data#${source}`}>not yet loaded ({daysWords(daysLate)})</a>
            </>
          )}
          )
        </span>
      ))}
      {rest > 0 && (
        <>
          ; <a href="/data">{formatNumber(rest)} more sources</a>
        </>
      )}
    </p>
  )
}

const MOST = 2
