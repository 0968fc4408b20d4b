import { type ComponentProps, useState } from 'react'
import { Table } from '../../ui/Table.tsx'
import { countOf } from './import-words.ts'

type Given<Row> = ComponentProps<typeof Table<Row>> & {
  /** So many rows stand at first. */
  first: number
  /** What a row is, for the button that shows the rest. */
  noun: string
}

/** A long list begins with its first rows. */
export const LongTable = <Row,>({ first, noun, rows, ...table }: Given<Row>) => {
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? rows : rows.slice(0, first)
  return (
    <>
      <Table {...table} rows={shown} />
      {shown.length < rows.length && (
        <p>
          <button type="button" onClick={() => setWhole(true)}>
            Show all {countOf(rows.length, noun)}
          </button>
        </p>
      )}
    </>
  )
}
