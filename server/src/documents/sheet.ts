/**
 * Workbooks as XLSX and as ODS: the same sheets, cell by cell. A number is a number cell, everything
 * else is text: nothing is ever written as a formula, whatever it begins with.
 */
import { text } from '@muster/shared/charts/svg/element'
import { strToU8 } from 'fflate'
import { archiveOf } from './archive.ts'

export type PlainCell = string | number | null
export type Cell =
  | PlainCell
  /** Shown as the format says, as `#,##0.0`; the value is kept whole. */
  | { value: number; format: string }
  | { text: string; bold?: boolean; wrap?: boolean }

/** `heading`: the first row is bold and stays in sight. `widths` in characters. */
export type Sheet = {
  name: string
  widths: readonly number[]
  heading: boolean
  rows: readonly (readonly Cell[])[]
}

export const toXlsx = async (sheets: readonly Sheet[]): Promise<Buffer> => {
  // Loaded when first asked for: 78 modules that a start need not wait for.
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  return writeXlsxFile(
    sheets.map(({ name, widths, heading, rows }) => ({
      sheet: name,
      columns: widths.map((width) => ({ width })),
      ...(heading ? { stickyRowsCount: 1 } : {}),
      data: rows.map((row, index) => row.map((cell) => xlsxCell(cell, heading && index === 0))),
    })),
  ).toBuffer()
}

export const toOds = (sheets: readonly Sheet[]): Buffer => {
  const files = {
    // First and not compressed, so that the kind of file can be told from its first bytes.
    mimetype: strToU8(ODS_MIME),
    'META-INF/manifest.xml': strToU8(MANIFEST),
    'content.xml': strToU8(contentOf(sheets)),
  }
  return archiveOf(files, ['mimetype'])
}

const xlsxCell = (cell: Cell, bold: boolean) => {
  if (cell === null) return null
  const own = typeof cell === 'object' ? cell : null
  const style = {
    ...(bold || (own && 'bold' in own) ? { fontWeight: 'bold' as const } : {}),
    ...(own && 'wrap' in own ? { wrap: true } : {}),
    ...(own && 'format' in own ? { format: own.format } : {}),
  }
  const plain = plainOf(cell)
  return typeof plain === 'number'
    ? { type: Number, value: plain, ...style }
    : { type: String, value: withoutControls(plain), ...style }
}

const plainOf = (cell: NonNullable<Cell>): string | number =>
  typeof cell !== 'object' ? cell : 'value' in cell ? cell.value : cell.text

const contentOf = (sheets: readonly Sheet[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${NAMES} office:version="1.3"><office:automatic-styles><style:style style:name="bold" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>${columnStyles(sheets)}</office:automatic-styles><office:body><office:spreadsheet>${sheets.map(tableOf).join('')}</office:spreadsheet></office:body></office:document-content>`

const columnStyles = (sheets: readonly Sheet[]): string =>
  [...new Set(sheets.flatMap((sheet) => sheet.widths))]
    .map(
      (width) =>
        `<style:style style:name="w${width}" style:family="table-column"><style:table-column-properties style:column-width="${(width * CM_PER_CHARACTER).toFixed(2)}cm"/></style:style>`,
    )
    .join('')

const tableOf = ({ name, widths, heading, rows }: Sheet): string => {
  const columns = widths.map((width) => `<table:table-column table:style-name="w${width}"/>`)
  const lines = rows.map((row, index) => {
    const style = heading && index === 0 ? ' table:style-name="bold"' : ''
    return `<table:table-row>${row.map((cell) => odsCell(cell, style)).join('')}</table:table-row>`
  })
  return `<table:table table:name="${escaped(name)}">${columns.join('')}${lines.join('')}</table:table>`
}

const odsCell = (cell: Cell, style: string): string => {
  if (cell === null || cell === '') return `<table:table-cell${style}/>`
  const plain = plainOf(cell)
  const words = `<text:p>${escaped(String(plain))}</text:p>`
  return typeof plain === 'number'
    ? `<table:table-cell${style} office:value-type="float" office:value="${plain}">${words}</table:table-cell>`
    : `<table:table-cell${style} office:value-type="string">${words}</table:table-cell>`
}

const escaped = (words: string): string => text(withoutControls(words))

/** XML has no place for them, not even escaped. */
const withoutControls = (words: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  words.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ' ')

const ODS_MIME = 'application/vnd.oasis.opendocument.spreadsheet'
const CM_PER_CHARACTER = 0.21

const NAMES = [
  ['office', 'office:1.0'],
  ['table', 'table:1.0'],
  ['text', 'text:1.0'],
  ['style', 'style:1.0'],
  ['fo', 'xsl-fo-compatible:1.0'],
]
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}"`)
  .join(' ')

const MANIFEST = `<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${ODS_MIME}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`
