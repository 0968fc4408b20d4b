import { evidenceRowOf } from '@muster/shared/contract/evidence-row'
import type { ObservationStory } from '@muster/shared/contract/observation'
import type { RankedArea } from '@muster/shared/contract/ranking'
import type { Place } from '@muster/shared/contract/register'
import type { SeriesReply } from '@muster/shared/contract/series'
import type { Metric } from '@muster/shared/domain/series/metric'
import { bestShow } from '@muster/shared/view/show'
import { formatView, parseView, type ViewOf, viewOf } from '@muster/shared/view/view'
import { formatDate } from '@muster/shared/words/format'
import { MOST_SCREENS } from '@muster/shared/words/reviews/screens'
import type { ReactNode } from 'react'
import { type Address, observationAddress } from '../api/addresses.ts'
import { pluralOf } from '../api/place.ts'
import { rankingQuestion, seriesQuestion } from '../api/question.ts'
import { comparedChart, pinnedOf } from '../charts/compared-chart.ts'
import { Notice } from '../ui/Notice.tsx'
import type { Deck } from './deck.ts'
import { useReplies } from './use-replies.ts'

type CompareView = ViewOf<'compare'>
type Given = {
  views: string
  place: Place
  metrics: readonly Metric[]
  children: (deck: Deck) => ReactNode
}

/** Views of Compare, one a screen, in the order given; everything is fetched before the first stands. */
export const Chosen = ({ views, place, metrics, children }: Given) => {
  const chosen = viewsIn(views)
  const series = useReplies<SeriesReply>(
    chosen.map((view) =>
      seriesQuestion(
        view,
        place,
        metrics.find(({ id }) => id === (view.metric ?? place.headline.metric)),
      ),
    ),
  )
  const rankings = useReplies<RankedArea[]>(
    chosen.map((view, index) => dotsQuestion(view, series[index], place)),
  )
  const slides = chosen.flatMap((view, index) =>
    slideOf(view, series[index], rankings[index], place),
  )
  const stories = useReplies<ObservationStory>(
    slides.map(({ observation }) =>
      observation === null ? null : observationAddress(observation),
    ),
  )
  if (chosen.length === 0) return <NothingChosen />
  const problem = [...series, ...rankings].find((answer) => answer.state === 'problem')
  if (problem?.state === 'problem')
    return (
      <Notice title={problem.problem.title}>
        <p>{problem.problem.detail}</p>
      </Notice>
    )
  if (slides.length < chosen.length || stories.some(({ state }) => state === 'waiting'))
    return <p role="status">Fetching the figures…</p>
  return children({
    name: 'chosen',
    screens: slides.map(({ screen }) => screen),
    foot: `Chosen views, not a review · figures available on ${formatDate(place.today)} · data version ${place.dataVersion}`,
    evidence: stories.flatMap((answer) =>
      answer.state === 'ready' ? [evidenceRowOf(answer.reply)] : [],
    ),
    chartOf: (id) => slides.find(({ screen }) => screen.chart === id)?.chart ?? null,
    leave: formatView(chosen[0] ?? viewOf('compare', {})),
  })
}

const NothingChosen = () => (
  <>
    <h1>Present chosen views</h1>
    <Notice title="No view of Compare is named here">
      <p>
        Make each view under <a href={formatView(viewOf('compare', {}))}>Compare</a>, copy its link,
        and put the links, one on each line, into the form under{' '}
        <a href={formatView(viewOf('reviews', {}))}>Review</a>.
      </p>
    </Notice>
  </>
)

/** One address or its part after `?` a line. What is no view of Compare is left out. */
const viewsIn = (text: string): CompareView[] =>
  text
    .split(/[\n|]+/)
    .map((line) => line.trim())
    .filter((line) => /^[^?]*\/compare\b|=/.test(line))
    .flatMap((line) => {
      const { view } = parseView('/compare', line.replace(/^[^?]*\?/, ''))
      return view.page === 'compare' ? [view] : []
    })
    .slice(0, MOST_SCREENS)

type Answer<Reply> = ReturnType<typeof useReplies<Reply>>[number]

const dotsQuestion = (
  view: CompareView,
  answer: Answer<SeriesReply> | undefined,
  place: Place,
): Address<RankedArea[]> | null => {
  if (answer?.state !== 'ready') return null
  const { reply } = answer
  const isDots = (view.show ?? bestShow(reply.series)) === 'dots' && reply.relative === undefined
  return isDots ? rankingQuestion(view, reply, areaTypeOf(view, reply, place)) : null
}

const areaTypeOf = (view: CompareView, reply: SeriesReply, place: Place): string =>
  view.areaType ?? reply.series[0]?.type ?? place.headline.areaType

const slideOf = (
  view: CompareView,
  series: Answer<SeriesReply> | undefined,
  ranking: Answer<RankedArea[]> | undefined,
  place: Place,
) => {
  if (series?.state !== 'ready') return []
  const { reply } = series
  if (dotsQuestion(view, series, place) !== null && ranking?.state !== 'ready') return []
  const ours = pinnedOf(view, reply, place)
  const rows = ranking?.state === 'ready' ? ranking.reply : null
  const left = rows === null && reply.targets.length > MOST_TARGETS
  const chart = comparedChart({
    reply: left ? { ...reply, targets: [] } : reply,
    rows,
    ours,
    areaWords: place.words,
    plural: pluralOf(areaTypeOf(view, reply, place), place.words),
  })
  const { headline, subtitle, summary } = chart().model
  const id = formatView(view)
  const crowded = rows === null && reply.series.length > MOST_LINES
  const first = reply.series.find(({ area }) => ours.includes(area)) ?? reply.series[0]
  const newest = first?.points.findLast(({ value }) => value !== null)?.observation ?? null
  const observation = rows?.find(({ area }) => ours.includes(area))?.observation ?? newest
  return [
    {
      chart,
      observation,
      screen: {
        id,
        title: headline,
        lines: [
          subtitle,
          ...(crowded
            ? [`${reply.series.length} lines are too many for one screen: ${MOST_LINES} at most.`]
            : []),
          ...(left ? [`${reply.targets.length} promised levels are left out here.`] : []),
        ],
        chart: crowded ? null : id,
        table: null,
        notes: [
          ...summary,
          ...reply.sources.map(({ publisher, title }) => `${publisher}, ${title}`),
        ],
        asked: [],
        evidence: observation === null ? [] : [observation],
      },
    },
  ]
}

/** More than these nobody can tell apart from across a room. */
const MOST_LINES = 13
const MOST_TARGETS = 2
