import type { ChartModel, DrawnChart } from '@muster/shared/charts/kinds/kind'
import type { TrendModel } from '@muster/shared/charts/model/trend-model'
import { trendShapes } from '@muster/shared/charts/svg/trend'
import { lazy, type ReactNode, useEffect } from 'react'
import { StaticChart } from '../still/StaticChart.tsx'
import { ChartSurface } from './ChartSurface.tsx'
import { stopsOf } from './stops-of.ts'
import type { ChartSeries } from './use-chart-keys.ts'

/** Recharts is most of the script, and only lines need it. */
const fetchTrendChart = () => import('./TrendChart.tsx')

const TrendChart = lazy(() =>
  fetchTrendChart().then(
    (module) => ({ default: module.TrendChart }),
    () => ({ default: StillTrend }),
  ),
)

/** Fetches ahead what a page with charts will ask for, while there is a network. */
export const fetchLiveCharts = (): Promise<unknown> => fetchTrendChart()

type Kind = ChartModel['kind']

type Live<Name extends Kind> = {
  /** Where keys and pointer stop, from the top of the chart to its bottom. */
  series: (model: Extract<ChartModel, { kind: Name }>) => readonly ChartSeries[]
  /** Another drawing than the still picture, in the same place. */
  draw?: (model: Extract<ChartModel, { kind: Name }>) => ReactNode
}

/** What each kind of chart is when it comes to life. */
const LIVE_CHARTS: { readonly [Name in Kind]: Live<Name> } = {
  trend: {
    series: ({ lines, measure }) =>
      [...lines]
        .sort((a, b) => (a.points.at(-1)?.y ?? 0) - (b.points.at(-1)?.y ?? 0))
        .map((line) => stopsOf(line, measure)),
    draw: (model) => <TrendChart model={model} />,
  },
  multiples: {
    series: ({ panels, measure }) =>
      panels.flatMap(({ lines }) => lines.map((line) => stopsOf(line, measure))),
  },
  ranking: {
    series: ({ dots, zero }) =>
      dots.map(({ key, ours, x, y, words, observation }) => ({
        key,
        ours,
        stops: [{ x: x ?? zero, y, words: () => words, observation }],
      })),
  },
  xmr: {
    series: ({ points }) => [
      {
        key: 'values',
        ours: true,
        // A change of two months, or a share of them: no single row of a file is its evidence.
        stops: points.map(({ x, y, words }) => ({ x, y, words: () => words, observation: null })),
      },
    ],
  },
}

/** In place of lines that move, where what draws them cannot be fetched. */
const StillTrend = ({ model }: { model: TrendModel }) => (
  <StaticChart id="still" drawn={{ model, shapes: () => trendShapes(model) }} />
)

type Given = {
  id: string
  drawn: DrawnChart
  evidenceHref: (observation: string) => string
  arrived: (isLive: boolean) => void
}

export const LiveChart = ({ id, drawn, evidenceHref, arrived }: Given): ReactNode => {
  const { series, drawing } = liveOf(drawn.model)
  return (
    <ChartSurface id={id} model={drawn.model} series={series} evidenceHref={evidenceHref}>
      <div className="chart-drawn" aria-hidden="true">
        {drawing ?? <StaticChart id={`${id}-live`} drawn={drawn} />}
      </div>
      <Arrival tell={arrived} />
    </ChartSurface>
  )
}

/** Says when what stands beside it has been fetched and drawn: only then does an effect run. */
const Arrival = ({ tell }: { tell: (isLive: boolean) => void }) => {
  useEffect(() => tell(true), [tell])
  return null
}

const liveOf = <Name extends Kind>(model: Extract<ChartModel, { kind: Name }>) => {
  const { series, draw }: Live<Name> = LIVE_CHARTS[model.kind]
  return { series: series(model), drawing: draw?.(model) }
}
