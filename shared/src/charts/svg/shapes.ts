/** The shapes that charts of several kinds share: words, grids, labels of several lines, markers. */
import type { Plot } from '../model/chart.ts'
import {
  COLOURS,
  MARKER_SIZES,
  type Marker,
  markerPath,
  TICK_SIZE,
  type Tone,
} from '../model/palette.ts'
import { type Attributes, element, text } from './element.ts'

/** Quiet words of the size of an axis, where the attributes do not say otherwise. */
export const words = (content: string, attributes: Attributes): string =>
  element('text', { 'font-size': TICK_SIZE, fill: COLOURS.quiet, ...attributes }, text(content))

/** What is said in place of a picture when there is nothing to draw. */
export const emptyWords = (content: string, x: number, y: number): string =>
  words(content, { x, y, 'text-anchor': 'middle', 'font-size': 14 })

/** That the axis does not begin at zero; nothing where it does. */
export const noteWords = (axisNote: string | null): string =>
  axisNote === null ? '' : words(axisNote, { x: 0, y: 13, class: 'axis-note' })

/** Lines of a label about their middle. */
export const wordLines = (
  lines: readonly string[],
  { y, height, ...attributes }: Attributes & { y: number; height: number },
): string =>
  lines
    .map((line, index) =>
      words(line, { ...attributes, y: y + 4.5 + (index - (lines.length - 1) / 2) * height }),
    )
    .join('')

/** A tick without a value is of a plain grid, in which zero is a line like the others. */
type Tick = { at: number; label: string; value?: number }

/** A line across the plot at each tick of the value axis. */
export const rowsOf = (ticks: readonly Tick[], { left, right }: Plot): string =>
  ticks.map((tick) => gridLine(tick, { x1: left, x2: right, y1: tick.at, y2: tick.at })).join('')

/** A line down the plot at each tick, where values lie side by side. */
export const columnsOf = (ticks: readonly Tick[], { top, bottom }: Plot): string =>
  ticks.map((tick) => gridLine(tick, { x1: tick.at, x2: tick.at, y1: top, y2: bottom })).join('')

/** The labels of the value axis, left of the plot. */
export const valueWords = (ticks: readonly Tick[], { left }: Plot): string =>
  ticks
    .map(({ label, at }) => words(label, { x: left - 8, y: at + 4, 'text-anchor': 'end' }))
    .join('')

/** The labels below the plot, the first and last of a small picture within its edges. */
export const belowWords = (
  ticks: readonly (Tick & { anchor?: 'start' | 'end' })[],
  y: number,
): string =>
  ticks
    .map(({ label, at, anchor = 'middle' }) => words(label, { x: at, y, 'text-anchor': anchor }))
    .join('')

const gridLine = ({ value }: Tick, ends: Attributes): string =>
  element('line', {
    class: value === 0 ? 'baseline' : 'grid',
    ...ends,
    stroke: value === 0 ? COLOURS.quiet : COLOURS.hairline,
  })

/** Hollow where the figure is not to be leaned on. */
export const markerShape = (
  { x, y, hollow }: { x: number; y: number; hollow: boolean },
  {
    tone,
    marker = 'circle',
    size = MARKER_SIZES[tone],
  }: { tone: Tone; marker?: Marker; size?: number },
): string =>
  element('path', {
    class: `marker ${tone} ${hollow ? 'hollow' : 'solid'}`,
    d: markerPath(marker, x, y, size),
    fill: hollow ? COLOURS.paper : COLOURS[tone],
    stroke: COLOURS[tone],
    'stroke-width': tone === 'ours' ? 2.5 : 1.5,
  })
