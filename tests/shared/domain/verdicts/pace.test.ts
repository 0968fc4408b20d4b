import { Pace, paceOf } from '@muster/shared/domain/verdicts/pace'
import { describe, expect, test } from 'vitest'
import { evidence, monthly, point, reading } from '../../../support/promise-cases.ts'

const QUARTER = 365.25 / 4
const RISING = monthly('2023-03', [100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112])
const TO_200 = reading({ target: 200, due: '2025-03-31' })

describe('needed', () => {
  const needed = (changes: object, day = '2024-03-31') =>
    paceOf({ ...TO_200, ...changes }, evidence(RISING), day).needed

  test('is the change a quarter from the newest value to the target on the due date', () => {
    expect(needed({})).toBeCloseTo(88 / (365 / QUARTER), 9)
    expect(needed({ target: 113, due: '2024-04-01' })).toBeCloseTo(QUARTER, 9)
  })

  test('is downwards for at most, and nothing where the target is met', () => {
    expect(needed({ direction: 'at_most', target: 12 })).toBeCloseTo(-100 / (365 / QUARTER), 9)
    expect(needed({ target: 112 })).toBe(0)
    expect(needed({ target: 100 })).toBe(0)
    expect(needed({ direction: 'at_most', target: 112 })).toBe(0)
    expect(needed({ direction: 'exactly', target: 12 })).toBeLessThan(0)
  })

  test('counts from the date of the newest value, not from the day', () => {
    expect(needed({}, '2024-05-15')).toBe(needed({}))
  })

  test('is null once due, without a date, a target or fresh figures, and for throughout', () => {
    expect(needed({ due: '2024-03-31' })).toBeNull()
    expect(needed({ due: '2024-03' })).toBeNull()
    expect(needed({ due: null })).toBeNull()
    expect(needed({ target: null })).toBeNull()
    expect(needed({ mode: 'throughout' })).toBeNull()
    expect(needed({}, '2024-06-30')).not.toBeNull()
    expect(needed({}, '2024-07-01')).toBeNull()
    expect(paceOf(TO_200, evidence([]), '2024-03-31').needed).toBeNull()
  })

  test('is null across a change of definition', () => {
    const changed = [...RISING.slice(0, -1), point('2024-03', 50, { flags: ['b'] })]
    const since = { ...TO_200, start: '2023-03' }
    expect(paceOf(since, evidence(changed), '2024-03-31')).toMatchObject({
      needed: null,
      ifLastFourQuartersContinue: null,
    })
  })

  test('uses the wards in force on the date of the newest value', () => {
    const wards = [point('2020', 50), point('2024-03-15', 60)]
    const pace = paceOf(
      { ...TO_200, targetKind: 'per_ward', target: 2 },
      evidence(RISING, { wards }),
      '2024-03-31',
    )
    expect(pace.needed).toBeCloseTo(8 / (365 / QUARTER), 9)
  })
})

describe('best', () => {
  const best = (
    values: readonly (number | null)[],
    direction: 'at_least' | 'at_most' = 'at_least',
  ) => paceOf({ ...TO_200, direction }, evidence(monthly('2023-01', values)), '2024-12-31').best

  test('is the largest rise over three months, with its dates', () => {
    expect(best([10, 11, 12, 15, 21, 14, 14])).toEqual({
      change: 10,
      from: '2023-02',
      to: '2023-05',
    })
  })

  test('is the largest fall for at most', () => {
    expect(best([10, 11, 12, 15, 21, 4, 30], 'at_most')).toEqual({
      change: -8,
      from: '2023-03',
      to: '2023-06',
    })
  })

  test('may be a fall when it never rose, and the first of equals', () => {
    expect(best([10, 9, 8, 7, 6])).toEqual({ change: -3, from: '2023-01', to: '2023-04' })
  })

  test('never reaches across a gap, a break, or a doubtful value', () => {
    expect(best([10, null, 12, 15, 16])).toBeNull()
    expect(best([10, 11, 12])).toBeNull()
    for (const changes of [
      { flags: ['b' as const] },
      { flags: ['p' as const] },
      { flags: ['partial' as const] },
      { trust: 'unverified' as const },
    ]) {
      const points = monthly('2023-01', [10, 11, 12, 13]).map((it, index) =>
        index === 2 ? { ...it, ...changes } : it,
      )
      expect(paceOf(TO_200, evidence(points), '2024-12-31').best).toBeNull()
    }
  })

  test('is the change from one quarter to the next where that is the rhythm', () => {
    const points = ['2023-03', '2023-06', '2023-12'].map((date, index) => point(date, index * 5))
    const at = (cadenceMonths: number) =>
      paceOf(TO_200, evidence(points, { cadenceMonths }), '2024-12-31').best
    expect(at(3)).toEqual({ change: 5, from: '2023-03', to: '2023-06' })
    expect(at(1)).toBeNull()
    expect(at(0)).toBeNull()
  })

  test('does not know values dated after the day, nor care in which order they came', () => {
    const points = monthly('2023-01', [1, 2, 3, 4, 99]).toReversed()
    expect(paceOf(TO_200, evidence(points), '2023-04-30').best?.change).toBe(3)
    expect(paceOf(TO_200, evidence(points), '2023-05-31').best?.change).toBe(97)
  })
})

describe('if the last four quarters continue', () => {
  const continued = (points = RISING, due: string | null = '2025-03-31', day = '2024-03-31') =>
    paceOf({ ...TO_200, due }, evidence(points), day).ifLastFourQuartersContinue

  test('is the last quarter end plus the mean quarterly change until the due date', () => {
    const result = continued()
    expect(result).toMatchObject({ change: 3, from: '2023-03', to: '2024-03', due: '2025-03-31' })
    expect(result?.value).toBeCloseTo(112 + (3 * 365) / QUARTER, 9)
  })

  test('takes the newest quarter end, not the newest month', () => {
    const longer = monthly('2023-03', [...RISING.map(({ value }) => value), 500])
    expect(continued(longer, '2025-03-31', '2024-04-30')).toEqual(continued())
  })

  test('looks back no further than four quarters', () => {
    const longer = [...monthly('2022-12', [0, 0, 0]), ...RISING]
    expect(continued(longer)).toEqual(continued())
  })

  test('needs five quarter ends in a row, a due date ahead and fresh figures', () => {
    expect(continued(RISING.slice(1))).toBeNull()
    expect(continued(RISING.filter(({ date }) => date !== '2023-08'))).toBeNull()
    expect(continued(RISING, null)).toBeNull()
    expect(continued(RISING, '2024-03-31')).toBeNull()
    expect(continued(RISING, '2025-03-31', '2024-07-01')).toBeNull()
    expect(continued([])).toBeNull()
  })

  test('is not made of yearly figures', () => {
    const yearly = [2019, 2020, 2021, 2022, 2023].map((year) => point(`${year}-03-31`, year))
    const pace = paceOf(TO_200, evidence(yearly, { cadenceMonths: 12 }), '2023-04-30')
    const two = evidence(yearly.slice(0, 2), { cadenceMonths: 12 })
    expect(paceOf(TO_200, two, '2020-04-30').ifLastFourQuartersContinue).toBeNull()
    expect(pace).toMatchObject({ best: null, ifLastFourQuartersContinue: null })
    expect(pace.needed).not.toBeNull()
  })

  test('is well formed', () => {
    const pace = paceOf(TO_200, evidence(RISING), '2024-03-31')
    expect(Pace.parse(pace)).toEqual(pace)
  })
})
