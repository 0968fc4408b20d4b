import { type CellCount, checkPlace } from '../cells/limits.ts'
import { type Cell, cellName, type Row } from '../cells/sheet.ts'
import { UnreadableFile } from '../cells/unreadable-file.ts'
import { localName, readXml } from '../xml/read-xml.ts'
import { damaged, type Part } from '../zip/unzip.ts'
import { DAYS_1904, general, isoDate, type NumberFormat } from './number-format.ts'
import { unescaped, type XlsxString, xlsxString } from './xlsx-strings.ts'

type XlsxSheet = {
  part: Part
  name: string
  count: CellCount
  is1904: boolean
  strings: readonly XlsxString[]
  formats: readonly NumberFormat[]
}

/** Reads the rows of one worksheet. Rows and cells may leave out where they stand: next, then. */
export function* xlsxRows(sheet: XlsxSheet): Generator<Row> {
  sheet.count.restart()
  const { handlers, take } = rowGatherer(sheet)
  for (const _pause of readXml(sheet.part, handlers)) {
    for (const row of take()) {
      sheet.count.add(row.cells.length)
      yield row
    }
  }
}

type Attributes = Readonly<Record<string, string>>

const rowGatherer = (sheet: XlsxSheet) => {
  let finished: Row[] = []
  let cells: Cell[] = []
  let row = 0
  let column = 0
  let attributes: Attributes | undefined
  let stored: string | undefined
  let hasFormula = false
  let isValue = false
  const inline = xlsxString()

  const closeCell = (of: Attributes) => {
    // A formula may come to an empty text, which is written as such; a number always has a result.
    if (hasFormula && (stored === undefined || (stored === '' && of.t !== 'str')))
      throw uncalculated(sheet.name, row, column)
    const content = contentOf(sheet, of, stored ?? '', inline.take())
    if (content !== undefined && content.text !== '') cells.push({ row, column, ...content })
    attributes = undefined
  }

  const closeRow = () => {
    if (cells.length === 0) return
    cells.sort((a, b) => a.column - b.column)
    checkPlace(sheet.name, row, cells.at(-1)?.column ?? 1)
    finished.push({ row, cells })
    cells = []
  }

  return {
    handlers: {
      open(name: string, of: Attributes) {
        const element = localName(name)
        if (element === 'c') {
          column = columnOf(of.r) ?? column + 1
          attributes = of
          stored = undefined
          hasFormula = false
        } else if (element === 'row') {
          row = Number.parseInt(of.r ?? '', 10) || row + 1
          column = 0
        } else if (attributes === undefined) return
        else if (element === 'v') {
          isValue = true
          stored = ''
        } else if (element === 'f') hasFormula = true
        else inline.open(element, of)
      },
      close(name: string) {
        const element = localName(name)
        if (element === 'row') closeRow()
        else if (attributes === undefined) return
        else if (element === 'v') isValue = false
        else if (element === 'c') closeCell(attributes)
        else inline.close(element)
      },
      text(run: string) {
        if (isValue) stored += run
        else if (attributes !== undefined) inline.add(run)
      },
    },
    take() {
      const taken = finished
      finished = []
      return taken
    },
  }
}

const columnOf = (reference: string | undefined): number | undefined => {
  const [letters] = /^[A-Z]{1,4}(?=\d)/.exec(reference ?? '') ?? []
  if (letters === undefined) return undefined
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column
}

/** A program that writes formulas without working them out leaves figures that nobody has seen. */
const uncalculated = (sheet: string, row: number, column: number) =>
  new UnreadableFile(
    `${cellName(sheet, row, column)} holds a formula without its result: open the file in a spreadsheet program, save it, and try again.`,
  )

type Content = Omit<Cell, 'row' | 'column'>

const contentOf = (
  sheet: XlsxSheet,
  of: Attributes,
  stored: string,
  inline: XlsxString,
): Content | undefined => {
  const type = of.t ?? 'n'
  if (type === 'inlineStr') return { ...inline, value: inline.text }
  if (stored === '') return undefined
  if (type === 's') return shared(sheet, stored)
  if (type === 'b') return { text: isOne(stored) ? 'TRUE' : 'FALSE', value: isOne(stored) }
  if (type === 'e') return { text: stored, value: null }
  if (type === 'd') return { text: stored, value: stored, date: stored.replace(/T00:00:00.*$/, '') }
  if (type === 'str') return { text: unescaped(stored), value: unescaped(stored) }
  return numeric(sheet, of, stored)
}

const isOne = (stored: string) => stored === '1' || stored === 'true'

const shared = ({ strings, part }: XlsxSheet, stored: string): Content => {
  const string = strings[Number(stored)]
  if (string === undefined) throw damaged(part.name)
  return { ...string, value: string.text }
}

const numeric = (sheet: XlsxSheet, of: Attributes, stored: string): Content => {
  const value = Number(stored)
  if (!Number.isFinite(value)) throw damaged(sheet.part.name)
  const format = sheet.formats[Number(of.s ?? 0)]
  if (format === undefined) return { text: general(value), value }
  if (!format.isDate) return { text: format.show(value), value }
  const date = isoDate(value, sheet.is1904)
  const text = format.show(sheet.is1904 ? value + DAYS_1904 : value)
  return date === undefined ? { text, value } : { text, value, date }
}
