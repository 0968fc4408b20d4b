import { type CellCount, cellCounts, limits } from '../cells/limits.ts'
import type { Book, Cell, Row } from '../cells/sheet.ts'
import { UnreadableFile } from '../cells/unreadable-file.ts'
import { csvRecords, delimiterOf, hasSpacedQuotes } from './csv-records.ts'

/**
 * Reads delimited text that is already UTF-8. Values stay text as they stand in the file: what
 * `1,234` or `N/A` means is the layout's business. The sheet is named after the file, as a
 * spreadsheet program does. It may be longer than the 1,048,576 lines that Excel opens.
 */
export const readCsv = (text: Uint8Array, fileName: string): Book => {
  const delimiter = delimiterOf(text)
  checkShape(text, delimiter)
  const trim = hasSpacedQuotes(text, delimiter)
  const name = fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '')
  const count = cellCounts()()
  return {
    format: 'csv',
    sheets: [
      { name, rows: { [Symbol.iterator]: () => csvRows(text, { delimiter, trim }, count) } },
    ],
  }
}

/**
 * Separators a record or the file may have: many more, and building one record would exhaust
 * memory before its cells could be counted. Separators inside quotes count too, which is harmless:
 * no cell holds 16,384 of them.
 */
const checkShape = (text: Uint8Array, delimiter: string): void => {
  const separator = delimiter.charCodeAt(0)
  let inLine = 0
  let inFile = 0
  for (let at = 0; at < text.length; at += 1) {
    const byte = text[at]
    if (byte === separator) {
      inLine += 1
      inFile += 1
      if (inLine >= limits.columns || inFile > limits.cells) throw tooMany(inLine)
    } else if (byte === LF || byte === CR) inLine = 0
  }
}

const LF = 10
const CR = 13

const tooMany = (inLine: number) =>
  new UnreadableFile(
    inLine >= limits.columns
      ? `A line of the file has more than ${limits.columns.toLocaleString('en-GB')} columns: check that it is a table and not one endless line.`
      : `The file holds more than ${limits.cells.toLocaleString('en-GB')} cells: split it into smaller files.`,
  )

function* csvRows(
  text: Uint8Array,
  form: { delimiter: string; trim: boolean },
  count: CellCount,
): Generator<Row> {
  count.restart()
  for (const { line, fields } of csvRecords(text, form)) {
    const cells: Cell[] = []
    for (let index = 0; index < fields.length; index += 1) {
      const field = fields[index]
      if (field !== undefined && field !== '')
        cells.push({ row: line, column: index + 1, text: field, value: field })
    }
    if (cells.length === 0) continue
    count.add(cells.length)
    yield { row: line, cells }
  }
}
