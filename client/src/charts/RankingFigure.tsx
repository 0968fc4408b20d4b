import { type RankingModel, rankingModel } from '@muster/shared/charts/model/ranking-model'
import type { RankedArea } from '@muster/shared/contract/ranking'
import type { SourceLabel } from '@muster/shared/contract/series'
import type { Metric } from '@muster/shared/domain/series/metric'
import type { Basis } from '@muster/shared/domain/series/observation'
import type { Per } from '@muster/shared/domain/series/rate'
import type { ReactNode } from 'react'
import { ChartFrame, useChartModel } from './ChartFrame.tsx'
import { ChartSurface } from './ChartSurface.tsx'
import { Figure, type HeadingLevel } from './Figure.tsx'
import { StaticChart } from './StaticChart.tsx'

/**
 * Areas in order of one figure. `basis` may be left out where the metric has only one; `plural` is
 * what the areas are called. `title` replaces the computed headline and must have a verb.
 */
export const RankingFigure = ({
  id,
  rows,
  metric,
  per,
  ours,
  headingLevel,
  title,
  evidenceHref,
  basis = metric.bases.length === 1 ? metric.bases[0] : undefined,
  plural = 'areas',
  sources = [],
  downloads,
}: {
  id: string
  rows: readonly RankedArea[]
  metric: Metric
  per: Per | null
  ours: readonly string[]
  headingLevel: HeadingLevel
  title?: string
  evidenceHref: (observation: string) => string
  basis?: Basis | undefined
  plural?: string
  sources?: readonly SourceLabel[]
  downloads?: ReactNode
}) => {
  const decimals = rows[0]?.decimals ?? metric.decimals
  const measure = { ...metric, decimals, basis: basis ?? null, per }
  const isFlow = metric.kind === 'flow'
  const modelOf = (width: number) => rankingModel(rows, { width, ours, measure, isFlow, plural })
  const { box, model } = useChartModel(modelOf)
  return (
    <Figure
      id={id}
      headingLevel={headingLevel}
      headline={title ?? model.headline}
      subtitle={model.subtitle}
      summary={model.summary}
      tableOf={() => model.table}
      evidenceHref={evidenceHref}
      sources={sources.filter(({ id }) => rows.some(({ source }) => source === id))}
      downloads={downloads}
    >
      <ChartFrame
        id={id}
        box={box}
        modelOf={modelOf}
        live={() => <LiveRanking id={id} model={model} evidenceHref={evidenceHref} />}
      />
    </Figure>
  )
}

const LiveRanking = ({
  id,
  model,
  evidenceHref,
}: {
  id: string
  model: RankingModel
  evidenceHref: (observation: string) => string
}) => (
  <ChartSurface
    id={id}
    width={model.width}
    height={model.height}
    plot={model.plot}
    series={model.dots.map(({ key, ours, x, y, words, observation }) => ({
      key,
      ours,
      stops: [{ x: x ?? model.zero, y, words: () => words, observation }],
    }))}
    evidenceHref={evidenceHref}
  >
    <div aria-hidden="true">
      <StaticChart id={`${id}-live`} model={model} />
    </div>
  </ChartSurface>
)
