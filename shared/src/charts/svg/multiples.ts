/** The shapes of small multiples: for each area its name, newest figure, grid, breaks and lines. */
import type { MultiplesModel, Panel } from '../model/multiples-model.ts'
import { COLOURS } from '../model/palette.ts'
import { element } from './element.ts'
import { belowWords, noteWords, rowsOf, valueWords, words } from './shapes.ts'
import { lineShapes, markerShapes } from './trend.ts'

export const multiplesShapes = (model: MultiplesModel): string =>
  model.empty === null
    ? noteWords(model.axisNote) + model.panels.map(panelShapes).join('')
    : words(model.empty, { x: model.width / 2, y: model.height / 2, 'text-anchor': 'middle' })

const panelShapes = (panel: Panel): string =>
  [
    ...panel.title.map((line, index) =>
      words(line, {
        class: panel.ours ? 'label ours' : 'label other',
        x: panel.x,
        y: panel.y + 13 + index * 17,
        'font-size': 13,
        'font-weight': 700,
        fill: panel.ours ? COLOURS.ours : COLOURS.ink,
      }),
    ),
    words(panel.value, { x: panel.x, y: panel.plot.top - 8 }),
    rowsOf(panel.yTicks, panel.plot),
    panel.labelled ? valueWords(panel.yTicks, panel.plot) : '',
    belowWords(panel.xTicks, panel.plot.bottom + 16),
    ...panel.breaks.map((x) =>
      element('line', {
        class: 'break',
        x1: x,
        x2: x,
        y1: panel.plot.top,
        y2: panel.plot.bottom,
        stroke: COLOURS.quiet,
      }),
    ),
    ...panel.lines.map(lineShapes),
    ...panel.lines.map(markerShapes),
  ].join('')
