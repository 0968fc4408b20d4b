/** Minutes of ward officers' duty, and of their abstraction by type, by borough and month. */
import { inWords, note, quoted, stop, stopAt } from '../../import-finding.ts'
import { type Names, nameKey } from '../../names/names.ts'
import type { Table } from '../reading/headings.ts'
import { cellAt, type Head, type Item, observed, placeOf, textAt } from '../reading/layout.ts'
import { readCount } from '../reading/numbers.ts'
import { evidenceOf, Sums, totalOf } from '../reading/sums.ts'
import { makeLookups, type WardSheet, type WardSums } from './ward-lookups.ts'

export type MinutesColumn = 'month' | 'borough' | 'isAway' | 'type' | 'minutes'

export const MINUTES_COLUMNS = {
  month: ['month of abstraction', 'month', 'abstraction month'],
  borough: ['borough', 'borough name'],
  isAway: ['abstracted from duty', 'abstracted'],
  type: ['abstracted type', 'abstraction type', 'type of abstraction'],
  minutes: ['abstraction minutes', 'abstracted minutes', 'minutes', 'total minutes'],
}

const TYPES = ['aid', 'cad', 'court', 'custody', 'local_aid', 'staffing_up', 'training']

export const readMinutes = (table: Table<MinutesColumn>, names: Names): WardSheet => {
  const { head, columns } = table
  const lookups = makeLookups(head, names)
  const sums: WardSums = new Sums()
  const types = new Set<string>()
  const otherTypes = new Map<string, number>()
  const { month: monthColumn = 0, borough: boroughColumn = 0 } = columns
  const { isAway: awayColumn = 0, minutes: minutesColumn = 0, type: typeColumn = 0 } = columns

  for (const row of head.sheet.rows) {
    if (row.row <= table.row) continue
    const cell = cellAt(row, minutesColumn)
    if (cell === undefined && row.cells.length < 3) continue
    const month = lookups.monthOf(row, monthColumn, false)
    const borough = lookups.boroughOf(row, boroughColumn)
    if (month === undefined || borough === undefined) continue
    const away = textAt(row, awayColumn).toLowerCase()
    if (!/^(yes|no|y|n|true|false)$/.test(away)) {
      lookups.faults.add(`away ${away}`, () =>
        stop(
          'unknown-category',
          `${quoted(away)} does not say whether the officers were taken from their duty.`,
          placeOf(head, row.row, awayColumn),
          { found: away, expected: 'Yes or No' },
        ),
      )
      continue
    }
    const minutes = cell === undefined ? undefined : readCount(cell)
    if (typeof minutes !== 'number') {
      lookups.faults.add(`minutes ${row.row}`, () =>
        minutes === undefined
          ? stop('empty-value', 'The minutes are empty.', placeOf(head, row.row, minutesColumn))
          : stopAt(placeOf(head, row.row, minutesColumn), minutes),
      )
      continue
    }
    lookups.isPresent(month, borough)
    const add = (metric: string) => sums.add([metric, borough, month], row.row, minutes)
    add('recorded_minutes')
    if (/^[nf]/.test(away)) {
      add('not_abstracted_minutes')
      continue
    }
    add('abstracted_minutes')
    const type = nameKey(textAt(row, typeColumn)).replaceAll(' ', '_')
    if (TYPES.includes(type)) {
      types.add(type)
      add(`abstracted_minutes_${type}`)
    } else otherTypes.set(type, (otherTypes.get(type) ?? 0) + minutes)
  }
  return {
    head,
    what: 'minutes',
    present: lookups.present,
    items: [
      ...lookups.faults.findings(),
      ...otherTypesNote(head, otherTypes),
      ...figures(sums, lookups.present, types),
    ],
  }
}

function* otherTypesNote(head: Head, others: ReadonlyMap<string, number>): Generator<Item> {
  if (others.size === 0) return
  const listed = [...others].map(
    ([type, minutes]) => `${quoted(type.replaceAll('_', ' '))} (${minutes} minutes)`,
  )
  yield note(
    'left-out',
    `Types of abstraction without a metric of their own count in the abstracted minutes only: ${inWords(listed)}.`,
    placeOf(head),
  )
}

/**
 * Where a borough has rows in a month, a type without a row is zero minutes: the rows are the whole
 * record. A type that the file never mentions is not zero, it may have another name in this edition.
 */
function* figures(
  sums: WardSums,
  present: ReadonlyMap<string, ReadonlySet<string>>,
  types: ReadonlySet<string>,
): Generator<Item> {
  const metrics = [
    'recorded_minutes',
    'abstracted_minutes',
    'not_abstracted_minutes',
    ...[...types].sort().map((type) => `abstracted_minutes_${type}`),
  ]
  for (const [month, boroughs] of present)
    for (const area of boroughs)
      for (const metric of metrics) {
        const sum = sums.get([metric, area, month])
        const { where, raw } = evidenceOf(sum)
        yield observed({
          metric,
          basis: 'not_stated',
          area,
          date: month,
          value: totalOf(sum),
          where: `Abstraction minutes: ${where}`,
          raw,
        })
      }
}
