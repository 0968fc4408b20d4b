import { addWorkingDays, isWorkingDay } from '@muster/shared/domain/verdicts/working-days'
import { describe, expect, test } from 'vitest'

const NONE: ReadonlySet<string> = new Set()

describe('working days', () => {
  test('the day itself does not count, and weekends are left out', () => {
    expect(addWorkingDays('2026-01-02', 1, NONE)).toBe('2026-01-05')
    expect(addWorkingDays('2026-01-02', 5, NONE)).toBe('2026-01-09')
    expect(addWorkingDays('2026-01-03', 1, NONE)).toBe('2026-01-05')
  })

  test('twenty of them without a holiday are four weeks', () => {
    expect(addWorkingDays('2026-10-05', 20, NONE)).toBe('2026-11-02')
  })

  test('a holiday moves the end on, one on a weekend does not', () => {
    expect(addWorkingDays('2026-10-05', 20, new Set(['2026-10-14']))).toBe('2026-11-03')
    expect(addWorkingDays('2026-10-05', 20, new Set(['2026-10-17']))).toBe('2026-11-02')
  })

  test('none at all leaves the day, whatever it is', () => {
    expect(addWorkingDays('2026-01-03', 0, NONE)).toBe('2026-01-03')
    expect(isWorkingDay('2026-01-03', NONE)).toBe(false)
    expect(isWorkingDay('1969-12-29', NONE)).toBe(true)
  })
})
