/**
 * Workbooks as XLSX and as ODS: the same sheets, cell by cell. A number is a number cell, everything
 * else is text: nothing is ever written as a formula, whatever it begins with.
 */
import { strToU8, type Zippable, zipSync } from 'fflate'

export type Cell = string | number | null

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
  const files: Zippable = {
    // First and not compressed, so that the kind of file can be told from its first bytes.
    mimetype: [strToU8(ODS_MIME), { level: 0, mtime: EPOCH }],
    'META-INF/manifest.xml': [strToU8(MANIFEST), { mtime: EPOCH }],
    'content.xml': [strToU8(contentOf(sheets)), { mtime: EPOCH }],
  }
  return Buffer.from(zipSync(files))
}

const xlsxCell = (cell: Cell, bold: boolean) => {
  if (cell === null) return null
  const weight = bold ? { fontWeight: 'bold' as const } : {}
  return typeof cell === 'number'
    ? { type: Number, value: cell, ...weight }
    : { type: String, value: withoutControls(cell), ...weight }
}

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
  const words = `<text:p>${escaped(String(cell))}</text:p>`
  return typeof cell === 'number'
    ? `<table:table-cell${style} office:value-type="float" office:value="${cell}">${words}</table:table-cell>`
    : `<table:table-cell${style} office:value-type="string">${words}</table:table-cell>`
}

const escaped = (words: string): string =>
  withoutControls(words)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** XML has no place for them, not even escaped. */
const withoutControls = (words: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  words.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ' ')

const ODS_MIME = 'application/vnd.oasis.opendocument.spreadsheet'
const CM_PER_CHARACTER = 0.21
/** The same figures give the same bytes: no clock in the file. */
const EPOCH = '1980-01-01T00:00:00.000Z'

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
