import type { FairShare as Reply } from '@muster/shared/contract/fair-share'
import type { Place } from '@muster/shared/contract/register'
import { formatMix, type Mix, percentOf } from '@muster/shared/domain/areas/fair-share'
import type { Metric } from '@muster/shared/domain/series/metric'
import { formatView, type ViewOf, viewOf } from '@muster/shared/view/view'
import { mixWords } from '@muster/shared/words/fair-share'
import { formatDate } from '@muster/shared/words/format'
import { areasAddress, fairShareAddress, metricsAddress } from '../../api/addresses.ts'
import { usePlace } from '../../api/place.ts'
import { replyOf, useReply } from '../../api/queries.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Links } from '../../ui/Links.tsx'
import { Page } from '../../ui/Page.tsx'
import { TrustTag } from '../../ui/TrustTag.tsx'
import { FairShareForm } from './FairShareForm.tsx'
import { DriversTable, SplitTable } from './FairShareTables.tsx'

type FairShareView = ViewOf<'fair-share'>

/** What ours would have at the rate of the whole, and what goes with the difference. */
export const FairShare = ({ view }: { view: FairShareView }) => {
  const place = usePlace()
  const metrics = useReply(metricsAddress())
  return (
    <Page
      title="Fair share"
      crumbs={[]}
      description="What an area would have at the rate of the whole, by residents, by recorded crime or by a stated mix."
    >
      <h1>What would be a fair share?</h1>
      <p className="lead">
        There is no single answer: it depends on what one counts. You choose the mix, and it is
        always shown with the result.
      </p>
      <Answered answer={place}>
        {(here) => (
          <Answered answer={metrics}>
            {(known) => <Shared view={view} place={here} metrics={known} />}
          </Answered>
        )}
      </Answered>
    </Page>
  )
}

type Given = { view: FairShareView; place: Place; metrics: readonly Metric[] }

const Shared = ({ view, place, metrics }: Given) => {
  const { metric: headline, areaType } = place.headline
  const chosen = metrics.find(({ id }) => id === (view.metric ?? headline))
  const basis =
    view.basis ??
    chosen?.bases.find((each) => each === place.headline.basis) ??
    chosen?.bases[0] ??
    null
  const area = view.area ?? place.ours[0] ?? ''
  const areas = replyOf(useReply(areasAddress({})))
  const answer = useReply(
    fairShareAddress({
      area,
      metric: view.metric ?? headline,
      basis,
      date: view.date,
      by: view.by ?? 'residents',
      source: view.source,
      asOf: view.asOf,
    }),
    { keep: true },
  )
  return (
    <>
      <FairShareForm
        view={view}
        area={area}
        metric={view.metric ?? headline}
        basis={basis}
        metrics={metrics}
        areas={(areas ?? []).filter(({ type }) => type === areaType || type === 'borough')}
        residents={percentOf(
          replyOf(answer)?.by ?? [{ driver: 'residents', percent: 100 }],
          'residents',
        )}
      />
      <Answered answer={answer}>{(reply) => <Answer view={view} reply={reply} />}</Answered>
    </>
  )
}

const Answer = ({ view, reply }: { view: FairShareView; reply: Reply }) => (
  <>
    <h2>{reply.sentences[0]}</h2>
    <p>
      {reply.sentences.slice(1).join(' ')} <TrustTag trust={reply.trust} />
    </p>
    <p>
      <strong>The mix: {mixWords(reply.by)}.</strong> The whole: {reply.whole.words},{' '}
      {formatDate(reply.date)}, by one source: {reply.source.publisher}, {reply.source.title}.
    </p>
    <SplitTable reply={reply} />
    <p className="note">
      The parts show what goes with the difference, not what caused it. They are rounded so that
      they add up as printed; the exact numbers are in the <a href={addressOf(view, reply)}>data</a>
      .
    </p>
    <h2>What the mix is made of</h2>
    <DriversTable reply={reply} />
    <h2>How the police say they allocate</h2>
    <p>
      {reply.policeView.words}{' '}
      {reply.policeView.url !== null && <a href={reply.policeView.url}>Where they said so</a>}
    </p>
    <p>
      Recorded crime is the only published number near to workload; it is not the same.{' '}
      {formatMix(reply.by) !== formatMix(reply.policeView.by) && (
        <a href={formatView({ ...view, by: formatMix(reply.policeView.by) })}>
          The share by {mixWords(reply.policeView.by)} alone
        </a>
      )}
    </p>
    <h2>The same by other mixes</h2>
    <Links>
      {MIXES.map((mix) => (
        <a key={formatMix(mix)} href={formatView({ ...view, by: formatMix(mix) })}>
          {mixWords(mix)}
        </a>
      ))}
      <a href={formatView(viewOf('area', { code: reply.area }))}>All figures of {reply.areaName}</a>
    </Links>
  </>
)

const addressOf = (view: FairShareView, reply: Reply): string =>
  fairShareAddress({
    area: reply.area,
    metric: reply.metric,
    basis: reply.basis,
    date: reply.date,
    by: formatMix(reply.by),
    source: view.source,
    asOf: view.asOf,
  })

const MIXES: readonly Mix[] = [
  [{ driver: 'residents', percent: 100 }],
  [
    { driver: 'residents', percent: 50 },
    { driver: 'crimes', percent: 50 },
  ],
  [{ driver: 'crimes', percent: 100 }],
]
