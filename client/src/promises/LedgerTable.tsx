import type { PromiseSummary } from '@muster/shared/api/promise'
import type { Basis } from '@muster/shared/domain/observation'
import { formatView, viewOf } from '@muster/shared/view/view'
import { formatChange, formatDate } from '@muster/shared/words/format'
import { formatBrief, type Measure, measureTitle } from '@muster/shared/words/measure'
import { KIND_TERMS, REASON_TERMS } from '@muster/shared/words/terms'
import { StatusTag } from '../ui/StatusTag.tsx'
import { TrustTag } from '../ui/TrustTag.tsx'
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
          Now
        </th>
        <th scope="col" className="number" {...ROLE.columnheader}>
          Promised
        </th>
        <th scope="col" className="number" {...ROLE.columnheader}>
          Gap
        </th>
        <th scope="col" {...ROLE.columnheader}>
          As at
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
  const { standing } = promise
  const measure = standing && measureOf(standing)
  return (
    <tr {...ROLE.row}>
      <td data-label="Status" {...ROLE.cell}>
        <StatusTag status={promise.status} />
        {promise.kind !== 'promise' && (
          <span className="kind">{KIND_TERMS[promise.kind].label}</span>
        )}
        {promise.override && <span className="note"> set by {promise.override.by}</span>}
      </td>
      <th scope="row" data-label="Promise" {...ROLE.rowheader}>
        <span className="ledger-title">{promise.title}</span>
        <span className="note">
          {promise.madeBy}, {formatDate(promise.published)}
          {measure && ` · ${measureTitle(measure)}, ${standing.areaName}`}
        </span>
        {isPuzzling(promise) && <span className="note">{promise.sentence}</span>}
      </th>
      <td className="number" data-label="Now" {...ROLE.cell}>
        {standing?.value == null || measure === null ? (
          <span className="absent">{absence(promise)}</span>
        ) : (
          formatBrief(standing.value, measure)
        )}
      </td>
      <td className="number" data-label="Promised" {...ROLE.cell}>
        {standing?.promised == null || measure === null ? (
          <span className="absent">no level given</span>
        ) : (
          formatBrief(standing.promised, measure)
        )}
      </td>
      <td className="number" data-label="Gap" {...ROLE.cell}>
        {standing?.gap != null && measure && (
          <>
            {formatChange(standing.gap, measure.decimals)}{' '}
            <span className="note">{measure.basis === 'fte' ? 'FTE' : standing.unit}</span>
          </>
        )}
      </td>
      <td data-label="As at" {...ROLE.cell}>
        <span className="ledger-date">{whenOf(promise)}</span>
        {standing?.trust && <TrustTag trust={standing.trust} />}
      </td>
      <td className="ledger-evidence" {...ROLE.cell}>
        <a href={href} aria-label={`How we know: ${promise.title}`}>
          How we know
        </a>
      </td>
    </tr>
  )
}

/** Broken before, met since: the row alone would contradict itself, so the sentence stands in it. */
const isPuzzling = ({ status, standing }: PromiseSummary): boolean =>
  status === 'broken' && (standing?.gap ?? -1) >= 0

/** Why there is no value: in the words of the reason, or that nothing is published. */
const absence = ({ reason }: PromiseSummary): string =>
  reason === null ? 'not published' : REASON_TERMS[reason].label

const whenOf = ({ standing, asked }: PromiseSummary): string => {
  if (standing?.date != null) return formatDate(standing.date)
  return asked === null ? '' : `asked for on ${formatDate(asked.on)}`
}

const measureOf = (standing: NonNullable<PromiseSummary['standing']>): Measure => ({
  name: standing.metricName,
  short: standing.metricName,
  unit: standing.unit,
  decimals: standing.decimals,
  basis: standing.basis as Basis,
  per: null,
})

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
