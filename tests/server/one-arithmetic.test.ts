/**
 * One series, with a break and with one outlying range, through all that computes from it: the page
 * of an area, the review and its slides, the chart and the API find the same break, the same changes
 * and the same limits. The expected numbers are worked out from the series here, by plain sums.
 */
import { bumpDataVersion } from '@muster/server/platform/db/data-version'
import { registerRow } from '@muster/server/platform/db/schema'
import { seriesLines } from '@muster/shared/charts/lines/trend-lines'
import type { AreaProfile } from '@muster/shared/contract/area-profile'
import type { PromiseDetail } from '@muster/shared/contract/promise'
import type { Review } from '@muster/shared/contract/review'
import type { SeriesReply } from '@muster/shared/contract/series'
import { breaksOf } from '@muster/shared/domain/series/break'
import { addMonths } from '@muster/shared/domain/series/period'
import { trendOf } from '@muster/shared/domain/series/trend'
import { describe, expect, test } from 'vitest'
import { openTestApp } from '../support/app.ts'

const AREA = 'E23000001'
const SOURCE = 'police-force-strength'
const ASKED = `/series?metric=pcso&basis=fte&areas=${AREA}&source=${SOURCE}`
const BREAK = '2022-08'

/** What each quarter adds in its last month, from September 2022 on. */
const QUARTERS = [1, 2, 3, 2, 3, 2, 40, 14]
const FIGURES = new Map(
  Array.from({ length: 27 }, (_, index) => {
    const month = addMonths('2022-04', index)
    const quartersPast = Math.floor((index + 1) / 3) - 1
    const past = QUARTERS.slice(0, Math.max(0, quartersPast))
    return [month, past.reduce((sum, change) => sum + change, 1000)]
  }),
)
const figureOf = (month: string): number => FIGURES.get(month) ?? Number.NaN

/** The method as it is published: ranges of 3.267 × their mean and more are left out once. */
const limits = (changes: readonly number[]) => {
  const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length
  const ranges = changes.slice(1).map((change, index) => Math.abs(change - (changes[index] ?? 0)))
  const kept = ranges.filter((range) => range < 3.267 * mean(ranges))
  const width = 2.66 * mean(kept)
  return {
    leftOut: ranges.length - kept.length,
    lower: mean(changes) - width,
    upper: mean(changes) + width,
  }
}

const { json, store, services } = await openTestApp()
store.write((tx) => {
  const own = `series = (select id from series
    where metric = 'pcso' and basis = 'fte' and area = '${AREA}' and source = '${SOURCE}')`
  for (const [month, value] of FIGURES)
    tx.run(`update observation set value = ${value} where ${own} and date = '${month}'`)
  tx.run(`delete from observation where ${own} and date > '2024-06'`)
  tx.insert(registerRow)
    .values({
      kind: 'mark',
      id: 'counted-anew',
      position: 10_000,
      record: {
        id: 'counted-anew',
        date: BREAK,
        kind: 'break',
        areas: [AREA],
        label: 'Counted anew',
        note: '',
        metrics: ['pcso'],
        sources: [SOURCE],
      },
    })
    .run()
  bumpDataVersion(tx, 'minor')
})
services.changed()

const reply = await json<SeriesReply>(ASKED)
const { model } = await json<Review>('/reviews/2024-Q2')
const measure = model.measures.find(({ counted }) => counted.metric === 'pcso')
const slide = model.charts.find((chart) => chart.reply.metric === 'pcso')
const page = trendOf(
  {
    points: reply.series[0]?.points ?? [],
    breaks: breaksOf(reply.marks, { area: AREA, source: SOURCE }),
  },
  false,
)
const relative = async (base: string) => {
  const against = await json<SeriesReply>(`${ASKED}&relative=change&base=${base}`)
  return (date: string) => against.series[0]?.points.find((point) => point.date === date)
}
const onQuarter = figureOf('2024-06') - figureOf('2024-03')
const onYear = figureOf('2024-06') - figureOf('2023-06')

describe('one series', () => {
  test('ends in the same newest value on the page of the area and in the review', async () => {
    const { known } = await json<AreaProfile>(`/areas/${AREA}/profile`)
    const own = known.find(({ metric, source }) => metric === 'pcso' && source.id === SOURCE)
    expect(own?.newest.value).toBe(figureOf('2024-06'))
    expect(page?.newest.value).toBe(figureOf('2024-06'))
    expect(measure?.now?.value).toBe(figureOf('2024-06'))
  })

  test('has the same break in the chart, the slide, the review, the page and the API', async () => {
    for (const shown of [reply, slide?.reply ?? reply]) {
      const [line] = seriesLines(shown, [AREA])
      const crossing = line?.runs.filter(
        (run) => run.some(({ date }) => date < BREAK) && run.some(({ date }) => date >= BREAK),
      )
      expect(line?.runs.some((run) => run[0]?.date === BREAK)).toBe(true)
      expect(crossing).toEqual([])
    }
    const before = await relative('2022-07')
    expect(before('2022-08')).toMatchObject({ value: null, missing: 'z' })
    expect(before('2022-06')?.value).toBe(figureOf('2022-06') - figureOf('2022-07'))
    expect(page?.xmr.points[0]?.date).toBe('2022-09')
    // From September 2022 to March 2024: the change from June to September crosses the break.
    expect(measure?.signal?.quarters).toBe(6)
  })

  test('changed by the same numbers on the page, in the review, in the promise and in the API', async () => {
    expect([onQuarter, onYear]).toEqual([14, 59])
    expect(page).toMatchObject({ onQuarter: { change: onQuarter }, onYear: { change: onYear } })
    expect(measure).toMatchObject({ onQuarter, onYear })
    expect((await relative('2024-03'))('2024-06')?.value).toBe(onQuarter)
    expect((await relative('2023-06'))('2024-06')?.value).toBe(onYear)
    const promise = await json<PromiseDetail>('/promises/pcso-2023-1600?at=2024-06-30')
    expect(promise.standing).toMatchObject({ date: '2024-06', onQuarter })
  })

  test('has the limits of one method in the review and on the page, outlying ranges left out', () => {
    const quarters = limits(QUARTERS.slice(1, 7))
    expect(quarters.leftOut).toBe(1)
    expect(measure?.signal?.lower).toBeCloseTo(quarters.lower, 9)
    expect(measure?.signal?.upper).toBeCloseTo(quarters.upper, 9)
    // With the outlying range the limits would reach beyond 30, and nothing would be said.
    expect(measure?.signal?.says).toBe('rose')
    const months = (page?.xmr.points ?? []).map(({ value }) => value)
    expect(months).toEqual(QUARTERS.flatMap((change) => [change, 0, 0]).slice(0, months.length))
    const monthly = limits(months)
    expect(monthly.leftOut).toBeGreaterThan(0)
    expect(page?.xmr.limits?.lower).toBeCloseTo(monthly.lower, 9)
    expect(page?.xmr.limits?.upper).toBeCloseTo(monthly.upper, 9)
  })
})
