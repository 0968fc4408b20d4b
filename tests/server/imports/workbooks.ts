import type { Book, Row } from '@muster/server/files/cells/sheet'
import { strToU8, zipSync } from 'fflate'

const zip = (parts: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([path, content]) => [
        path,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  )

/** An ODS file whose `office:spreadsheet` holds `tables`. */
export const ods = (
  tables: string,
  { styles = '', parts = {} }: { styles?: string; parts?: Record<string, string> } = {},
): Uint8Array =>
  zip({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:calcext="c"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    ...parts,
  })

export type XlsxParts = {
  /** Name to the content of `worksheet`. */
  sheets: Record<string, string>
  strings?: string
  styles?: string
  workbookPr?: string
  parts?: Record<string, string>
  mainType?: string
}

/** An XLSX file with these sheets. */
export const xlsx = ({ sheets, strings, styles, workbookPr, parts, mainType }: XlsxParts) => {
  const names = Object.keys(sheets)
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`
  return zip({
    '[Content_Types].xml': `<Types><Override PartName="/xl/workbook.xml" ContentType="${mainType ?? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'}"/></Types>`,
    '_rels/.rels': `<Relationships>${relation('r', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="r">${workbookPr ?? ''}<sheets>${names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names.map((_, index) => relation(`rId${index + 1}`, 'worksheet', `worksheets/s${index + 1}.xml`)).join('')}${strings === undefined ? '' : relation('str', 'sharedStrings', 'sharedStrings.xml')}${styles === undefined ? '' : relation('sty', 'styles', '/xl/styles.xml')}</Relationships>`,
    ...Object.fromEntries(
      names.map((name, index) => [
        `xl/worksheets/s${index + 1}.xml`,
        `<worksheet>${sheets[name]}</worksheet>`,
      ]),
    ),
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst>${strings}</sst>` }),
    ...(styles === undefined ? {} : { 'xl/styles.xml': `<styleSheet>${styles}</styleSheet>` }),
    ...parts,
  })
}

/** The rows of the sheet at this place in the book. */
export const rowsOf = (book: Book, sheet = 0): Row[] => [...(book.sheets[sheet]?.rows ?? [])]

/** The texts of a sheet: row number, then what its filled cells show. */
export const textsOf = (book: Book, sheet = 0): [number, ...string[]][] =>
  rowsOf(book, sheet).map(({ row, cells }) => [row, ...cells.map(({ text }) => text)])
