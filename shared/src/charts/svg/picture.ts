/**
 * A chart that leaves its page: one picture of an exact size with the finding, what is measured, the
 * sources and the day inside, so that none of them can get lost.
 */
import type { PictureSize } from '../../contract/export.ts'
import { COLOURS, FONT } from '../model/palette.ts'
import { wrapText } from '../model/text-width.ts'
import { element, text } from './element.ts'
import { type ChartModel, shapesOf } from './svg.ts'

/** Inside the margins, below the headline and above the sources. */
export type PictureRoom = { width: number; height: number }

/**
 * @param draw makes the chart for a room; one that is taller or wider is made smaller to fit.
 * @param footer lines below the chart: sources, the day, the address.
 */
export const pictureOf = (
  draw: (room: PictureRoom) => ChartModel,
  size: PictureSize,
  footer: readonly string[],
): string => {
  const [width, height] = size.split('x').map(Number) as [number, number]
  const inner = { width: (width - 2 * MARGIN) / SCALE, height: (height - 2 * MARGIN) / SCALE }
  const measured = draw(inner)
  const head = [
    ...lines(measured.headline, inner.width, 21, 27, 700, COLOURS.ink, 'headline'),
    ...lines(measured.subtitle, inner.width, 14, 19, null, COLOURS.quiet, 'subtitle'),
  ]
  const foot = footer.flatMap((line) =>
    lines(line, inner.width, 11.5, 15, null, COLOURS.quiet, 'source'),
  )
  const headHeight = heightOf(head) + 14
  const footHeight = heightOf(foot) + 12
  const room = { width: inner.width, height: inner.height - headHeight - footHeight }
  const { model, scale } = fit(draw, room)
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-labelledby': 'picture-title picture-desc',
      'font-family': FONT,
    },
    [
      element('title', { id: 'picture-title' }, text(`${measured.headline}. ${measured.subtitle}`)),
      element('desc', { id: 'picture-desc' }, text(measured.summary.join(' '))),
      element('rect', { width, height, fill: COLOURS.paper }),
      element(
        'g',
        { transform: `translate(${MARGIN} ${MARGIN}) scale(${SCALE})` },
        stacked(head, 0) +
          element(
            'g',
            { transform: `translate(0 ${round(headHeight)}) scale(${round(scale)})` },
            shapesOf(model),
          ) +
          stacked(foot, inner.height - footHeight + 12),
      ),
    ].join(''),
  )
}

/** A chart with many rows is drawn for a larger room until all of it fits, and then made smaller. */
const fit = (
  draw: (room: PictureRoom) => ChartModel,
  room: PictureRoom,
): { model: ChartModel; scale: number } => {
  for (const larger of [1, 1.15, 1.3, 1.5, 1.75, 2, 2.5]) {
    const model = draw({ width: room.width * larger, height: room.height * larger })
    if (model.height <= room.height * larger) return { model, scale: 1 / larger }
  }
  const model = draw({ width: room.width * 3, height: room.height * 3 })
  return { model, scale: Math.min(1 / 3, room.height / model.height) }
}

type Line = {
  content: string
  size: number
  height: number
  weight: number | null
  fill: string
  name: string
}

const lines = (
  content: string,
  width: number,
  size: number,
  height: number,
  weight: number | null,
  fill: string,
  name: string,
): Line[] =>
  wrapText(content, width, size, weight !== null).map((line) => ({
    content: line,
    size,
    height,
    weight,
    fill,
    name,
  }))

const heightOf = (block: readonly Line[]): number =>
  block.reduce((sum, line) => sum + line.height, 0)

const stacked = (block: readonly Line[], top: number): string =>
  block
    .map((line, index) =>
      element(
        'text',
        {
          class: line.name,
          x: 0,
          y: top + heightOf(block.slice(0, index)) + line.size,
          'font-size': line.size,
          'font-weight': line.weight,
          fill: line.fill,
        },
        text(line.content),
      ),
    )
    .join('')

const round = (value: number): number => Math.round(value * 1000) / 1000

/** Charts are made for a screen; on a slide everything is larger. */
const SCALE = 1.6
const MARGIN = 56
