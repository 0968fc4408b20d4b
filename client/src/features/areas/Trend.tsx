import { XMR_HEIGHT, xmrSvg } from '@muster/shared/charts/svg/xmr'
import { decimalsNeeded } from '@muster/shared/charts/words/table-model'
import type { KnownSeries } from '@muster/shared/contract/area-profile'
import type { SeriesReply } from '@muster/shared/contract/series'
import { breaksOf } from '@muster/shared/domain/series/break'
import { trendOf } from '@muster/shared/domain/series/trend'
import type { Xmr } from '@muster/shared/domain/series/xmr'
import { formatDate, formatIn } from '@muster/shared/words/format'
import { formatExact, type Measure, measureTitle } from '@muster/shared/words/measure'
import { changeWords, limitsWords, ruleWords, xmrSentences } from '@muster/shared/words/trend'
import type { CSSProperties } from 'react'
import { seriesAddress } from '../../api/addresses.ts'
import { useReply } from '../../api/queries.ts'
import { STILL_WIDTHS } from '../../charts/StaticChart.tsx'
import { Answered } from '../../ui/Answered.tsx'
import '../../charts/charts.css'
import { ScrollBox } from '../../ui/ScrollBox.tsx'

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
  const isFlow = reply.about.kind === 'flow'
  const [own] = reply.series
  const breaks = breaksOf(reply.marks, { area: own?.area, source: series.source.id })
  const trend = trendOf({ points: own?.points ?? [], breaks }, isFlow)
  if (trend === null) return null
  const { newest, onQuarter, onYear, xmr } = trend
  const measure: Measure = {
    ...reply.about,
    decimals: reply.decimals,
    basis: reply.basis,
    per: null,
  }
  // Limits are for what flows; of a level it is the change from month to month that flows.
  const drawn: Measure = isFlow ? measure : { ...measure, signed: true }
  const subject = isFlow ? measureTitle(measure) : `${measureTitle(measure)}, change a month`
  const id = `trend-${series.metric}-${series.source.id}`
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>
        {measureTitle(measure)}:{' '}
        {formatExact(newest.value, measure, decimalsNeeded([newest.value], measure))}{' '}
        {formatIn(newest.date)}
      </h3>
      <dl className="facts">
        <dt>Compared with the quarter before</dt>
        <dd>{changeWords(onQuarter, measure)}</dd>
        <dt>Compared with the same month a year before</dt>
        <dd>{changeWords(onYear, measure)}</dd>
        <dt>{isFlow ? 'Usual range' : 'Usual range of the change a month'}</dt>
        <dd>{xmrSentences(xmr).join(' ')}</dd>
      </dl>
      {xmr.limits && (
        <>
          <div className="chart-frame">
            {(['wide', 'narrow'] as const).map((size) => (
              <div
                key={size}
                className="chart-static"
                data-size={size}
                style={{ '--chart-height': `${XMR_HEIGHT}px` } as CSSProperties}
                // biome-ignore lint/security/noDangerouslySetInnerHtml: xmrSvg escapes every word it is given
                dangerouslySetInnerHTML={{
                  __html: xmrSvg(xmr, drawn, {
                    width: STILL_WIDTHS[size],
                    title: `${name}: ${subject}`,
                    words: xmrSentences(xmr).join(' '),
                    prefix: `${id}-${size}`,
                  }),
                }}
              />
            ))}
          </div>
          <XmrTable xmr={xmr} measure={drawn} caption={`${name}: ${subject}`} />
        </>
      )}
    </section>
  )
}

const XmrTable = ({ xmr, measure, caption }: { xmr: Xmr; measure: Measure; caption: string }) => (
  <details>
    <summary className="opener">The values, the limits and the signals as a table</summary>
    <ScrollBox name={caption}>
      <table>
        <caption>
          {caption}. {xmr.limits && limitsWords(xmr.limits, measure)}
        </caption>
        <thead>
          <tr>
            <th scope="col">Month</th>
            <th scope="col" className="number">
              Value
            </th>
            <th scope="col">Signal</th>
          </tr>
        </thead>
        <tbody>
          {xmr.points.toReversed().map((point) => (
            <tr key={point.date}>
              <th scope="row">{formatDate(point.date)}</th>
              <td className="number">{formatExact(point.value, measure)}</td>
              <td>{point.rules.length === 0 ? '' : ruleWords(point)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  </details>
)
