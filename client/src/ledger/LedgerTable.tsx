import type { PromiseSummary } from '@muster/shared/contract/promise'
import { formatView, viewOf } from '@muster/shared/view/view'
import { formatChange, formatDate, formatList } from '@muster/shared/words/format'
import {
  isPercent,
  type Measure,
  measureOf,
  measureTitle,
  upperFirst,
} from '@muster/shared/words/measure'
import { decimalsOf, formatPlain } from '@muster/shared/words/promises/meaning'
import { statusWord } from '@muster/shared/words/promises/status-words'
import { KIND_TERMS, REASON_TERMS } from '@muster/shared/words/terms'
import { StatusTag } from '../ui/StatusTag.tsx'
import { TrustTag } from '../ui/TrustTag.tsx'
import { waitingWords } from './asked.ts'
import './LedgerTable.css'

type Given = {
  caption: string
  promises: readonly PromiseSummary[]
  /** Handed on to the page of each promise, so that a past day stays a past day. */
  at: string | null
  asOf: string | null
}

/** One row a promise. On a small screen each row becomes a list of its terms. */
export const LedgerTable = ({ caption, promises, at, asOf }: Given) => (
  <table className="ledger" {...ROLE.table}>
    <caption className="visually-hidden">{caption}</caption>
    <thead {...ROLE.rowgroup}>
      <tr {...ROLE.row}>
        <th scope="col" {...ROLE.columnheader}>
          Status
        </th>
        <th scope="col" {...ROLE.columnheader}>
          Promise
        </th>
        <th scope="col" className="number" {...ROLE.columnheader}>
          Promised
        </th>
        <th scope="col" className="number" {...ROLE.columnheader}>
          When judged
        </th>
        <th scope="col" className="number" {...ROLE.columnheader}>
          Gap
        </th>
        <th scope="col" {...ROLE.columnheader}>
          Newest figure
        </th>
        <th scope="col" {...ROLE.columnheader}>
          <span className="visually-hidden">Evidence</span>
        </th>
      </tr>
    </thead>
    <tbody {...ROLE.rowgroup}>
      {promises.map((promise) => (
        <LedgerRow
          key={promise.id}
          promise={promise}
          href={formatView(viewOf('promise', { id: promise.id, at, asOf }))}
        />
      ))}
    </tbody>
  </table>
)

const LedgerRow = ({ promise, href }: { promise: PromiseSummary; href: string }) => {
  const { standing, judged, newest } = promise
  const measure = standing && measureOf(standing)
  const due =
    standing !== null && standing.dueByThen !== standing.promised ? standing.dueByThen : null
  // With the same decimals the row adds up as it is printed.
  const decimals = decimalsOf([judged?.value ?? 0, standing?.dueByThen ?? 0])
  return (
    <tr {...ROLE.row}>
      <td data-label="Status" {...ROLE.cell}>
        <StatusTag status={promise.status} words={promise.statusWords} />
        {promise.kind !== 'undertaking' && (
          <span className="kind">{KIND_TERMS[promise.kind].label}</span>
        )}
        {promise.override && (
          <span className="note">
            {promise.override.by} recorded it as:{' '}
            {statusWord(promise.override.status, promise.kind)}
          </span>
        )}
      </td>
      <th scope="row" data-label="Promise" {...ROLE.rowheader}>
        <span className="ledger-title">{promise.title}</span>
        <span className="note">
          {promise.madeBy}, {formatDate(promise.published)}
          {measure && ` · ${measureTitle(measure)}, ${standing.areaName}`}
          {promise.alternatives.length > 0 &&
            ` · other interpretation: ${formatList(promise.alternatives.map((status) => statusWord(status, promise.kind)))}`}
        </span>
        {isPuzzling(promise) && <span className="note">{promise.sentence}</span>}
        {!isPuzzling(promise) && promise.afterwards !== null && (
          <span className="note">{upperFirst(promise.afterwards)}</span>
        )}
        {waitingWords(promise.asked) !== null && (
          <span className="note">Question {waitingWords(promise.asked)}</span>
        )}
      </th>
      <td className="number" data-label="Promised" {...ROLE.cell}>
        {standing?.promised == null || measure === null ? (
          <span className="absent">no level given</span>
        ) : (
          formatPlain(standing.promised, measure)
        )}
        {due !== null && measure && (
          <span className="note">due by then: {formatPlain(due, measure, decimals)}</span>
        )}
      </td>
      <td className="number" data-label="When judged" {...ROLE.cell}>
        {judged === null || measure === null ? (
          <span className="absent">{absence(promise)}</span>
        ) : (
          <Dated figure={judged} text={formatPlain(judged.value, measure, decimals)} />
        )}
      </td>
      <td className="number" data-label="Gap" {...ROLE.cell}>
        {standing?.gap == null && <span className="absent">not known</span>}
        {standing?.gap != null && measure && (
          <>
            {formatChange(standing.gap, isPercent(measure) ? 1 : decimals)}{' '}
            <span className="note">{gapUnit(measure, standing.unit)}</span>
          </>
        )}
      </td>
      <td data-label="Newest figure" {...ROLE.cell}>
        {newest === null && <span className="absent">no figure</span>}
        {newest !== null &&
          measure &&
          (newest.date === judged?.date ? (
            <span className="note">the same</span>
          ) : (
            <Dated figure={newest} text={formatPlain(newest.value, measure)} />
          ))}
      </td>
      <td className="ledger-evidence" {...ROLE.cell}>
        <a href={href} aria-label={`How we know: ${promise.title}`}>
          How we know
        </a>
      </td>
    </tr>
  )
}

/** No shortfall to be seen beside the status: the row alone would puzzle, so the sentence stands in it. */
const isPuzzling = ({ status, standing }: PromiseSummary): boolean =>
  status === 'depends' || (status === 'broken' && (standing?.gap ?? 0) >= 0)

const Dated = ({
  figure: { date, trust },
  text,
}: {
  figure: Pick<NonNullable<PromiseSummary['judged']>, 'date' | 'trust'>
  text: string
}) => (
  <>
    {text} {date !== null && <span className="note ledger-date">{formatDate(date)}</span>}
    <TrustTag trust={trust} />
  </>
)

/** Why there is no value: in the words of the reason. */
const absence = ({ reason }: PromiseSummary): string =>
  reason === null ? '' : REASON_TERMS[reason].label

/**
 * Shown as a list, the table would lose what it is to some screen readers; so each part says it.
 * The roles come from here because linters take them for needless on a table that stays a table.
 */
const ROLE = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const

/** Between two per cents lie percentage points, never per cent. */
const gapUnit = (measure: Measure, unit: string): string =>
  isPercent(measure) ? 'points' : measure.basis === 'fte' ? 'FTE' : unit
