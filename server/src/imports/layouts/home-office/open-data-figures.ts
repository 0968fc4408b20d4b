/** What the sums of the open data table come to, and which of them a force lacks. */
import type { Basis } from '@muster/shared/domain/series/observation'
import { type Finding, inWords, note, tick } from '../../import-finding.ts'
import type { Names } from '../../names/names.ts'
import { type Head, type Item, placeOf, sheetOf } from '../layout.ts'
import { evidenceOf, figureOf, type Sums } from '../sums.ts'

export function* figures(head: Head, sums: Sums): Generator<Item> {
  const withFte = new Set<string>()
  for (const key of sums.keys()) {
    const [metric = '', basis] = key.split('\t')
    const sum = sums.get(key)
    if (basis === 'fte' && sum !== undefined && sum.missing < sum.rows.length) withFte.add(metric)
  }
  const onlyHeads = new Set<string>()
  for (const key of sums.keys()) {
    const [metric = '', basis = '', area = '', date = ''] = key.split('\t')
    const sum = sums.get(key)
    if (sum === undefined) continue
    if (basis === 'fte' && !withFte.has(metric)) {
      onlyHeads.add(metric)
      continue
    }
    const { value, missing } = figureOf(sum)
    const { where, raw } = evidenceOf([sum])
    if (missing !== null)
      yield tick(
        'incomplete-sum',
        `${sum.missing} of the ${sum.rows.length} rows that make up ${metric} (${basis}) of ${area} at ${date} have no value, so the sum is missing.`,
        placeOf(head, sum.rows[0] ?? 1),
      )
    yield {
      metric,
      basis: basis as Basis,
      area,
      date,
      value,
      missing,
      trust: null,
      flags: [],
      where: `${head.sheet.name}: ${where}`,
      raw,
      note: null,
    }
  }
  if (onlyHeads.size > 0)
    yield note(
      'only-headcount',
      `The file counts ${inWords([...onlyHeads].sort())} as headcount only (N/A under FTE): no FTE was made of them, not even 0.`,
      sheetOf(head),
    )
}

/** In a year that has a worker type, every force has it: one that has not is not zero. */
export function* absences(head: Head, sums: Sums, names: Names): Generator<Finding> {
  const years = new Map<string, Set<string>>()
  const forces = new Set<string>()
  for (const key of sums.keys()) {
    const [metric, basis, area = '', date] = key.split('\t')
    if (basis !== 'headcount') continue
    forces.add(area)
    const group = `${metric}\t${date}`
    years.set(group, (years.get(group) ?? new Set()).add(area))
  }
  const absent = new Map<string, string[]>()
  for (const [group, present] of years)
    for (const force of forces)
      if (!present.has(force)) {
        const [metric = '', date = ''] = group.split('\t')
        const key = `${force}\t${metric}`
        absent.set(key, [...(absent.get(key) ?? []), date.slice(0, 4)])
      }
  for (const [key, dates] of absent) {
    const [force = '', metric] = key.split('\t')
    yield tick(
      'area-missing',
      `${names.areaOf(force)?.name ?? force} has no rows of ${metric} in ${inWords(dates)}, though other forces have: that is missing, not zero.`,
      sheetOf(head),
    )
  }
  const never = names.areasOf('force').filter(({ code }) => !forces.has(code))
  if (forces.size > 0 && never.length > 0)
    yield tick(
      'area-missing',
      `The file has no rows at all of ${inWords(never.map(({ name }) => name))}.`,
      sheetOf(head),
    )
}
