import { rankingModel } from '@muster/shared/charts/model/ranking-model'
import { trendModel } from '@muster/shared/charts/model/trend-model'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type GivenArea, months, seriesReply } from './replies.ts'

const headlineOf = (areas: GivenArea[], given: Parameters<typeof seriesReply>[1] = {}): string =>
  trendModel(seriesReply(areas, given), { width: 700, ours: ['NA'] }).headline

const on = (date: string, values: Record<string, number>): GivenArea[] =>
  Object.entries(values).map(([area, value]) => ({ area, points: [{ date, value }] }))

describe('the headline of a trend', () => {
  test('says that ours is the fewest of all on the newest date', () => {
    expect(headlineOf(on('2025-03', { NA: 1294, CE: 1350, CN: 1305 }))).toBe(
      'NA had 1,294 officers (FTE) in March 2025, the fewest of the 3 BCUs',
    )
  })

  test('gives the name of a body its article, at the head and as an owner', () => {
    const force = { area: 'NA', name: 'Northshire Police' }
    expect(headlineOf([{ ...force, points: [{ date: '2025-03', value: 990 }] }])).toBe(
      'The Northshire Police had 990 officers (FTE) in March 2025',
    )
    expect(headlineOf([{ ...force, points: months('2025-01', [990, 991]) }])).toBe(
      'The Northshire Police’s officers (FTE) rose to 991 in February 2025, 1 more than in January 2025',
    )
  })

  test('claims no extreme where two areas are level', () => {
    expect(headlineOf(on('2025-03', { NA: 1294, CE: 1294, CN: 1305 }))).toBe(
      'NA had 1,294 officers (FTE) in March 2025',
    )
  })

  test('counts only the areas that have a figure, and says so', () => {
    const areas = on('2025-03', { NA: 1294, CE: 1350, CN: 1305 })
    const silent = { area: 'NE', points: [{ date: '2025-03', value: null }] }
    expect(headlineOf([...areas, silent])).toContain('the fewest of the 3 BCUs with a figure')
  })

  test('tells the last year and where the line turned, never its first point against its last', () => {
    const values = [...Array(13)].map((_, month) => 300 + 10 * month)
    const falling = [...Array(18)].map((_, month) => 415 - 5 * month)
    expect(headlineOf([{ area: 'NA', points: months('2022-01', [...values, ...falling]) }])).toBe(
      'NA’s officers (FTE) fell to 330 in July 2024, 60 fewer than a year before and 90 below the peak of January 2023',
    )
  })

  test('that rose in the year but fell since its peak says both', () => {
    const values = [100, 110, 120, 130, 140, 150, 160, 170, 180, 190, 200, 190, 180]
    expect(headlineOf([{ area: 'NA', points: months('2023-01', values) }])).toBe(
      'NA’s officers (FTE) rose to 180 in January 2024, 80 more than a year before but 20 below the peak of November 2023',
    )
  })

  test('of a line shorter than a year starts where it last turned', () => {
    expect(headlineOf([{ area: 'NA', points: months('2024-01', [400, 405, 412]) }])).toBe(
      'NA’s officers (FTE) rose to 412 in March 2024, 12 more than in January 2024',
    )
    expect(headlineOf([{ area: 'NA', points: months('2024-01', [400, 420, 412]) }])).toBe(
      'NA’s officers (FTE) fell to 412 in March 2024, 8 fewer than in February 2024',
    )
  })

  test('names both of two areas that are ours', () => {
    const reply = seriesReply([
      { area: 'NA', points: months('2024-01', [400, 405, 412]) },
      { area: 'CE', points: months('2024-01', [300, 299, 290]) },
    ])
    expect(trendModel(reply, { width: 700, ours: ['NA', 'CE'] }).headline).toBe(
      'NA’s officers (FTE) rose to 412 in March 2024, 12 more than in January 2024; CE’s fell to 290, 10 fewer',
    )
  })

  test('has directions that are the signs of what it names, and agrees with the last year', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 13, maxLength: 40 }),
        (values) => {
          const said = headlineOf([{ area: 'NA', points: months('2020-01', values) }])
          const [now, before] = [values.at(-1) ?? 0, values.at(-13) ?? 0]
          expect(said).toContain(
            now > before
              ? ` rose to ${now} `
              : now < before
                ? ` fell to ${now} `
                : ` stood at ${now} `,
          )
          if (now !== before)
            expect(said).toContain(
              `, ${Math.abs(now - before)} ${now > before ? 'more' : 'fewer'} than a year before`,
            )
          const [, size, end] = / (\d+) (below the peak|above the low) of /.exec(said) ?? []
          if (end === 'below the peak') expect(Math.max(...values) - now).toBe(Number(size))
          if (end === 'above the low') expect(now - Math.min(...values)).toBe(Number(size))
        },
      ),
    )
  })

  test('computes no change across a break', () => {
    const marks = [
      {
        id: 'b',
        date: '2024-03',
        kind: 'break' as const,
        areas: ['NA'],
        sources: [],
        label: 'Anew',
        note: '',
      },
    ]
    const model = headlineOf([{ area: 'NA', points: months('2024-01', [400, 405, 900, 903]) }], {
      marks,
    })
    expect(model).toBe('NA’s officers (FTE) rose to 903 in April 2024, 3 more than in March 2024')
  })

  test('says that nothing changed when the figures read the same', () => {
    expect(headlineOf([{ area: 'NA', points: months('2024-01', [400.2, 400.4]) }])).toBe(
      'NA’s officers (FTE) stood at 400 in February 2024, as in January 2024',
    )
  })

  test('only says what is shown when no figure is complete', () => {
    const points = months('2024-01', [400, 405]).map((point) => ({
      ...point,
      flags: ['partial' as const],
    }))
    expect(headlineOf([{ area: 'NA', points }])).toBe('Police officers (FTE), NA')
  })

  test('names a doubt when an unverified figure stands among others', () => {
    const points = months('2024-01', [400, 405, 412]).map((point, index) => ({
      ...point,
      trust: index === 2 ? ('unverified' as const) : ('secondary' as const),
    }))
    expect(headlineOf([{ area: 'NA', points }])).toMatch(/\(unverified\)$/)
  })

  test('compares a flow with the same month of the year before', () => {
    const values = [50, 60, 70, 60, 50, 40, 40, 50, 60, 70, 60, 50, 55]
    const reply = seriesReply([])
    const about = {
      ...reply.about,
      kind: 'flow' as const,
      name: 'Recorded offences',
      unit: 'offences',
    }
    expect(
      headlineOf([{ area: 'NA', points: months('2024-01', values) }], {
        about,
        basis: 'not_stated',
      }),
    ).toBe('NA’s recorded offences rose to 55 in January 2025, 5 more than a year before')
  })
})

describe('the headline of a ranking', () => {
  const rows = (
    values: Record<string, number | null>,
    trust: 'primary' | 'unverified' = 'primary',
  ) => {
    const known = Object.values(values).filter((value) => value !== null)
    return Object.entries(values).map(([area, value]) => {
      const rank = value === null ? null : known.filter((other) => other > value).length + 1
      return {
        area,
        name: area,
        date: '2025-03',
        value,
        missing: value === null ? ('x' as const) : null,
        rank,
        rankFrom: rank,
        rankTo: rank,
        of: known.length,
        unit: 'people',
        decimals: 0,
        trust: value === null ? null : trust,
        flags: [],
        source: 'monthly',
        observation: area,
        denominator: null,
      }
    })
  }
  const { about } = seriesReply([])
  const modelOf = (values: Record<string, number | null>, per: '1000-residents' | null = null) =>
    rankingModel(rows(values), {
      width: 700,
      ours: ['NA'],
      measure: { ...about, basis: 'fte', per },
      isFlow: false,
      plural: 'BCUs',
    })

  test('gives no place between the ends, but the range', () => {
    const { headline } = modelOf({ NA: 1300, CE: 1350, CN: 1200 })
    expect(headline).toBe(
      'NA had 1,300 officers (FTE) in March 2025; the 3 BCUs ranged from 1,200 (CN) to 1,350 (CE)',
    )
    expect(headline).not.toMatch(/\d(st|nd|rd|th)\b/)
  })

  test('has three sentences beside it, and the rest as notes', () => {
    const { summary, notes } = modelOf({ NA: 1300, CE: 1350, CN: 1200, NE: null })
    expect(summary.length).toBeLessThanOrEqual(3)
    expect([...summary, ...notes]).toContain('There is no figure for NE.')
  })

  test('says lowest of a rate and fewest of a count', () => {
    expect(modelOf({ NA: 1, CE: 2, CN: 3 }).headline).toContain('the fewest of the 3 BCUs')
    expect(modelOf({ NA: 1, CE: 2, CN: 3 }, '1000-residents').headline).toContain('the lowest of')
  })

  test('dots start at zero, ours is first in the table, and what is missing stands last', () => {
    const model = modelOf({ CE: 1350, CN: 1200, NE: null, NA: 1300 })
    expect(model.x.domain[0]).toBe(0)
    expect(model.dots.map(({ area }) => area)).toEqual(['CE', 'NA', 'CN', 'NE'])
    expect(model.dots.at(-1)).toMatchObject({ x: null, valueText: 'not published' })
    expect(model.table.rows.map(({ key }) => key)).toEqual(['NA', 'CE', 'CN', 'NE'])
  })
})
