import type { Ledger } from '@muster/shared/contract/ledger'
import { formatDate, formatNumber } from '@muster/shared/words/format'
import { daysWords } from '../../ledger/asked.ts'
import './Freshness.css'

type Given = {
  ledger: Pick<Ledger, 'freshness' | 'at' | 'asOf'>
  /** Of a past day nothing is said of what was due: only the next date is known. */
  past: boolean
}

/**
 * The as-at line: the newest date of each source that decides a promise here, and what is due. What is
 * not here may have been published all the same, so no publisher is said to be late.
 */
export const Freshness = ({ ledger: { freshness, at, asOf }, past }: Given) => {
  const dated = freshness.filter(({ lastDate }) => lastDate !== null)
  const rest = dated.length - MOST
  return (
    <p className="freshness">
      {dated.length === 0 && noneWords(past, asOf ?? at)}
      {dated.length > 0 && 'Figures as at '}
      {dated.slice(0, MOST).map((source, index) => (
        <span key={source.source}>
          {index > 0 && '; '}
          {formatDate(source.lastDate ?? '')}, {source.title}
          {!past && <Due of={source} />}
        </span>
      ))}
      {rest > 0 && (
        <>
          ;{' '}
          <a href="/data">
            {formatNumber(rest)} more {rest === 1 ? 'source' : 'sources'}
          </a>
        </>
      )}
    </p>
  )
}

const Due = ({
  of: { source, nextDue, daysLate },
}: {
  of: Pick<Ledger['freshness'][number], 'source' | 'nextDue' | 'daysLate'>
}) => {
  if (nextDue === null) return ' (next date not announced)'
  return (
    <>
      {' '}
      (next due {formatDate(nextDue)}
      {daysLate > 0 && (
        <>
          , <a href={`/data#${source}`}>not yet loaded ({daysWords(daysLate)})</a>
        </>
      )}
      )
    </>
  )
}

const noneWords = (past: boolean, day: string): string =>
  past
    ? `None of the figures that test these promises had been published by ${formatDate(day)}.`
    : 'No figures yet.'

const MOST = 2
