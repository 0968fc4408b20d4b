/** Checks a table of forces against the totals that are printed in it. */
import type { Basis } from '@muster/shared/domain/series/observation'
import { type Finding, quoted, tick } from '../../import-finding.ts'
import { type Head, placeOf, textOf, toCents } from '../reading/layout.ts'
import type { Line } from './force-lines.ts'

export type FigureColumn = { column: number; date: string; metric: string; basis: Basis }

/** Regions against the forces below them, and `Total 43 forces` against all but the BTP. */
export function* checkSums(
  head: Head,
  lines: readonly Line[],
  { column, date }: FigureColumn,
  values: ReadonlyMap<Line, number>,
): Generator<Finding> {
  let all = 0
  let isRounded = true
  let parts = 0
  let region: { line: Line; sum: number; parts: number } | undefined
  const slack = (count: number) => (isRounded ? count * 0.5 + 0.5 : 0.1)
  const compare = function* (line: Line, sum: number, count: number): Generator<Finding> {
    const printed = values.get(line)
    if (printed === undefined || Math.abs(printed - sum) <= slack(count)) return
    yield tick(
      'parts-do-not-sum',
      `The forces of ${quoted(textOf(line.label))} come to ${toCents(sum)} at ${date}, but the table prints ${toCents(printed)}.`,
      placeOf(head, line.row.row, column),
      { found: String(toCents(sum)), expected: String(toCents(printed)) },
    )
  }
  for (const value of values.values()) isRounded &&= Number.isInteger(value)
  for (const line of lines) {
    if (line.kind === 'force') {
      const value = values.get(line) ?? 0
      all += value
      parts += 1
      if (region !== undefined) {
        region.sum += value
        region.parts += 1
      }
      continue
    }
    if (region !== undefined) yield* compare(region.line, region.sum, region.parts)
    region = line.kind === 'region' ? { line, sum: 0, parts: 0 } : undefined
    if (line.kind !== 'forces') continue
    yield* compare(line, all, parts)
    return
  }
}
