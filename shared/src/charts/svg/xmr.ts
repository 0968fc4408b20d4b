/** An XmR chart as one static SVG: values, their mean, the limits, and hollow squares for signals. */
import { dayNumber } from '../../domain/series/period.ts'
import type { Xmr, XmrPoint } from '../../domain/series/xmr.ts'
import { formatBrief, isPercent, type Measure } from '../../words/measure.ts'
import { COLOURS, FONT, markerPath } from '../model/palette.ts'
import { type Axis, place, timeAxis, valueAxis } from '../model/scale.ts'
import { textWidth } from '../model/text-width.ts'
import { element, pathOf, text } from './element.ts'

export const XMR_HEIGHT = 240

export const xmrSvg = (
  xmr: Xmr,
  measure: Measure,
  { width, title, words, prefix }: { width: number; title: string; words: string; prefix: string },
): string => {
  const limits = xmr.limits === null ? [] : [xmr.limits]
  const values = [
    ...xmr.points.map((point) => point.value),
    ...limits.flatMap(({ upper, lower }) => [upper, lower]),
  ]
  const axisOf = (range: [number, number]): Axis =>
    valueAxis(values, {
      range,
      fromZero: false,
      percent: isPercent(measure),
      whole: false,
      ticks: 4,
    })
  const labels = axisOf([0, 1]).ticks.map(({ label }) => textWidth(label, SIZE))
  const endWords = limits
    .flatMap(({ upper, mean, lower }) => [
      { at: upper, name: 'upper limit' },
      { at: mean, name: 'mean' },
      { at: lower, name: 'lower limit' },
    ])
    .map(({ at, name }) => ({ at, text: `${name} ${formatBrief(at, measure)}` }))
  const left = Math.ceil(Math.max(...labels, 20)) + 12
  const right =
    width - Math.max(12, ...endWords.map(({ text: each }) => textWidth(each, SIZE) + 12))
  const x = timeAxis(
    xmr.points.map((point) => point.date),
    [left, right],
  )
  const y = axisOf([XMR_HEIGHT - 26, 10])
  const at = (point: { date: string; value: number }) => ({
    x: place(x, dayNumber(point.date)),
    y: place(y, point.value),
  })
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'chart chart-xmr',
      viewBox: `0 0 ${width} ${XMR_HEIGHT}`,
      width,
      height: XMR_HEIGHT,
      role: 'img',
      'aria-labelledby': `${prefix}-title ${prefix}-desc`,
      'font-family': FONT,
    },
    [
      element('title', { id: `${prefix}-title` }, text(title)),
      element('desc', { id: `${prefix}-desc` }, text(words)),
      ...y.ticks.map((tick) =>
        element('line', {
          class: 'grid',
          x1: left,
          x2: right,
          y1: tick.at,
          y2: tick.at,
          stroke: COLOURS.hairline,
        }),
      ),
      ...y.ticks.map((tick) => label(tick.label, left - 8, tick.at + 4, 'end')),
      ...x.ticks.map((tick) => label(tick.label, tick.at, XMR_HEIGHT - 8, 'middle')),
      ...limits.flatMap(({ from, to, upper, lower, mean }) => {
        const [start, end] = [place(x, dayNumber(from)), place(x, dayNumber(to))]
        return [
          rule(start, end, place(y, mean), null),
          rule(start, end, place(y, upper), '6 4'),
          rule(start, end, place(y, lower), '6 4'),
        ]
      }),
      element('path', {
        class: 'line ours',
        d: pathOf(xmr.points.map(at)),
        fill: 'none',
        stroke: COLOURS.ours,
        'stroke-width': 2,
      }),
      ...xmr.points.filter((point) => point.rules.length > 0).map((point) => signal(point, at)),
      ...endWords.map(({ at: value, text: each }) =>
        label(each, right + 8, place(y, value) + 4, 'start'),
      ),
    ].join(''),
  )
}

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

const signal = (point: XmrPoint, at: (point: XmrPoint) => { x: number; y: number }): string => {
  const { x, y } = at(point)
  return element('path', {
    class: 'marker ours hollow',
    d: markerPath('square', x, y, 5),
    fill: COLOURS.paper,
    stroke: COLOURS.ours,
    'stroke-width': 2,
  })
}

const label = (words: string, x: number, y: number, anchor: string): string =>
  element(
    'text',
    { x, y, 'text-anchor': anchor, 'font-size': SIZE, fill: COLOURS.quiet },
    text(words),
  )

const SIZE = 12
