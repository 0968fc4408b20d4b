/** A file of no known layout, read as a person mapped its columns. Kept for next time. */
import type { FileMapping } from '@muster/shared/contract/import'
import type { Book, Cell, Row, Sheet } from '../../files/cells/sheet.ts'
import { type Fault, type Finding, quoted, stop } from '../import-finding.ts'
import { makeRowReader, type Slots } from '../layouts/muster/template-rows.ts'
import {
  cellAt,
  type Head,
  type Item,
  type ParsedFile,
  parsedFile,
  textOf,
} from '../layouts/reading/layout.ts'
import type { Names } from '../names/names.ts'

export const parseMapped = (book: Book, mapping: FileMapping, names: Names): ParsedFile => {
  const sheet = mappedSheet(book, mapping)
  const label = book.format === 'csv' ? null : (sheet?.name ?? null)
  return parsedFile(
    'mapped',
    sheet === undefined
      ? [noSheet(book, mapping)]
      : readRows({ sheet, label, rows: [] }, mapping, names),
  )
}

/** The sheet of that name, or the only one there is. */
export const mappedSheet = (book: Book, { sheet }: Pick<FileMapping, 'sheet'>): Sheet | undefined =>
  book.sheets.find(({ name }) => name === sheet) ??
  (book.sheets.length === 1 ? book.sheets[0] : undefined)

const noSheet = (book: Book, { sheet }: FileMapping): Finding =>
  stop(
    'unknown-mapping',
    `The file has no sheet ${quoted(sheet)}, which the mapping names.`,
    undefined,
    {
      found: book.sheets.map(({ name }) => name).join(', '),
      expected: sheet,
      suggestion: 'Map the file anew.',
    },
  )

function* readRows(head: Head, mapping: FileMapping, names: Names): Generator<Item> {
  const { observation, findings } = makeRowReader(head, mapping.columns, names, NOT_EXPLAINED)
  const marks = new Map(
    Object.entries(mapping.missingMarks).map(([mark, missing]) => [
      mark.trim().toLowerCase(),
      missing,
    ]),
  )
  for (const row of head.sheet.rows) {
    if (row.row <= mapping.headingRow) continue
    const slots = slotsOf(row, mapping)
    // Notes under a table fill one cell; a row without a value and a place says nothing.
    if (slots.value === undefined && row.cells.length === 1) continue
    const text = slots.value?.text ?? ''
    const missing = marks.get(text.toLowerCase())
    const { value: _marked, ...others } = slots
    const item =
      missing === undefined
        ? observation(row, slots)
        : observation(row, { ...others, missing: cellOf(row, missing) }, text)
    if (item !== undefined) yield item
    if (findings.length > 0) yield* findings.splice(0)
  }
}

/** What stands in no column is the same for every row. */
const slotsOf = (row: Row, { columns, constants }: FileMapping): Slots => {
  const slots: Slots = {}
  for (const [name, text] of Object.entries(constants) as [keyof typeof constants, string][])
    slots[name] = cellOf(row, text)
  for (const [name, column] of Object.entries(columns) as [keyof typeof columns, number][]) {
    const cell = cellAt(row, column)
    const text = cell === undefined ? '' : textOf(cell)
    if (cell === undefined || text === '') delete slots[name as keyof Slots]
    else slots[name] = { ...cell, text }
  }
  return slots
}

const cellOf = ({ row }: Row, text: string): Cell => ({ row, column: 1, text, value: text })

const NOT_EXPLAINED: Fault = {
  code: 'empty-value',
  sentence: 'The value is empty, and the mapping does not say what that means.',
  expected: 'a number, or a mark that the mapping explains',
}
