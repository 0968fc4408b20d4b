import { COLOURS } from '@muster/shared/charts/model/palette'
import type { TrendModel } from '@muster/shared/charts/model/trend-model'
import { trendGround, trendOverlay } from '@muster/shared/charts/svg/trend'
import { Curve, Layer, Surface } from 'recharts'
import { ChartSurface } from './ChartSurface.tsx'
import { stopsOf } from './stops-of.ts'

/**
 * The model drawn by the shapes of Recharts in the very box of the still picture: each run is a
 * curve of its own, so that no gap can be bridged. Its chart containers are left out: they compute
 * again, in many passes, the pixels that the model has. What lies below and above the lines is
 * drawn by the code that draws it in the still picture.
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
  const { width, height, plot } = model
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
        <Surface width={width} height={height} className="chart chart-trend">
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: every word in it is escaped */}
          <g dangerouslySetInnerHTML={{ __html: trendGround(model) }} />
          {model.lines.map((line) => (
            <Layer key={line.key}>
              {line.runs.map((run) => (
                <Curve
                  key={run[0]?.date}
                  type="linear"
                  points={run}
                  className={`line ${line.tone}`}
                  fill="none"
                  stroke={COLOURS[line.tone]}
                  strokeWidth={line.width}
                  strokeLinejoin="round"
                  {...(line.dash === null ? {} : { strokeDasharray: line.dash })}
                />
              ))}
            </Layer>
          ))}
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: every word in it is escaped */}
          <g className="chart-overlay" dangerouslySetInnerHTML={{ __html: trendOverlay(model) }} />
        </Surface>
      </div>
    </ChartSurface>
  )
}

/** From the top of the chart to its bottom, as the labels at the ends stand. */
const seriesOf = (model: TrendModel) =>
  [...model.lines]
    .sort((a, b) => (a.points.at(-1)?.y ?? 0) - (b.points.at(-1)?.y ?? 0))
    .map((line) => stopsOf(line, model.measure))
