import type { Place } from '@muster/shared/contract/register'
import type { SeriesReply } from '@muster/shared/contract/series'
import type { Metric } from '@muster/shared/domain/series/metric'
import { bestShow, type Show } from '@muster/shared/view/show'
import { formatView, type ViewOf } from '@muster/shared/view/view'
import { areasAddress, metricsAddress } from '../../api/addresses.ts'
import { pluralOf, usePlace } from '../../api/place.ts'
import { replyOf, useReply } from '../../api/queries.ts'
import { rankingQuestion, seriesQuestion } from '../../api/question.ts'
import { comparedChart, pinnedOf } from '../../charts/compared-chart.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Later } from '../../ui/Later.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { ComparedFigure } from './ComparedFigure.tsx'
import { CompareForm } from './CompareForm.tsx'
import { NotHeld, Refusal } from './Refusal.tsx'
import { TakeAway } from './TakeAway.tsx'

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
  const metric = metrics.find(({ id }) => id === (view.metric ?? place.headline.metric))
  const address = seriesQuestion(view, place, metric)
  const series = useReply(address, { keep: true })
  const reply = replyOf(series)
  const areaType = view.areaType ?? reply?.series[0]?.type ?? place.headline.areaType
  const areas = replyOf(useReply(areasAddress({ type: areaType }), { keep: true }))
  return (
    <>
      <CompareForm view={view} place={place} metrics={metrics} areas={areas ?? []} reply={reply} />
      {(view.relative === null) !== (view.base === null) && <HalfAsked view={view} />}
      {series.state === 'problem' ? (
        <Refusal problem={series.problem} view={view} metric={metric} />
      ) : (
        <Later>
          <Answered answer={series}>
            {(found) =>
              found.series.every(({ points }) => points.length === 0) ? (
                <NothingKnown view={view} reply={found} />
              ) : (
                <Compared
                  view={view}
                  place={place}
                  reply={withEvents(found, view)}
                  areaType={areaType}
                  address={address}
                />
              )
            }
          </Answered>
        </Later>
      )}
    </>
  )
}

type ComparedGiven = {
  view: CompareView
  place: Place
  reply: SeriesReply
  areaType: string
  address: string
}

const Compared = ({ view, place, reply, areaType, address }: ComparedGiven) => {
  const wanted: Show = view.show ?? bestShow(reply.series)
  // One date alone shows no change since another.
  const show = wanted === 'dots' && reply.relative !== undefined ? 'table' : wanted
  const question = show === 'dots' ? rankingQuestion(view, reply, areaType) : null
  const ranking = useReply(question, { keep: true })
  const rows = replyOf(ranking)
  if (question !== null && rows === null) return <Answered answer={ranking}>{() => null}</Answered>
  const chart = comparedChart({
    reply,
    rows: question === null ? null : rows,
    ours: pinnedOf(view, reply, place),
    areaWords: place.words,
    plural: pluralOf(areaType, place.words),
    small: show === 'small',
  })
  return (
    <>
      {wanted !== show && (
        <Notice title="A ranking shows one date, so it cannot show the change since another">
          <p>
            The table has the changes.{' '}
            <a href={formatView({ ...view, relative: null, base: null })}>
              The ranking of the figures themselves
            </a>
          </p>
        </Notice>
      )}
      {reply.relative !== undefined && <NotHeld view={view} relative={reply.relative} />}
      <ComparedFigure chart={chart} tableAlone={show === 'table'} />
      <TakeAway
        view={view}
        show={show}
        series={address}
        ranking={question}
        pictured={{
          ...(view.pinned === null ? {} : { pinned: view.pinned.join(',') }),
          ...(view.events === null || question !== null ? {} : { events: view.events }),
        }}
        figureOf={() => chart().model}
        today={place.today}
      />
    </>
  )
}

const HalfAsked = ({ view }: { view: CompareView }) => (
  <Notice title="To compare with a date, give the date and choose change or index">
    <p>
      {view.base === null
        ? 'Give the date, such as 2019-03. Until then the figures are shown as published.'
        : 'Choose change or index. Until then the figures are shown as published.'}
    </p>
  </Notice>
)

const NothingKnown = ({ view, reply }: { view: CompareView; reply: SeriesReply }) => (
  <Notice title={`No figures of this measure are known for these areas: ${reply.about.name}`}>
    <p>
      Not published is not the same as none. Try{' '}
      <a href={formatView({ ...view, areas: null, areaType: 'borough' })}>boroughs</a>,{' '}
      <a href={formatView({ ...view, areas: null, areaType: 'force' })}>whole forces</a>, or see{' '}
      <a href="/data">the known gaps of each source</a>.
    </p>
  </Notice>
)

/** Breaks always stand: a line that is cut must say why. */
const withEvents = (reply: SeriesReply, { events }: CompareView): SeriesReply =>
  events === 'hide'
    ? { ...reply, marks: reply.marks.filter(({ kind }) => kind !== 'event') }
    : reply
