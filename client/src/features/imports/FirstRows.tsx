import type { FileLook } from '@muster/shared/contract/import'
import { Table } from '../../ui/Table.tsx'
import { columnsOf } from './mapping-draft.ts'

type Given = { sheet: FileLook['sheets'][number] | undefined; headingRow: number }

/** The sheet as it is, with the numbers and letters that a spreadsheet shows. */
export const FirstRows = ({ sheet, headingRow }: Given) => {
  const columns = columnsOf(sheet, 0)
  if (sheet === undefined || columns.length === 0) return <p>This sheet is empty.</p>
  return (
    <Table
      name="The first rows of the file"
      className="first-rows"
      rows={sheet.rows}
      keyOf={({ row }) => row}
      columns={[
        {
          head: 'Row',
          cell: ({ row }) => (
            <>
              {row}
              {row === headingRow && <span className="note"> headings</span>}
            </>
          ),
        },
        ...columns.map(({ column, name }) => ({
          head: name,
          cell: ({ row, cells }: Row) => {
            const text = cells.find((cell) => cell.column === column)?.text ?? ''
            return row === headingRow ? <strong>{text}</strong> : text
          },
        })),
      ]}
    />
  )
}

type Row = FileLook['sheets'][number]['rows'][number]
