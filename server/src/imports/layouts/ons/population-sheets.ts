/** Which sheets of the ONS workbook have its headings, and which of them do not count all residents. */
import { type Finding, quoted, stop } from '../../import-finding.ts'
import { findTableIn, type Table } from '../reading/headings.ts'
import { type Head, placeOf, textOf } from '../reading/layout.ts'

export type PopulationColumn = 'code' | 'name' | 'geography' | 'all'

export const findPopulationIn = (head: Head): Table<PopulationColumn> | undefined =>
  findTableIn(head, SPELLINGS, ['code', 'name', 'geography'])

const SPELLINGS = {
  code: ['code', 'area code', 'la code', 'ladcode', 'geography code'],
  name: ['name', 'area name', 'la name'],
  geography: ['geography', 'geography type', 'area type'],
  all: ['all ages', 'all persons'],
}

/** By the title, or the name of the sheet: ages, rates, males and females. */
export const isOfSomethingElse = (head: Head, headingRow: number): boolean =>
  [head.sheet.name, ...titlesOf(head, headingRow)].some((text) =>
    /\b(median|mean age|density|components?|females?|males?|per sq|projections?)\b/i.test(text),
  )

export const titlesOf = (head: Head, headingRow: number): string[] =>
  head.rows
    .filter(({ row }) => row < headingRow)
    .slice(0, 1)
    .flatMap(({ cells }) => cells.map(textOf))

/** A sheet of the workbook that was saved alone, as CSV, and is not that of all residents. */
export const findPart = (heads: readonly Head[]): Table<PopulationColumn> | undefined => {
  for (const head of heads) {
    const table = findPopulationIn(head)
    if (table !== undefined && /\bmid[- ]?(19|20)\d\d\b/i.test(wordsOf(head, table.row)))
      return table
  }
  return undefined
}

const wordsOf = (head: Head, headingRow: number): string =>
  head.rows
    .filter(({ row }) => row <= headingRow)
    .flatMap(({ cells }) => cells.map(textOf))
    .join(' ')

export const ofPart = ({ head, row }: Table<PopulationColumn>): Finding =>
  stop(
    'unknown-layout',
    `This sheet does not count all residents: ${quoted(titlesOf(head, row).join(' ').trim() || (head.label ?? head.sheet.name))}.`,
    placeOf(head, row),
    {
      expected: 'the sheet MYE4, or MYE2 of persons',
      suggestion: 'Take the whole workbook, or its sheet MYE4 (persons, a column for each year).',
    },
  )
