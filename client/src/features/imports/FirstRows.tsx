import type { FileLook } from '@muster/shared/contract/import'
import { ScrollBox } from '../../ui/ScrollBox.tsx'
import { columnsOf } from './mapping-draft.ts'

type Given = { sheet: FileLook['sheets'][number] | undefined; headingRow: number }

/** The sheet as it is, with the numbers and letters that a spreadsheet shows. */
export const FirstRows = ({ sheet, headingRow }: Given) => {
  const columns = columnsOf(sheet, 0)
  if (sheet === undefined || columns.length === 0) return <p>This sheet is empty.</p>
  return (
    <ScrollBox name="The first rows of the file">
      <table className="first-rows">
        <caption className="visually-hidden">The first rows of the file</caption>
        <thead>
          <tr>
            <th scope="col">Row</th>
            {columns.map(({ column, name }) => (
              <th key={column} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map(({ row, cells }) => (
            <tr key={row} data-heading={row === headingRow ? '' : undefined}>
              <th scope="row">
                {row}
                {row === headingRow && <span className="note"> headings</span>}
              </th>
              {columns.map(({ column }) => (
                <td key={column}>{cells.find((cell) => cell.column === column)?.text ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
