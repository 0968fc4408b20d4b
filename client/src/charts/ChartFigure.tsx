import type { AskedChart } from '@muster/shared/charts/kinds/kind'
import type { ReactNode } from 'react'
import { ChartFrame, useDrawnChart } from './ChartFrame.tsx'
import { Figure, type HeadingLevel } from './Figure.tsx'

type Given = { id: string; chart: AskedChart; evidenceHref: (observation: string) => string }

/** A chart of any kind as a figure. `title` replaces the computed headline and must have a verb. */
export const ChartFigure = ({
  headingLevel,
  title,
  downloads,
  ...given
}: Given & { headingLevel: HeadingLevel; title?: string; downloads?: ReactNode }) => {
  const { box, drawn } = useDrawnChart(given.chart)
  const { model } = drawn
  return (
    <Figure
      id={given.id}
      headingLevel={headingLevel}
      headline={title ?? model.headline}
      subtitle={model.subtitle}
      summary={model.summary}
      notes={model.notes}
      tableOf={() => model.table}
      evidenceHref={given.evidenceHref}
      sources={model.sources}
      downloads={downloads}
    >
      <ChartFrame {...given} box={box} drawn={drawn} />
    </Figure>
  )
}

/** The picture alone; the page has its words as `<id>-headline`, `<id>-summary`, `<id>-table`. */
export const ChartPicture = (given: Given) => (
  <ChartFrame {...given} {...useDrawnChart(given.chart)} />
)
