/** Finds a table by its headings, in any order, with any spelling that is known. */

import type { Cell } from '../../../files/cells/sheet.ts'
import { type Finding, quoted, tick } from '../../import-finding.ts'
import { nameKey } from '../../names/names.ts'
import { type Head, placeOf, textOf } from './layout.ts'

/** For each column that a layout knows: its spellings as `nameKey` writes them, or a test of them. */
export type Spellings<Column extends string> = Readonly<
  Record<Column, readonly string[] | ((key: string) => boolean)>
>

export type Table<Column extends string> = {
  head: Head
  /** The row of the headings. */
  row: number
  columns: Partial<Record<Column, number>>
  /** Headings that are none of the known ones, and known ones that stand there a second time. */
  others: readonly Cell[]
}

/** A heading without case, punctuation, line breaks and footnote digits. */
export const headingKey = (cell: Cell): string => {
  // A byte order mark that was read as three letters sticks to the first heading.
  const key = nameKey(textOf(cell).replace(/^ï»¿/, ''))
  return key
    .replace(/ notes? [\d ]+$/, '')
    .replace(/(?<=\p{L}{2} ?)\d{1,2}$/u, '')
    .trim()
}

/** The first table of the sheets that has all of `required`. */
export const findTable = <Column extends string>(
  heads: readonly Head[],
  spellings: Spellings<Column>,
  required: readonly NoInfer<Column>[],
): Table<Column> | undefined => {
  for (const head of heads) {
    const table = findTableIn(head, spellings, required)
    if (table !== undefined) return table
  }
  return undefined
}

export const findTableIn = <Column extends string>(
  head: Head,
  spellings: Spellings<Column>,
  required: readonly NoInfer<Column>[],
): Table<Column> | undefined => {
  for (const { row, cells } of head.rows) {
    if (cells.length < required.length) continue
    const columns: Partial<Record<Column, number>> = {}
    const others: Cell[] = []
    for (const cell of cells) {
      const key = headingKey(cell)
      const column = columnOf(key, spellings)
      if (column === undefined || columns[column] !== undefined) {
        if (textOf(cell) !== '') others.push(cell)
      } else columns[column] = cell.column
    }
    if (required.every((column) => columns[column] !== undefined))
      return { head, row, columns, others }
  }
  return undefined
}

/** Sheets that have the same table once more, such as a hidden older copy: only one can be meant. */
export function* twinSheets(
  heads: readonly Head[],
  taken: Head,
  find: (heads: readonly Head[]) => unknown,
): Generator<Finding> {
  for (const head of heads)
    if (head !== taken && find([head]) !== undefined)
      yield tick(
        'left-out',
        `The sheet ${quoted(head.sheet.name)} has the same table once more, and was left out; ${quoted(taken.sheet.name)} was read.`,
        placeOf(head, null),
        { found: head.sheet.name, suggestion: 'Delete the sheet that is not meant.' },
      )
}

const columnOf = <Column extends string>(
  key: string,
  spellings: Spellings<Column>,
): Column | undefined => {
  for (const column of Object.keys(spellings) as Column[]) {
    const known = spellings[column]
    if (typeof known === 'function' ? known(key) : known.includes(key)) return column
  }
  return undefined
}
