import { roundDomain, roundTicks } from '@muster/shared/charts/model/round-ticks'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const domains = fc
  .tuple(
    fc.integer({ min: -1_000_000, max: 1_000_000 }),
    fc.integer({ min: 1, max: 1_000_000 }),
    fc.constantFrom(1, 10, 1_000),
  )
  .map(([low, span, over]): [number, number] => [low / over, (low + span) / over])
const counts = fc.integer({ min: 2, max: 12 })

describe('ticks', () => {
  // Worked out by hand: the step is 1, 2 or 5 times a power of ten nearest to a fifth of the span.
  test.each([
    [0, 10, 5, [0, 2, 4, 6, 8, 10]],
    [0, 1, 5, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [0, 0.3, 3, [0, 0.1, 0.2, 0.3]],
    [400, 1294, 5, [400, 600, 800, 1000, 1200]],
    [-50, 50, 4, [-40, -20, 0, 20, 40]],
    [30_000, 34_000, 4, [30_000, 31_000, 32_000, 33_000, 34_000]],
  ])('of %d to %d, about %d of them, are round', (low, high, count, ticks) => {
    expect(roundTicks(low, high, count)).toEqual(ticks)
  })

  test('lie within the domain, rise evenly, and are near the number asked for', () => {
    fc.assert(
      fc.property(domains, counts, ([low, high], count) => {
        const ticks = roundTicks(low, high, count)
        expect(ticks.length).toBeGreaterThan(0)
        expect(ticks.length).toBeLessThanOrEqual(2 * count + 1)
        expect(Math.min(...ticks)).toBeGreaterThanOrEqual(low)
        expect(Math.max(...ticks)).toBeLessThanOrEqual(high)
        const steps = ticks.slice(1).map((tick, index) => tick - (ticks[index] ?? 0))
        for (const step of steps) expect(step / (steps[0] ?? 1)).toBeCloseTo(1, 4)
      }),
    )
  })

  test('step by 1, 2 or 5 times a power of ten', () => {
    fc.assert(
      fc.property(domains, counts, ([low, high], count) => {
        const [first, second] = roundTicks(low, high, count)
        if (first === undefined || second === undefined) return
        const step = second - first
        const digit = step / 10 ** Math.floor(Math.log10(step) + 1e-6)
        expect([1, 2, 5].some((one) => Math.abs(digit - one) < 1e-3)).toBe(true)
      }),
    )
  })
})

describe('a widened domain', () => {
  test('holds the old one and ends on ticks', () => {
    fc.assert(
      fc.property(domains, counts, ([low, high], count) => {
        const [start, end] = roundDomain(low, high, count)
        expect(start).toBeLessThanOrEqual(low)
        expect(end).toBeGreaterThanOrEqual(high)
        const ticks = roundTicks(start, end, count)
        expect(ticks[0]).toBeCloseTo(start, 6)
        expect(ticks.at(-1)).toBeCloseTo(end, 6)
      }),
    )
  })

  test('of one value stays as it is', () => {
    expect(roundDomain(5, 5, 5)).toEqual([5, 5])
    expect(roundTicks(5, 5, 5)).toEqual([5])
  })
})
