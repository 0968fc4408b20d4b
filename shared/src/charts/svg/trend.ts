/** The shapes of a trend, from the back to the front: grid, marks, lines, markers, labels. */
import type { Plot } from '../model/chart.ts'
import { type EndLabel, LABEL_SIZE, LINE_HEIGHT } from '../model/end-labels.ts'
import { MARK_SIZE, type PlacedMark } from '../model/marks.ts'
import { COLOURS, HALO, LINE_WIDTHS, PROMISE_DASH, type Tone } from '../model/palette.ts'
import type { PlottedLine, PromisedLine } from '../model/plotted-lines.ts'
import type { TrendModel } from '../model/trend-model.ts'
import { element, pathOf } from './element.ts'
import {
  belowWords,
  emptyWords,
  markerShape,
  noteWords,
  rowsOf,
  valueWords,
  wordLines,
  words,
} from './shapes.ts'

export const trendShapes = (model: TrendModel): string =>
  trendGround(model) + model.lines.map(lineShapes).join('') + trendOverlay(model)

/** What lies below the lines, for a chart whose lines are drawn by something else. */
export const trendGround = (model: TrendModel): string =>
  model.empty === null
    ? [
        grid(model),
        ...[...model.events, ...model.breaks].map((mark) => markShapes(mark, model.plot)),
      ].join('')
    : emptyWords(model.empty, model.width / 2, model.height / 2)

/** What lies above them; nothing where there is none. */
export const trendOverlay = (model: TrendModel): string =>
  model.empty === null
    ? [
        ...model.promises.map(promiseShapes),
        ...model.lines.map(markerShapes),
        ...model.labels.map(labelShapes),
        ...model.key.map((line, index) =>
          words(line, { x: 0, y: model.plot.bottom + 40 + index * 16, class: 'key' }),
        ),
      ].join('')
    : ''

const grid = ({ plot, x, y, axisNote }: TrendModel): string =>
  [
    rowsOf(y.ticks, plot),
    valueWords(y.ticks, plot),
    ...x.ticks.map((tick) =>
      element('line', {
        class: 'tick',
        x1: tick.at,
        x2: tick.at,
        y1: plot.bottom,
        y2: plot.bottom + 5,
        stroke: COLOURS.quiet,
      }),
    ),
    belowWords(x.ticks, plot.bottom + 19),
    noteWords(axisNote),
  ].join('')

/** The words of a mark stand above the plot, each lane above the one before. */
const markShapes = ({ kind, x, lane, text, textX, anchor }: PlacedMark, plot: Plot): string => {
  const y = plot.top - 5 - lane * 16
  const line = element('line', {
    class: kind,
    x1: x,
    x2: x,
    y1: text === '' ? plot.top : y - 10,
    y2: plot.bottom,
    stroke: COLOURS.quiet,
    'stroke-dasharray': kind === 'event' ? '1 4' : null,
  })
  return text === ''
    ? line
    : line + words(text, { x: textX, y, 'text-anchor': anchor, 'font-size': MARK_SIZE, ...HALO })
}

export const lineShapes = (line: PlottedLine): string =>
  line.runs
    .map((run) =>
      element('path', {
        class: `line ${line.tone}`,
        d: pathOf(run),
        fill: 'none',
        stroke: COLOURS[line.tone],
        'stroke-width': line.width,
        'stroke-dasharray': line.dash,
        'stroke-linejoin': 'round',
      }),
    )
    .join('')

const promiseShapes = (promise: PromisedLine): string =>
  element('path', {
    class: 'line promise',
    d: pathOf(promise.points),
    fill: 'none',
    stroke: COLOURS.promise,
    'stroke-width': LINE_WIDTHS.promise,
    'stroke-dasharray': PROMISE_DASH,
  })

export const markerShapes = (line: PlottedLine): string =>
  line.points
    .filter((point) => point.marked)
    .map((point) => markerShape(point, line))
    .join('')

const labelShapes = ({ leader, lines, tone, x, y }: EndLabel): string =>
  (leader === null
    ? ''
    : element('line', {
        class: 'leader',
        ...leader,
        stroke: COLOURS.other,
        'stroke-width': 0.75,
      })) +
  wordLines(lines, {
    class: `label ${tone}`,
    x,
    y,
    height: LINE_HEIGHT,
    'font-size': LABEL_SIZE,
    'font-weight': tone === 'other' ? null : 700,
    fill: LABEL_COLOURS[tone],
  })

/** Words need more contrast than lines: the grey of a line is too light to read. */
const LABEL_COLOURS: Record<Tone, string> = {
  ours: COLOURS.ours,
  other: COLOURS.quiet,
  promise: COLOURS.promise,
}
