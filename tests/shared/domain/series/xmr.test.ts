/**
 * The worked examples are those of the NHS-R Community's own implementation of the method
 * (NHSRplotthedots, MIT licence): the series drawn by R's `set.seed(123); rnorm(20)` with the limits
 * it prints, and the series on which it shows each rule.
 */
import { type XmrRule, xmrOf } from '@muster/shared/domain/series/xmr'
import { describe, expect, test } from 'vitest'

const R_SERIES = [
  -0.56047565, -0.23017749, 1.55870831, 0.07050839, 0.12928774, 1.71506499, 0.46091621, -1.26506123,
  -0.68685285, -0.4456619, 1.2240818, 0.35981383, 0.40077145, 0.11068272, -0.55584113, 1.78691314,
  0.49785048, -1.96661716, 0.7013559, -0.47279141,
]

const dated = (values: readonly number[]) =>
  values.map((value, index) => ({
    date: `${2019 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
    value,
  }))

const breaking = (values: readonly number[], rule: XmrRule): number[] =>
  xmrOf(dated(values)).points.map((point) => Number(point.rules.includes(rule)))

describe('the limits', () => {
  test('are those that the NHS-R implementation prints for its own example', () => {
    const { limits } = xmrOf(dated(R_SERIES))
    expect(limits?.mean).toBeCloseTo(0.142, 3)
    expect(limits?.lower).toBeCloseTo(-3.01, 2)
    expect(limits?.upper).toBeCloseTo(3.29, 2)
    expect(limits?.trial).toBe(false)
  })

  test('leave out a moving range that is 3.267 times their mean or more', () => {
    // 19 steps of 1 and two of 20: their mean is 59/21, and 20 is more than 3.267 times that.
    const values = Array.from({ length: 22 }, (_, index) => index % 2)
    values[10] = 20
    const { limits } = xmrOf(dated(values))
    expect((limits?.upper ?? 0) - (limits?.mean ?? 0)).toBeCloseTo(2.66, 10)
  })

  test('are on trial under 13 values, and there are none under 6', () => {
    expect(xmrOf(dated(R_SERIES.slice(0, 12))).limits?.trial).toBe(true)
    expect(xmrOf(dated(R_SERIES.slice(0, 13))).limits?.trial).toBe(false)
    expect(xmrOf(dated(R_SERIES.slice(0, 6))).limits).not.toBeNull()
    expect(xmrOf(dated(R_SERIES.slice(0, 5))).limits).toBeNull()
    expect(xmrOf(dated([0, 0, 0, 0, 90])).points.every(({ rules }) => rules.length === 0)).toBe(
      true,
    )
  })
})

describe('a signal', () => {
  test('is a value outside the limits', () => {
    const values = [...R_SERIES, 9]
    expect(breaking(values, 'outside').at(-1)).toBe(1)
    expect(breaking(R_SERIES, 'outside')).not.toContain(1)
  })

  test('is seven values on one side of the mean, not six', () => {
    const zigzag = (count: number) => Array.from({ length: count }, (_, at) => (at % 2 ? -5 : 5))
    const above = (count: number) => Array.from({ length: count }, (_, at) => 4 + (at % 2))
    const marked = (count: number) =>
      breaking([...zigzag(20), -9, ...above(count), -9, ...zigzag(20)], 'shift').filter(Boolean)
    expect(marked(6)).toHaveLength(0)
    expect(marked(7)).toHaveLength(7)
    expect(marked(8)).toHaveLength(8)
  })

  // The examples of `ptd_seven_point_trend`.
  test.each([
    [[1, 2, 3, 4, 5, 6], 0],
    [[1, 2, 3, 3, 4, 5, 6], 0],
    [[1, 2, 3, 4, 5, 6, 7], 7],
    [[2, 1, 2, 3, 4, 5, 6, 7, 3], 7],
    [[7, 6, 5, 4, 3, 2, 1], 7],
    [[2, 7, 6, 5, 4, 3, 2, 1, 3], 7],
  ])('of a trend in %j marks %i values', (values, count) => {
    expect(breaking(values, 'trend').filter(Boolean)).toHaveLength(count)
  })

  test('is two of three near one limit, and not when they are near different ones', () => {
    // The example of `ptd_spc`: alternating 1 and −1 with 5.5 and −5.5 at its end is no signal.
    const calm = Array.from({ length: 16 }, (_, index) => (index % 2 === 0 ? 1 : -1))
    const opposite = [...calm.slice(0, 14), 5.5, -5.5]
    expect(
      xmrOf(dated(opposite))
        .points.slice(-2)
        .map(({ rules }) => rules),
    ).toEqual([[], []])
    const same = [...calm, ...calm, 4.3, 0.9, 4.4, -1, 1, -1]
    expect(breaking(same, 'near').slice(-6)).toEqual([1, 0, 1, 0, 0, 0])
  })
})
