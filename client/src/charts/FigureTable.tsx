import type { TableCell, TableModel, TableRow } from '@muster/shared/chart/table-model'

/** The same figures as the chart, each number a link to its evidence. */
export const FigureTable = ({
  id,
  table,
  evidenceHref,
}: {
  id: string
  table: TableModel
  evidenceHref: (observation: string) => string
}) => (
  <section
    id={id}
    className="scroll-box figure-table"
    aria-label={`Table: ${table.caption}`}
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard
    tabIndex={0}
  >
    <table>
      <caption>{table.caption}</caption>
      <thead>
        <tr>
          {table.columns.map(({ key, label, numeric, ours }) => (
            <th key={key} scope="col" className={classesOf(numeric, ours)}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <Row key={row.key} row={row} table={table} evidenceHref={evidenceHref} />
        ))}
      </tbody>
    </table>
  </section>
)

const Row = ({
  row,
  table,
  evidenceHref,
}: {
  row: TableRow
  table: TableModel
  evidenceHref: (observation: string) => string
}) => {
  const [heading, ...cells] = row.cells
  const columns = table.columns.slice(1)
  return (
    <tr className={classesOf(false, row.ours)}>
      <th scope="row">{heading?.text}</th>
      {row.note !== undefined && (
        <td colSpan={columns.length} className="quiet">
          {row.note}
        </td>
      )}
      {(row.note === undefined ? columns : []).map(({ key, numeric, ours }, index) => (
        <td key={key} className={classesOf(numeric, ours)}>
          <Cell cell={cells[index]} evidenceHref={evidenceHref} />
        </td>
      ))}
    </tr>
  )
}

const Cell = ({
  cell,
  evidenceHref,
}: {
  cell: TableCell | undefined
  evidenceHref: (observation: string) => string
}) =>
  cell?.observation == null ? cell?.text : <a href={evidenceHref(cell.observation)}>{cell.text}</a>

const classesOf = (numeric: boolean, ours: boolean): string | undefined =>
  [numeric ? 'number' : '', ours ? 'ours' : ''].filter((name) => name !== '').join(' ') || undefined
