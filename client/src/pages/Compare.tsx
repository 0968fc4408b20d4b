import type { Place } from '@muster/shared/api/register'
import type { SeriesReply } from '@muster/shared/api/series'
import { trendModel } from '@muster/shared/chart/trend-model'
import type { Metric } from '@muster/shared/domain/metric'
import { bestShow, type Show } from '@muster/shared/view/show'
import { formatView, OURS, type ViewOf, viewOf } from '@muster/shared/view/view'
import {
  areasAddress,
  csvOf,
  metricsAddress,
  rankingsAddress,
  seriesAddress,
} from '../api/addresses.ts'
import { usePlace } from '../api/place.ts'
import { replyOf, useReply } from '../api/queries.ts'
import { Answered } from '../app/Answered.tsx'
import { Page } from '../app/Page.tsx'
import { FigureTable } from '../charts/FigureTable.tsx'
import { RankingFigure } from '../charts/RankingFigure.tsx'
import { TrendFigure } from '../charts/TrendFigure.tsx'
import { pluralOf } from '../controls/AreaPicker.tsx'
import { CompareForm } from '../controls/CompareForm.tsx'
import { Notice } from '../ui/Notice.tsx'

type CompareView = ViewOf<'compare'>

export const Compare = ({ view }: { view: CompareView }) => {
  const place = usePlace()
  const metrics = useReply(metricsAddress())
  return (
    <Page
      title="Compare"
      crumbs={[]}
      description="Police staffing by area and date, as a count, per resident, per crime or as a share."
    >
      <h1>Compare areas</h1>
      <Answered answer={place}>
        {(here) => (
          <Answered answer={metrics}>
            {(known) => <Comparison view={view} place={here} metrics={known} />}
          </Answered>
        )}
      </Answered>
    </Page>
  )
}

type Given = { view: CompareView; place: Place; metrics: readonly Metric[] }

const Comparison = ({ view, place, metrics }: Given) => {
  const chosen = view.metric ?? place.headline.metric
  const metric = metrics.find(({ id }) => id === chosen)
  const question = questionOf(view, place, metric)
  const series = useReply(seriesAddress(question), { keep: true })
  const reply = replyOf(series)
  const areaType = view.areaType ?? reply?.series[0]?.type ?? place.headline.areaType
  const areas = replyOf(useReply(areasAddress({ type: areaType }), { keep: true }))
  return (
    <>
      <CompareForm view={view} place={place} metrics={metrics} areas={areas ?? []} reply={reply} />
      <Answered answer={series}>
        {(found) => (
          <>
            {found.series.every(({ points }) => points.length === 0) ? (
              <NothingKnown view={view} reply={found} />
            ) : (
              <Figure view={view} place={place} reply={found} areaType={areaType} />
            )}
            <h2>This view</h2>
            <ul className="links">
              <li>
                <a href={csvOf(seriesAddress(question))} download>
                  These figures as CSV
                </a>
              </li>
              <li>
                <a href={formatView(view)}>Link to this view</a>
              </li>
            </ul>
          </>
        )}
      </Answered>
    </>
  )
}

type FigureGiven = { view: CompareView; place: Place; reply: SeriesReply; areaType: string }

const Figure = ({ view, place, reply, areaType }: FigureGiven) => {
  const show: Show = view.show ?? bestShow(reply.series)
  const ranking = useReply(
    show === 'dots'
      ? rankingsAddress({
          metric: reply.metric,
          basis: reply.basis,
          areaType: areaType as Place['headline']['areaType'],
          date: view.to,
          per: view.per,
          source: view.source,
          asOf: view.asOf,
        })
      : null,
    { keep: true },
  )
  const ours = view.pinned ?? pinnedOf(reply, place)
  if (show === 'dots')
    return (
      <Answered answer={ranking}>
        {(rows) => (
          <RankingFigure
            id="compared"
            rows={rows}
            metric={reply.about}
            basis={reply.basis}
            plural={pluralOf(areaType, place.words)}
            per={reply.per}
            ours={ours}
            headingLevel={2}
            evidenceHref={evidenceHref}
          />
        )}
      </Answered>
    )
  if (show === 'table') {
    const { headline, summary, table } = trendModel(reply, {
      ours,
      width: TABLE_WIDTH,
      areaWords: place.words,
    })
    return (
      <>
        <h2>{headline}</h2>
        <p>{summary.join(' ')}</p>
        <FigureTable id="compared" table={table} evidenceHref={evidenceHref} />
      </>
    )
  }
  return (
    <TrendFigure
      id="compared"
      reply={reply}
      ours={ours}
      headingLevel={2}
      evidenceHref={evidenceHref}
      areaWords={place.words}
    />
  )
}

/** Ours are pinned; where the view is about others only, those that were asked for by name. */
const pinnedOf = (reply: SeriesReply, place: Place): readonly string[] => {
  const shown = reply.series.map(({ area }) => area)
  const isOurs = shown.some((area) => place.oursAndParts.includes(area))
  return isOurs || shown.length > 1 ? place.oursAndParts : shown
}

const NothingKnown = ({ view, reply }: { view: CompareView; reply: SeriesReply }) => (
  <Notice title={`No figures of this measure are known for these areas: ${reply.about.name}`}>
    <p>
      Not published is not the same as none. Try{' '}
      <a href={formatView({ ...view, areas: null, areaType: 'borough' })}>boroughs</a>,{' '}
      <a href={formatView({ ...view, areas: null, areaType: 'force' })}>whole forces</a>, or see{' '}
      <a href="/data">what each source lacks</a>.
    </p>
  </Notice>
)

/** The question of the API behind the view: names that stand for ours become their codes. */
const questionOf = (view: CompareView, place: Place, metric: Metric | undefined) => ({
  metric: view.metric ?? place.headline.metric,
  basis: view.basis ?? basisOf(place, metric),
  areas: view.areas?.flatMap((area) => (area === OURS ? place.oursAndParts : [area])) ?? null,
  areaType: view.areas === null ? (view.areaType ?? place.headline.areaType) : null,
  from: view.from,
  to: view.to,
  per: view.per,
  source: view.source,
  asOf: view.asOf,
})

/** Bases are never mixed, so one is chosen: that of the first page where the metric has it. */
const basisOf = (place: Place, metric: Metric | undefined): Metric['bases'][number] | null => {
  const bases = metric?.bases ?? []
  return bases.includes(place.headline.basis) ? place.headline.basis : (bases[0] ?? null)
}

const evidenceHref = (observation: string): string =>
  formatView(viewOf('evidence', { id: observation }))

/** The model is made for a picture; its table is the same at any width. */
const TABLE_WIDTH = 960
