/** Sheets as LibreOffice and Excel write them: what is stored beside what is shown. */
import { ods, xlsx } from '../../server/imports/workbooks.ts'

/** `shown` where a cell shows something else than it stores; `raised` is a footnote mark. */
export type PublishedCell =
  | string
  | number
  | null
  | { stored: number; shown: string }
  | { day: string; shown: string }
  | { text: string; raised: string; after?: string }

/** With the repeats of nothing to the end of the sheet that every ODS of a publisher has. */
export const odsFile = (
  sheets: Record<string, readonly (readonly PublishedCell[])[]>,
): Uint8Array =>
  ods(
    Object.entries(sheets)
      .map(
        ([name, rows]) =>
          `<table:table table:name="${name}">${rows.map(odsRow).join('')}<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`,
      )
      .join(''),
    {
      styles:
        '<style:style style:name="T1" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>',
    },
  )

/** Strings by number, as Excel stores them. */
export const xlsxFile = (
  sheets: Record<string, readonly (readonly (string | number | null)[])[]>,
): Uint8Array => {
  const strings = new Map<string, number>()
  const cell = (content: string | number | null): string => {
    if (content === null) return '<c/>'
    if (typeof content === 'number') return `<c><v>${content}</v></c>`
    const index = strings.get(content) ?? strings.size
    strings.set(content, index)
    return `<c t="s"><v>${index}</v></c>`
  }
  const xml = Object.entries(sheets).map(([name, rows]) => [
    name,
    `<sheetData>${rows.map((row, at) => `<row r="${at + 1}">${row.map(cell).join('')}</row>`).join('')}</sheetData>`,
  ])
  return xlsx({
    sheets: Object.fromEntries(xml),
    strings: [...strings.keys()]
      .map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`)
      .join(''),
  })
}

/** Lines of fields; a field with a comma is quoted. */
export const csvFile = (
  rows: readonly (readonly (string | number)[])[],
  { end = '\n', mark = '' } = {},
): Uint8Array =>
  Buffer.from(
    mark +
      rows
        .map((row) => row.map((cell) => (/[",]/.test(String(cell)) ? `"${cell}"` : cell)).join(','))
        .join(end) +
      end,
  )

const odsRow = (row: readonly PublishedCell[]): string =>
  `<table:table-row>${row.map(odsCell).join('')}<table:table-cell table:number-columns-repeated="${16_384 - row.length}"/></table:table-row>`

const odsCell = (cell: PublishedCell): string => {
  if (cell === null) return '<table:table-cell/>'
  if (typeof cell === 'number') return odsCell({ stored: cell, shown: String(cell) })
  if (typeof cell === 'string') return textCell(escaped(cell))
  if ('stored' in cell)
    return `<table:table-cell office:value-type="float" office:value="${cell.stored}"><text:p>${cell.shown}</text:p></table:table-cell>`
  if ('day' in cell)
    return `<table:table-cell office:value-type="date" office:date-value="${cell.day}"><text:p>${cell.shown}</text:p></table:table-cell>`
  return textCell(
    `${escaped(cell.text)}<text:span text:style-name="T1">${cell.raised}</text:span>${escaped(cell.after ?? '')}`,
  )
}

const textCell = (content: string): string =>
  `<table:table-cell office:value-type="string"><text:p>${content}</text:p></table:table-cell>`

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
