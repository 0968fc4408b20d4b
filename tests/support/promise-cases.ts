/** Readings, points and cases for the tests of verdicts: a plain one, and what a test changes. */

import type { Point } from '@muster/shared/domain/series/observation'
import { addMonths, lastDay } from '@muster/shared/domain/series/period'
import type { Evidence } from '@muster/shared/domain/verdicts/evidence'
import type { Reading } from '@muster/shared/domain/verdicts/promise'
import { type Case, judge, type Verdict } from '@muster/shared/domain/verdicts/verdict'

export const reading = (changes: Partial<Reading> = {}): Reading => ({
  id: 'a',
  part: '',
  label: 'As worded',
  metric: 'officers',
  basis: 'fte',
  area: 'E23000001',
  source: 'police-force-strength',
  direction: 'at_least',
  targetKind: 'level',
  target: 1000,
  baseline: null,
  baselineDate: null,
  baselineNote: null,
  start: null,
  due: '2024-12-31',
  dueNote: null,
  mode: 'by_due',
  seriesNote: null,
  weighs: null,
  untested: null,
  steps: [],
  ...changes,
})

export const point = (date: string, value: number | null, changes: Partial<Point> = {}): Point => ({
  date,
  value,
  missing: value === null ? 'x' : null,
  trust: 'primary',
  flags: [],
  source: 'police-force-strength',
  observation: `officers.${date}.r1`,
  ...changes,
})

/** One value a month from `from` on, as month dates; null is a value that was not published. */
export const monthly = (from: string, values: readonly (number | null)[]): Point[] =>
  values.map((value, index) => point(addMonths(from, index), value))

/** The same, dated on the last day of each month. */
export const monthEnds = (from: string, values: readonly (number | null)[]): Point[] =>
  values.map((value, index) => point(lastDay(addMonths(from, index)), value))

export const evidence = (points: readonly Point[], changes: Partial<Evidence> = {}): Evidence => ({
  points,
  wards: [],
  cadenceMonths: 1,
  lagDays: 30,
  ...changes,
})

/** The wards of Haringey: 19 until May 2022, 21 since. */
export const HARINGEY_WARDS: readonly Point[] = [
  point('2016', 19, { source: 'ward-boundaries', observation: 'wards.2016' }),
  point('2022-05-05', 21, { source: 'ward-boundaries', observation: 'wards.2022-05-05' }),
]

/** A promise that stands, and what a test changes; an end is by the maker's own document. */
export const lifecycle = (changes: Partial<Case['lifecycle']> = {}): Case['lifecycle'] => ({
  lifecycle: 'made',
  endedOn: null,
  endedDocument: 'own',
  replacedBy: null,
  termEnd: null,
  ...changes,
})

export const caseOf = (changes: Partial<Case> = {}): Case => ({
  reading: reading(),
  missing: [],
  kind: 'undertaking',
  published: '2023-01-31',
  lifecycle: lifecycle(),
  evidence: evidence([]),
  day: '2024-06-30',
  ...changes,
})

export const judged = (
  day: string,
  points: readonly Point[],
  changes: Partial<Reading> = {},
  rest: Partial<Case> = {},
): Verdict => judge(caseOf({ reading: reading(changes), evidence: evidence(points), day, ...rest }))
