/** Any promise and any series, within 30 months: for the properties that hold for all of them. */

import { FLAGS, type Point, TRUSTS } from '@muster/shared/domain/series/observation'
import { addMonths, lastDay } from '@muster/shared/domain/series/period'
import type { Evidence } from '@muster/shared/domain/verdicts/evidence'
import type { Reading } from '@muster/shared/domain/verdicts/promise'
import type { Case } from '@muster/shared/domain/verdicts/verdict'
import fc from 'fast-check'
import { caseOf, lifecycle as lifecycleOf, point, reading } from './promise-cases.ts'

export const MONTHS = 30
export const month = fc.integer({ min: 0, max: MONTHS }).map((index) => addMonths('2022-01', index))
export const day = month.map(lastDay)

export const points = (flags: readonly Point['flags'][number][] = FLAGS): fc.Arbitrary<Point[]> =>
  fc
    .uniqueArray(
      fc.record({
        date: fc.oneof(month, day),
        value: fc.option(fc.integer({ min: 0, max: 120 }), { freq: 8 }),
        trust: fc.constantFrom('primary' as const, ...TRUSTS),
        flags: fc.oneof(
          { weight: 6, arbitrary: fc.constant<Point['flags']>([]) },
          fc.subarray([...flags], { maxLength: 1 }),
        ),
      }),
      { selector: ({ date }) => lastDay(date), maxLength: MONTHS },
    )
    .map((rows) => rows.map(({ date, value, ...rest }) => point(date, value, rest)))

export const readings: fc.Arbitrary<Reading> = fc
  .record({
    mode: fc.constantFrom('by_due' as const, 'throughout' as const),
    direction: fc.constantFrom('at_least' as const, 'at_most' as const, 'exactly' as const),
    targetKind: fc.constantFrom('level' as const, 'increase' as const, 'per_ward' as const),
    size: fc.integer({ min: 0, max: 100 }),
    baseline: fc.option(fc.integer({ min: 0, max: 80 })),
    baselineDate: fc.option(month),
    start: fc.option(month),
    due: fc.option(fc.oneof(month, day)),
    steps: fc
      .uniqueArray(month, { maxLength: 2 })
      .map((dates) => dates.toSorted().map((date, index) => ({ date, value: 60 + 10 * index }))),
  })
  .map(({ size, ...rest }) => {
    const target = { level: size, increase: size - 50, per_ward: Math.round(size / 20) }
    return reading({ ...rest, target: target[rest.targetKind] })
  })

export const cases = (evidencePoints = points()): fc.Arbitrary<Case & { evidence: Evidence }> =>
  fc
    .record({
      reading: readings,
      points: evidencePoints,
      wards: fc.subarray([point('2021', 19), point('2022-05-05', 21)]),
      cadenceMonths: fc.constantFrom(0, 1, 1, 3, 12),
      lagDays: fc.integer({ min: 0, max: 60 }),
      lifecycle: fc.constantFrom('made' as const, 'changed' as const, 'withdrawn' as const),
      endedOn: fc.option(month),
      endedDocument: fc.constantFrom('own' as const, 'press' as const, null),
      termEnd: fc.option(month),
      day,
      published: month,
    })
    .map(
      ({
        points,
        wards,
        cadenceMonths,
        lagDays,
        lifecycle,
        endedOn,
        endedDocument,
        termEnd,
        ...rest
      }) =>
        Object.assign(
          caseOf({
            ...rest,
            lifecycle: lifecycleOf({ lifecycle, endedOn, termEnd, endedDocument }),
          }),
          {
            evidence: { points, wards, cadenceMonths, lagDays },
          },
        ),
    )

/** The same case with its points changed. */
export const withPoints = (
  given: Case,
  change: (all: readonly Point[]) => readonly Point[],
): Case =>
  given.evidence === null
    ? given
    : { ...given, evidence: { ...given.evidence, points: change(given.evidence.points) } }
