/**
 * A chart model as one static SVG text: for the first paint, for print, and as a file. Text stays
 * text, no font is fetched, colours are literals with a class that a page's style sheet may recolour.
 */
import type { MultiplesModel } from '../model/multiples-model.ts'
import { COLOURS, FONT } from '../model/palette.ts'
import type { RankingModel } from '../model/ranking-model.ts'
import { wrapText } from '../model/text-width.ts'
import type { TrendModel } from '../model/trend-model.ts'
import { element, text } from './element.ts'
import { multiplesShapes } from './multiples.ts'
import { rankingShapes } from './ranking.ts'
import { trendShapes } from './trend.ts'

export type ChartModel = TrendModel | RankingModel | MultiplesModel

export type SvgOptions = {
  /** Headline, subtitle and sources drawn in, for a picture that leaves its page. */
  title?: boolean
  /** Makes ids unique where several pictures share a page. */
  prefix?: string
}

export const svgOf = (
  model: ChartModel,
  { title = false, prefix = 'chart' }: SvgOptions = {},
): string => {
  const head = title ? heading(model) : { shapes: '', height: 0 }
  const foot = title ? footing(model, head.height + model.height) : { shapes: '', height: 0 }
  const height = head.height + model.height + foot.height
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: `chart chart-${model.kind}`,
      viewBox: `0 0 ${model.width} ${height}`,
      width: model.width,
      height,
      role: 'img',
      'aria-labelledby': `${prefix}-title ${prefix}-desc`,
      'font-family': FONT,
    },
    [
      element('title', { id: `${prefix}-title` }, text(`${model.headline}. ${model.subtitle}`)),
      element('desc', { id: `${prefix}-desc` }, text(model.summary.join(' '))),
      title ? element('rect', { width: model.width, height, fill: COLOURS.paper }) : '',
      head.shapes,
      head.height === 0
        ? shapesOf(model)
        : element('g', { transform: `translate(0 ${head.height})` }, shapesOf(model)),
      foot.shapes,
    ].join(''),
  )
}

export const shapesOf = (model: ChartModel): string => {
  if (model.kind === 'trend') return trendShapes(model)
  return model.kind === 'ranking' ? rankingShapes(model) : multiplesShapes(model)
}

type Block = { shapes: string; height: number }

const heading = (model: ChartModel): Block => {
  const headline = block(wrapText(model.headline, model.width, 20, true), 20, 26, 24, {
    class: 'headline',
    fill: COLOURS.ink,
    'font-weight': 700,
  })
  const subtitle = block(wrapText(model.subtitle, model.width, 14), 14, 19, headline.height + 20, {
    class: 'subtitle',
    fill: COLOURS.quiet,
  })
  return {
    shapes: headline.shapes + subtitle.shapes,
    height: headline.height + subtitle.height + 14,
  }
}

/** Who published the figures must not get lost when the picture leaves the page. */
const footing = (model: ChartModel, top: number): Block => {
  if (model.kind === 'ranking' || model.sources.length === 0) return { shapes: '', height: 0 }
  const names = model.sources.map((source) => `${source.publisher}, ${source.title}`)
  const lines = wrapText(`Source: ${names.join('; ')}`, model.width, 12)
  return block(lines, 12, 16, top + 18, { class: 'source', fill: COLOURS.quiet })
}

const block = (
  lines: readonly string[],
  size: number,
  lineHeight: number,
  top: number,
  attributes: Record<string, string | number>,
): Block => ({
  shapes: lines
    .map((line, index) =>
      element(
        'text',
        { x: 0, y: top + index * lineHeight, 'font-size': size, ...attributes },
        text(line),
      ),
    )
    .join(''),
  height: lines.length * lineHeight + (top > 100 ? 14 : 0),
})
