import { COLOURS, TICK_SIZE } from '@muster/shared/chart/palette'
import type { PlottedLine } from '@muster/shared/chart/plotted-lines'
import type { Axis } from '@muster/shared/chart/scale'
import { trendOverlay } from '@muster/shared/chart/svg-trend'
import type { TrendModel } from '@muster/shared/chart/trend-model'
import { CartesianGrid, ComposedChart, Line, XAxis, YAxis } from 'recharts'
import { ChartSurface } from './ChartSurface.tsx'

/**
 * The model drawn by Recharts in the very box of the still picture: each run is a line of its own,
 * so that no gap can be bridged. What lies above the lines (marks, markers, labels) is drawn by the
 * code that draws it in the still picture.
 */
export const TrendChart = ({
  id,
  model,
  evidenceHref,
}: {
  id: string
  model: TrendModel
  evidenceHref: (observation: string) => string
}) => {
  const { width, height, plot, x, y } = model
  return (
    <ChartSurface
      id={id}
      width={width}
      height={height}
      plot={plot}
      series={seriesOf(model)}
      evidenceHref={evidenceHref}
    >
      <div className="chart-drawn" aria-hidden="true">
        {model.empty === null ? (
          <ComposedChart
            width={width}
            height={height}
            margin={{ top: plot.top, right: width - plot.right, bottom: 0, left: 0 }}
            accessibilityLayer={false}
            className="chart chart-trend"
          >
            <CartesianGrid vertical={false} stroke={COLOURS.hairline} />
            <XAxis
              {...axisProps(x)}
              dataKey="day"
              height={height - plot.bottom}
              tickLine={{ stroke: COLOURS.quiet }}
            />
            <YAxis {...axisProps(y)} width={plot.left} tickLine={false} />
            {model.lines.flatMap(runsOf)}
          </ComposedChart>
        ) : null}
        <svg
          className="chart-overlay chart"
          width={width}
          height={height}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: every word in it is escaped
          dangerouslySetInnerHTML={{ __html: trendOverlay(model) }}
        />
      </div>
    </ChartSurface>
  )
}

const axisProps = (axis: Axis) => ({
  type: 'number' as const,
  domain: axis.domain,
  ticks: axis.ticks.map((tick) => tick.value),
  tickFormatter: (value: number) => axis.ticks.find((tick) => tick.value === value)?.label ?? '',
  tick: { fontSize: TICK_SIZE, fill: COLOURS.quiet },
  interval: 0 as const,
  axisLine: false,
  allowDataOverflow: true,
})

const runsOf = (line: PlottedLine) =>
  line.runs.map((run) => (
    <Line
      key={`${line.key}|${run[0]?.date}`}
      data={run}
      dataKey="value"
      type="linear"
      className={`line ${line.tone}`}
      stroke={COLOURS[line.tone]}
      strokeWidth={line.width}
      {...(line.dash === null ? {} : { strokeDasharray: line.dash })}
      dot={false}
      activeDot={false}
      isAnimationActive={false}
      legendType="none"
    />
  ))

/** From the top of the chart to its bottom, as the labels at the ends stand. */
const seriesOf = (model: TrendModel) =>
  [...model.lines]
    .sort((a, b) => (a.points.at(-1)?.y ?? 0) - (b.points.at(-1)?.y ?? 0))
    .map(({ key, ours, points }) => ({ key, ours, stops: points }))
