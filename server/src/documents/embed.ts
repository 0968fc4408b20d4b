/**
 * A figure for another website's frame: a whole small page with its picture, words, table and
 * source, and no script at all. Its own policy lets any site frame it, and it nothing else.
 */

import type { DrawnChart } from '@muster/shared/charts/kinds/kind'
import { svgOf } from '@muster/shared/charts/stills/svg'
import { tableMarkup } from '@muster/shared/charts/stills/table-markup'
import { text } from '@muster/shared/charts/svg/element'

export type Embedded = {
  wide: DrawnChart
  narrow: DrawnChart
  /** Where the figure stands in full, as a path of this site. */
  href: string
  site: string
  /** Sources, the day, the data version. */
  footer: readonly string[]
}

export const EMBED_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors *',
].join('; ')

export const embedPage = ({ wide, narrow, href, site, footer }: Embedded): string =>
  `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(wide.model.headline)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${text(wide.model.headline)}</h1>
<p class="quiet">${text(wide.model.subtitle)}</p>
<div class="wide">${svgOf(wide, 'wide')}</div>
<div class="narrow">${svgOf(narrow, 'narrow')}</div>
<p>${text(wide.model.summary.join(' '))}</p>
<details><summary>The same as a table</summary><div class="scroll" role="region" aria-label="Table" tabindex="0">${tableMarkup(wide.model.table, null)}</div></details>
<p class="quiet">${footer.map((line) => text(line)).join('<br>')}</p>
<p><a href="${text(href)}" target="_blank" rel="noopener">See it with its evidence in ${text(site)}</a></p>
</main>
</body>
</html>
`

const STYLE =
  'body{margin:0;padding:16px;font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;color:#0b0c0c;background:#fff}main{max-width:800px;margin:0 auto}h1{font-size:20px;line-height:1.3;margin:0 0 4px}.quiet{color:#44494f;font-size:14px}svg{max-width:100%;height:auto}.narrow{display:none}@media(max-width:600px){.wide{display:none}.narrow{display:block}}a{color:#12436d}summary{padding:10px 0;cursor:pointer}.scroll{overflow-x:auto}table{border-collapse:collapse;font-variant-numeric:tabular-nums}caption{text-align:left;color:#44494f;font-size:14px}th,td{padding:4px 10px;border-bottom:1px solid #d8dbde;text-align:left;font-size:14px}.number{text-align:right}'
