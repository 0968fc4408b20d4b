import {
  formatAsAt,
  formatChange,
  formatDate,
  formatFlow,
  formatNumber,
  formatOneForEvery,
  formatOrdinal,
  formatPercent,
  formatPercentChange,
  formatPeriod,
  formatQuarter,
  formatRank,
  formatRate,
  formatShare,
} from '@muster/shared/words/format'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

describe('numbers', () => {
  test.each([
    [1234, 0, '1,234'],
    [1234567.89, 1, '1,234,567.9'],
    [-1100, 0, '−1,100'],
    [0.5, 0, '1'],
    [-0.4, 0, '0'],
    [1.005, 2, '1.01'],
    [999.95, 1, '1,000.0'],
    [1e-7, 2, '0.00'],
  ])('%d with %d decimals reads %s', (value, decimals, words) => {
    expect(formatNumber(value, decimals)).toBe(words)
  })

  test('no number is shown with a hyphen for a minus, or as minus nought', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (value) => {
        const words = formatNumber(value, 1)
        expect(words).not.toContain('-')
        expect(words).not.toMatch(/^−0\.0$/)
        const read = Number(words.replaceAll(',', '').replace('−', '-'))
        expect(Math.abs(read - value)).toBeLessThanOrEqual(0.0501)
      }),
    )
  })

  test('a difference always has its sign', () => {
    expect([formatChange(4), formatChange(-436), formatChange(0)]).toEqual(['+4', '−436', '0'])
  })

  test('there is no per cent of a base under 20', () => {
    expect(formatPercentChange(19, 38)).toBeNull()
    expect(formatPercentChange(20, 25)).toBe('+25.0%')
    expect(formatShare(3, 19)).toBeNull()
    expect(formatShare(5, 20)).toBe('25.0%')
  })

  test('per cent has one decimal and a rate two', () => {
    expect([formatPercent(21.64), formatRate(2.186)]).toEqual(['21.6%', '2.19'])
  })

  test('a rate per thousand is also one for every so many', () => {
    expect(formatOneForEvery(2.008, 'officer', 'residents')).toBe(
      'one officer for every 498 residents',
    )
    expect(formatOneForEvery(0, 'officer', 'residents')).toBeNull()
  })

  test('a place comes with its range', () => {
    expect([1, 2, 3, 11, 22].map(formatOrdinal)).toEqual(['1st', '2nd', '3rd', '11th', '22nd'])
    expect([formatRank(5, 5, 12), formatRank(4, 6, 12)]).toEqual(['5th of 12', '4th to 6th of 12'])
  })
})

describe('dates', () => {
  test('are never more precise than they were published', () => {
    expect(['2025-03-31', '2025-03', '2018', 'undated'].map(formatDate)).toEqual([
      '31 March 2025',
      'March 2025',
      '2018',
      'undated',
    ])
  })

  test('of a stock are points in time, of a flow periods', () => {
    expect(formatAsAt('2025-03-31')).toBe('as at 31 March 2025')
    expect(formatFlow('2026-09', 3)).toBe('July to September 2026')
    expect(formatQuarter('2026-Q3')).toBe('July to September 2026')
    expect(formatFlow('2026-01', 3)).toBe('November 2025 to January 2026')
  })

  test('a period does not repeat a year, nor drop one that differs', () => {
    expect(formatPeriod('2011', '2019')).toBe('2011 to 2019')
    expect(formatPeriod('2025-01-01', '2025-03-31')).toBe('1 January to 31 March 2025')
    expect(formatPeriod('2024-12-01', '2025-03')).toBe('1 December 2024 to March 2025')
    expect(formatPeriod('2025-03', '2025-03')).toBe('March 2025')
  })
})
