/** Everything of a review in one archive: documents, tables, the model itself, and their hashes. */
import { createHash } from 'node:crypto'
import { ProblemError } from '@muster/shared/contract/problem'
import type { Review } from '@muster/shared/contract/review'
import type { ReviewTable } from '@muster/shared/words/reviews/cell'
import { footOf, signedWords } from '@muster/shared/words/reviews/signature'
import type { FastifyInstance } from 'fastify'
import { archiveOf } from '../documents/archive.ts'
import { chartTable, wordTables } from '../documents/report.ts'
import { reviewHtml, shownFigures } from '../documents/to-html.ts'
import { reviewPdf } from '../documents/to-pdf.ts'
import { reviewPptx } from '../documents/to-pptx.ts'
import { toCsv } from '../platform/http/csv.ts'
import type { Knowledge } from '../reference/knowledge.ts'
import { reviewXlsx } from './review-sheet.ts'
import { findSourceRows } from './source-rows.ts'

export const reviewZip = async (
  app: FastifyInstance,
  services: Knowledge,
  review: Review,
  headers: Record<string, string>,
): Promise<Buffer> => {
  const stem = `review-${review.quarter}`
  const files: Record<string, Buffer> = {
    [`${stem}.pptx`]: await reviewPptx(review),
    [`${stem}.xlsx`]: await reviewXlsx(review),
    [`${stem}.html`]: Buffer.from(
      reviewHtml(review, findSourceRows(services, shownFigures(review))),
    ),
  }
  const pdf = await pdfOrReason(app, review, headers)
  if (typeof pdf !== 'string') files[`${stem}.pdf`] = pdf
  files[`${stem}.json`] = Buffer.from(JSON.stringify(review, null, 1))
  for (const table of [...wordTables(review), ...review.model.charts.map(chartTable)])
    files[`tables/${table.id}.csv`] = Buffer.from(tableCsv(table))
  files['README.txt'] = Buffer.from(readme(review, typeof pdf === 'string' ? pdf : null))
  files.SHA256SUMS = Buffer.from(sums(files))
  return archiveOf(files)
}

/** The text as read, and beside each number its plain value and the reason where there is none. */
export const tableCsv = ({ columns, rows }: ReviewTable): string =>
  toCsv(
    columns.flatMap(({ label, numeric }) =>
      numeric ? [label, `${label}: code`, `${label}: observation`] : [label],
    ),
    rows.map((row) =>
      row.flatMap((cell, index) =>
        columns[index]?.numeric
          ? [
              cell.value,
              cell.value === null ? (cell.code ?? cell.text) : '',
              cell.observation ?? '',
            ]
          : [cell.text],
      ),
    ),
  )

const pdfOrReason = async (
  app: FastifyInstance,
  review: Review,
  headers: Record<string, string>,
): Promise<Buffer | string> => {
  try {
    return await reviewPdf(app, review, headers)
  } catch (error) {
    if (error instanceof ProblemError) return error.message
    throw error
  }
}

const readme = (review: Review, noPdf: string | null): string =>
  [
    `${review.model.areaName}: review of ${review.name}`,
    review.model.answer,
    '',
    signedWords(review),
    footOf(review),
    '',
    'SHA256SUMS holds the hash of each file: sha256sum -c SHA256SUMS.',
    'In tables an empty number is a gap, never a zero; its code says why.',
    ...(noPdf === null ? [] : ['', `There is no PDF here. ${noPdf}`]),
    '',
  ].join('\n')

const sums = (files: Record<string, Buffer>): string =>
  Object.entries(files)
    .map(([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`)
    .join('')
