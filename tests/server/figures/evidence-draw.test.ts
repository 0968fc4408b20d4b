/**
 * Forty numbers drawn from what the API answers: each leads back to the rows that it was made of, and
 * each row is there, in the file that is named, with that very text.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FairShare } from '@muster/shared/contract/fair-share'
import type { ObservationStory } from '@muster/shared/contract/observation'
import type { PromiseDetail } from '@muster/shared/contract/promise'
import type { RankedArea } from '@muster/shared/contract/ranking'
import type { Review } from '@muster/shared/contract/review'
import type { SeriesReply } from '@muster/shared/contract/series'
import { describe, expect, test } from 'vitest'
import { openTestApp } from '../../support/app.ts'

const { json } = await openTestApp()

/** A number as a reply shows it. */
type Shown = { from: string; value: number; observation: string }

const SERIES = [
  'metric=officers&basis=fte&areaType=bcu',
  'metric=officers&basis=fte&areas=E23000001',
  'metric=officers&basis=fte&areaType=bcu&per=1000-residents',
  'metric=officers&basis=fte&areaType=bcu&per=1000-crimes',
  'metric=officers_and_pcso&basis=fte&areaType=bcu',
  'metric=officers&basis=not_stated&areas=E09000010,E23000001',
  'metric=dedicated_ward_officers&basis=fte&areas=NA,E09000014&per=ward',
  'metric=ward_officers_per_ward&basis=fte&areas=NA,E09000014',
  'metric=abstracted_share&areaType=bcu',
  'metric=recorded_crime&areas=NA,E23000001',
  'metric=population&areaType=bcu',
]
const RANKINGS = [
  'metric=officers&basis=fte&areaType=bcu&per=1000-residents',
  'metric=abstracted_share&areaType=bcu',
]
const PROMISES = ['pcso-2023-1600', 'johnson-2012-1000-more']

const seriesNumbers = async (query: string): Promise<Shown[]> =>
  (await json<SeriesReply>(`/series?${query}`)).series.flatMap(({ points }) =>
    points.flatMap(({ value, observation }) =>
      value === null ? [] : [{ from: `series ${query}`, value, observation }],
    ),
  )

const rankingNumbers = async (query: string): Promise<Shown[]> =>
  (await json<RankedArea[]>(`/rankings?${query}`)).flatMap(({ value, observation }) =>
    value === null ? [] : [{ from: `ranking ${query}`, value, observation: observation ?? '' }],
  )

const promiseNumbers = async (id: string): Promise<Shown[]> =>
  (await json<PromiseDetail>(`/promises/${id}`)).arithmetic.flatMap(({ value, observation }) =>
    value === null || observation === null ? [] : [{ from: `promise ${id}`, value, observation }],
  )

const shareNumbers = async (): Promise<Shown[]> => {
  const reply = await json<FairShare>('/fair-share?area=NA&metric=officers&basis=fte')
  const from = 'fair share'
  return [
    { from, value: reply.actual, observation: reply.observation },
    { from, value: reply.whole.value, observation: reply.whole.observation },
    ...reply.drivers.flatMap(({ ours, observation, whole, wholeObservation }) => [
      { from, value: ours, observation },
      { from, value: whole, observation: wholeObservation },
    ]),
  ]
}

const reviewNumbers = async (): Promise<Shown[]> =>
  (await json<Review>('/reviews/2023-Q4')).model.measures.flatMap(
    ({ now, quarterBefore, yearBefore }) =>
      [now, quarterBefore, yearBefore].flatMap((held) =>
        held === null ? [] : [{ from: 'review', value: held.value, observation: held.observation }],
      ),
  )

const groups: Shown[][] = [
  ...(await Promise.all(SERIES.map(seriesNumbers))),
  ...(await Promise.all(RANKINGS.map(rankingNumbers))),
  ...(await Promise.all(PROMISES.map(promiseNumbers))),
  await shareNumbers(),
  await reviewNumbers(),
]

/** The same draw each time: one number of each group in turn, so that none is left out. */
const drawn = ((): Shown[] => {
  let state = 20_261_128
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  return Array.from({ length: 40 }, (_, index) => {
    const group = groups[index % groups.length] ?? []
    return group[next(group.length)] as Shown
  })
})()

const storyOf = (id: string) => json<ObservationStory>(`/observations/${encodeURIComponent(id)}`)

const rowsOf = async (story: ObservationStory): Promise<ObservationStory[]> =>
  story.kind === 'value'
    ? [story]
    : (await Promise.all(story.parts.map(async ({ id }) => rowsOf(await storyOf(id))))).flat()

/** No figure that is drawn has a quoted cell before its value. */
const recordsOf = (file: string): string[][] =>
  readFileSync(join(import.meta.dirname, '..', '..', '..', file), 'utf8')
    .split('\n')
    .map((line) => line.split(','))

const files = new Map<string, string[][]>()
const lineOf = (file: string, line: number): string[] => {
  const records = files.get(file) ?? recordsOf(file)
  files.set(file, records)
  return records[line - 1] ?? []
}

describe('a number drawn from the answers of the API', () => {
  test('comes from each kind of answer', () => {
    expect(groups.filter((group) => group.length === 0)).toEqual([])
    expect(drawn.length).toBe(40)
  })

  test.each(drawn.map((shown, index) => [index + 1, shown.from, shown] as const))(
    '%d, of %s, leads to its rows',
    async (_number, _from, { value, observation }) => {
      const story = await storyOf(observation)
      expect(story.value).toBeCloseTo(value, 6)
      const rows = await rowsOf(story)
      expect(rows.length).toBeGreaterThan(0)
      for (const row of rows) {
        const [, line = '', file = ''] =
          /here line (\d+) of (data\/figures\/\S+\.csv)$/.exec(row.where) ?? []
        const [metric, basis, area, date, text] = lineOf(file, Number(line))
        expect({ metric, basis, area, date }).toEqual({
          metric: row.metric,
          basis: row.basis,
          area: row.area,
          date: row.date,
        })
        expect(Number(text)).toBe(row.value)
        expect(row.raw === '').toBe(row.addedUp)
        expect(row.source.title).not.toBe('')
        expect(row.release.edition).toEqual(expect.any(String))
        if (row.trust === 'unverified')
          expect([row.release.sha256, row.release.file, row.source.licence]).toEqual(['', '', ''])
      }
    },
  )
})
