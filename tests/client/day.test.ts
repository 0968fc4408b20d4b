/** A page of a past day says so, and nothing that was not known on it. */
import { describe, expect, test } from 'vitest'
import { openTestApp } from '../support/app.ts'
import { CLIENT_DIST } from '../support/browser.ts'

const { get, json } = await openTestApp({ clientDist: CLIENT_DIST })
const wordsOf = async (path: string): Promise<string> => {
  const response = await get(path)
  expect(response.statusCode, path).toBe(200)
  return response.body
    .replace(/<(script|style|svg)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
}

describe('a page of 30 June 2024', () => {
  test.each(['/', '/promises', '/promises/pcso-2023-500'])(
    '%s says of which day it speaks',
    async (path) => {
      expect(await wordsOf(`${path}?at=2024-06-30&asOf=2024-06-30`)).toContain(
        'As on 30 June 2024: judged on that day, from what had been published by then.',
      )
      expect(await wordsOf(`${path}?at=2024-06-30&asOf=2025-12-31`)).toContain(
        'Judged as of 30 June 2024, from the figures available on 31 December 2025.',
      )
      expect(await wordsOf(path)).not.toMatch(/As on |Judged as of /)
    },
  )

  test('holds nothing against a source that was due later', async () => {
    const words = await wordsOf('/?asOf=2024-06-30')
    expect(words).not.toMatch(/next due|not yet loaded/)
    expect(await wordsOf('/')).toMatch(/next due/)
  })

  test('names no figure that is dated later', async () => {
    const { freshness } = await json<{ freshness: { lastDate: string | null }[] }>(
      '/ledger?area=NA&asOf=2024-06-30',
    )
    expect(
      freshness.flatMap(({ lastDate }) => lastDate ?? []).filter((date) => date > '2024-06-30'),
    ).toEqual([])
  })
})

describe('the first page', () => {
  type Row = { id: string; group: string; inCount: boolean; numbers: string }
  type Ledger = { promises: Row[]; older: Row[]; running: number }

  test('has what still runs as rows, and all else that is counted as lines', async () => {
    const all = await json<Ledger>('/ledger?area=NA')
    const short = await json<Ledger>('/ledger?area=NA&first=100')
    const idsOf = (rows: Row[]) => rows.map(({ id }) => id).toSorted()
    expect(short.promises).toHaveLength(short.running)
    expect(short.older.length).toBeGreaterThan(3)
    expect(idsOf([...short.promises, ...short.older])).toEqual(
      idsOf(all.promises.filter(({ inCount }) => inCount)),
    )
    expect(all.older).toEqual([])
  })

  test('folds what is over under its count, without script too', async () => {
    const { body } = await get('/')
    const { older } = await json<Ledger>('/ledger?area=NA&first=8')
    const summaries = [...body.matchAll(/<summary class="opener">(.*?)<\/summary>/g)].map(
      ([, it = '']) =>
        Number(/(\d+)(?:<!-- -->)? older/.exec(it.replace(/<!-- -->/g, ''))?.[1] ?? 0),
    )
    expect(summaries.reduce((sum, count) => sum + count, 0)).toBe(older.length)
  })

  test('tells of an older promise what was promised, when judged, and the newest figure', async () => {
    const { older } = await json<Ledger>('/ledger?area=NA&first=8')
    const told = older.map(({ numbers }) => numbers)
    expect(
      told.some((words) =>
        /^Promised: .+ When judged: .+\(.*\d{4}.*\).+ (Newest: .+\(|It is the newest figure)/.test(
          words,
        ),
      ),
    ).toBe(true)
  })

  test('keeps a number apart from the day that it is of', async () => {
    expect((await get('/')).body).not.toMatch(/[\d%]<span class="note ledger-date">/)
  })
})
