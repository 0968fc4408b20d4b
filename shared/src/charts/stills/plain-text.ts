/** A figure as text to paste into a letter or a sheet: finding, words, table with tabs, sources. */
import type { Chart } from '../model/chart.ts'

export type PlainFigure = Pick<Chart, 'headline' | 'subtitle' | 'summary' | 'table' | 'sources'>

/** `address` leads back to the figure. */
export const plainText = (figure: PlainFigure, address: string): string =>
  [
    figure.headline,
    figure.subtitle,
    '',
    figure.summary.join(' '),
    '',
    figure.table.columns.map(({ label }) => label).join('\t'),
    ...figure.table.rows.map(({ cells }) => cells.map((cell) => cell.text).join('\t')),
    '',
    ...figure.sources.map(
      ({ publisher, title, url }) =>
        `Source: ${publisher}, ${title}${url === '' ? '' : `, ${url}`}`,
    ),
    address,
  ].join('\n')
