import { type TrendOptions, trendModel } from '@muster/shared/charts/model/trend-model'
import type { SeriesReply } from '@muster/shared/contract/series'
import { lazy, type ReactNode } from 'react'
import { ChartFrame, useChartModel } from './ChartFrame.tsx'
import { Figure, type HeadingLevel } from './Figure.tsx'

/** Recharts is most of the script, and draws nothing on the server: it comes after the first paint. */
const TrendChart = lazy(async () => ({ default: (await import('./TrendChart.tsx')).TrendChart }))

/** A reply of series as a figure. `title` replaces the computed headline and must have a verb. */
export const TrendFigure = ({
  id,
  reply,
  ours,
  headingLevel,
  evidenceHref,
  downloads,
  height,
  areaWords,
  title,
}: {
  id: string
  reply: SeriesReply
  ours: readonly string[]
  headingLevel: HeadingLevel
  evidenceHref: (observation: string) => string
  downloads?: ReactNode
  height?: number
  areaWords?: Readonly<Record<string, string>>
  title?: string
}) => {
  const modelOf = (width: number) =>
    trendModel(reply, {
      ours,
      width,
      ...(height === undefined ? {} : { height }),
      ...(areaWords === undefined ? {} : { areaWords }),
    } satisfies TrendOptions)
  const { box, model } = useChartModel(modelOf)
  return (
    <Figure
      id={id}
      headingLevel={headingLevel}
      headline={title ?? model.headline}
      subtitle={model.subtitle}
      summary={model.summary}
      notes={model.notes}
      tableOf={() => model.table}
      evidenceHref={evidenceHref}
      sources={model.sources}
      downloads={downloads}
    >
      <ChartFrame
        id={id}
        box={box}
        modelOf={modelOf}
        live={() => <TrendChart id={id} model={model} evidenceHref={evidenceHref} />}
      />
    </Figure>
  )
}
