/** The table "Worked by hand" of the method against the program: every number to the digit. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PromiseDetail } from '@muster/shared/contract/promise'
import type { SeriesReply } from '@muster/shared/contract/series'
import { difference } from '@muster/shared/domain/series/change'
import { describe, expect, test } from 'vitest'
import { openTestApp } from '../../support/app.ts'

const METHOD = readFileSync(
  join(import.meta.dirname, '..', '..', '..', 'docs', 'method.md'),
  'utf8',
)

const ROWS = METHOD.slice(METHOD.indexOf('## Worked by hand'))
  .split('\n')
  .filter((line) => /^\| [a-z]+-/.test(line))
  .map((line) =>
    line
      .split('|')
      .map((cell) => cell.trim())
      .slice(1, -1),
  )
  .map(([promise, reading, day, value, dated, wasDue, gap, status, rule]) => ({
    promise: promise ?? '',
    reading: reading ?? '',
    day: day ?? '',
    value: Number(value),
    dated,
    wasDue: Number(wasDue),
    gap: Number(gap),
    status,
    rule,
  }))

/** The shares of time by financial year: `2019/20` begins in April 2019. */
const YEARS = [
  ...METHOD.matchAll(/^\| (\d{4})\/\d\d \| +(\d+) +\| +(\d+) +\| ([\d.]+) +\|$/gm),
].map(([, from, taken, recorded, share]) => ({
  year: from,
  from: Number(from),
  taken: Number(taken),
  recorded: Number(recorded),
  share,
}))

describe('worked by hand', async () => {
  const { json } = await openTestApp()

  test('are at least ten promises, and the five years of one', () => {
    expect(YEARS).toHaveLength(5)
    expect(new Set(ROWS.map(({ promise }) => promise)).size).toBeGreaterThanOrEqual(10)
  })

  test.each(ROWS)('$promise, reading $reading, on $day is $status', async (row) => {
    const { readings } = await json<PromiseDetail>(`/promises/${row.promise}?at=${row.day}`)
    const verdict = readings.find(({ reading }) => reading.id === row.reading)?.verdict
    expect({
      value: verdict?.now?.value,
      dated: verdict?.now?.date,
      wasDue: difference(verdict?.expected ?? verdict?.target ?? Number.NaN, 0),
      gap: verdict?.gap,
      status: verdict?.status,
      rule: verdict?.rule,
    }).toEqual({
      value: row.value,
      dated: row.dated,
      wasDue: row.wasDue,
      gap: row.gap,
      status: row.status,
      rule: row.rule,
    })
  })

  test.each(YEARS)('the share of $year is added up from its months', async (year) => {
    const sumOf = async (metric: string) => {
      const { series } = await json<SeriesReply>(
        `/series?metric=${metric}&basis=not_stated&areas=NA&from=${year.from}-04&to=${year.from + 1}-03`,
      )
      const whole = (series[0]?.points ?? []).filter(
        ({ value, flags }) => value !== null && !flags.includes('partial'),
      )
      return whole.reduce((sum, { value }) => sum + (value ?? 0), 0)
    }
    const taken = await sumOf('aid_and_cover_minutes')
    const recorded = await sumOf('recorded_minutes')
    expect({ taken, recorded, share: ((100 * taken) / recorded).toFixed(1) }).toEqual({
      taken: year.taken,
      recorded: year.recorded,
      share: year.share,
    })
  })

  test('the tested numbers of parts and misses are those of the text', async () => {
    const haringey = await json<PromiseDetail>('/promises/bcu-2018-haringey-dwo')
    expect(haringey.readings[0]?.verdict.missed).toMatchObject({ count: 8, of: 56 })
    const khan = await json<PromiseDetail>('/promises/khan-32000')
    expect(khan.readings[0]?.verdict.missed).toMatchObject({ count: 11, of: 11 })
    const johnson = await json<PromiseDetail>('/promises/johnson-32000')
    expect(johnson.readings[0]?.verdict).toMatchObject({
      metOn: null,
      reached: { date: '2020-04' },
    })
    const cut = await json<PromiseDetail>('/promises/cut-2025-1700')
    expect(cut.readings.find(({ reading }) => reading.id === 'b')?.verdict.metOn).toBe('2026-04')
  })
})
