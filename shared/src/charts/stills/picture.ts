/**
 * A chart that leaves its page: one picture of an exact size with the finding, what is measured, the
 * sources and the day inside, so that none of them can get lost.
 */
import type { PictureSize } from '../../contract/export.ts'
import type { AskedChart, DrawnChart } from '../kinds/kind.ts'
import { COLOURS } from '../model/palette.ts'
import { wrapText } from '../model/text-width.ts'
import { element, text } from '../svg/element.ts'
import { describedSvg } from './svg.ts'

/**
 * A chart that is taller or wider than its room is made smaller to fit.
 *
 * @param footer lines below the chart: sources, the day, the address.
 */
export const pictureOf = (
  chart: AskedChart,
  size: PictureSize,
  footer: readonly string[],
): string => {
  const [width, height] = size.split('x').map(Number) as [number, number]
  const inner = { width: (width - 2 * MARGIN) / SCALE, height: (height - 2 * MARGIN) / SCALE }
  const { model: measured } = chart(inner)
  const head = [
    ...linesOf(measured.headline, inner.width, HEADLINE),
    ...linesOf(measured.subtitle, inner.width, SUBTITLE),
  ]
  const foot = footer.flatMap((line) => linesOf(line, inner.width, SOURCE))
  const headHeight = heightOf(head) + 14
  const footHeight = heightOf(foot) + 12
  const room = { width: inner.width, height: inner.height - headHeight - footHeight }
  const { drawn, scale } = fit(chart, room)
  return describedSvg(
    measured,
    { prefix: 'picture', width, height },
    element('rect', { width, height, fill: COLOURS.paper }) +
      element(
        'g',
        { transform: `translate(${MARGIN} ${MARGIN}) scale(${SCALE})` },
        stacked(head, 0) +
          element(
            'g',
            { transform: `translate(0 ${round(headHeight)}) scale(${round(scale)})` },
            drawn.shapes(),
          ) +
          stacked(foot, inner.height - footHeight + 12),
      ),
  )
}

type Room = { width: number; height: number }

/** A chart with many rows is drawn for a larger room until all of it fits, and then made smaller. */
const fit = (chart: AskedChart, room: Room): { drawn: DrawnChart; scale: number } => {
  const drawnFor = (larger: number) =>
    chart({ width: room.width * larger, height: room.height * larger })
  for (const larger of [1, 1.15, 1.3, 1.5, 1.75, 2, 2.5]) {
    const drawn = drawnFor(larger)
    if (drawn.model.height <= room.height * larger) return { drawn, scale: 1 / larger }
  }
  const drawn = drawnFor(3)
  return { drawn, scale: Math.min(1 / 3, room.height / drawn.model.height) }
}

type Style = { class: string; size: number; height: number; weight: number | null; fill: string }

type Line = Style & { content: string }

const linesOf = (content: string, width: number, style: Style): Line[] =>
  wrapText(content, width, style.size, style.weight !== null).map((line) => ({
    ...style,
    content: line,
  }))

const heightOf = (block: readonly Line[]): number =>
  block.reduce((sum, line) => sum + line.height, 0)

const stacked = (block: readonly Line[], top: number): string =>
  block
    .map((line, index) =>
      element(
        'text',
        {
          class: line.class,
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
const HEADLINE: Style = { class: 'headline', size: 21, height: 27, weight: 700, fill: COLOURS.ink }
const SUBTITLE: Style = {
  class: 'subtitle',
  size: 14,
  height: 19,
  weight: null,
  fill: COLOURS.quiet,
}
const SOURCE: Style = { class: 'source', size: 11.5, height: 15, weight: null, fill: COLOURS.quiet }
