/** The shapes of a trend, from the back to the front: grid, marks, lines, markers, labels. */
import { type EndLabel, LABEL_SIZE, LINE_HEIGHT } from '../model/end-labels.ts'
import { MARK_SIZE, type PlacedMark } from '../model/marks.ts'
import {
  COLOURS,
  HALO,
  LINE_WIDTHS,
  MARKER_SIZES,
  markerPath,
  PROMISE_DASH,
  TICK_SIZE,
  type Tone,
} from '../model/palette.ts'
import type { PlottedLine, PlottedPoint, PromisedLine } from '../model/plotted-lines.ts'
import type { TrendModel } from '../model/trend-model.ts'
import { element, pathOf, text } from './element.ts'

export const trendShapes = (model: TrendModel): string =>
  trendGround(model) + model.lines.map(lineShapes).join('') + trendOverlay(model)

/** What lies below the lines, for a chart whose lines are drawn by something else. */
export const trendGround = (model: TrendModel): string =>
  model.empty === null ? grid(model) + marks(model) : emptyShape(model)

/** What lies above them; nothing where there is none. */
export const trendOverlay = (model: TrendModel): string =>
  model.empty === null ? aboveLines(model) : ''

const marks = (model: TrendModel): string =>
  [...model.events, ...model.breaks].map((mark) => markShapes(mark, model)).join('')

const aboveLines = (model: TrendModel): string =>
  [
    ...model.promises.map(promiseShapes),
    ...model.lines.map(markerShapes),
    ...model.labels.map(labelShapes),
    ...model.key.map((line, index) => keyShape(line, index, model)),
  ].join('')

const emptyShape = ({ empty, width, height }: TrendModel): string =>
  words(empty ?? '', { x: width / 2, y: height / 2, 'text-anchor': 'middle', 'font-size': 14 })

const axisNoteShape = ({ axisNote }: TrendModel): string =>
  axisNote === null ? '' : words(axisNote, { x: 0, y: 13, class: 'axis-note' })

/** Where the words of a mark stand above the plot. */
const laneY = (plot: { top: number }, lane: number): number => plot.top - 5 - lane * 16

const grid = (model: TrendModel): string => {
  const { plot, x, y } = model
  return [
    ...y.ticks.map((tick) =>
      element('line', {
        class: tick.value === 0 ? 'baseline' : 'grid',
        x1: plot.left,
        x2: plot.right,
        y1: tick.at,
        y2: tick.at,
        stroke: tick.value === 0 ? COLOURS.quiet : COLOURS.hairline,
      }),
    ),
    ...y.ticks.map((tick) =>
      words(tick.label, { x: plot.left - 8, y: tick.at + 4, 'text-anchor': 'end' }),
    ),
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
    ...x.ticks.map((tick) =>
      words(tick.label, { x: tick.at, y: plot.bottom + 19, 'text-anchor': 'middle' }),
    ),
    axisNoteShape(model),
  ].join('')
}

const markShapes = (mark: PlacedMark, { plot }: TrendModel): string =>
  element('line', {
    class: mark.kind,
    x1: mark.x,
    x2: mark.x,
    y1: mark.text === '' ? plot.top : laneY(plot, mark.lane) - 10,
    y2: plot.bottom,
    stroke: COLOURS.quiet,
    'stroke-dasharray': mark.kind === 'event' ? '1 4' : null,
  }) +
  (mark.text === ''
    ? ''
    : words(mark.text, {
        x: mark.textX,
        y: laneY(plot, mark.lane),
        'text-anchor': mark.anchor,
        'font-size': MARK_SIZE,
        ...HALO,
      }))

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
    .map((point) => markerShape(line, point))
    .join('')

const markerShape = (line: PlottedLine, point: PlottedPoint): string =>
  element('path', {
    class: `marker ${line.tone} ${point.hollow ? 'hollow' : 'solid'}`,
    d: markerPath(line.marker, point.x, point.y, MARKER_SIZES[line.tone]),
    fill: point.hollow ? COLOURS.paper : COLOURS[line.tone],
    stroke: COLOURS[line.tone],
    'stroke-width': line.ours ? 2.5 : 1.5,
  })

const labelShapes = (label: EndLabel): string =>
  (label.leader === null
    ? ''
    : element('line', {
        class: 'leader',
        ...label.leader,
        stroke: COLOURS.other,
        'stroke-width': 0.75,
      })) +
  label.lines
    .map((line, index) =>
      words(line, {
        class: `label ${label.tone}`,
        x: label.x,
        y: label.y + 4.5 + (index - (label.lines.length - 1) / 2) * LINE_HEIGHT,
        'font-size': LABEL_SIZE,
        'font-weight': label.tone === 'other' ? null : 700,
        fill: LABEL_COLOURS[label.tone],
      }),
    )
    .join('')

const keyShape = (line: string, index: number, { plot }: TrendModel): string =>
  words(line, { x: 0, y: plot.bottom + 40 + index * 16, class: 'key' })

const words = (content: string, attributes: Record<string, string | number | null>): string =>
  element('text', { 'font-size': TICK_SIZE, fill: COLOURS.quiet, ...attributes }, text(content))

/** Words need more contrast than lines: the grey of a line is too light to read. */
const LABEL_COLOURS: Record<Tone, string> = {
  ours: COLOURS.ours,
  other: COLOURS.quiet,
  promise: COLOURS.promise,
}
