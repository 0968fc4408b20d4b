import { Verdict } from '@muster/shared/domain/verdicts/verdict'
import { combine } from '@muster/shared/domain/verdicts/verdict-parts'
import { describe, expect, test } from 'vitest'
import { judged, point } from '../../../support/promise-cases.ts'

/** A straight line from 900 on 31 December 2023 to 1,000 on 31 December 2024: 366 days. */
const LINE = { baseline: 900, baselineDate: '2023-12-31' }

describe('combine', () => {
  const kept = judged('2024-06-30', [point('2024-03', 1000)], { due: '2024-03' })
  const keptLater = judged('2024-06-30', [point('2024-05', 1000)], { due: '2024-05' })
  const broken = judged('2024-06-30', [point('2024-03', 9)], { due: '2024-03' })
  const brokenLater = judged('2024-06-30', [point('2024-05', 9)], { due: '2024-05' })
  const behind = judged('2024-06-30', [point('2024-06', 1)], LINE)
  const onCourse = judged('2024-06-30', [point('2024-06', 1000)], LINE)
  const unknown = judged('2024-06-30', [], LINE)

  test('is the worst: broken, cannot be checked, behind, on course, kept', () => {
    const inOrder = [broken, unknown, behind, onCourse, kept]
    for (const [index, worst] of inOrder.entries()) {
      expect(combine(inOrder.slice(index))).toEqual(worst)
      expect(combine(inOrder.slice(index).toReversed())).toEqual(worst)
    }
  })

  test('is broken from the first broken part and kept from the last kept', () => {
    expect(combine([brokenLater, kept, broken]).since).toBe('2024-03')
    expect(combine([broken, brokenLater]).since).toBe('2024-03')
    expect(combine([brokenLater, broken, brokenLater]).since).toBe('2024-03')
    expect(combine([kept, keptLater, kept]).since).toBe('2024-05')
    expect(combine([{ ...broken, since: '2024' }, brokenLater]).since).toBe('2024-05')
    expect(combine([keptLater, kept]).since).toBe('2024-05')
    expect(combine([kept, keptLater]).since).toBe('2024-05')
  })

  test('takes the first of equals', () => {
    const other = { ...behind, gap: -5 }
    expect(combine([other, behind]).gap).toBe(-5)
    expect(combine([behind, other]).gap).toBe(behind.gap)
    expect(combine([kept, { ...kept, gap: 7 }]).gap).toBe(kept.gap)
  })

  test('of no parts says that nothing was promised', () => {
    const nothing = combine([])
    expect(nothing).toMatchObject({ status: 'cannot-be-checked', reason: 'unclear-wording' })
    expect(Verdict.parse(nothing)).toEqual(nothing)
  })

  test('of parts that cannot be checked is the one that never could before one that no longer can', () => {
    const late = judged('2030-01-31', [point('2024-05', 9)], { due: '2030-06' })
    expect(late.since).toBe('2024-05')
    expect(unknown.since).toBeNull()
    expect(combine([late, unknown]).since).toBeNull()
    expect(combine([unknown, late]).since).toBeNull()
  })

  test('says what the whole would be if the unverified figures of a part were right', () => {
    const at = (value: number) =>
      judged('2024-06-30', [point('2024-03', value, { trust: 'unverified' })], { due: '2024-03' })
    expect(combine([kept, at(1000)]).unverified).toMatchObject({
      status: 'kept',
      now: { value: 1000 },
    })
    expect(combine([at(1000), at(9)]).unverified).toMatchObject({
      status: 'broken',
      now: { value: 9 },
    })
    expect(combine([behind, at(1000)])).toMatchObject({
      status: 'cannot-be-checked',
      unverified: { status: 'behind', now: { value: 1000 } },
    })
    expect(combine([kept, broken]).unverified).toBeNull()
  })
})
