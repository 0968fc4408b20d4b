import type { Problem } from '@muster/shared/contract/problem'
import type { PromiseDetail } from '@muster/shared/contract/promise'
import type { RankedArea } from '@muster/shared/contract/ranking'
import type { SeriesReply } from '@muster/shared/contract/series'
import { describe, expect, test } from 'vitest'
import { openTestApp } from '../../support/app.ts'

const { get, json } = await openTestApp()

const pointsOf = (reply: SeriesReply, area: string) =>
  reply.series.find((entry) => entry.area === area)?.points ?? []

describe('a series', () => {
  test('gives each value with its trust, flags and the id of its observation', async () => {
    const reply = await json<SeriesReply>('/series?metric=officers&basis=fte&areas=NA')
    expect(pointsOf(reply, 'NA')).toEqual([
      expect.objectContaining({ date: '2025-03', value: 1_294, trust: 'unverified', flags: [] }),
    ])
  })

  test('of an area code NA is North Area, alone and in a list', async () => {
    const reply = await json<SeriesReply>('/series?metric=officers&basis=fte&areas=NA,CE')
    expect(reply.series.map((entry) => entry.name)).toEqual(['North Area', 'Central East'])
  })

  test('keeps two official figures for one day side by side', async () => {
    const reply = await json<SeriesReply>(
      '/series?metric=officers&basis=not_stated&areas=E09000010&from=2012-12&to=2012-12',
    )
    expect(
      pointsOf(reply, 'E09000010')
        .map((point) => point.value)
        .sort(),
    ).toEqual([489, 523])
  })

  test('of a BCU is the sum of its boroughs only where every borough is known', async () => {
    const reply = await json<SeriesReply>(
      '/series?metric=dedicated_ward_officers&basis=fte&areas=NA,E09000014,E09000010',
    )
    const whole = pointsOf(reply, 'NA')
    expect(whole.some((point) => point.value !== null)).toBe(true)
    expect(whole.some((point) => point.value === null)).toBe(true)
    for (const point of whole) {
      const parts = ['E09000014', 'E09000010'].map((area) =>
        pointsOf(reply, area).find((part) => part.date === point.date),
      )
      if (point.value === null) {
        expect(point.missing).toBe('x')
        expect(point.why).toContain('1 of 2')
        expect(parts.filter((part) => part?.value !== undefined).length).toBe(1)
      } else {
        expect(point.flags).toContain('sum')
        expect(point.value).toBe((parts[0]?.value ?? 0) + (parts[1]?.value ?? 0))
        expect(point.observation).toContain('+')
      }
    }
  })

  test('per 1,000 residents divides by the population of the last mid-year', async () => {
    const [count, rate, people] = await Promise.all([
      json<SeriesReply>('/series?metric=officers&basis=fte&areas=NA'),
      json<SeriesReply>('/series?metric=officers&basis=fte&areas=NA&per=1000-residents'),
      json<SeriesReply>('/series?metric=population&areas=NA&from=2024&to=2024'),
    ])
    const value = pointsOf(count, 'NA')[0]?.value ?? 0
    const residents = pointsOf(people, 'NA')[0]?.value ?? 0
    expect(pointsOf(rate, 'NA')[0]?.value).toBeCloseTo((value / residents) * 1_000, 12)
    expect(pointsOf(rate, 'NA')[0]?.why).toBe('population mid-2024')
  })

  test('of the abstracted share is abstracted minutes over all recorded minutes', async () => {
    const reply = await json<SeriesReply>(
      '/series?metric=abstracted_share&areas=E09000014&from=2024-03&to=2024-03',
    )
    expect(pointsOf(reply, 'E09000014')[0]?.value).toBeCloseTo((136_140 / 807_243) * 100, 10)
  })

  test('of ward officers per ward divides by the wards in force on the date', async () => {
    const reply = await json<SeriesReply>(
      '/series?metric=ward_officers_per_ward&basis=fte&areas=E09000014&from=2019-01&to=2023-08',
    )
    const at = (date: string) =>
      pointsOf(reply, 'E09000014').find((point) => point.date === date)?.value
    expect(at('2019-01-31')).toBeCloseTo(31 / 19, 12)
    expect(at('2023-08-31')).toBeCloseTo(46 / 21, 12)
  })

  test('as of a day knows only what had been published by then', async () => {
    const path =
      '/series?metric=officers&basis=fte&areas=E23000001&source=home-office-summary-tables'
    const at = async (asOf: string) =>
      pointsOf(await json<SeriesReply>(`${path}${asOf}`), 'E23000001').find(
        (point) => point.date === '2015-09-30',
      )?.value
    expect(await at('&asOf=2016-06-30')).toBe(31_792.89)
    expect(await at('')).toBe(32_182.68)
    expect(await at('&asOf=2015-12-31')).toBeUndefined()
  })

  test('a value that a later edition changed is marked revised', async () => {
    const reply = await json<SeriesReply>(
      '/series?metric=officers&basis=fte&areas=E23000001&source=home-office-summary-tables',
    )
    const revised = pointsOf(reply, 'E23000001').find((point) => point.date === '2015-09-30')
    expect(revised?.flags).toContain('r')
  })

  test('as CSV has the same values, with area names, trust and source', async () => {
    const query = 'metric=officers&basis=fte&areaType=bcu'
    const reply = await json<SeriesReply>(`/series?${query}`)
    const csv = (await get(`/api/v1/series.csv?${query}`)).body.trim().split('\n')
    expect(csv.length).toBe(1 + reply.series.reduce((sum, entry) => sum + entry.points.length, 0))
    expect(csv.find((line) => line.startsWith('NA,'))).toContain(
      'North Area,officers,fte,,people,2025-03,1294',
    )
  })
})

describe('a refusal', () => {
  const problem = async (path: string): Promise<Problem> => {
    const response = await get(`/api/v1${path}`)
    expect(response.headers['content-type']).toContain('application/problem+json')
    const body = response.json() as Problem
    expect(response.statusCode).toBe(body.status)
    return body
  }

  test.each([
    ['/series?metric=oficers&areas=NA', 'unknown-metric', 'oficers'],
    ['/series?metric=officers&basis=fte&areas=XX', 'unknown-area', 'XX'],
    ['/series?metric=officers&basis=fte&areas=Haringey', 'unknown-area', 'E09000014'],
    ['/series?metric=officers&areas=NA', 'unknown-basis', 'fte, headcount, not_stated'],
    ['/series?metric=officers&basis=posts&areas=NA', 'unknown-basis', 'posts'],
    ['/series?metric=officers&basis=fte&areas=NA&colour=red', 'unknown-parameter', 'colour'],
    ['/series?metric=officers&basis=fte&areas=NA&from=2025-13', 'bad-date', '2025-13'],
    ['/series?metric=officers&basis=fte&areas=NA&asOf=2025-02-30', 'bad-date', '2025-02-30'],
    ['/series?metric=officers&basis=fte&areas=NA&per=cat', 'bad-request', '1000-residents'],
    ['/series?metric=officers&basis=fte', 'bad-request', 'areas'],
    ['/series?basis=fte&areas=NA', 'bad-request', 'metric'],
    ['/series?metric=officers&basis=fte&areas=NA&areas=CE', 'bad-request', 'commas'],
    ['/series?metric=abstracted_share&areas=NA&per=ward', 'not-comparable', 'already'],
    [
      '/series?metric=ward_officers_per_ward&basis=fte&areas=NA&per=ward',
      'not-comparable',
      'already a share or a rate',
    ],
    [
      '/series?metric=officers_per_100000_residents&areas=E23000001&per=1000-residents',
      'not-comparable',
      'already a share or a rate',
    ],
    [
      '/series?metric=recorded_crime&areas=NA&per=1000-crimes',
      'not-comparable',
      'counts offences itself',
    ],
    ['/series?metric=officers&basis=fte&areas=NA&source=me', 'unknown-source', 'me'],
    ['/nothing', 'not-found', '/nothing'],
    ['/promises/none', 'not-found', 'none'],
    ['/observations/1.2.3.4', 'not-found', '1.2.3.4'],
  ])('of %s is the problem %s and names “%s”', async (path, code, words) => {
    const body = await problem(path)
    expect(body.type).toBe(`/problems#${code}`)
    expect(`${body.detail} ${JSON.stringify(body.errors ?? [])}`).toContain(words)
  })
})

describe('a comparison with a date', () => {
  const against = async (query: string, base: string) => {
    const reply = await json<SeriesReply>(`/series?${query}&relative=change&base=${base}`)
    return (date: string) => reply.series[0]?.points.find((point) => point.date === date)
  }

  test.each(['E09000014', 'E09000010', 'NA'])(
    'of ward officers of %s per ward is refused across the new wards of May 2022, as of the measure itself',
    async (area) => {
      for (const query of [
        `metric=dedicated_ward_officers&basis=fte&areas=${area}&per=ward`,
        `metric=ward_officers_per_ward&basis=fte&areas=${area}`,
      ]) {
        const since = await against(query, '2022-04-30')
        expect(since('2022-05-31')).toMatchObject({
          value: null,
          missing: 'z',
          why: expect.stringContaining('across a break'),
        })
        expect(since('2022-03-31')?.value).toEqual(expect.any(Number))
      }
      const plain = await against(
        `metric=dedicated_ward_officers&basis=fte&areas=${area}`,
        '2022-04-30',
      )
      expect(plain('2022-05-31')?.value).toEqual(expect.any(Number))
    },
  )

  test('of officers per 1,000 crimes is refused across the new recording system of 2024', async () => {
    const query = 'metric=officers&basis=fte&areas=E23000001&source=police-force-strength'
    const since = await against(`${query}&per=1000-crimes`, '2024-02')
    expect(since('2025-07')).toMatchObject({ value: null, missing: 'z' })
    expect((await against(query, '2024-02'))('2025-07')?.value).toEqual(expect.any(Number))
  })

  test('of a month’s recorded crime is with the same month of other years only', async () => {
    for (const per of ['', '&per=1000-residents']) {
      const since = await against(`metric=recorded_crime&areas=E09000014${per}`, '2019-03')
      expect(since('2018-03')?.value).toEqual(expect.any(Number))
      expect(since('2019-11')).toMatchObject({
        value: null,
        missing: 'z',
        why: expect.stringContaining('same month'),
      })
    }
  })
})

describe('the share of time away from the ward', () => {
  test('is given with other duties and training apart, which add up to it on every date', async () => {
    const reply = await json<SeriesReply>('/series?metric=abstracted_share&areas=NA')
    expect(reply.parts?.map(({ metric }) => metric)).toEqual([
      'other_duties_share',
      'training_share',
    ])
    const whole = pointsOf(reply, 'NA').filter(({ value }) => value !== null)
    expect(whole.length).toBeGreaterThan(50)
    for (const { date, value } of whole) {
      const parts = (reply.parts ?? []).map(
        ({ series: [own] }) =>
          own?.points.find((point) => point.date === date)?.value ?? Number.NaN,
      )
      expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(value ?? 0, 6)
    }
  })

  test.each([
    ['2022', 23.3, 11.9],
    ['2023', 20.2, 13.1],
  ])(
    'of North Area in the 12 months from April %s was %d, of which %d training',
    async (year, together, training) => {
      const minutes = async (metric: string): Promise<number> => {
        const window = `from=${year}-04&to=${Number(year) + 1}-03`
        const reply = await json<SeriesReply>(`/series?metric=${metric}&areas=NA&${window}`)
        const points = pointsOf(reply, 'NA')
        expect(points.length).toBe(12)
        return points.reduce((sum, { value }) => sum + (value ?? Number.NaN), 0)
      }
      const [recorded, away, other, trained] = await Promise.all(
        [
          'recorded_minutes',
          'abstracted_minutes',
          'other_duties_minutes',
          'abstracted_minutes_training',
        ].map(minutes),
      )
      const share = (part = 0) => Math.round((part / (recorded ?? 0)) * 1_000) / 10
      expect([share(away), share(trained)]).toEqual([together, training])
      expect((other ?? 0) + (trained ?? 0)).toBe(away)
    },
  )

  test('has its parts in the rows of a ranking and in the headline of its picture', async () => {
    const rows = await json<RankedArea[]>('/rankings?metric=abstracted_share&date=2024-03')
    const mine = rows.find(({ area }) => area === 'NA')
    const sum = mine?.parts?.reduce((total, part) => total + part.value, 0)
    expect(sum).toBeCloseTo(mine?.value ?? 0, 6)
    for (const path of ['series.svg', 'rankings.svg']) {
      const picture = (await get(`/api/v1/${path}?metric=abstracted_share&areaType=bcu`)).body
      const words = picture.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
      expect(words).toMatch(/other duties took 5\.5% and training 13\.5%; together/)
    }
  })

  test('has its parts in what is said of the promise that is about it', async () => {
    const promise = await json<PromiseDetail>('/promises/dwo-ringfence')
    const read = promise.readings.find(
      ({ reading }) => reading.area === 'NA' && reading.metric === 'abstracted_share',
    )
    expect(read?.sentence).toMatch(
      /In North Area other duties took 5\.5% and training 13\.5% in March 2024\.$/,
    )
  })
})

test.each([
  'series.svg?areas=E09000014',
  'series.svg?areas=E09000014&per=1000-residents',
  'rankings.svg?areaType=borough&date=2026-07',
])('a mean of 12 months is not said to be of its last month in /%s', async (path) => {
  const words = (await get(`/api/v1/${path}&metric=ward_officers_and_pcso&basis=fte`)).body
  expect(words).toContain('mean of the 12 months to July 2026')
  expect(words).not.toMatch(/(in|as at|,) July 2026/)
})
