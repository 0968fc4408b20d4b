import type { Ledger } from '@muster/shared/contract/ledger'
import type { PromiseSummary } from '@muster/shared/contract/promise'
import { LedgerTable } from './LedgerTable.tsx'

type Given = {
  groups: Ledger['groups']
  promises: readonly PromiseSummary[]
  at: string | null
  asOf: string | null
}

/** What the sentence counts first, then the groups that are followed beside it. */
export const PromiseGroups = ({ groups, promises, at, asOf }: Given) => (
  <>
    {groups.map(({ group, title }) => {
      const rows = promises.filter((promise) => promise.group === group)
      return rows.length === 0 ? null : (
        <section key={group} aria-labelledby={`group-${group}`}>
          <h3 id={`group-${group}`}>{title}</h3>
          <LedgerTable
            caption={`${title}: those that still run first`}
            promises={rows}
            at={at}
            asOf={asOf}
          />
        </section>
      )
    })}
  </>
)
