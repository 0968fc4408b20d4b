/**
 * The Met's workbook "Dedicated Ward Officer Abstractions and Strengths": minutes away from the ward
 * and strength by team, added up by borough and month. Either sheet may come alone, as a CSV export.
 */

import { formatDate } from '@muster/shared/words/format'
import { type Finding, inWords, tick } from '../../import-finding.ts'
import type { Names } from '../../names/names.ts'
import { findTable, type Table } from '../reading/headings.ts'
import { type Head, type Item, type Layout, placeOf } from '../reading/layout.ts'
import type { WardSheet } from './ward-lookups.ts'
import { MINUTES_COLUMNS, type MinutesColumn, readMinutes } from './ward-minutes.ts'
import {
  readStrengths,
  STRENGTH_COLUMNS,
  STRENGTH_COLUMNS_BY_DEPARTMENT,
  type StrengthColumn,
} from './ward-strengths.ts'

export const mpsWardOfficers: Layout = {
  id: 'mps-ward-officers',
  sources: ['mps-ward-officers'],
  title: 'MPS Dedicated Ward Officer Abstractions and Strengths',
  expects:
    'a sheet with Month, Borough, Team, Role and FTE, and a sheet with Month of Abstraction, BCU, Borough, Team, Abstracted From Duty, Abstracted Type, Abstraction Minutes',
  recognise: (heads) => findMinutes(heads) !== undefined || findStrengths(heads) !== undefined,
  read: readSheets,
}

const findMinutes = (heads: readonly Head[]): Table<MinutesColumn> | undefined =>
  findTable(heads, MINUTES_COLUMNS, ['month', 'borough', 'isAway', 'minutes'])

const findStrengths = (heads: readonly Head[]): Table<StrengthColumn> | undefined =>
  findTable(heads, STRENGTH_COLUMNS, ['month', 'borough', 'team', 'fte']) ??
  findTable(heads, STRENGTH_COLUMNS_BY_DEPARTMENT, ['month', 'borough', 'team', 'fte'])

function* readSheets(heads: readonly Head[], names: Names): Generator<Item> {
  const minutes = findMinutes(heads)
  const strengths = findStrengths(heads)
  const sheets = [
    ...(strengths === undefined ? [] : [readStrengths(strengths, names)]),
    ...(minutes === undefined ? [] : [readMinutes(minutes, names)]),
  ]
  const everywhere = new Set(
    sheets.flatMap(({ present }) => [...present.values()].flatMap((areas) => [...areas])),
  )
  for (const sheet of sheets) {
    yield* sheet.items
    yield* absences(sheet, everywhere, names)
  }
}

/** A borough that other months, or the other sheet, know: absent is not zero. */
function* absences(
  { head, what, present }: WardSheet,
  everywhere: ReadonlySet<string>,
  names: Names,
): Generator<Finding> {
  const months = [...present.keys()].sort()
  for (const area of everywhere) {
    const absent = months.filter((month) => !present.get(month)?.has(area))
    if (absent.length === 0) continue
    yield tick(
      'area-missing',
      `${names.areaOf(area)?.name ?? area} has no ${what} in ${runsInWords(months, absent)} (${absent.length} of ${months.length} months), though other boroughs have: that is missing, not zero.`,
      placeOf(head),
      { found: `no rows of ${area}`, expected: 'rows of every borough in every month' },
    )
  }
}

const runsInWords = (months: readonly string[], absent: readonly string[]): string => {
  const runs: string[][] = []
  for (const month of absent) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (
      run !== undefined &&
      last !== undefined &&
      months.indexOf(month) === months.indexOf(last) + 1
    )
      run.push(month)
    else runs.push([month])
  }
  return inWords(
    runs.map((run) => {
      const [first = '', last = first] = [run[0], run.at(-1)]
      return first === last ? formatDate(first) : `${formatDate(first)} to ${formatDate(last)}`
    }),
  )
}
