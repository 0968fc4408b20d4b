import { type Finding, note, quoted, stop } from '../../import-finding.ts'
import type { Names } from '../../names/names.ts'
import { findTableIn, type Table } from '../headings.ts'
import { type Head, type Item, type Layout, placeOf, textOf } from '../layout.ts'
import { makeRowReader, TEMPLATE_COLUMNS, type TemplateColumn } from './template-rows.ts'

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
  const reader = makeRowReader(head, columns, names)
  const { observation, findings } = reader
  let count = 0
  for (const row of head.sheet.rows) {
    if (row.row <= headingRow) continue
    const item = observation(row)
    if (item !== undefined) {
      count += 1
      yield item
    }
    if (findings.length > 0) yield* findings.splice(0)
  }
  if (count === 0 && !reader.sawRow())
    yield stop('nothing-found', 'There is no row under the headings.', placeOf(head), {
      expected: 'one row for each figure',
    })
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
