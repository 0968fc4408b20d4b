import type { PromiseSummary } from '@muster/shared/contract/promise'
import { LedgerTable } from './LedgerTable.tsx'

type Given = { promises: readonly PromiseSummary[]; at: string | null; asOf: string | null }

/** What someone undertook apart from what others asked for or expected: only the first is counted. */
export const PromiseGroups = ({ promises, at, asOf }: Given) => (
  <>
    <Group name="Promises and plans" promises={promises.filter(isUndertaken)} at={at} asOf={asOf} />
    <Group
      name="Asks, forecasts, planned cuts and recommendations"
      promises={promises.filter((promise) => !isUndertaken(promise))}
      at={at}
      asOf={asOf}
    />
  </>
)

const Group = ({ name, promises, at, asOf }: Given & { name: string }) =>
  promises.length === 0 ? null : (
    <>
      <h3>{name}</h3>
      <LedgerTable caption={`${name}, worst first`} promises={promises} at={at} asOf={asOf} />
    </>
  )

/** What someone undertook, which the sentence of a ledger counts; asks and forecasts are not that. */
const isUndertaken = ({ kind }: PromiseSummary): boolean => kind === 'promise' || kind === 'plan'
