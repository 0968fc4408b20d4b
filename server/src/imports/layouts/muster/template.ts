import type { Row } from '../../../files/cells/sheet.ts'
import { type Fault, type Finding, note, quoted, stop } from '../../import-finding.ts'
import type { Names } from '../../names/names.ts'
import { findTableIn, type Table } from '../reading/headings.ts'
import { type Head, type Item, type Layout, placeOf, textOf } from '../reading/layout.ts'
import {
  makeRowReader,
  type Slots,
  TEMPLATE_COLUMNS,
  type TemplateColumn,
} from './template-rows.ts'

/** A row of which the note begins so was not meant. */
export const EXAMPLE_NOTE = 'EXAMPLE'
/** The sheet that shows how to fill the template; it is never read. */
export const EXAMPLE_SHEET = 'Example'
export const musterTemplate: Layout = {
  id: 'muster-template',
  sources: 'any',
  title: 'Muster’s own template',
  expects: TEMPLATE_COLUMNS.join(', '),
  recognise: (heads) => find(heads) !== undefined,
  read: (heads, names) => readRows(find(heads) as Table<TemplateColumn>, names),
}

const SPELLINGS = Object.fromEntries(
  TEMPLATE_COLUMNS.map((column) => [column, [column]]),
) as unknown as Record<TemplateColumn, readonly string[]>

const REQUIRED = ['metric', 'basis', 'area', 'date', 'value'] as const

const find = (heads: readonly Head[]): Table<TemplateColumn> | undefined => {
  for (const head of heads) {
    if (head.label === EXAMPLE_SHEET && heads.length > 1) continue
    const table = findTableIn(head, SPELLINGS, REQUIRED)
    if (table !== undefined) return table
  }
  return undefined
}

function* readRows(table: Table<TemplateColumn>, names: Names): Generator<Item> {
  yield* headingFindings(table)
  const { head, row: headingRow, columns } = table
  const slotsOf = slotReader(columns)
  const { observation, findings, fail } = makeRowReader(head, columns, names)
  let isEmpty = true
  for (const row of head.sheet.rows) {
    const cells = row.row > headingRow ? slotsOf(row) : undefined
    if (cells === undefined) continue
    isEmpty = false
    if (cells.note?.text.startsWith(EXAMPLE_NOTE)) fail(row, 'note', EXAMPLE_FAULT)
    else {
      const item = observation(row, cells)
      if (item !== undefined) yield item
    }
    if (findings.length > 0) yield* findings.splice(0)
  }
  if (isEmpty)
    yield stop('nothing-found', 'There is no row under the headings.', placeOf(head), {
      expected: 'one row for each figure',
    })
}

/** The cells under known headings; undefined for a row that has none. */
const slotReader = (columns: Table<TemplateColumn>['columns']) => {
  const slotOf: (TemplateColumn | undefined)[] = []
  for (const column of TEMPLATE_COLUMNS) {
    const at = columns[column]
    if (at !== undefined) slotOf[at] = column
  }
  return ({ cells }: Row): Slots | undefined => {
    let slots: Slots | undefined
    for (const cell of cells) {
      const slot = slotOf[cell.column]
      if (slot === undefined || (cell.text.trim() === '' && typeof cell.value === 'string'))
        continue
      slots ??= {}
      slots[slot] = cell
    }
    return slots
  }
}

const EXAMPLE_FAULT: Fault = {
  code: 'example-row',
  sentence: 'This is the example of the template, not a figure that was handed over.',
  expected: 'rows of your own',
  suggestion: 'Delete the row.',
}

function* headingFindings({ head, row, others }: Table<TemplateColumn>): Generator<Finding> {
  for (const cell of others) {
    const isTwice = TEMPLATE_COLUMNS.some((column) => column === textOf(cell).toLowerCase())
    const place = placeOf(head, row, cell.column)
    yield isTwice
      ? stop('heading-twice', `Two columns are headed ${quoted(textOf(cell))}.`, place, {
          found: textOf(cell),
          expected: 'each heading once',
        })
      : note(
          'extra-column',
          `The column ${quoted(textOf(cell))} is not of the template and was left out.`,
          place,
          {
            found: textOf(cell),
            expected: TEMPLATE_COLUMNS.join(', '),
          },
        )
  }
}
