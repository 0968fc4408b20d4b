/** Where the table of officers by BCU stands in a workbook, and what its columns are. */
import { parseDate, readMonth } from '../reading/dates.ts'
import { findTable, type Table } from '../reading/headings.ts'
import type { Head } from '../reading/layout.ts'

export type BcuColumn = 'bcu' | 'name' | 'date' | 'fte'
export type BcuTable = Table<BcuColumn>

/** One column of figures, or one for each month. */
export const findBcuTable = (heads: readonly Head[]): BcuTable | undefined => {
  const table =
    findTable(heads, SPELLINGS, ['bcu', 'fte']) ?? findTable(heads, SPELLINGS, ['name', 'fte'])
  if (table !== undefined) return table
  const wide = findTable(heads, SPELLINGS, ['bcu']) ?? findTable(heads, SPELLINGS, ['name'])
  return wide !== undefined && monthsAcross(wide).length > 0 ? wide : undefined
}

/** The columns that are headed by a month such as `Mar-25`; none where there is one column of FTE. */
export const monthsAcross = ({ columns, others }: BcuTable): { column: number; date: string }[] =>
  columns.fte !== undefined
    ? []
    : others.flatMap((cell) => {
        const read = readMonth(cell)
        return 'date' in read && read.date.length === 7
          ? [{ column: cell.column, date: read.date }]
          : []
      })

export const dateInTitle = (texts: readonly string[]): string | undefined => {
  for (const text of texts) {
    const [found] = /(\d{1,2} )?[A-Z][a-z]{2,8} (19|20)\d\d/.exec(text) ?? []
    const read = found === undefined ? undefined : parseDate(found)
    if (read !== undefined && 'date' in read) return read.date
  }
  return undefined
}

const SPELLINGS = {
  bcu: ['bcu', 'bcu code', 'basic command unit', 'basic command unit bcu', 'code of bcu'],
  name: ['bcu name', 'name of bcu', 'basic command unit name'],
  date: ['as at', 'as at date', 'date', 'month', 'position as at', 'as at month', 'month end'],
  fte: [
    'fte',
    'officers fte',
    'fte officers',
    'police officers fte',
    'police officer fte',
    'officer fte',
    'officers',
    'police officers',
    'officer strength fte',
    'police officer strength',
    'police officer strength fte',
    'strength fte',
    'total fte',
  ],
}
