/**
 * Offences that the Met recorded, by category, borough and month: wide, one column for each month.
 * All categories are added up; a combination without a row is zero, as the publisher leaves it out.
 */
import { didYouMean, type Finding, inWords, quoted, stop, tick } from '../finding.ts'
import { type Names, nameKey } from '../names.ts'
import type { Row } from '../sheet.ts'
import { findTable, type Table } from './headings.ts'
import {
  cellAt,
  type Head,
  type Item,
  type Layout,
  placeOf,
  sheetOf,
  spanInWords,
  textAt,
} from './layout.ts'
import { readCount } from './numbers.ts'
import { makeSums, type Sums, totalOf } from './sums.ts'

export const mpsBoroughCrime: Layout = {
  id: 'mps-borough-crime',
  sources: ['mps-borough-crime'],
  title: 'MPS recorded crime by borough',
  expects:
    'MajorText, MinorText, BoroughName and a column for each month such as 202508 (or Group, SubGroup, BOCU and months)',
  recognise: (heads) => find(heads) !== undefined,
  parse: (heads, names) => {
    const { table, months } = find(heads) as Wide
    const findings: Finding[] = []
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

type Column = 'group' | 'subgroup' | 'borough'
type Month = { column: number; date: string }
type Wide = { table: Table<Column>; months: Month[] }

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

const find = (heads: readonly Head[]): Wide | undefined => {
  const table = findTable(heads, SPELLINGS, ['group', 'borough'])
  if (table === undefined) return undefined
  const months = table.others.flatMap((cell): Month[] => {
    const [, year, month] = /^((?:19|20)\d\d)-?(0[1-9]|1[0-2])$/.exec(cell.text.trim()) ?? []
    return year === undefined ? [] : [{ column: cell.column, date: `${year}-${month}` }]
  })
  return months.length === 0 ? undefined : { table, months }
}

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
  table: Table<Column>,
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
  { head, columns }: Table<Column>,
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

/** Several labels may be one metric, as the airports were renamed: they are added up. */
function* figures(head: Head, sums: Sums): Generator<Item> {
  const whole = new Map<string, { total: number; labels: string[] }>()
  for (const key of sums.keys()) {
    const [metric, area, label = '', date] = key.split('\t')
    const id = `${metric}\t${area}\t${date}`
    const found = whole.get(id) ?? { total: 0, labels: [] }
    found.total += totalOf(sums.get(key))
    if (label !== '') found.labels.push(label)
    whole.set(id, found)
  }
  for (const [id, { total, labels }] of whole) {
    const [metric = '', area = '', date = ''] = id.split('\t')
    yield {
      metric,
      basis: 'not_stated',
      area,
      date,
      value: total,
      missing: null,
      trust: null,
      flags: [],
      where: `${head.label === null ? '' : `${head.label}: `}all categories added up, column ${date.replace('-', '')}${labels.length === 0 ? '' : `; row label ${inWords(labels)}`}`,
      raw: null,
      note: null,
    }
  }
}

function* absentBoroughs(head: Head, sums: Sums, names: Names): Generator<Finding> {
  const present = new Set([...sums.keys()].map((key) => key.split('\t')[1]))
  const absent = names.areasOf('borough', 'in the force').filter(({ code }) => !present.has(code))
  if (sums.size() > 0 && absent.length > 0)
    yield tick(
      'area-missing',
      `The file has no rows for ${inWords(absent.map(({ name }) => name))}: that is missing, not zero.`,
      sheetOf(head),
    )
}
