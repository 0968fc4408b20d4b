import type { ReactNode } from 'react'
import { ScrollBox } from './ScrollBox.tsx'

type Column<Row> = {
  /** No two columns have the same. */
  head: string
  /** Numbers stand to the right. */
  number?: boolean
  cell: (row: Row) => ReactNode
}

type Given<Row> = {
  /** Of the box in which it scrolls. */
  name: string
  caption?: ReactNode
  className?: string
  rows: readonly Row[]
  keyOf: (row: Row, index: number) => string | number
  /** The first heads the row. */
  columns: readonly Column<Row>[]
}

/** A wide table: each column says its heading and its cell in one place. */
export const Table = <Row,>({ name, caption, className, rows, keyOf, columns }: Given<Row>) => (
  <ScrollBox name={name}>
    <table className={className}>
      {caption !== undefined && <caption>{caption}</caption>}
      <thead>
        <tr>
          {columns.map(({ head, number }) => (
            <th key={head} scope="col" className={number ? 'number' : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={keyOf(row, index)}>
            {columns.map(({ head, number, cell }, place) =>
              place === 0 ? (
                <th key={head} scope="row">
                  {cell(row)}
                </th>
              ) : (
                <td key={head} className={number ? 'number' : undefined}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollBox>
)
