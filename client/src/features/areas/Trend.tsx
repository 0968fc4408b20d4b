import { xmrChart } from '@muster/shared/charts/kinds/xmr'
import { plainMeasureOf } from '@muster/shared/charts/model/relative-reply'
import type { KnownSeries } from '@muster/shared/contract/area-profile'
import type { SeriesReply } from '@muster/shared/contract/series'
import { quarterSpan } from '@muster/shared/domain/reviews/review'
import { quarterOfSeries } from '@muster/shared/domain/reviews/signal'
import { breaksOf } from '@muster/shared/domain/series/break'
import { isFlow, isSeasonal } from '@muster/shared/domain/series/metric'
import { quarterOf } from '@muster/shared/domain/series/period'
import { trendOf } from '@muster/shared/domain/series/trend'
import { formatIn, formatQuarter } from '@muster/shared/words/format'
import { type Measure, measureTitle } from '@muster/shared/words/measure'
import { quarterWords } from '@muster/shared/words/reviews/finding'
import { splitWords } from '@muster/shared/words/split'
import { changeWords, xmrSentences } from '@muster/shared/words/trend'
import { seriesAddress } from '../../api/addresses.ts'
import { useReply } from '../../api/queries.ts'
import { ChartPicture } from '../../charts/ChartFigure.tsx'
import { FigureTable } from '../../charts/FigureTable.tsx'
import { Answered } from '../../ui/Answered.tsx'
import '../../charts/charts.css'
import { evidenceHref } from '../../ui/evidence-href.ts'
import { Facts } from '../../ui/Facts.tsx'
import { formatShortest } from './format-shortest.ts'

type Given = { area: string; name: string; series: KnownSeries }

/** One monthly series: its two changes side by side, then whether it is within its usual range. */
export const Trend = ({ area, name, series }: Given) => {
  const { metric, basis, source } = series
  const answer = useReply(seriesAddress({ metric, basis, areas: [area], source: source.id }))
  return (
    <Answered answer={answer}>
      {(reply) => <Shown name={name} series={series} reply={reply} />}
    </Answered>
  )
}

const Shown = ({
  name,
  series,
  reply,
}: {
  name: string
  series: KnownSeries
  reply: SeriesReply
}) => {
  const flows = isFlow(reply.about)
  const [own] = reply.series
  const breaks = breaksOf(reply.marks, { area: own?.area, source: series.source.id })
  const seasonal = isSeasonal(reply.about)
  const given = { points: own?.points ?? [], breaks, seasonal }
  const trend = trendOf(given, flows)
  if (trend === null) return null
  const { newest, onQuarter, onYear, xmr } = trend
  const measure = plainMeasureOf(reply)
  const parts = (reply.parts ?? []).flatMap(({ short, series: [of] }) => {
    const value = of?.points.find(({ date }) => date === newest.date)?.value
    return value == null ? [] : [{ short, value }]
  })
  // Limits are for what flows; of a level it is the change from month to month that flows.
  const drawn: Measure = flows ? measure : { ...measure, signed: true }
  const subject = flows ? measureTitle(measure) : `${measureTitle(measure)}, monthly change`
  const chart = xmrChart({ xmr, measure: drawn, title: `${name}: ${subject}` })
  const quarter = quarterOf(trend.newest.date)
  const { signal } = quarterOfSeries(given, quarterSpan(quarter))
  const counted = {
    ...measure,
    metric: series.metric,
    metricName: measure.name,
    basis: reply.basis,
  }
  const id = `trend-${series.metric}-${series.source.id}`
  return (
    <section aria-labelledby={`${id}-headline`}>
      <h3 id={`${id}-headline`}>
        {measureTitle(measure)}: {formatShortest(newest.value, measure)} {formatIn(newest.date)}
      </h3>
      <Facts
        of={{
          'Of it': parts.length > 0 && splitWords(parts),
          'Compared with the quarter before': !seasonal && changeWords(onQuarter, measure),
          'Compared with the same month a year before': changeWords(onYear, measure),
          [`In ${formatQuarter(quarter)}`]: !flows && signal && quarterWords(signal, counted),
          [flows ? 'Usual range' : 'Usual range of the monthly change']: (
            <span id={`${id}-summary`}>{xmrSentences(xmr).join(' ')}</span>
          ),
        }}
      />
      {xmr.limits && (
        <>
          <ChartPicture id={id} chart={chart} evidenceHref={evidenceHref} />
          <details>
            <summary className="opener">The values, the limits and the signals as a table</summary>
            <FigureTable
              id={`${id}-table`}
              tableOf={() => chart().model.table}
              evidenceHref={evidenceHref}
            />
          </details>
        </>
      )}
    </section>
  )
}
