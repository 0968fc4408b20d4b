/**
 * A review as one file: it asks no server, runs its own presentation, and carries the source row of
 * every number that it shows. Under 1.5 MB, so that it goes by e-mail into a closed network.
 */

import { reviewChart } from '@muster/shared/charts/review-chart'
import { svgOf } from '@muster/shared/charts/stills/svg'
import { text as escaped } from '@muster/shared/charts/svg/element'
import type { Review } from '@muster/shared/contract/review'
import type { EvidenceRow } from '@muster/shared/domain/reviews/review-content'
import { evidenceTable, fileTable } from '@muster/shared/words/reviews/record-table'
import { PRESENT_KEYS, type Screen, screensOf } from '@muster/shared/words/reviews/screens'
import { correctionWords, footOf, signedWords } from '@muster/shared/words/reviews/signature'
import { sourceRowWords } from '@muster/shared/words/reviews/source-row'
import { statusRows, statusTable } from '@muster/shared/words/reviews/table'
import { type Anchors, anchorsOf, tableHtml } from './html-parts.ts'
import { STYLE } from './html-style.ts'
import { offlineScript } from './offline-script.ts'
import { chartTable, wordTables } from './report.ts'

/**
 * @param evidence the source rows of every figure in `shownFigures`.
 * @throws ProblemError `not-ready` where the client has not been built.
 */
export const reviewHtml = (review: Review, evidence: readonly EvidenceRow[]): string => {
  const { model } = review
  const title = `${model.areaName}: review of ${review.name}`
  const anchors = anchorsOf(evidence)
  const [findings, promises, ...tables] = wordTables(review)
  const standing = correctionWords(review)
  const parts = [
    `<h1>${escaped(model.answer)}</h1>`,
    `<p class="quiet">${escaped(title)}. ${escaped(signedWords(review))} ${escaped(footOf(review))}</p>`,
    standing === null ? '' : `<p><strong>${escaped(standing)}</strong></p>`,
    '<p><button type="button" id="present">Present full screen</button> <span class="quiet">By keys: ? shows them.</span></p>',
    tableHtml(
      statusTable(statusRows(model.promises, 5), 'Promises recently changed, open or decided'),
      anchors,
    ),
    '<h2>What changed</h2>',
    `<ul>${model.findings
      .map(
        ({ sentence, figures }) =>
          `<li>${escaped(sentence)}${evidenceLinks(
            figures.map(({ observation }) => observation),
            anchors,
          )}</li>`,
      )
      .join('')}</ul>`,
    commentaryHtml(review, anchors),
    ...model.charts.flatMap((chart) => [
      `<h2>${escaped(chart.headline)}</h2><p class="quiet">${escaped(chart.subtitle)}</p>`,
      svgOf(reviewChart(chart, review)(), `d-${chart.id}`),
      `<p>${escaped(chart.summary.join(' '))}</p>`,
      `<details><summary>The figures</summary>${tableHtml(chartTable(chart), anchors)}</details>`,
    ]),
    ...[promises, ...tables, findings].map((table) =>
      table === undefined ? '' : `<h2>${escaped(table.title)}</h2>${tableHtml(table, anchors)}`,
    ),
    '<h2>Evidence</h2>',
    tableHtml(evidenceTable(evidence), anchors),
    tableHtml(fileTable(evidence), anchors),
    ...screensOf(model, review.actions).map((screen) => screenHtml(review, screen, evidence)),
  ]
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:">
<title>${escaped(title)}</title><style>${STYLE}</style></head>
<body><main>${parts.join('\n')}</main>
${AROUND}
<script>${offlineScript()}</script></body></html>
`
}

const screenHtml = (review: Review, screen: Screen, evidence: readonly EvidenceRow[]): string => {
  const chart = review.model.charts.find(({ id }) => id === screen.chart)
  return [
    '<section class="screen" hidden>',
    `<h2 tabindex="-1">${escaped(screen.title)}</h2>`,
    screen.lines.length > 1
      ? listHtml(screen.lines)
      : screen.lines.map((line) => `<p>${escaped(line)}</p>`).join(''),
    chart === undefined
      ? ''
      : svgOf(reviewChart(chart, review)({ width: 480, height: 245 }), `s-${chart.id}`),
    screen.table === null
      ? ''
      : tableHtml({ ...screen.table, id: `s-${screen.table.id}` }, NO_LINKS),
    notesHtml(screen),
    rowsHtml(screen, evidence),
    `<p class="foot">${escaped(footOf(review))}</p></section>`,
  ].join('')
}

/** What N shows in a window of its own. */
const notesHtml = ({ notes, asked }: Screen): string =>
  [
    '<template class="notes"><h2>What to say</h2>',
    notes.length === 0 ? '<p>Nothing more than the screen says.</p>' : listHtml(notes),
    asked.length === 0 ? '' : `<h2>Likely questions</h2>${listHtml(asked)}`,
    '</template>',
  ].join('')

/** What E opens. */
const rowsHtml = (screen: Screen, evidence: readonly EvidenceRow[]): string => {
  const rows = sourceRowWords(screen.evidence, evidence).map(
    ({ held, about, where, parts }) =>
      `<p><strong>${escaped(held)}</strong> ${escaped(about)}<br><span class="quiet">${escaped(where)}</span></p>${parts.length === 0 ? '' : listHtml(parts.map(({ words }) => words))}`,
  )
  return `<template class="rows">${rows.length === 0 ? '<p>No single figure is shown on this screen.</p>' : rows.join('')}</template>`
}

const listHtml = (lines: readonly string[]): string =>
  `<ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`

const commentaryHtml = ({ commentary }: Review, anchors: Anchors): string =>
  commentary.length === 0
    ? ''
    : `<h2>Commentary</h2>${commentary
        .map(({ pieces }) => {
          const words = pieces.map(({ text, observation }) => {
            const anchor = anchors.get(observation ?? '')
            return anchor === undefined
              ? escaped(text)
              : `<a href="#${anchor}">${escaped(text)}</a>`
          })
          return `<p>${words.join('')}</p>`
        })
        .join('')}`

const evidenceLinks = (ids: readonly string[], anchors: Anchors): string =>
  ids
    .flatMap((id) => anchors.get(id) ?? [])
    .slice(0, 2)
    .map((anchor, index) => ` <a href="#${anchor}">[${index + 1}]</a>`)
    .join('')

/** While it is presented the document is hidden, and a link into it would lead nowhere. */
const NO_LINKS: Anchors = new Map()

/** Beside the document: which screen stands, the box that E opens, and the keys. */
const AROUND = [
  '<p id="count" aria-live="polite"></p>',
  '<dialog id="evidence-box" aria-label="Where the figure was read"><div></div><form method="dialog"><button>Close</button></form></dialog>',
  `<dialog id="keys-box" aria-label="Keys"><dl>${PRESENT_KEYS.map(
    ({ keys, does }) => `<dt>${escaped(keys)}</dt><dd>${escaped(does)}</dd>`,
  ).join('')}</dl><form method="dialog"><button>Close</button></form></dialog>`,
].join('')

/** Every figure that is shown anywhere in the file. */
export const shownFigures = ({
  model,
}: Pick<Review, 'model'>): { observation: string; value: number | null }[] => [
  ...model.evidence,
  ...model.charts.flatMap(({ reply }) =>
    reply.series.flatMap(({ points }) => points.filter(({ value }) => value !== null)),
  ),
]
