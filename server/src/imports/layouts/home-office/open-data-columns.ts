/** The columns of the Home Office's open data tables, and what tells the sister tables apart. */

import type { Cell } from '../../../files/cells/sheet.ts'
import { nameKey } from '../../names/names.ts'
import { findTable, headingKey, type Table } from '../reading/headings.ts'
import type { Head } from '../reading/layout.ts'

export type Column =
  | 'date'
  | 'code'
  | 'force'
  | 'region'
  | 'sex'
  | 'rank'
  | 'worker'
  | 'headcount'
  | 'fte'

export const findOpenData = (heads: readonly Head[]): Table<Column> | undefined =>
  findTable(heads, SPELLINGS, ['date', 'force', 'worker', 'headcount', 'fte'])

/**
 * The tables beside it (functions, ethnicity, joiners, leavers, age, absence …) have the same first
 * columns and one more that divides the people: their sums are not the strength of a force.
 */
export const findSister = (
  heads: readonly Head[],
): { table: Table<Column>; divides: Cell } | undefined => {
  const table =
    findTable(heads, SPELLINGS, ['force', 'fte']) ??
    findTable(heads, SPELLINGS, ['force', 'headcount'])
  const dividing = (table?.others ?? []).filter((cell) => DIVIDES.test(headingKey(cell)))
  const divides = dividing.find((cell) => /function/.test(headingKey(cell))) ?? dividing[0]
  return table === undefined || divides === undefined ? undefined : { table, divides }
}

const SPELLINGS = {
  date: (key: string) =>
    /^(position )?(as )?at( \d{1,2} \w+)?( each year)?$/.test(key) ||
    ['year', 'date', 'as at date', 'snapshot date', 'snapshot year'].includes(key),
  code: ['geo code', 'geocode', 'force code', 'gss code', 'ons code', 'area code'],
  force: ['force name', 'force', 'police force', 'police force area', 'police force name'],
  region: ['region', 'region name'],
  sex: ['sex', 'gender'],
  rank: ['rank description', 'rank', 'rank name'],
  worker: ['worker type', 'employee type', 'workforce type', 'type of worker'],
  headcount: ['total headcount', 'headcount', 'headcount total'],
  fte: ['total fte', 'fte', 'total full time equivalent', 'full time equivalent', 'fte total'],
}

const DIVIDES =
  /\b(functions?|ethnic|ethnicity|age|ages|age (band|group)|length of service|joiners?|leavers?|joining|leaving|promotions?|promoted|disab\w*|religion|sexual|absences?|absent|reasons?|frontline|transfers?|recruits?)\b/

/** The spelling of the six kinds of workers drifts between years, and within one file. */
export const metricOfWorker = (worker: string): string | undefined => {
  const key = nameKey(worker).replace(/(?<=\p{L}) ?\d{1,2}$/u, '')
  return WORKERS.find(({ pattern }) => pattern.test(key))?.metric
}

export const KNOWN_WORKERS = [
  'Police officer',
  'Police staff',
  'Police community support officer',
  'Designated officer',
  'Special constable',
  'Police support volunteer',
]

const WORKERS = [
  { pattern: /^police officers?$/, metric: 'officers' },
  { pattern: /^police staff$/, metric: 'staff' },
  { pattern: /^(police )?community support officers?( pcsos?)?$|^pcsos?$/, metric: 'pcso' },
  { pattern: /^(police )?designated officers?$/, metric: 'designated_officers' },
  { pattern: /^special constab(les?|ulary)$/, metric: 'specials' },
  { pattern: /^police support volunteers?( psvs?)?$/, metric: 'volunteers' },
] as const
