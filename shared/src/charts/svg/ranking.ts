/** The shapes of a dot plot: grid, stems from zero, dots, names and values. */
import { COLOURS, HALO, MARKER_SIZES } from '../model/palette.ts'
import type { RankedDot, RankingModel } from '../model/ranking-model.ts'
import { element } from './element.ts'
import { belowWords, columnsOf, markerShape, wordLines } from './shapes.ts'

export const rankingShapes = ({ empty, x, plot, zero, namesX, dots }: RankingModel): string =>
  [
    empty === null ? columnsOf(x.ticks, plot) + belowWords(x.ticks, plot.bottom + 18) : '',
    ...dots.map((dot) => stem(dot, zero)),
    ...dots.map(mark),
    ...dots.map((dot) => name(dot, namesX)),
    ...dots.map(value),
  ].join('')

const stem = (dot: RankedDot, zero: number): string =>
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

const mark = ({ x, y, hollow, tone }: RankedDot): string =>
  x === null ? '' : markerShape({ x, y, hollow }, { tone, size: MARKER_SIZES[tone] + 1 })

const name = (dot: RankedDot, x: number): string =>
  wordLines(dot.lines, { ...labelStyle(dot), x, y: dot.y, height: 15, 'text-anchor': 'end' })

const value = (dot: RankedDot): string =>
  wordLines([dot.valueText], {
    ...labelStyle(dot),
    x: dot.valueX,
    y: dot.y,
    height: 15,
    'text-anchor': dot.anchor,
    'font-style': dot.x === null ? 'italic' : null,
    ...HALO,
  })

const labelStyle = (dot: RankedDot) => ({
  class: `label ${dot.tone}`,
  'font-size': 12.5,
  'font-weight': dot.ours ? 700 : null,
  fill: dot.ours ? COLOURS.ours : COLOURS.quiet,
})
