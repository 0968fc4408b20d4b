/** The shapes of an XmR chart: grid, mean and limits, the line of values, hollow squares for signals. */
import { COLOURS } from '../model/palette.ts'
import type { XmrModel } from '../model/xmr-model.ts'
import { element, pathOf } from './element.ts'
import { belowWords, markerShape, rowsOf, valueWords, words } from './shapes.ts'

export const xmrShapes = ({
  plot,
  height,
  xTicks,
  yTicks,
  points,
  limits,
  ends,
}: XmrModel): string =>
  [
    rowsOf(yTicks, plot),
    valueWords(yTicks, plot),
    belowWords(xTicks, height - 8),
    ...limits.flatMap(({ x1, x2, mean, upper, lower }) => [
      rule(x1, x2, mean, null),
      rule(x1, x2, upper, '6 4'),
      rule(x1, x2, lower, '6 4'),
    ]),
    element('path', {
      class: 'line ours',
      d: pathOf(points),
      fill: 'none',
      stroke: COLOURS.ours,
      'stroke-width': 2,
    }),
    ...points
      .filter((point) => point.isSignal)
      .map(({ x, y }) => markerShape({ x, y, hollow: true }, { tone: 'ours', marker: 'square' })),
    ...ends.map(({ y, text }) => words(text, { x: plot.right + 8, y: y + 4 })),
  ].join('')

const rule = (x1: number, x2: number, y: number, dash: string | null): string =>
  element('line', {
    class: 'limit',
    x1,
    x2,
    y1: y,
    y2: y,
    stroke: COLOURS.quiet,
    'stroke-dasharray': dash,
  })
