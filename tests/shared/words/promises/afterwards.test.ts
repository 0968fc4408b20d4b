import type { Point } from '@muster/shared/domain/series/observation'
import type { Reading } from '@muster/shared/domain/verdicts/promise'
import { afterwardsWords } from '@muster/shared/words/promises/afterwards'
import { describe, expect, test } from 'vitest'
import {
  evidence,
  HARINGEY_WARDS,
  judged,
  lifecycle,
  monthEnds,
  monthly,
} from '../../../support/promise-cases.ts'

const HOLD = { mode: 'throughout', start: '2024-01-01', due: null } as const
const held = (values: readonly number[]) =>
  judged('2024-12-31', monthEnds('2024-01', values), { ...HOLD, target: 10 })

describe('what happened since it was judged', () => {
  test('counts the misses among the verified months, with the last and what came after it', () => {
    expect(afterwardsWords(held([9, 10, 9, 10, 11]), 'months')).toBe(
      'missed in 2 of 5 verified months, last in March 2024; met since',
    )
    expect(afterwardsWords(held([9, 10, 9]), 'months')).toBe(
      'missed in 2 of 3 verified months, last in March 2024, the newest of them',
    )
    expect(afterwardsWords(held([9, 10, 11]), 'counts')).toBe(
      'missed in 1 of 3 verified counts, last at 31 January 2024; met since',
    )
    expect(afterwardsWords(held([9, 9]), 'months')).toBe('missed in all 2 verified months')
    expect(afterwardsWords(held([9]), 'months')).toBe('missed at the one verified count')
  })

  test('says what the first wards alone would have come to, where wards were added', () => {
    const verdict = judged(
      '2022-12-31',
      monthEnds('2022-03', [37, 38, 41, 41, 42]),
      { mode: 'throughout', start: '2022-03-01', due: null, targetKind: 'per_ward', target: 2 },
      { evidence: evidence(monthEnds('2022-03', [37, 38, 41, 41, 42]), { wards: HARINGEY_WARDS }) },
    )
    expect(verdict.missed).toMatchObject({
      count: 3,
      of: 5,
      first: { label: 'First value that misses it' },
      last: { date: '2022-06-30', value: 41, label: 'Last value that misses it' },
      metSince: true,
      onFirstWards: { wards: 19, count: 1 },
    })
    expect(afterwardsWords(verdict, 'months')).toBe(
      'missed in 3 of 5 verified months (1 with the 19 wards of the start), last in June 2022; met since',
    )
  })

  test('says nothing of first wards where none was added, or nothing is promised by ward', () => {
    const two = { ...HOLD, start: '2022-03-01', targetKind: 'per_ward', target: 2 } as const
    const onWards = (
      months: readonly number[],
      changes: Partial<Reading> = {},
      wards: readonly Point[] = HARINGEY_WARDS,
    ) => {
      const points = monthEnds('2022-03', months)
      const reading = { ...two, ...changes }
      return judged('2022-12-31', points, reading, { evidence: evidence(points, { wards }) }).missed
    }
    expect(onWards([37, 37])).toMatchObject({ onFirstWards: null })
    expect(onWards([37, 37, 37])).toMatchObject({ onFirstWards: { wards: 19, count: 3 } })
    expect(onWards([1, 1, 1], { targetKind: 'level' })).toMatchObject({ onFirstWards: null })
    const later = HARINGEY_WARDS.slice(1)
    expect(onWards([37, 37, 37], {}, later)).toMatchObject({ of: 1, onFirstWards: null })
  })

  test('counts what was reached on the last day of the term as in it', () => {
    const points = monthly('2024-03', [990, 1000])
    const late = judged(
      '2024-12-31',
      points,
      { target: 1000, due: '2024-03' },
      { lifecycle: lifecycle({ termEnd: '2024-04' }) },
    )
    expect(late).toMatchObject({ rule: 'met-late', reached: { label: 'Next value that meets it' } })
    expect(late.newest?.label).toBe('Newest value')
  })

  test('of a due date says when it was next reached, in the term or after it, or that it was not', () => {
    const due = { target: 1000, due: '2024-03' }
    const points = monthly('2024-03', [990, 990, 1000])
    const late = judged('2024-12-31', points, due)
    expect(afterwardsWords(late, 'months')).toBe('next reached in May 2024, 2 months later')
    const after = judged('2024-12-31', points, due, {
      lifecycle: lifecycle({ termEnd: '2024-04' }),
    })
    expect(afterwardsWords(after, 'months')).toBe(
      'next reached in May 2024, 2 months later, after the term',
    )
    const never = judged('2024-12-31', monthly('2024-03', [990, 990]), due)
    expect(afterwardsWords(never, 'months')).toBe('not reached since')
    const only = judged('2024-12-31', monthly('2024-03', [990]), due)
    expect(afterwardsWords(only, 'months')).toBeNull()
    expect(afterwardsWords({ ...late, status: 'depends' }, 'months')).toBeNull()
    const kept = judged('2024-12-31', monthly('2024-03', [1000, 1]), due)
    expect(afterwardsWords(kept, 'months')).toBeNull()
  })
})
