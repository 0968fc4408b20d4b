import { type MultiplesModel, multiplesModel } from '@muster/shared/charts/model/multiples-model'
import type { SeriesReply } from '@muster/shared/contract/series'
import type { ReactNode } from 'react'
import { ChartFrame, useChartModel } from './ChartFrame.tsx'
import { ChartSurface } from './ChartSurface.tsx'
import { Figure, type HeadingLevel } from './Figure.tsx'
import { StaticChart } from './StaticChart.tsx'
import { stopsOf } from './stops-of.ts'

/** A small picture for each area on one shared axis; words, table and keys as for lines. */
export const MultiplesFigure = ({
  id,
  reply,
  ours,
  headingLevel,
  evidenceHref,
  areaWords,
  downloads,
}: {
  id: string
  reply: SeriesReply
  ours: readonly string[]
  headingLevel: HeadingLevel
  evidenceHref: (observation: string) => string
  areaWords: Readonly<Record<string, string>>
  downloads?: ReactNode
}) => {
  const modelOf = (width: number) => multiplesModel(reply, { ours, width, areaWords })
  const { box, model } = useChartModel(modelOf)
  return (
    <Figure
      id={id}
      headingLevel={headingLevel}
      headline={model.headline}
      subtitle={`${model.subtitle} · one shared axis`}
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
        live={() => <Live id={id} model={model} evidenceHref={evidenceHref} />}
      />
    </Figure>
  )
}

const Live = ({
  id,
  model,
  evidenceHref,
}: {
  id: string
  model: MultiplesModel
  evidenceHref: (observation: string) => string
}) => (
  <ChartSurface
    id={id}
    width={model.width}
    height={model.height}
    plot={{ left: 0, top: 0, right: model.width, bottom: model.height }}
    series={model.panels.flatMap(({ lines }) => lines.map((line) => stopsOf(line, model.measure)))}
    evidenceHref={evidenceHref}
  >
    <div aria-hidden="true">
      <StaticChart id={`${id}-live`} model={model} />
    </div>
  </ChartSurface>
)
