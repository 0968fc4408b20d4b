import type { ReviewCell, ReviewTable } from '@muster/shared/words/reviews/cell'
import { evidenceHref } from './evidence-href.ts'
import { ScrollBox } from './ScrollBox.tsx'

/**
 * A table of a review. `data-value` is the number itself, `data-code` why there is none. On a wall
 * nobody follows a link.
 */
export const TableOf = ({ table, linked = true }: { table: ReviewTable; linked?: boolean }) => (
  <ScrollBox name={table.title}>
    <table data-table={table.id}>
      <caption>{table.title}</caption>
      <thead>
        <tr>
          {table.columns.map(({ label, numeric }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one heading
            <th key={index} scope="col" className={numeric ? 'number' : undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows never change their place
          <tr key={index}>
            {row.map((cell, place) => (
              <CellOf
                // biome-ignore lint/suspicious/noArrayIndexKey: nor do cells
                key={place}
                cell={cell}
                heading={place === 0}
                numeric={table.columns[place]?.numeric === true}
                linked={linked}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollBox>
)

type CellGiven = { cell: ReviewCell; heading: boolean; numeric: boolean; linked: boolean }

const CellOf = ({ cell, heading, numeric, linked }: CellGiven) => {
  const given = {
    className: numeric ? 'number' : undefined,
    'data-value': cell.value ?? undefined,
    'data-code': cell.code ?? undefined,
  }
  const text =
    cell.observation === null || !linked ? (
      cell.text
    ) : (
      <a href={evidenceHref(cell.observation)}>{cell.text}</a>
    )
  return heading ? (
    <th scope="row" {...given}>
      {text}
    </th>
  ) : (
    <td {...given}>{text}</td>
  )
}
