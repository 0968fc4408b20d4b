/**
 * A chart model as one static SVG text: for the first paint, for print, and inside a file. Text stays
 * text, no font is fetched, colours are literals with a class that a page's style sheet may recolour.
 */
import type { DrawnChart } from '../kinds/kind.ts'
import type { Chart } from '../model/chart.ts'
import { FONT } from '../model/palette.ts'
import { type Attributes, element, text } from '../svg/element.ts'

/** @param prefix makes ids unique where several pictures share a page. */
export const svgOf = ({ model, shapes }: DrawnChart, prefix = 'chart'): string =>
  describedSvg(
    model,
    { prefix, width: model.width, height: model.height, class: `chart chart-${model.kind}` },
    shapes(),
  )

/** Named and described for those who do not see it. */
export const describedSvg = (
  { headline, subtitle, summary }: Chart,
  {
    prefix,
    width,
    height,
    ...attributes
  }: Attributes & { prefix: string; width: number; height: number },
  shapes: string,
): string =>
  element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      ...attributes,
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-labelledby': `${prefix}-title ${prefix}-desc`,
      'font-family': FONT,
    },
    element('title', { id: `${prefix}-title` }, text(`${headline}. ${subtitle}`)) +
      element('desc', { id: `${prefix}-desc` }, text(summary.join(' '))) +
      shapes,
  )
