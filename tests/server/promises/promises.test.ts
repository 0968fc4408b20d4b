import type { Ledger } from '@muster/shared/contract/ledger'
import type { DraftedRequest, PromiseDetail } from '@muster/shared/contract/promise'
import { lastDay } from '@muster/shared/domain/series/period'
import { PROMISE_STATUSES } from '@muster/shared/domain/verdicts/promise'
import { describe, expect, test } from 'vitest'
import { openTestApp } from '../../support/app.ts'

describe('the register of promises', async () => {
  const { get, json } = await openTestApp()
  const all = await json<PromiseDetail[]>('/promises')
  const byId = new Map(all.map((promise) => [promise.id, promise]))

  test('holds all sixty, worst first', () => {
    expect(all).toHaveLength(60)
    const order = all.map(({ status }) => PROMISE_STATUSES.indexOf(status))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
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
            !/^[A-Z0-9].*\.$/.test(text) || /undefined|NaN|null|\b1 \w+s \(|\d\.0\b/.test(text),
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
    ['pcso-2023-500', 'broken', 1279, 1715, -436],
    ['khan-32000', 'broken', 31019, 32000, -981],
    ['bcu-2018-haringey-dwo', 'broken', 31, 38, -7],
    ['cut-2024-30553', 'broken', 31181, 30553, 628],
  ])('of %s stands: %s, %d against %d', (id, status, value, promised, gap) => {
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
    expect(byId.get('cut-2025-1700')).toMatchObject({
      rule: 'no-series',
      standing: { value: null },
    })
  })

  test('says which other readings come to a verdict of their own', () => {
    expect(byId.get('johnson-32000')?.alternatives).toEqual(['kept'])
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
    expect(body.trim().split(/\n(?=[a-z0-9-]+,)/)).toHaveLength(61)
  })
})

describe('the answer', async () => {
  const { json } = await openTestApp()

  test('adds up to the promises and plans of the list', async () => {
    const { counts, others, promises, sentence } = await json<Ledger>('/ledger?area=NA')
    const counted = Object.values(counts).reduce((sum, count) => sum + count, 0)
    expect(counted + others).toBe(promises.length)
    expect(sentence).toContain(`Of ${counted} promises`)
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
