/** What a table of forces has beside the figures that are taken: other columns, names, absent forces. */

import type { Cell } from '../../../files/cells/sheet.ts'
import { type Finding, inWords, nearestTo, note, quoted, stop } from '../../import-finding.ts'
import type { Names } from '../../names/names.ts'
import { absentAreas } from '../reading/absent-areas.ts'
import { cellAt, type Head, placeOf, textOf } from '../reading/layout.ts'
import { readCount } from '../reading/numbers.ts'
import type { Line } from './force-lines.ts'
import type { FigureColumn } from './force-sums.ts'

export function* leftOutColumns(head: Head, others: readonly Cell[]): Generator<Finding> {
  if (others.length > 0)
    yield note(
      'left-out',
      `Columns that count none of the kinds of workers alone were left out: ${inWords(others.map((cell) => quoted(textOf(cell))))}.`,
      placeOf(head, others[0]?.row ?? null, others[0]?.column ?? null),
    )
}

/** A row with figures whose name nobody knows; notes below the table have none. */
export function* unknownForces(
  head: Head,
  lines: readonly Line[],
  columns: readonly FigureColumn[],
  names: Names,
): Generator<Finding> {
  for (const { kind, row, label, code } of lines) {
    const hasFigure = columns.some(({ column }) => {
      const cell = cellAt(row, column)
      return cell !== undefined && typeof readCount(cell) === 'number'
    })
    if (!hasFigure) continue
    if (kind === 'clash')
      yield stop(
        'codes-disagree',
        `The code before ${quoted(textOf(label))} is that of another force.`,
        placeOf(head, row.row, label.column),
        { found: textOf(label), expected: `a row of ${code}` },
      )
    if (kind !== 'unknown') continue
    const found = names.area(textOf(label), { type: 'force' })
    yield stop(
      'unknown-area',
      `${quoted(textOf(label))} is neither a police force nor a region that is known.`,
      placeOf(head, row.row, label.column),
      {
        found: textOf(label),
        expected: 'a police force',
        suggestion: nearestTo(found),
      },
    )
  }
}

export const absentForces = (head: Head, lines: readonly Line[], names: Names): Finding[] =>
  absentAreas(
    names.areasOf('force'),
    new Set(lines.filter(({ kind }) => kind === 'force').map(({ code }) => code)),
    placeOf(head),
    (absent) => `The table has no row for ${absent}: that is missing, not zero.`,
  )
