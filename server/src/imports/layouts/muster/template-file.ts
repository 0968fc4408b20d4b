/**
 * The template for figures that come by word of mouth, letter or answer: a workbook with drop-downs,
 * an example and the allowed words, and the same as CSV. What is filled in comes back by the layout
 * `muster-template`.
 */
import { BASES, FLAGS, MISSING, TRUSTS } from '@muster/shared/domain/series/observation'
import { BASIS_TERMS, FLAG_TERMS, MISSING_TERMS, TRUST_TERMS } from '@muster/shared/words/terms'
import { strToU8, zipSync } from 'fflate'
import type { Register } from '../../../reference/register.ts'
import { EXAMPLE_NOTE, EXAMPLE_SHEET } from './template.ts'
import { TEMPLATE_COLUMNS, type TemplateColumn } from './template-rows.ts'

/** An XLSX file: `Figures` to fill in, `Example`, and `Words` that the drop-downs offer. */
export const templateXlsx = (register: Register): Uint8Array => {
  const words = wordsOf(register)
  const sheets: [string, string][] = [
    ['Figures', sheetXml([[...TEMPLATE_COLUMNS]], { validations: validations(words) })],
    [EXAMPLE_SHEET, sheetXml([[...TEMPLATE_COLUMNS], ...exampleRows(register)])],
    ['Words', sheetXml(wordRows(words))],
  ]
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/>${sheets.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><sheets>${sheets.map(([name], index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': STYLES,
  }
  for (const [index, [, xml]] of sheets.entries())
    parts[`xl/worksheets/sheet${index + 1}.xml`] = xml
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([path, xml]) => [path, strToU8(DECLARATION + xml)]),
    ),
    // The same register always makes the same file.
    { mtime: new Date(2026, 0, 1) },
  )
}

/** The headings and one example row, which an import refuses until it is deleted. */
export const templateCsv = (register: Register): string => {
  const [example = []] = exampleRows(register)
  return [TEMPLATE_COLUMNS, example]
    .map((row) =>
      row.map((text) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(','),
    )
    .join('\r\n')
    .concat('\r\n')
}

const exampleRows = (register: Register): string[][] => {
  const [area = register.force] = register.ours
  const row = (values: Partial<Record<TemplateColumn, string>>) =>
    TEMPLATE_COLUMNS.map((column) => values[column] ?? '')
  const common = { metric: 'officers', basis: 'fte', area }
  return [
    row({
      ...common,
      date: '2025-03-31',
      value: '1234.5',
      trust: 'secondary',
      flags: 'p',
      where: 'Answer of 4 April 2025, page 2, second table',
      note: `${EXAMPLE_NOTE}: a provisional figure from an answer. Delete this row.`,
    }),
    row({
      ...common,
      date: '2025-06',
      missing: 'c',
      trust: 'secondary',
      where: 'Answer of 4 July 2025, page 1',
      note: `${EXAMPLE_NOTE}: the publisher withholds the figure, so the value is empty and missing says why. Delete this row.`,
    }),
  ]
}

type Word = { word: string; meaning: string }
type WordLists = Partial<Record<TemplateColumn, readonly Word[]>>

const wordsOf = (register: Register): WordLists => ({
  metric: [...register.metrics.values()].map(({ id, name, bases }) => ({
    word: id,
    meaning: `${name} (${bases.join(', ')})`,
  })),
  basis: BASES.map((code) => ({ word: code, meaning: BASIS_TERMS[code].definition })),
  area: [...register.areas.values()].map(({ code, name, type }) => ({
    word: code,
    meaning: `${name} (${register.place.get(`word.${type}`) ?? type})`,
  })),
  missing: MISSING.map((code) => ({
    word: code,
    meaning: `${MISSING_TERMS[code].label}: ${MISSING_TERMS[code].definition}`,
  })),
  trust: TRUSTS.map((code) => ({ word: code, meaning: TRUST_TERMS[code].definition })),
  flags: FLAGS.map((code) => ({ word: code, meaning: FLAG_TERMS[code].label })),
})

/** Two columns for each list, side by side: the words, and what they mean. */
const wordRows = (lists: WordLists): string[][] => {
  const columns = Object.entries(lists)
  const longest = Math.max(...columns.map(([, words]) => words.length))
  return [
    columns.flatMap(([name]) => [name, 'meaning']),
    ...Array.from({ length: longest }, (_, index) =>
      columns.flatMap(([, words]) => [words[index]?.word ?? '', words[index]?.meaning ?? '']),
    ),
  ]
}

const LAST_ROW = 10_000

/** Names and aliases are read as well as codes, so other words only warn; flags may be several. */
const validations = (lists: WordLists): string => {
  const names = Object.keys(lists)
  const entries = (['metric', 'basis', 'area', 'missing', 'trust'] as const).map((column) => {
    const letter = letters(TEMPLATE_COLUMNS.indexOf(column))
    const from = letters(names.indexOf(column) * 2)
    const style = column === 'metric' || column === 'area' ? 'warning' : 'stop'
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorStyle="${style}" errorTitle="${column}" error="Choose one of the words of the sheet Words." sqref="${letter}2:${letter}${LAST_ROW}"><formula1>Words!$${from}$2:$${from}$${(lists[column]?.length ?? 0) + 1}</formula1></dataValidation>`
  })
  return `<dataValidations count="${entries.length}">${entries.join('')}</dataValidations>`
}

const letters = (index: number): string => String.fromCharCode(65 + index)

const sheetXml = (rows: readonly string[][], { validations = '' } = {}): string => {
  const cells = rows.map(
    (row, index) =>
      `<row r="${index + 1}">${row.map((text, column) => cellXml(text, `${letters(column)}${index + 1}`, index === 0)).join('')}</row>`,
  )
  const width = rows[0]?.length ?? 1
  return `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${Array.from({ length: width }, (_, index) => `<col min="${index + 1}" max="${index + 1}" width="22" customWidth="1" style="${rows[0]?.[index] === 'value' ? GENERAL : TEXT}"/>`).join('')}</cols><sheetData>${cells.join('')}</sheetData>${validations}</worksheet>`
}

const cellXml = (text: string, address: string, isHeading: boolean): string =>
  text === ''
    ? ''
    : `<c r="${address}" s="${isHeading ? HEADING : TEXT}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const relations = (targets: readonly (readonly [kind: string, target: string])[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${targets.map(([kind, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/relationships/${kind}" Target="${target}"/>`).join('')}</Relationships>`

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Text format (49), so that a spreadsheet program does not make a date of `2025-03` or `Mar-25`. */
const GENERAL = 0
const TEXT = 1
const HEADING = 2
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`
