/** What the sums of the open data table come to, and which of them a force lacks. */
import type { Basis } from '@muster/shared/domain/series/observation'
import { TupleMap } from '../../../platform/tuple-map.ts'
import { type Finding, inWords, note, tick } from '../../import-finding.ts'
import type { Names } from '../../names/names.ts'
import { absentAreas } from '../reading/absent-areas.ts'
import { type Head, type Item, observed, placeOf } from '../reading/layout.ts'
import { evidenceOf, figureOf, type Sums } from '../reading/sums.ts'

export type FigureKey = readonly [metric: string, basis: Basis, area: string, date: string]

export function* figures(head: Head, sums: Sums<FigureKey>): Generator<Item> {
  const withFte = new Set(
    [...sums].flatMap(([[metric, basis], { missing, rows }]) =>
      basis === 'fte' && missing < rows.length ? [metric] : [],
    ),
  )
  const onlyHeads = new Set<string>()
  for (const [[metric, basis, area, date], sum] of sums) {
    if (basis === 'fte' && !withFte.has(metric)) {
      onlyHeads.add(metric)
      continue
    }
    const { value, missing } = figureOf(sum)
    if (missing !== null)
      yield tick(
        'incomplete-sum',
        `${sum.missing} of the ${sum.rows.length} rows that make up ${metric} (${basis}) of ${area} at ${date} have no value, so the sum is missing.`,
        placeOf(head, sum.rows[0] ?? 1),
      )
    const { where, raw } = evidenceOf(sum)
    yield observed({
      ...{ metric, basis, area, date, value, missing, raw },
      where: `${head.sheet.name}: ${where}`,
    })
  }
  if (onlyHeads.size > 0)
    yield note(
      'only-headcount',
      `The file counts ${inWords([...onlyHeads].sort())} as headcount only (N/A under FTE): no FTE was made of them, not even 0.`,
      placeOf(head),
    )
}

/** In a year that has a worker type, every force has it: one that has not is not zero. */
export function* absences(head: Head, sums: Sums<FigureKey>, names: Names): Generator<Finding> {
  const years = new TupleMap<readonly [metric: string, date: string], Set<string>>()
  const forces = new Set<string>()
  for (const [[metric, basis, area, date]] of sums) {
    if (basis !== 'headcount') continue
    forces.add(area)
    years.getOrAdd([metric, date], () => new Set()).add(area)
  }
  const absent = new TupleMap<readonly [force: string, metric: string], string[]>()
  for (const [[metric, date], present] of years)
    for (const force of forces)
      if (!present.has(force)) absent.getOrAdd([force, metric], () => []).push(date.slice(0, 4))
  for (const [[force, metric], dates] of absent)
    yield tick(
      'area-missing',
      `${names.areaOf(force)?.name ?? force} has no rows of ${metric} in ${inWords(dates)}, though other forces have: that is missing, not zero.`,
      placeOf(head),
    )
  if (forces.size > 0)
    yield* absentAreas(
      names.areasOf('force'),
      forces,
      placeOf(head),
      (absentNames) => `The file has no rows at all of ${absentNames}.`,
    )
}
