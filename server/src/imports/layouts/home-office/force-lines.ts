/** Which row of a table of forces is a force, a region, a total, or none of them. */

import type { Cell, Row } from '../../../files/cells/sheet.ts'
import { type Names, nameKey } from '../../names/names.ts'
import { cellAt, textOf } from '../reading/layout.ts'
import { readCount } from '../reading/numbers.ts'

export type Line = {
  row: Row
  /** `clash`: the code before the name is another force's. */
  kind: 'force' | 'region' | 'forces' | 'other' | 'clash' | 'unknown'
  code: string
  label: Cell
}

/** The column with the most names of forces: codes and regions may stand before it. */
export const findLabelColumn = (rows: readonly Row[], names: Names): number => {
  const counts = [0, 0, 0, 0, 0]
  for (const row of rows)
    for (const cell of row.cells)
      if (cell.column < counts.length && typeof cell.value === 'string' && isForce(cell, names))
        counts[cell.column] = (counts[cell.column] ?? 0) + 1
  const most = Math.max(...counts)
  return most === 0 ? 0 : counts.lastIndexOf(most)
}

const isForce = (cell: Cell, names: Names): boolean =>
  !/^[EW]\d{8}$/.test(textOf(cell)) && 'code' in names.area(textOf(cell), { type: 'force' })

const REGIONS = new Set(
  [
    'north east',
    'north west',
    'yorkshire and the humber',
    'yorkshire and humber',
    'east midlands',
    'west midlands',
    'eastern',
    'east of england',
    'east',
    'london',
    'south east',
    'south west',
    'wales',
    'england',
  ].flatMap((name) => [name, `${name} region`]),
)
const FORCES =
  /^(total|all) (all )?(43 )?(territorial )?(police )?forces|^(total )?england and wales( total)?( 43)?( territorial)?( police)?( forces)?$/
const OTHER_BODIES =
  /^total\b|^central service|^secondments?|^ncpp|^notes?$|^source|^england and wales\b|^national (crime|police)\b|^ministry of defence|^civil nuclear|^regional organised crime|^action fraud/

export const classify = (rows: readonly Row[], labelColumn: number, names: Names): Line[] => {
  const lines: Line[] = []
  for (const row of rows) {
    const label = cellAt(row, labelColumn)
    if (label === undefined || !row.cells.some((cell) => cell.column > labelColumn)) continue
    const key = nameKey(textOf(label)).replace(/(?<=[a-z]) ?\d{1,2}$/, '')
    const force = names.area(textOf(label), { type: 'force' })
    const coded = codeBefore(row, labelColumn, names)
    const code = 'code' in force ? force.code : (coded?.force ?? '')
    const common = { row, label, code }
    if (coded !== undefined && coded.force === undefined && REGIONS.has(key))
      lines.push({ ...common, kind: 'region' })
    else if (coded?.force !== undefined && coded.force !== code)
      lines.push({ ...common, kind: 'clash' })
    else if (code !== '') lines.push({ ...common, kind: 'force' })
    else if (REGIONS.has(key)) lines.push({ ...common, kind: 'region' })
    else if (FORCES.test(key)) lines.push({ ...common, kind: 'forces' })
    else if (OTHER_BODIES.test(key)) lines.push({ ...common, kind: 'other' })
    else if (lines.length > 0) lines.push({ ...common, kind: 'unknown' })
  }
  const first = lines.findIndex(({ kind }) => kind === 'force' || kind === 'region')
  return tellRegionsApart(first < 0 ? [] : lines.slice(first))
}

/** Since 2020 a code stands before the name; `force` is undefined where it is no force's. */
const codeBefore = (
  row: Row,
  labelColumn: number,
  names: Names,
): { force: string | undefined } | undefined => {
  const text = row.cells
    .filter(({ column }) => column < labelColumn)
    .map(textOf)
    .find((each) => /^[EW]\d{8}$/.test(each))
  if (text === undefined) return undefined
  return { force: names.areaOf(text)?.type === 'force' ? text : undefined }
}

/**
 * `West Midlands` is a region and a force in one column. Where a name appears twice, the region is the
 * one whose values are the sum of the forces below it; where neither is, the one that stands first.
 */
const tellRegionsApart = (lines: Line[]): Line[] =>
  lines.map((line, index) => {
    if (line.kind !== 'force') return line
    const twins = lines.filter((each) => each.kind === 'force' && each.code === line.code)
    if (twins.length < 2) return line
    const sums = twins.map((twin) => isSumOfNext(lines, lines.indexOf(twin)))
    const region = sums.includes(true) ? twins[sums.indexOf(true)] : twins[0]
    return lines[index] === region ? { ...line, kind: 'region' as const } : line
  })

const isSumOfNext = (lines: readonly Line[], at: number): boolean => {
  const line = lines[at]
  if (line === undefined) return false
  const own = numbersOf(line.row)
  const sum = own.map(() => 0)
  let parts = 0
  for (const next of lines.slice(at + 1)) {
    if (next.kind !== 'force') break
    parts += 1
    const values = numbersOf(next.row)
    for (const index of sum.keys()) sum[index] = (sum[index] ?? 0) + (values[index] ?? 0)
  }
  const [firstOwn = 0] = own
  const [firstSum = 0] = sum
  return parts > 0 && own.length > 0 && Math.abs(firstOwn - firstSum) <= 0.1 + parts * 0.5
}

const numbersOf = (row: Row): number[] =>
  row.cells.flatMap((cell) => {
    const value = typeof cell.value === 'number' ? cell.value : readCount(cell)
    return typeof value === 'number' ? [value] : []
  })
