/**
 * A table as text. A view of twelve areas over eight years has more than a thousand cells: as
 * elements of React they would cost more than everything else on the page, and never change alone.
 */
import { text } from '../svg/element.ts'
import type { TableCell, TableColumn, TableModel, TableRow } from '../words/table-model.ts'

/** Where a number leads to; null leaves numbers without a link. */
type EvidenceHref = ((observation: string) => string) | null

export const tableMarkup = (table: TableModel, evidenceHref: EvidenceHref): string =>
  `<table><caption>${text(table.caption)}</caption><thead>${headMarkup(table)}</thead><tbody>${rowsMarkup(table, evidenceHref)}</tbody></table>`

/** The row of headings; what belongs inside `<thead>`. */
export const headMarkup = ({ columns }: TableModel): string => {
  const cells = columns.map(
    (column) => `<th scope="col"${classOf(column.numeric, column.ours)}>${text(column.label)}</th>`,
  )
  return `<tr>${cells.join('')}</tr>`
}

/** The rows `from`..`to`, the latter not included; what belongs inside one `<tbody>`. */
export const rowsMarkup = (
  { columns, rows }: TableModel,
  evidenceHref: EvidenceHref,
  from = 0,
  to = rows.length,
): string =>
  rows
    .slice(from, to)
    .map((row) => rowMarkup(row, columns, evidenceHref))
    .join('')

const rowMarkup = (
  { cells, ours, note }: TableRow,
  columns: readonly TableColumn[],
  evidenceHref: EvidenceHref,
): string => {
  const [heading, ...rest] = cells
  const figures =
    note === undefined
      ? columns.slice(1).map((column, index) => {
          const attributes = classOf(column.numeric, column.ours)
          return `<td${attributes}>${cellMarkup(rest[index], evidenceHref)}</td>`
        })
      : [`<td colspan="${columns.length - 1}" class="quiet">${text(note)}</td>`]
  return `<tr${classOf(false, ours)}><th scope="row">${text(heading?.text ?? '')}</th>${figures.join('')}</tr>`
}

const cellMarkup = (cell: TableCell | undefined, evidenceHref: EvidenceHref): string => {
  if (cell === undefined) return ''
  if (cell.observation === null || evidenceHref === null) return text(cell.text)
  return `<a href="${text(evidenceHref(cell.observation))}">${text(cell.text)}</a>`
}

const classOf = (numeric: boolean, ours: boolean): string => {
  const names = [numeric ? 'number' : '', ours ? 'ours' : ''].filter((name) => name !== '')
  return names.length === 0 ? '' : ` class="${names.join(' ')}"`
}
