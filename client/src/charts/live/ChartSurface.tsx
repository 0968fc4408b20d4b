import type { Chart } from '@muster/shared/charts/model/chart'
import type { ReactNode } from 'react'
import { type ChartSeries, type ChartStop, useChartKeys } from './use-chart-keys.ts'

/** The one tab stop of a chart: what is drawn, the place the reader is at, and its words. */
export const ChartSurface = ({
  id,
  model: { width, height, plot },
  series,
  evidenceHref,
  children,
}: {
  id: string
  model: Pick<Chart, 'width' | 'height' | 'plot'>
  series: readonly ChartSeries[]
  evidenceHref: (observation: string) => string
  children: ReactNode
}) => {
  const { stop, said, link, handlers } = useChartKeys(series, `${id}-table`, evidenceHref)
  return (
    <div className="chart-live" style={{ width, minHeight: height }}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; this groups one picture */}
      <div
        className="chart-surface"
        role="group"
        aria-roledescription="chart"
        aria-labelledby={`${id}-headline`}
        aria-describedby={`${id}-summary ${id}-keys`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys below make it interactive
        tabIndex={0}
        style={{ width, height }}
        {...handlers}
      >
        {children}
        {stop === null ? null : <Pointer stop={stop} width={width} height={height} plot={plot} />}
      </div>
      <p className="chart-readout" aria-hidden="true">
        {stop?.words()}
      </p>
      <p id={`${id}-keys`} className="visually-hidden">
        {KEYS}
      </p>
      <p className="visually-hidden" aria-live="polite">
        {said}
      </p>
      {/* biome-ignore lint/a11y/useAnchorContent: clicked by the keys, never met by a reader */}
      {/* biome-ignore lint/a11y/useValidAnchor: its address is set when a point is chosen */}
      <a ref={link} hidden={true} tabIndex={-1} aria-hidden="true" href="#" />
    </div>
  )
}

type PointerGiven = Pick<Chart, 'width' | 'height' | 'plot'> & { stop: ChartStop }

const Pointer = ({ stop, width, height, plot }: PointerGiven) => (
  <svg className="chart-pointer" width={width} height={height} aria-hidden="true">
    <line x1={stop.x} x2={stop.x} y1={plot.top} y2={plot.bottom} />
    <line x1={plot.left} x2={plot.right} y1={stop.y} y2={stop.y} />
    <circle cx={stop.x} cy={stop.y} r={RING} />
  </svg>
)

const KEYS =
  'Left and right arrows change the date, up and down the series. Enter opens the evidence, T goes to the table, Escape leaves.'
const RING = 9
