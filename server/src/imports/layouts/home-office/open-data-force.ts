/** Which force a row of the open data table means: its name and its code must agree. */

import type { Row } from '../../../files/sheet.ts'
import { didYouMean, type Finding, quoted, stop } from '../../import-finding.ts'
import type { Names } from '../../names/names.ts'
import type { Table } from '../headings.ts'
import { type Head, placeOf, textAt } from '../layout.ts'
import type { Column } from './open-data-columns.ts'

export const findForce = (
  head: Head,
  row: Row,
  columns: Table<Column>['columns'],
  names: Names,
): string | Finding => {
  const name = textAt(row, columns.force ?? 0)
  const code = textAt(row, columns.code ?? 0)
  const byName = names.area(name, { type: 'force' })
  const byCode = /^[EW]\d{8}$/.test(code) ? names.area(code, { type: 'force' }) : { nearest: [] }
  if ('code' in byName && 'code' in byCode && byName.code !== byCode.code)
    return stop(
      'codes-disagree',
      `The code ${code} and the name ${quoted(name)} mean two different forces.`,
      placeOf(head, row.row, columns.code ?? null),
      { found: `${code}, ${name}`, expected: `${byName.code} for ${name}` },
    )
  if ('code' in byName) return byName.code
  if ('code' in byCode) return byCode.code
  return stop(
    'unknown-area',
    `${quoted(name)} is not a force of the register.`,
    placeOf(head, row.row, columns.force ?? null),
    { found: name, expected: 'a police force', suggestion: didYouMean(byName.nearest) },
  )
}
