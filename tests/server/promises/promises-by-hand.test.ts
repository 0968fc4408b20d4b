/** The table "Worked by hand" of the method against the program: every number to the digit. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PromiseDetail } from '@muster/shared/contract/promise'
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

describe('worked by hand', async () => {
  const { json } = await openTestApp()

  test('are at least ten promises', () => {
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

  test('the tested numbers of parts and misses are those of the text', async () => {
    const haringey = await json<PromiseDetail>('/promises/bcu-2018-haringey-dwo')
    expect(haringey.readings[0]?.verdict.missed).toMatchObject({ count: 8, of: 56 })
    const khan = await json<PromiseDetail>('/promises/khan-32000')
    expect(khan.readings[0]?.verdict.missed).toMatchObject({ count: 11, of: 11 })
    const johnson = await json<PromiseDetail>('/promises/johnson-32000')
    expect(johnson.readings[0]?.verdict.metOn).toBe('2020-04')
    const cut = await json<PromiseDetail>('/promises/cut-2025-1700')
    expect(cut.readings.find(({ reading }) => reading.id === 'b')?.verdict.metOn).toBe('2026-04')
  })
})
