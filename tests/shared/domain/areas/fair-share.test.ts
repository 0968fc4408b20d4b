import {
  DRIVERS,
  formatMix,
  type GapInput,
  type Mix,
  parseMix,
  printedSplit,
  splitGap,
} from '@muster/shared/domain/areas/fair-share'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const BY_CRIMES: Mix = [{ driver: 'crimes', percent: 100 }]

/** 12 areas with 12,000 officers; ours has 900, 10 % of the residents and 9 % of the crime. */
const given = (change: Partial<GapInput> = {}): GapInput => ({
  figure: { ours: 900, whole: 12_000 },
  mix: [{ driver: 'residents', percent: 100 }],
  allocated: BY_CRIMES,
  drivers: {
    residents: { ours: 600_000, whole: 6_000_000 },
    crimes: { ours: 81_000, whole: 900_000 },
  },
  posts: null,
  time: null,
  ...change,
})

const partValue = (input: GapInput, id: string) =>
  splitGap(input)?.parts.find((part) => part.id === id)?.value

describe('a fair share', () => {
  test('by residents is the residents’ part of the whole', () => {
    expect(splitGap(given())).toMatchObject({ actual: 900, fair: 1_200, gap: -300 })
  })

  test('by crimes is the crimes’ part of the whole', () => {
    expect(splitGap(given({ mix: BY_CRIMES }))).toMatchObject({ fair: 1_080, gap: -180 })
  })

  test('by a mix lies between the two, as far as the mix says', () => {
    const mix = parseMix('residents:25,crimes:75') as Mix
    expect(splitGap(given({ mix }))?.fair).toBeCloseTo(0.25 * 1_200 + 0.75 * 1_080, 5)
  })

  test('is not given where a driver of the mix is unknown', () => {
    const drivers = { residents: null, crimes: { ours: 1, whole: 10 } }
    expect(splitGap(given({ drivers }))).toBeNull()
    expect(splitGap(given({ drivers, mix: BY_CRIMES }))).not.toBeNull()
  })
})

describe('the gap', () => {
  test('by residents has one part for what the police’s own mix would change', () => {
    // From 10 % of 12,000 to 9 % of it: 120 fewer. Of the 300 that ours lacks, 180 are left.
    expect(partValue(given(), 'mix')).toBeCloseTo(-120, 5)
    expect(splitGap(given())?.unexplained).toBeCloseTo(-180, 5)
  })

  test('by the police’s own mix has nothing that another mix would change', () => {
    const split = splitGap(given({ mix: BY_CRIMES }))
    expect(split?.parts).toEqual([{ id: 'mix', value: 0 }])
    expect(split?.unexplained).toBe(split?.gap)
  })

  test('leaves the same unexplained by whatever mix', () => {
    const mix = parseMix('residents:25,crimes:75') as Mix
    expect(splitGap(given({ mix }))?.unexplained).toBeCloseTo(-180, 5)
  })

  test('has a part of vacancies only where posts are published', () => {
    expect(partValue(given(), 'vacancy')).toBeUndefined()
    // 1,000 of 12,500 posts, filled as the whole is (96 %), would be 960 officers.
    const posts = { ours: 1_000, whole: 12_500 }
    expect(partValue(given({ posts }), 'vacancy')).toBeCloseTo(-60, 5)
  })

  test('of time left has a part of abstraction', () => {
    const time = { ours: 1_200, whole: 15_000 }
    expect(partValue(given({ time }), 'abstraction')).toBeCloseTo(900 - 1_200 * 0.8, 5)
  })

  test('is always exactly the sum of its parts and the unexplained one', () => {
    // Hundredths up to fifty million: people, posts, minutes.
    const amount = fc.integer({ min: 0, max: 5e9 }).map((hundredths) => hundredths / 100)
    const amounts = fc
      .record({ ours: amount, rest: amount })
      .map(({ ours, rest }) => ({ ours, whole: ours + rest }))
    const mix = fc
      .integer({ min: 0, max: 100 })
      .map((percent) => parseMix(`residents:${percent},crimes:${100 - percent}`) as Mix)
    fc.assert(
      fc.property(
        fc.record({
          figure: amounts,
          mix,
          allocated: mix,
          drivers: fc.record({ residents: amounts, crimes: fc.option(amounts) }),
          posts: fc.option(amounts),
          time: fc.option(amounts),
        }),
        (input) => {
          const split = splitGap(input)
          if (split === null) return
          const sum = split.parts.reduce((total, part) => total + part.value, 0)
          expect(sum + split.unexplained).toBe(split.gap)
          expect(Math.abs(split.actual - split.fair - split.gap)).toBeLessThan(1e-6)
          const printed = printedSplit(split, 1)
          const tenths = (value: number) => Math.round(value * 10)
          expect(
            printed.parts.reduce((total, part) => total + tenths(part.value), 0) +
              tenths(printed.unexplained),
          ).toBe(tenths(printed.gap))
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('a mix', () => {
  test.each([
    ['residents', 'residents'],
    ['crimes:100', 'crimes'],
    ['crimes:40,residents:60', 'residents:60,crimes:40'],
    ['residents:100,crimes:0', 'residents'],
  ])('%s is read and written as %s', (text, written) => {
    expect(formatMix(parseMix(text) as Mix)).toBe(written)
  })

  test.each([
    ['residents:50,crimes:40', 'adds up to 90'],
    ['wards', '“wards” is not known'],
    ['residents:50,residents:50', 'named once'],
    ['residents,crimes', 'per cent'],
    ['residents:-10,crimes:110', 'per cent'],
    ['', 'not known'],
  ])('“%s” is refused, and the sentence says why', (text, words) => {
    expect(parseMix(text)).toEqual({ fault: expect.stringContaining(words) })
  })

  test('written is read as the same, whatever it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), (percent) => {
        const mix = parseMix(`residents:${percent},crimes:${100 - percent}`) as Mix
        expect(parseMix(formatMix(mix))).toEqual(mix)
        expect(mix.every(({ driver }) => DRIVERS.includes(driver))).toBe(true)
      }),
    )
  })
})
