import type { Ledger } from '@muster/shared/contract/ledger'
import type { Place } from '@muster/shared/contract/register'
import { EVERYWHERE, formatView, OURS, type ViewOf, viewOf } from '@muster/shared/view/view'
import { formatNumber } from '@muster/shared/words/format'
import { csvOf, fileOf, ledgerAddress, promisesAddress } from '../../api/addresses.ts'
import { usePlace } from '../../api/place.ts'
import { replyOf, useReply } from '../../api/queries.ts'
import { PromiseGroups } from '../../ledger/PromiseGroups.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { Links } from '../../ui/Links.tsx'
import { Page } from '../../ui/Page.tsx'
import { Freshness } from './Freshness.tsx'
import { isWanted, yearsOf } from './filter.ts'
import { PromisesForm } from './PromisesForm.tsx'

type PromisesView = ViewOf<'promises'>

export const Promises = ({ view }: { view: PromisesView }) => {
  const place = usePlace()
  return (
    <Page
      title="Promises"
      crumbs={[]}
      description="Every promise, plan and ask about police staffing here, with its computed status."
    >
      <h1>Promises, plans and asks</h1>
      <Answered answer={place}>{(here) => <Register view={view} place={here} />}</Answered>
    </Page>
  )
}

const Register = ({ view, place }: { view: PromisesView; place: Place }) => {
  const area = areaOf(view, place)
  const register = promisesAddress({ area, at: view.at, asOf: view.asOf })
  const ledger = useReply(ledgerAddress({ area, at: view.at, asOf: view.asOf }), { keep: true })
  return (
    <>
      <PromisesForm view={view} years={yearsOf(replyOf(ledger)?.promises ?? [])} />
      <Answered answer={ledger}>
        {(reply) => (
          <>
            <Found view={view} ledger={reply} />
            <Links>
              <a href={csvOf(register)} download>
                The register as CSV
              </a>
              <a href={fileOf(register, 'ics')} download>
                The due dates as a calendar
              </a>
              <a href={formatView(viewOf('changes', { until: view.asOf ?? view.at }))}>
                What changed since a chosen day
              </a>
            </Links>
          </>
        )}
      </Answered>
    </>
  )
}

const Found = ({ view, ledger }: { view: PromisesView; ledger: Ledger }) => {
  const wanted = ledger.promises.filter((promise) => isWanted(view, promise))
  return (
    <>
      <h2>{ledger.sentence}</h2>
      <Freshness ledger={ledger} past={view.at !== null || view.asOf !== null} />
      {wanted.length < ledger.promises.length && (
        <p role="status">
          {formatNumber(wanted.length)} of {formatNumber(ledger.promises.length)} are shown.{' '}
          <a
            href={formatView(viewOf('promises', { area: view.area, at: view.at, asOf: view.asOf }))}
          >
            Show all
          </a>
        </p>
      )}
      <PromiseGroups groups={ledger.groups} promises={wanted} at={view.at} asOf={view.asOf} />
    </>
  )
}

/** Nothing chosen means ours; `all` asks about no area in particular. */
const areaOf = (view: PromisesView, place: Place): string | null => {
  if (view.area === EVERYWHERE) return null
  return view.area === null || view.area === OURS ? (place.ours[0] ?? null) : view.area
}
