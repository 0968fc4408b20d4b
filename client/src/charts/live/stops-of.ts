import { type PlottedLine, pointWords } from '@muster/shared/charts/model/plotted-lines'
import type { Measure } from '@muster/shared/words/measure'
import type { ChartSeries } from './use-chart-keys.ts'

/** The places of a line that keys and pointer reach. */
export const stopsOf = (
  { key, ours, name, points }: PlottedLine,
  measure: Measure,
): ChartSeries => ({
  key,
  ours,
  stops: points.map((point) => ({
    x: point.x,
    y: point.y,
    observation: point.observation,
    words: () => pointWords(name, point, measure),
  })),
})
