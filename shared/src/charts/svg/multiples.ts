/** The shapes of small multiples: for each area its name, newest figure, grid, breaks and lines. */
import type { MultiplesModel, Panel } from '../model/multiples-model.ts'
import { COLOURS } from '../model/palette.ts'
import { element, text } from './element.ts'
import { lineShapes, markerShapes } from './trend.ts'

export const multiplesShapes = (model: MultiplesModel): string =>
  model.empty === null
    ? note(model) + model.panels.map((panel) => panelShapes(panel)).join('')
    : words(model.empty, { x: model.width / 2, y: model.height / 2, 'text-anchor': 'middle' })

const note = ({ axisNote }: MultiplesModel): string =>
  axisNote === null ? '' : words(axisNote, { x: 0, y: 13, class: 'axis-note' })

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
    ...panel.yTicks.map((tick) =>
      element('line', {
        class: 'grid',
        x1: panel.plot.left,
        x2: panel.plot.right,
        y1: tick.at,
        y2: tick.at,
        stroke: COLOURS.hairline,
      }),
    ),
    ...(panel.labelled
      ? panel.yTicks.map((tick) =>
          words(tick.label, { x: panel.plot.left - 8, y: tick.at + 4, 'text-anchor': 'end' }),
        )
      : []),
    ...panel.xTicks.map((tick) =>
      words(tick.label, { x: tick.at, y: panel.plot.bottom + 16, 'text-anchor': tick.anchor }),
    ),
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

const words = (content: string, attributes: Record<string, string | number | null>): string =>
  element('text', { 'font-size': 12, fill: COLOURS.quiet, ...attributes }, text(content))
