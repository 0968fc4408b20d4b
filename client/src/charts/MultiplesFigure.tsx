import type { SeriesReply } from '@muster/shared/api/series'
import { type MultiplesModel, multiplesModel } from '@muster/shared/chart/multiples-model'
import type { ReactNode } from 'react'
import { ChartFrame } from './ChartFrame.tsx'
import { ChartSurface } from './ChartSurface.tsx'
import { Figure, type HeadingLevel } from './Figure.tsx'
import { STILL_WIDTHS, StaticChart } from './StaticChart.tsx'
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
  const wide = modelOf(STILL_WIDTHS.wide)
  return (
    <Figure
      id={id}
      headingLevel={headingLevel}
      headline={wide.headline}
      subtitle={`${wide.subtitle} · one shared axis`}
      summary={wide.summary}
      notes={wide.notes}
      tableOf={() => wide.table}
      evidenceHref={evidenceHref}
      sources={wide.sources}
      downloads={downloads}
    >
      <ChartFrame
        still={<StaticChart id={id} model={wide} size="wide" />}
        narrow={() => <StaticChart id={id} model={modelOf(STILL_WIDTHS.narrow)} size="narrow" />}
        live={(width) => <Live id={id} model={modelOf(width)} evidenceHref={evidenceHref} />}
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
