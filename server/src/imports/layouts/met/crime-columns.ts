/** The columns of the crime table: categories, borough, and one for each month. */
import { addMonths } from '@muster/shared/domain/series/period'
import { formatDate } from '@muster/shared/words/format'
import type { Cell } from '../../../files/cells/sheet.ts'
import { type Finding, inWords, tick } from '../../import-finding.ts'
import { readMonth } from '../reading/dates.ts'
import { findTable, headingKey, type Table } from '../reading/headings.ts'
import { type Head, placeOf, textOf } from '../reading/layout.ts'

export type CrimeColumn = 'group' | 'subgroup' | 'borough'
export type Month = { column: number; date: string }
export type Wide = { table: Table<CrimeColumn>; months: Month[] }

const SPELLINGS = {
  group: ['majortext', 'major text', 'group', 'major category', 'offence group'],
  subgroup: ['minortext', 'minor text', 'subgroup', 'sub group', 'minor category'],
  borough: [
    'lookup boroughname',
    'lookup borough name',
    'boroughname',
    'borough name',
    'borough',
    'bocu',
    'area name',
  ],
}

export const findCrime = (heads: readonly Head[]): Wide | undefined => {
  const table = findTable(heads, SPELLINGS, ['group', 'borough'])
  if (table === undefined) return undefined
  const months = table.others.flatMap((cell): Month[] => {
    const date = monthOf(cell)
    return date === undefined ? [] : [{ column: cell.column, date }]
  })
  return months.length === 0 ? undefined : { table, months }
}

/** `202508`, also where a spreadsheet shows it as `202,508`; or `Aug-25`, or a real date. */
const monthOf = (cell: Cell): string | undefined => {
  const plain = typeof cell.value === 'number' && cell.date === undefined ? String(cell.value) : ''
  const [, year, month] =
    /^((?:19|20)\d\d)-?(0[1-9]|1[0-2])$/.exec(plain === '' ? textOf(cell) : plain) ?? []
  if (year !== undefined) return `${year}-${month}`
  const read = /\d/.test(cell.text) ? readMonth(cell) : undefined
  return read !== undefined && 'date' in read && read.date.length === 7 ? read.date : undefined
}

/** The same dataset has tables by ward and by LSOA, with these columns more. */
const SMALLER = /^(ward ?(code|name)|lsoa ?(code|name)?|lsoa\d\d\w+)$/

export const smallerAreas = ({ others }: Table<CrimeColumn>): Cell | undefined =>
  others.find((cell) => SMALLER.test(headingKey(cell)))

/** A month between the first and the last that has no column is missing, not zero. */
export const monthGaps = (
  { head, row }: Table<CrimeColumn>,
  months: readonly Month[],
): Finding[] => {
  const dates = months.map(({ date }) => date).sort()
  const [first = '', last = ''] = [dates[0], dates.at(-1)]
  const absent: string[] = []
  for (let at = first; at < last; at = addMonths(at, 1)) if (!dates.includes(at)) absent.push(at)
  return absent.length === 0
    ? []
    : [
        tick(
          'figures-missing',
          `The file has no column for ${inWords(absent.slice(0, 12).map((date) => formatDate(date)))}${absent.length > 12 ? ` and ${absent.length - 12} more months` : ''}: that is missing, not zero.`,
          placeOf(head, row),
        ),
      ]
}
