/** FTE of ward officers and ward PCSOs by team, added up by borough and month. */

import type { Row } from '../../../files/cells/sheet.ts'
import {
  type Finding,
  inWords,
  nearestTo,
  type Place,
  quoted,
  stop,
  stopAt,
  tick,
} from '../../import-finding.ts'
import { type Names, nameKey } from '../../names/names.ts'
import { decimalCommas } from '../reading/decimal-commas.ts'
import type { Table } from '../reading/headings.ts'
import { cellAt, type Item, observed, placeOf, textAt } from '../reading/layout.ts'
import { readCount } from '../reading/numbers.ts'
import { evidenceOf, figureOf, Sums } from '../reading/sums.ts'
import { makeLookups, type WardSheet, type WardSums } from './ward-lookups.ts'

export type StrengthColumn = 'month' | 'borough' | 'team' | 'role' | 'fte'

export const STRENGTH_COLUMNS = {
  month: ['month', 'month of strength', 'strength month', 'date', 'month end', 'as at', 'period'],
  borough: ['borough', 'borough name'],
  team: ['team', 'team name', 'ward', 'ward name', 'ward team', 'ward code'],
  role: [
    'role',
    'rank',
    'post',
    'officer type',
    'role type',
    'type',
    'role description',
    'position',
  ],
  fte: ['fte', 'strength', 'strength fte', 'fte strength', 'total fte', 'sum of fte'],
}

/** The publisher heads the boroughs `Department`, as its staff system does; `Borough` goes before it. */
export const STRENGTH_COLUMNS_BY_DEPARTMENT = {
  ...STRENGTH_COLUMNS,
  borough: ['department', 'department name'],
}

/** Roles that are no ward officers, and are not added to them. */
const OTHER_ROLES = /sergeant|inspector|\bps\b|\binsp\b|superintendent/

const ROLES: readonly { pattern: RegExp; metric: string }[] = [
  { pattern: /\bpcsos?\b|community support/, metric: 'neighbourhood_pcso' },
  {
    pattern: /\bdwos?\b|dedicated ward|ward officer|constable|^pcs?$|^police officers?$/,
    metric: 'dedicated_ward_officers',
  },
]

export const readStrengths = (table: Table<StrengthColumn>, names: Names): WardSheet => {
  const { head, columns } = table
  const lookups = makeLookups(head, names)
  const sums: WardSums = new Sums()
  const roles = new Map<string, string | null>()
  const { month: monthColumn = 0, borough: boroughColumn = 0, fte: fteColumn = 0 } = columns
  const commas = decimalCommas(table, fteColumn)

  const metricOf = (row: Row): string | null => {
    // Without roles the sheet's FTE is of officers and PCSOs together.
    if (columns.role === undefined) return 'ward_officers_and_pcso'
    const role = textAt(row, columns.role)
    const metric = roles.get(role) ?? metricOfRole(role, names)
    roles.set(role, metric)
    if (metric === null) {
      const place = placeOf(head, row.row, columns.role)
      lookups.faults.add(`role ${role}`, () => unknownRole(place, role, names))
    }
    return metric
  }

  for (const row of head.sheet.rows) {
    if (row.row <= table.row) continue
    const cell = cellAt(row, fteColumn)
    if (cell === undefined && row.cells.length < 3) continue
    const month = lookups.monthOf(row, monthColumn, true)
    const borough = lookups.boroughOf(row, boroughColumn)
    const metric = metricOf(row)
    if (month === undefined || borough === undefined || metric === null) continue
    const fte = cell === undefined ? undefined : readCount(commas.mended(cell))
    if (typeof fte !== 'number') {
      lookups.faults.add(`fte ${row.row}`, () =>
        fte === undefined
          ? stop('empty-value', 'The FTE is empty.', placeOf(head, row.row, fteColumn))
          : stopAt(placeOf(head, row.row, fteColumn), fte),
      )
      continue
    }
    lookups.isPresent(month, borough)
    // Rows that look alike can be two people of one team: nothing is taken for a duplicate.
    sums.add([metric, borough, month], row.row, fte)
  }
  return {
    head,
    what: 'strength rows',
    present: lookups.present,
    items: [...commas.findings, ...lookups.faults.findings(), ...figures(sums)],
  }
}

/**
 * An analyst may have said once what another role means. Not every metric will do: a role `PCSO` of
 * this workbook is a ward PCSO, not all PCSOs of the force.
 */
const metricOfRole = (role: string, names: Names): string | null => {
  const key = nameKey(role)
  const known = ROLES.find(({ pattern }) => pattern.test(key))?.metric
  if (known !== undefined && !OTHER_ROLES.test(key)) return known
  const chosen = names.metric(role)
  return 'id' in chosen && WARD_METRICS.includes(chosen.id) ? chosen.id : null
}

const WARD_METRICS = ['dedicated_ward_officers', 'neighbourhood_pcso', 'ward_officers_and_pcso']

const unknownRole = (place: Place, role: string, names: Names): Finding => {
  if (OTHER_ROLES.test(nameKey(role)))
    return tick(
      'left-out',
      `${quoted(role)} is neither ward officers nor PCSOs, and was left out.`,
      place,
      {
        found: role,
      },
    )
  return stop('unknown-category', `It is not known what the role ${quoted(role)} counts.`, place, {
    found: role,
    expected: `a dedicated ward officer or a PCSO; known are ${inWords(['DWO', 'Constable', 'PCSO'])}`,
    suggestion: nearestTo(names.metric(role)),
  })
}

function* figures(sums: WardSums): Generator<Item> {
  for (const [[metric, area, date], sum] of sums) {
    const { where, raw } = evidenceOf(sum)
    yield observed({
      ...{ metric, basis: 'fte', area, date, ...figureOf(sum), raw },
      where: `Strengths, FTE by team: ${where}`,
    })
  }
}
