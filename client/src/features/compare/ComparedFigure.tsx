import type { AskedChart } from '@muster/shared/charts/kinds/kind'
import { ChartFigure } from '../../charts/ChartFigure.tsx'
import { FigureTable } from '../../charts/FigureTable.tsx'
import { evidenceHref } from '../../ui/evidence-href.ts'

/** The view as the chart that it asks for, or as the table of that chart alone. */
export const ComparedFigure = ({
  chart,
  tableAlone,
}: {
  chart: AskedChart
  tableAlone: boolean
}) => {
  if (!tableAlone)
    return <ChartFigure id="compared" chart={chart} headingLevel={2} evidenceHref={evidenceHref} />
  const { model } = chart()
  return (
    <>
      <h2>{model.headline}</h2>
      <p>{model.summary.join(' ')}</p>
      <FigureTable id="compared" tableOf={() => model.table} evidenceHref={evidenceHref} />
    </>
  )
}
