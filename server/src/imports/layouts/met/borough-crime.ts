/**
 * Offences that the Met recorded, by category, borough and month: wide, one column for each month.
 * All categories are added up; a combination without a row is zero, as the publisher leaves it out.
 */
import type { Cell, Row } from '../../../files/cells/sheet.ts'
import { TupleMap } from '../../../platform/tuple-map.ts'
import {
  type Finding,
  inWords,
  nearestTo,
  note,
  quoted,
  stop,
  stopAt,
} from '../../import-finding.ts'
import { type Names, nameKey } from '../../names/names.ts'
import { absentAreas } from '../reading/absent-areas.ts'
import { type Table, twinSheets } from '../reading/headings.ts'
import {
  cellAt,
  type Item,
  type Layout,
  observed,
  placeOf,
  textAt,
  textOf,
} from '../reading/layout.ts'
import { readCount } from '../reading/numbers.ts'
import { evidenceOf, Sums, totalOf } from '../reading/sums.ts'
import { type CrimeColumn, findCrime, monthGaps, smallerAreas, type Wide } from './crime-columns.ts'

export const mpsBoroughCrime: Layout = {
  id: 'mps-borough-crime',
  sources: ['mps-borough-crime'],
  title: 'MPS recorded crime by borough',
  expects:
    'MajorText, MinorText, BoroughName and a column for each month such as 202508 (or Group, SubGroup, BOCU and months)',
  recognise: (heads) => findCrime(heads) !== undefined,
  read: function* (heads, names) {
    const { table, months } = findCrime(heads) as Wide
    const smaller = smallerAreas(table)
    if (smaller !== undefined) {
      yield ofSmallerAreas(table, smaller)
      return
    }
    yield* twinSheets(heads, table.head, findCrime)
    yield* monthGaps(table, months)
    yield* sumUp({ table, months }, names)
  },
}

const ofSmallerAreas = ({ head, row }: Table<CrimeColumn>, cell: Cell): Finding =>
  stop(
    'unknown-layout',
    `This is the table by smaller areas (it has a column ${quoted(textOf(cell))}): its rows need not add up to the boroughs.`,
    placeOf(head, row, cell.column),
    {
      found: textOf(cell),
      expected: mpsBoroughCrime.expects,
      suggestion: 'Choose the file by borough of the same dataset.',
    },
  )

/** Row labels that are no boroughs, and what they count in the register. */
const NO_BOROUGH: Readonly<Record<string, string>> = {
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

function* sumUp({ table, months }: Wide, names: Names): Generator<Item> {
  const { head, columns } = table
  const sums = new Sums<readonly [metric: string, area: string, date: string]>()
  const places = new TupleMap<readonly [label: string], { place: Place | null }>()
  const unknown = new Map<string, { rows: number; first: number }>()
  const labels = new TupleMap<readonly [metric: string], Set<string>>()
  const seen: Seen = new TupleMap()
  const boroughColumn = columns.borough ?? 0

  for (const row of head.sheet.rows) {
    if (row.row <= table.row) continue
    const label = textAt(row, boroughColumn)
    if (label === '' && row.cells.length < 3) continue
    if (/^(grand |mps |all )?total\b/i.test(label)) {
      yield note(
        'left-out',
        `The row ${quoted(label)} is a total and was left out: boroughs are added up from their own rows.`,
        placeOf(head, row.row, boroughColumn),
      )
      continue
    }
    const { place } = places.getOrAdd([label], () => ({ place: placeOfLabel(label, names) }))
    if (place === null) {
      const found = unknown.get(label) ?? { rows: 0, first: row.row }
      unknown.set(label, { ...found, rows: found.rows + 1 })
      continue
    }
    if (place.isOutside) labels.getOrAdd([place.metric], () => new Set()).add(label)
    yield* repeatedRow(table, row, seen)
    for (const { column, date } of months) {
      const cell = cellAt(row, column)
      const value = cell === undefined ? EMPTY : readCount(cell, 'whole')
      if (typeof value === 'number') sums.add([place.metric, place.area, date], row.row, value)
      else yield stopAt(placeOf(head, row.row, column), value)
    }
  }
  for (const [label, { rows, first }] of unknown)
    yield stop(
      'unknown-area',
      `${quoted(label)} is not a borough (${rows} ${rows === 1 ? 'row' : 'rows'}, the first is ${first}).`,
      placeOf(head, first, boroughColumn),
      {
        found: label,
        expected: 'a borough, the airports or Unknown',
        suggestion: nearestTo(names.area(label, { type: 'borough' })),
      },
    )
  for (const [[metric, area, date], sum] of sums) {
    // Several labels may be one metric, as the airports were renamed: they are added up.
    const rowLabels = inWords([...(labels.get([metric]) ?? [])])
    const { where, raw } = evidenceOf(sum)
    yield observed({
      metric,
      basis: 'not_stated',
      area,
      date,
      value: totalOf(sum),
      where: `${head.label === null ? '' : `${head.label}: `}all categories, column ${date.replace('-', '')}${rowLabels === '' ? '' : `, row label ${rowLabels}`}; ${where}`,
      raw,
    })
  }
  if (sums.size > 0)
    yield* absentAreas(
      names.areasOf('borough', 'in the force'),
      new Set([...sums].map(([[, area]]) => area)),
      placeOf(head),
      (absent) => `The file has no rows for ${absent}: that is missing, not zero.`,
    )
}

/** `isOutside`: the row is of no borough. */
type Place = { metric: string; area: string; isOutside: boolean }

const placeOfLabel = (label: string, names: Names): Place | null => {
  const metric = NO_BOROUGH[nameKey(label)]
  if (metric !== undefined) return { metric, area: names.force, isOutside: true }
  const borough = names.area(label, { type: 'borough' })
  return 'code' in borough
    ? { metric: 'recorded_crime', area: borough.code, isOutside: false }
    : null
}

type Seen = TupleMap<readonly string[], { row: number }>

function* repeatedRow(
  { head, columns }: Table<CrimeColumn>,
  row: Row,
  seen: Seen,
): Generator<Finding> {
  if (columns.group === undefined || columns.subgroup === undefined) return
  const key = [columns.group, columns.subgroup, columns.borough ?? 0].map((column) =>
    nameKey(textAt(row, column)),
  )
  const before = seen.getOrAdd(key, () => row)
  if (before.row !== row.row)
    yield stop(
      'repeated-row',
      `Rows ${before.row} and ${row.row} are of the same category and borough: added up, these offences would count twice.`,
      placeOf(head, row.row, columns.group),
      { found: key.join(', '), suggestion: 'Download the file again.' },
    )
}

const EMPTY = {
  code: 'empty-value',
  sentence: 'The cell is empty.',
  expected: 'a whole number, 0 where there was none',
} as const
