import type { Point } from '@muster/shared/domain/series/observation'
import { lastDay } from '@muster/shared/domain/series/period'
import { VERIFIED } from '@muster/shared/domain/verdicts/evidence'
import { expectedOn, pathOf } from '@muster/shared/domain/verdicts/target'
import { judge, Verdict } from '@muster/shared/domain/verdicts/verdict'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  cases,
  day,
  MONTHS,
  month,
  points,
  readings,
  withPoints,
} from '../../../support/promise-arbitraries.ts'
import { point } from '../../../support/promise-cases.ts'

const ORDER = ['broken', 'behind', 'on-course', 'kept']
const isFinal = (verdict: Verdict) => verdict.status === 'kept' || verdict.status === 'broken'

const holds = <T extends unknown[]>(
  property: fc.IProperty<T> | fc.IPropertyWithHooks<T>,
  numRuns = 500,
) => fc.assert(property, { numRuns })

test('more staff never worsens an at-least verdict', () => {
  const more = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: MONTHS, maxLength: MONTHS })
  holds(
    fc.property(cases(), more, (given, extra) => {
      const atLeast = { ...given, reading: { ...given.reading, direction: 'at_least' as const } }
      const before = ORDER.indexOf(judge(atLeast).status)
      const raised = withPoints(atLeast, (all) =>
        all.map((it, index) =>
          it.value === null ? it : { ...it, value: it.value + (extra[index] ?? 0) },
        ),
      )
      const after = ORDER.indexOf(judge(raised).status)
      expect(before === -1 || after === -1 || after >= before).toBe(true)
    }),
  )
})

test('the order in which points and wards come does not matter, so never both kept and broken', () => {
  const shuffled = cases().chain((given) =>
    fc.tuple(
      fc.constant(given),
      fc.shuffledSubarray([...(given.evidence?.points ?? [])], {
        minLength: given.evidence?.points.length ?? 0,
      }),
    ),
  )
  holds(
    fc.property(shuffled, ([given, order]) => {
      const wards = given.evidence.wards.toReversed()
      expect(judge({ ...given, evidence: { ...given.evidence, points: order, wards } })).toEqual(
        judge(given),
      )
    }),
  )
})

test('taking a release away and giving it back restores the verdict exactly', () => {
  holds(
    fc.property(cases(), fc.array(fc.boolean()), (given, taken) => {
      const before = judge(given)
      const kept = given.evidence.points.filter((_, index) => taken[index] !== true)
      const gone = given.evidence.points.filter((_, index) => taken[index] === true)
      judge(withPoints(given, () => kept))
      expect(judge(withPoints(given, () => [...kept, ...gone]))).toEqual(before)
    }),
  )
})

test('a verdict on a day never depends on what is dated after it', () => {
  holds(
    fc.property(cases(), points(), (given, others) => {
      const upTo = (all: readonly Point[]) => all.filter(({ date }) => lastDay(date) <= given.day)
      const later = others.filter(({ date }) => lastDay(date) > given.day)
      const verdict = judge(given)
      expect(judge(withPoints(given, upTo))).toEqual(verdict)
      expect(judge(withPoints(given, (all) => [...upTo(all), ...later]))).toEqual(verdict)
    }),
  )
})

test('an unverified point never changes the status', () => {
  holds(
    fc.property(cases(points()), points(), (given, others) => {
      const status = judge(given).status
      const more = others.map((it) => ({ ...it, trust: 'unverified' as const }))
      expect(judge(withPoints(given, (all) => [...all, ...more])).status).toBe(status)
      const verified = (all: readonly Point[]) => all.filter((it) => VERIFIED.includes(it.trust))
      expect(judge(withPoints(given, verified)).status).toBe(status)
    }),
  )
})

test('kept and broken are final: no later day changes them', () => {
  holds(
    fc.property(cases(), day, (given, later) => {
      const verdict = judge(given)
      fc.pre(isFinal(verdict) && later > given.day)
      expect(judge({ ...given, day: later }).status).toBe(verdict.status)
    }),
    300,
  )
})

test('a breach by figures always shows a value on the wrong side of the target', () => {
  holds(
    fc.property(cases(), (given) => {
      const atLeast = { ...given, reading: { ...given.reading, direction: 'at_least' as const } }
      const verdict = judge(atLeast)
      if (verdict.rule === 'missed-at-due' || verdict.rule === 'met-late')
        expect(verdict.gap).toBeLessThan(0)
      if (verdict.status === 'kept' || verdict.rule === 'already-met')
        expect(verdict.gap).toBeGreaterThanOrEqual(0)
      if (verdict.status === 'behind')
        expect(verdict.gap ?? 0).toBeLessThan(-(verdict.tolerance ?? 0))
    }),
  )
})

test('at most mirrors at least when every number changes its sign', () => {
  holds(
    fc.property(cases(), (given) => {
      const { baseline, target, steps } = given.reading
      const mirrored = withPoints(
        {
          ...given,
          reading: {
            ...given.reading,
            direction: 'at_most',
            baseline: baseline === null ? null : -baseline,
            target: target === null ? null : -target,
            steps: steps.map(({ date, value }) => ({ date, value: -value })),
          },
        },
        (all) => all.map((it) => ({ ...it, value: it.value === null ? null : -it.value })),
      )
      const atLeast = { ...given, reading: { ...given.reading, direction: 'at_least' as const } }
      expect(judge(mirrored).rule).toBe(judge(atLeast).rule)
    }),
  )
})

test('every verdict is well formed: a reason exactly when nothing can be checked', () => {
  holds(
    fc.property(cases(), (given) => {
      const verdict = judge(given)
      expect(Verdict.parse(verdict)).toEqual(verdict)
      expect(verdict.reason !== null).toBe(verdict.status === 'cannot-be-checked')
      expect(verdict.gap === null).toBe(verdict.tolerance === null)
      for (const used of [verdict.now, verdict.latest])
        if (used !== null) expect(VERIFIED).toContain(used.trust)
    }),
  )
})

test('every value of a path is what was expected on its date, in date order', () => {
  holds(
    fc.property(readings, month, (given, from) => {
      const wards = [point('2021', 19), point('2022-05-05', 21)]
      const path = pathOf(given, wards, from)
      for (const { date, value } of path) expect(expectedOn(given, date, wards)).toBe(value)
      const days = path.map(({ date }) => lastDay(date))
      expect(days).toEqual([...new Set(days)].toSorted())
    }),
  )
})
