/** The shapes of a dot plot: grid, stems from zero, dots, names and values. */
import { COLOURS, HALO, MARKER_SIZES, markerPath } from '../model/palette.ts'
import type { RankedDot, RankingModel } from '../model/ranking-model.ts'
import { element, text } from './element.ts'

export const rankingShapes = (model: RankingModel): string =>
  [
    ...(model.empty === null ? [grid(model)] : []),
    ...model.dots.map((dot) => stem(dot, model)),
    ...model.dots.map(mark),
    ...model.dots.map((dot) => name(dot, model)),
    ...model.dots.map(value),
  ].join('')

const grid = ({ x, plot }: RankingModel): string =>
  [
    ...x.ticks.map((tick) =>
      element('line', {
        class: tick.value === 0 ? 'baseline' : 'grid',
        x1: tick.at,
        x2: tick.at,
        y1: plot.top,
        y2: plot.bottom,
        stroke: tick.value === 0 ? COLOURS.quiet : COLOURS.hairline,
      }),
    ),
    ...x.ticks.map((tick) =>
      words(tick.label, { x: tick.at, y: plot.bottom + 18, 'text-anchor': 'middle' }),
    ),
  ].join('')

const stem = (dot: RankedDot, { zero }: RankingModel): string =>
  dot.x === null
    ? ''
    : element('line', {
        class: `line ${dot.tone}`,
        x1: zero,
        x2: dot.x,
        y1: dot.y,
        y2: dot.y,
        stroke: COLOURS[dot.tone],
        'stroke-width': dot.ours ? 3 : 1.5,
      })

const mark = (dot: RankedDot): string =>
  dot.x === null
    ? ''
    : element('path', {
        class: `marker ${dot.tone} ${dot.hollow ? 'hollow' : 'solid'}`,
        d: markerPath('circle', dot.x, dot.y, MARKER_SIZES[dot.tone] + 1),
        fill: dot.hollow ? COLOURS.paper : COLOURS[dot.tone],
        stroke: COLOURS[dot.tone],
        'stroke-width': dot.ours ? 2.5 : 1.5,
      })

const name = (dot: RankedDot, { namesX }: RankingModel): string =>
  dot.lines
    .map((line, index) =>
      words(line, {
        ...labelStyle(dot),
        x: namesX,
        y: dot.y + 4.5 + (index - (dot.lines.length - 1) / 2) * 15,
        'text-anchor': 'end',
      }),
    )
    .join('')

const value = (dot: RankedDot): string =>
  words(dot.valueText, {
    ...labelStyle(dot),
    x: dot.valueX,
    y: dot.y + 4.5,
    'text-anchor': dot.anchor,
    'font-style': dot.x === null ? 'italic' : null,
    ...HALO,
  })

const labelStyle = (dot: RankedDot): Record<string, string | number | null> => ({
  class: `label ${dot.tone}`,
  'font-size': 12.5,
  'font-weight': dot.ours ? 700 : null,
  fill: dot.ours ? COLOURS.ours : COLOURS.quiet,
})

const words = (content: string, attributes: Record<string, string | number | null>): string =>
  element('text', { 'font-size': 12, fill: COLOURS.quiet, ...attributes }, text(content))
