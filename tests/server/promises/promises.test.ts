import type { Ledger } from '@muster/shared/contract/ledger'
import type { DraftedRequest, PromiseDetail } from '@muster/shared/contract/promise'
import type { SeriesReply } from '@muster/shared/contract/series'
import { lastDay } from '@muster/shared/domain/series/period'
import { PROMISE_GROUPS } from '@muster/shared/domain/verdicts/count'
import { PROMISE_STATUSES } from '@muster/shared/domain/verdicts/promise'
import { describe, expect, test } from 'vitest'
import { openTestApp, TODAY } from '../../support/app.ts'

describe('the register of promises', async () => {
  const { get, json } = await openTestApp()
  const all = await json<PromiseDetail[]>('/promises')
  const byId = new Map(all.map((promise) => [promise.id, promise]))

  test('holds all sixty-eight: ours before the force’s, what still runs before what is over', () => {
    expect(all).toHaveLength(68)
    const order = all.map(({ group, lifecycle, due, status }) => {
      const isOver =
        ['withdrawn', 'replaced'].includes(lifecycle) || (due !== null && lastDay(due) < TODAY)
      return [PROMISE_GROUPS.indexOf(group), Number(isOver), PROMISE_STATUSES.indexOf(status)]
    })
    const sorted = order.toSorted((a, b) =>
      a.reduce((found, value, at) => found || value - (b[at] ?? 0), 0),
    )
    expect(order).toEqual(sorted)
    expect(order[0]?.slice(0, 2)).toEqual([0, 0])
  })

  test('gives each a verdict, or the reason why there is none, never both', () => {
    for (const { status, reason } of all)
      expect(reason === null).toBe(status !== 'cannot-be-checked')
  })

  test('says of each what it is taken to mean, and the verdict in a sentence that ends', () => {
    const odd = all.flatMap(({ id, readings, meaning, sentence }) =>
      [meaning, sentence, ...readings.flatMap((judged) => [judged.meaning, judged.sentence])]
        .filter(
          (text) =>
            !/^[A-Z0-9].*\.$/.test(text) ||
            /undefined|NaN|null|\b1 \w+s \(|\d\.0\b(?!%)/.test(text),
        )
        .map((text) => `${id}: ${text}`),
    )
    expect(odd).toEqual([])
  })

  test('names no body without its article in a sentence', () => {
    const odd = all
      .flatMap(({ readings }) => readings.flatMap(({ meaning, sentence }) => [meaning, sentence]))
      .filter((text) => /\b(?<![Tt]he )Metropolitan Police\b/.test(text))
    expect(odd).toEqual([])
  })

  test('shows numbers that lead to their observations', () => {
    for (const { arithmetic } of all)
      for (const { role, observation } of arithmetic)
        if (['value', 'missed', 'first-met', 'wards'].includes(role))
          expect(observation).toMatch(/^\d+\.[\d-]+\.\d+/)
  })

  test.each([
    ['pcso-2023-500', 'broken', 1279, 1704, -425],
    ['khan-32000', 'depends', 31019, 32000, null],
    ['bcu-2018-haringey-dwo', 'broken', 13, 19, -6],
    ['cut-2024-30553', 'broken', 31181, 30553, 628],
  ])('of %s stands: %s, %d against %d, %j', (id, status, value, promised, gap) => {
    expect(byId.get(id)).toMatchObject({ status, standing: { value, promised, gap } })
  })

  test.each([
    // 1,258 in September and 1,279 in December 2023; 31,177 in October 2016 and 31,019 in January 2017.
    ['pcso-2023-500', 21],
    ['khan-32000', -158],
    // One figure of a document: nothing to hold it against.
    ['bcu-2018-haringey-dwo', null],
  ])('of %s moved by %j in the three months before', (id, onQuarter) => {
    expect(byId.get(id)?.standing?.onQuarter).toBe(onQuarter)
  })

  test('shows no figure from after the time that was promised for', () => {
    for (const { status, standing, due } of all)
      if (status === 'cannot-be-checked' && standing?.date != null && due !== null)
        expect(lastDay(standing.date) <= lastDay(due)).toBe(true)
  })

  test('tests a reading that names no source by none that ended before it began', () => {
    const broad = byId.get('cut-2025-1700')?.readings.find(({ reading }) => reading.id === 'a')
    expect(broad).toMatchObject({ verdict: { reason: 'not-found', now: null } })
  })

  test('says which other readings come to a verdict of their own', () => {
    expect(byId.get('johnson-2012-1000-more')?.alternatives).toEqual([])
    expect(byId.get('dwo-2016-two-per-ward')?.alternatives).toEqual(['broken'])
    expect(byId.get('pcso-2023-500')?.alternatives).toEqual([])
  })

  test('marks the quarters that came out differently by what had been published then', () => {
    const history = byId.get('pcso-2023-500')?.history ?? []
    expect(history[0]).toMatchObject({
      quarter: '2023-Q3',
      status: 'behind',
      asOf: 'cannot-be-checked',
    })
    expect(history.at(-1)).toMatchObject({ quarter: '2026-Q3', status: 'broken', asOf: null })
  })

  test('of an area leaves out what concerns others, and of a status all other statuses', async () => {
    const broken = await json<PromiseDetail[]>('/promises?area=E09000010&status=broken')
    expect(broken.map(({ id }) => id)).not.toContain('bcu-2018-haringey-dwo')
    expect(new Set(broken.map(({ status }) => status))).toEqual(new Set(['broken']))
  })

  test('on a past day leaves out what had not been said, and judges the rest by figures up to it', async () => {
    const then = await json<PromiseDetail[]>('/promises?at=2023-09-30')
    expect(then.map(({ id }) => id)).not.toContain('manifesto-2024-1300')
    expect(then.find(({ id }) => id === 'pcso-2023-500')).toMatchObject({
      status: 'behind',
      standing: { value: 1258, date: '2023-09' },
    })
    const known = await json<PromiseDetail>('/promises/pcso-2023-500?asOf=2024-12-31')
    expect(known).toMatchObject({ asOf: '2024-12-31', status: 'cannot-be-checked' })
  })

  test('refuses a parameter that it does not know, and an id that is none', async () => {
    expect((await get('/api/v1/promises?region=NA')).statusCode).toBe(400)
    expect((await get('/api/v1/promises/nothing')).statusCode).toBe(404)
  })

  test('as CSV has one row a promise', async () => {
    const { body } = await get('/api/v1/promises.csv')
    expect(body.trim().split(/\n(?=[a-z0-9-]+,)/)).toHaveLength(69)
  })
})

describe('the answer', async () => {
  const { json } = await openTestApp()

  test.each([
    '',
    'area=NA',
    'area=E09000010',
    'area=E09000014',
    'area=CE',
    'area=NA&at=2019-03-31',
  ])('to %j adds up, and its groups hold each promise once', async (query) => {
    const ledger = await json<Ledger>(`/ledger?${query}`)
    const { counts, others, promises, sentences, groups, said } = ledger
    const inCount = promises.filter((promise) => promise.inCount)
    const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, it) => sum + it, 0)
    expect(sumOf(Object.values(counts))).toBe(inCount.length)
    expect(inCount.length + others).toBe(promises.length)
    expect(sumOf(groups.map(({ count }) => count))).toBe(promises.length)
    for (const { group, count } of groups)
      expect(promises.filter((promise) => promise.group === group)).toHaveLength(count)
    const totals = sentences
      .filter((sentence) => sentence.startsWith('Of '))
      .map((sentence) => {
        const [total = 0, ...parts] = [...sentence.replace(/\(.*?\)/g, '').matchAll(/\d+/g)].map(
          Number,
        )
        expect(sumOf(parts)).toBe(total)
        return total
      })
    expect(sumOf(totals)).toBe(inCount.length)
    expect(said).toBeLessThanOrEqual(counts['cannot-be-checked'])
  })

  test('counts only undertakings about police staffing, each once', async () => {
    const { promises } = await json<Ledger>('/ledger?area=NA')
    for (const { id, inCount, kind, about, policeStaffing, repeats, stepOf } of promises)
      expect(inCount, id).toBe(
        kind === 'undertaking' &&
          policeStaffing &&
          about !== 'national' &&
          repeats === null &&
          stepOf === null,
      )
    const counted = new Set(promises.filter(({ inCount }) => inCount).map(({ id }) => id))
    expect(counted.has('pcso-2023-1600')).toBe(true)
    for (const id of ['pcso-2023-500', 'bcu-2018-enfield-dwo', 'enfield-2023-50-council-officers'])
      expect(counted.has(id), id).toBe(false)
  })

  test('counts a repeat where the promise that it repeats is not asked about', async () => {
    const { promises } = await json<Ledger>('/ledger?area=E09000010')
    const row = promises.find(({ id }) => id === 'bcu-2018-enfield-dwo')
    expect(row).toMatchObject({ group: 'ours', inCount: true })
    const early = await json<Ledger>('/ledger?at=2023-07-31')
    expect(early.promises.find(({ id }) => id === 'pcso-2023-500')).toMatchObject({ inCount: true })
  })

  test('says which source is due and not here, and calls nobody late', async () => {
    const { freshness } = await json<Ledger>('/ledger?area=NA')
    expect(freshness).toContainEqual(
      expect.objectContaining({
        source: 'police-force-strength',
        nextDue: '2026-09-30',
        daysLate: 53,
      }),
    )
  })
})

describe('the three numbers', async () => {
  const { json } = await openTestApp()
  const read = (id: string, query = '') => json<PromiseDetail>(`/promises/${id}${query}`)

  test('are what was promised, what was judged and the newest figure, each with its date', async () => {
    const promise = await read('bcu-2018-haringey-dwo')
    expect(promise.judged).toMatchObject({ value: 13, date: '2019-01-31', trust: 'secondary' })
    expect(promise.newest).toMatchObject({ value: 26, date: '2024-02-29', trust: 'secondary' })
    expect(promise.standing?.promised).toBe(19)
    expect(promise.afterwards).toBe(
      'missed in 52 of 59 verified months (51 with the 19 wards of the start), last in July 2023; met since',
    )
    const constables = promise.readings[0]?.verdict
    expect(constables?.missed).toMatchObject({
      count: 8,
      of: 56,
      last: { date: '2022-12-31' },
      metSince: true,
      onFirstWards: { wards: 19, count: 7 },
    })
  })

  test('speak for the day that is asked about', async () => {
    const then = await read('bcu-2018-haringey-dwo', '?at=2019-03-31')
    expect(then.newest?.date).toBe('2019-03-31')
    const shown = await read('turnaround-2023-superintendents', '?at=2023-06-30')
    expect(shown).toMatchObject({ said: [], statusWords: 'Cannot be checked' })
  })

  test('never call late what was reached after the term, and say who has left', async () => {
    const promise = await read('johnson-2012-1000-more')
    expect(promise).toMatchObject({
      statusWords: 'Broken',
      rule: 'missed-at-due',
      termEnd: '2012-05',
    })
    expect(promise.sentence).toContain(
      'next reached at 31 March 2021, 9 years later, after the term',
    )
    expect(promise.sentence).toContain('Boris Johnson left office in May 2016.')
    expect(promise.sentence).not.toContain('first reached')
  })

  test('are not there for a target that the words do not give', async () => {
    const promise = await read('dwo-ringfence')
    expect(promise).toMatchObject({
      reason: 'unclear-wording',
      path: [],
      standing: { promised: null },
    })
    expect(promise.meaning).toContain('The words give no number')
    const series = await json<SeriesReply>(
      '/series?metric=abstracted_share&basis=not_stated&areas=NA,E09000010,E09000014',
    )
    expect(series.targets).toEqual([])
  })
})

describe('what the words leave open', async () => {
  const { json } = await openTestApp()

  test.each([
    ['khan-32000', ['Broken', 'Broken', 'Kept']],
    ['johnson-32000', ['Broken', 'Kept', 'Kept', 'Broken']],
  ])('of %s is shown side by side', async (id, words) => {
    const promise = await json<PromiseDetail>(`/promises/${id}`)
    expect(promise).toMatchObject({ status: 'depends', statusWords: 'Depends', reason: null })
    expect(promise.sides.map(({ statusWords }) => statusWords)).toEqual(words)
  })

  test('a reading that is the fair test leads', async () => {
    const promise = await json<PromiseDetail>('/promises/pcso-2023-1600')
    expect(promise.readings[0]).toMatchObject({ reading: { id: 'b' }, verdict: { gap: -1364 } })
    expect(promise.standing?.gap).toBe(-1364)
  })
})

describe('evidence', async () => {
  const { json } = await openTestApp()
  const read = (id: string) => json<PromiseDetail>(`/promises/${id}`)

  test.each([
    ['dwo-2016-two-per-ward', 'Said to be kept, not checked', 'Sadiq Khan as Mayor', '2017-12-28'],
    [
      'lpm-2013-2600-neighbourhood',
      'Said to be kept, not checked',
      'The Metropolitan Police',
      '2014-12',
    ],
    [
      'turnaround-2023-superintendents',
      'Said to be kept late, not checked',
      'The Metropolitan Police',
      '2023-07-26',
    ],
    ['schools-2025-371', 'Said to be met, not checked', 'The Metropolitan Police', '2025-05'],
  ])('of %s is a statement of delivery: %s', async (id, words, by, date) => {
    const { status, statusWords, said } = await read(id)
    expect({ status, statusWords }).toEqual({ status: 'cannot-be-checked', statusWords: words })
    expect(said.some((it) => it.by.startsWith(by) && it.date === date)).toBe(true)
  })

  test('a press report alone breaks nothing', async () => {
    for (const { id, rule, endedDocument } of await json<PromiseDetail[]>('/promises'))
      if (rule === 'withdrawn' || rule === 'replaced') expect(endedDocument, id).toBe('own')
    expect((await read('khan-32000')).rule).toBe('readings-differ')
  })

  test('the counters that were promised three times have one answer', async () => {
    const ids = ['front-counter-2012', 'front-counter-2023', 'front-counter-2024-manifesto']
    const found = await Promise.all(ids.map(read))
    for (const promise of found)
      expect(promise).toMatchObject({ status: 'broken', rule: 'withdrawn', inCount: false })
  })

  test.each([
    ['npg-2024-13000', 'not-loaded'],
    ['enfield-2024-2-pcso-per-ward', 'not-loaded'],
    ['tct-2021-edmonton', 'not-found'],
    ['nmfl-2023-240-central-to-local', 'not-found'],
  ])('that is not here is told apart: %s is %s', async (id, reason) => {
    expect(await read(id)).toMatchObject({ reason, untested: { why: reason } })
  })

  test('is not said to be unpublished where nobody says so', async () => {
    const all = await json<PromiseDetail[]>('/promises')
    for (const { id, reason, sentence, meaning } of all) {
      expect(reason, id).not.toBe('not-published-for-this-area')
      expect(`${sentence} ${meaning}`, id).not.toMatch(/not published|none was published/)
    }
  })
})

describe('the drafted question', async () => {
  const { json } = await openTestApp()

  test.each(['foi', 'mayors-question', 'letter'])(
    'as %s names measure, area, dates and format',
    async (kind) => {
      const request = await json<DraftedRequest>(
        `/promises/npg-2025-met-420-officers/request?kind=${kind}`,
      )
      expect(request).toMatchObject({ kind, needed: true, format: 'CSV', until: '2026-03-31' })
      expect(request.body).toContain('31 March 2026')
      expect(request.body).toContain('CSV')
      expect(request.to).not.toBe('')
    },
  )

  test('is not needed where the figures decide', async () => {
    expect(await json<DraftedRequest>('/promises/pcso-2023-500/request')).toMatchObject({
      needed: false,
    })
  })
})

describe('the calendar of due dates', async () => {
  const { get } = await openTestApp()
  const { body, headers } = await get('/api/v1/promises.ics')
  const lines = body.split('\r\n')
  const unfolded = body.replaceAll('\r\n ', '').split('\r\n')

  test('is RFC 5545: CRLF, no line over 75 octets, every event closed', () => {
    expect(headers['content-type']).toContain('text/calendar')
    expect(body.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(body.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
    const count = (text: string) => unfolded.filter((line) => line === text).length
    expect(count('BEGIN:VEVENT')).toBe(count('END:VEVENT'))
  })

  test('has one entry a due date, under an id that stays the same', () => {
    const uids = unfolded.filter((line) => line.startsWith('UID:'))
    expect(new Set(uids).size).toBe(uids.length)
    const at = unfolded.indexOf('UID:due-pcso-2023-500@muster')
    expect(unfolded[at + 2]).toBe('DTSTART;VALUE=DATE:20231231')
    expect(unfolded[at + 3]).toBe('DTEND;VALUE=DATE:20240101')
    expect(unfolded[at + 4]).toBe('SUMMARY:Due: 500 more PCSOs during 2023')
  })

  test('escapes commas', () => {
    expect(unfolded.filter((line) => /^(SUMMARY|DESCRIPTION):.*[^\\],/.test(line))).toEqual([])
  })
})
