/** A review as a workbook: a sheet for each table and chart, numbers as numbers, gaps as codes. */
import type { Review } from '@muster/shared/contract/review'
import { formatQuarter } from '@muster/shared/words/format'
import type { ReviewCell, ReviewTable } from '@muster/shared/words/reviews/cell'
import { footOf, signedWords } from '@muster/shared/words/reviews/signature'
import { chartTable, wordTables } from '../documents/report.ts'
import { type Cell, toXlsx } from '../documents/sheet.ts'

export const reviewXlsx = (review: Review): Promise<Buffer> => {
  const tables = [...wordTables(review), ...review.model.charts.map(chartTable)]
  const names = sheetNames(tables)
  return toXlsx([
    { name: 'Review', widths: [28, 110], heading: false, rows: cover(review) },
    ...tables.map(({ id, columns, rows }, index) => ({
      name: names[index] ?? id,
      widths: columns.map(({ label, numeric }) =>
        numeric ? 16 : Math.min(60, Math.max(14, label.length + 4)),
      ),
      heading: true,
      rows: [
        columns.map(({ label }) => label),
        ...rows.map((row) =>
          row.map((cell, place) => cellOf(cell, columns[place]?.numeric === true)),
        ),
      ],
    })),
  ])
}

const cover = (review: Review): Cell[][] => {
  const { model } = review
  return [
    ['Review', `${model.areaName}, ${formatQuarter(review.quarter)}`],
    ['Answer', model.answer],
    ['Signed', signedWords(review)],
    ['Figures', footOf(review)],
    ...(review.sha256 === null ? [] : [['SHA-256', review.sha256]]),
    ...review.commentary.map(({ pieces }, index) => [
      index === 0 ? 'Commentary' : '',
      pieces.map(({ text }) => text).join(''),
    ]),
    ['Codes', 'An empty number cell is a gap; its reason is under “Codes”. It is never zero.'],
  ].map(([name = '', text = '']) => [
    { text: name, bold: true },
    { text, wrap: true },
  ])
}

/** The value itself, shown as it is read elsewhere: rounding is the format's, never the file's. */
const cellOf = (cell: ReviewCell, numeric: boolean): Cell => {
  if (!numeric) return cell.text
  if (cell.value === null) return null
  const decimals = /\.(\d+)/.exec(cell.text)?.[1]?.length ?? 0
  const signed = /^[+−]/.test(cell.text)
  const digits = `#,##0${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}`
  return { value: cell.value, format: !signed ? digits : `+${digits};−${digits};0` }
}

/** At most 31 characters, none of them reserved, no name twice. */
const sheetNames = (tables: readonly ReviewTable[]): string[] => {
  const taken = new Set<string>()
  return tables.map(({ id }, index) => {
    const bare = id.replace(/[\\/?*[\]:]/g, ' ').slice(0, LONGEST_NAME)
    const name = taken.has(bare) ? `${bare.slice(0, LONGEST_NAME - 3)} ${index}` : bare
    taken.add(name)
    return name
  })
}

const LONGEST_NAME = 31
