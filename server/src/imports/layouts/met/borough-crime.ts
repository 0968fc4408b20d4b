/**
 * Offences that the Met recorded, by category, borough and month: wide, one column for each month.
 * All categories are added up; a combination without a row is zero, as the publisher leaves it out.
 */

import type { Cell, Row } from '../../../files/sheet.ts'
import { didYouMean, type Finding, note, quoted, stop } from '../../import-finding.ts'
import { type Names, nameKey } from '../../names/names.ts'
import { type Table, twinSheets } from '../headings.ts'
import {
  cellAt,
  type Head,
  type Layout,
  type ParsedFile,
  placeOf,
  spanInWords,
  textAt,
  textOf,
} from '../layout.ts'
import { readCount } from '../numbers.ts'
import { makeSums, type Sums } from '../sums.ts'
import {
  type CrimeColumn,
  findCrime,
  type Month,
  monthGaps,
  smallerAreas,
  type Wide,
} from './crime-columns.ts'
import { absentBoroughs, figures } from './crime-figures.ts'

export const mpsBoroughCrime: Layout = {
  id: 'mps-borough-crime',
  sources: ['mps-borough-crime'],
  title: 'MPS recorded crime by borough',
  expects:
    'MajorText, MinorText, BoroughName and a column for each month such as 202508 (or Group, SubGroup, BOCU and months)',
  recognise: (heads) => findCrime(heads) !== undefined,
  parse: (heads, names) => {
    const { table, months } = findCrime(heads) as Wide
    const smaller = smallerAreas(table)
    if (smaller !== undefined) return ofSmallerAreas(table, smaller)
    const findings: Finding[] = [
      ...twinSheets(heads, table.head, findCrime),
      ...monthGaps(table, months),
    ]
    const sums = sumUp(table, months, names, findings)
    return {
      layout: mpsBoroughCrime.id,
      edition: spanInWords(months.map(({ date }) => date)),
      published: null,
      items: [
        ...findings,
        ...figures(table.head, sums),
        ...absentBoroughs(table.head, sums, names),
      ],
    }
  },
}

const ofSmallerAreas = ({ head, row }: Table<CrimeColumn>, cell: Cell): ParsedFile => ({
  layout: mpsBoroughCrime.id,
  edition: '',
  published: null,
  items: [
    stop(
      'unknown-layout',
      `This is the table by smaller areas (it has a column ${quoted(textOf(cell))}): its rows need not add up to the boroughs.`,
      placeOf(head, row, cell.column),
      {
        found: textOf(cell),
        expected: mpsBoroughCrime.expects,
        suggestion: 'Choose the file by borough of the same dataset.',
      },
    ),
  ],
})

/** Row labels that are no boroughs, and what they count in the register. */
const BESIDE: Readonly<Record<string, string>> = {
  'london heathrow and london city airports': 'recorded_crime_airports',
  'heathrow and london city airports': 'recorded_crime_airports',
  'london heathrow': 'recorded_crime_airports',
  'heathrow airport': 'recorded_crime_airports',
  'aviation policing': 'recorded_crime_airports',
  'aviation security': 'recorded_crime_airports',
  unknown: 'recorded_crime_no_borough',
  'not stated': 'recorded_crime_no_borough',
  'other nk': 'recorded_crime_no_borough',
}

const sumUp = (
  table: Table<CrimeColumn>,
  months: readonly Month[],
  names: Names,
  findings: Finding[],
): Sums => {
  const { head, columns } = table
  const sums = makeSums()
  const places = new Map<string, string | null>()
  const unknown = new Map<string, { rows: number; first: number }>()
  const seen = new Map<string, number>()
  const boroughColumn = columns.borough ?? 0

  for (const row of head.sheet.rows) {
    if (row.row <= table.row) continue
    const label = textAt(row, boroughColumn)
    if (label === '' && row.cells.length < 3) continue
    if (/^(grand |mps |all )?total\b/i.test(label)) {
      findings.push(
        note(
          'left-out',
          `The row ${quoted(label)} is a total and was left out: boroughs are added up from their own rows.`,
          placeOf(head, row.row, boroughColumn),
        ),
      )
      continue
    }
    const place = places.get(label) ?? placeOfLabel(label, names)
    places.set(label, place)
    if (place === null) {
      const found = unknown.get(label) ?? { rows: 0, first: row.row }
      unknown.set(label, { ...found, rows: found.rows + 1 })
      continue
    }
    const repeated = repeatedRow(table, row, seen)
    if (repeated !== undefined) findings.push(repeated)
    for (const { column, date } of months)
      addCell(head, row, column, `${place}\t${date}`, sums, findings)
  }
  for (const [label, { rows, first }] of unknown)
    findings.push(unknownBorough(head, label, rows, first, boroughColumn, names))
  return sums
}

const placeOfLabel = (label: string, names: Names): string | null => {
  const metric = BESIDE[nameKey(label)]
  if (metric !== undefined) return `${metric}\t${names.force}\t${label}`
  const borough = names.area(label, { type: 'borough' })
  return 'code' in borough ? `recorded_crime\t${borough.code}\t` : null
}

const repeatedRow = (
  { head, columns }: Table<CrimeColumn>,
  row: Row,
  seen: Map<string, number>,
): Finding | undefined => {
  if (columns.group === undefined || columns.subgroup === undefined) return undefined
  const key = [columns.group, columns.subgroup, columns.borough ?? 0]
    .map((column) => nameKey(textAt(row, column)))
    .join('\t')
  const before = seen.get(key)
  seen.set(key, row.row)
  return before === undefined
    ? undefined
    : stop(
        'repeated-row',
        `Rows ${before} and ${row.row} are of the same category and borough: added up, these offences would count twice.`,
        placeOf(head, row.row, columns.group),
        { found: key.replaceAll('\t', ', '), suggestion: 'Download the file again.' },
      )
}

const addCell = (
  head: Head,
  row: Row,
  column: number,
  key: string,
  sums: Sums,
  findings: Finding[],
): void => {
  const cell = cellAt(row, column)
  if (cell === undefined) {
    findings.push(
      stop('empty-value', 'The cell is empty.', placeOf(head, row.row, column), {
        expected: 'a whole number, 0 where there was none',
      }),
    )
    return
  }
  const value = readCount(cell, 'whole')
  if (typeof value === 'number') sums.add(key, row.row, value)
  else findings.push(stop(value.code, value.sentence, placeOf(head, row.row, column), value))
}

const unknownBorough = (
  head: Head,
  label: string,
  rows: number,
  first: number,
  column: number,
  names: Names,
): Finding => {
  const found = names.area(label, { type: 'borough' })
  return stop(
    'unknown-area',
    `${quoted(label)} is not a borough (${rows} ${rows === 1 ? 'row' : 'rows'}, the first is ${first}).`,
    placeOf(head, first, column),
    {
      found: label,
      expected: 'a borough, the airports or Unknown',
      suggestion: 'nearest' in found ? didYouMean(found.nearest) : null,
    },
  )
}
