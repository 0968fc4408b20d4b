import { COLOURS } from '@muster/shared/charts/model/palette'
import type { TrendModel } from '@muster/shared/charts/model/trend-model'
import { trendGround, trendOverlay } from '@muster/shared/charts/svg/trend'
import { Curve, Layer, Surface } from 'recharts'

/**
 * The model drawn by the shapes of Recharts in the very box of the still picture: each run is a
 * curve of its own, so that no gap can be bridged. Its chart containers are left out: they compute
 * again, in many passes, the pixels that the model has. What lies below and above the lines is
 * drawn by the code that draws it in the still picture.
 */
export const TrendChart = ({ model }: { model: TrendModel }) => (
  <Surface width={model.width} height={model.height} className="chart chart-trend">
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
)
