import { trendModel } from '@muster/shared/charts/model/trend-model'
import type { Mark } from '@muster/shared/contract/series'
import { monthsBetween } from '@muster/shared/domain/series/period'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Given, months, seriesReply } from './replies.ts'

const modelOf = (points: Given[], marks: Mark[] = []) =>
  trendModel(seriesReply([{ area: 'NA', points }], { marks }), { width: 700, ours: ['NA'] })

const runsOf = (points: Given[], marks: Mark[] = []): string[][] =>
  modelOf(points, marks).lines.flatMap((line) =>
    line.runs.map((run) => run.map(({ date }) => date)),
  )

const breakAt = (date: string, areas: string[] = ['NA']): Mark => ({
  id: 'b',
  date,
  kind: 'break',
  areas,
  sources: [],
  label: 'Counted anew',
  note: '',
})

describe('a line is cut', () => {
  test('at a missing value', () => {
    expect(runsOf(months('2024-01', [1, 2, null, 4, 5]))).toEqual([
      ['2024-01', '2024-02'],
      ['2024-04', '2024-05'],
    ])
  })

  test('where a month has no row at all', () => {
    const points = months('2024-01', [1, 2, 3, 4, 5]).filter(({ date }) => date !== '2024-03')
    expect(runsOf(points)).toEqual([
      ['2024-01', '2024-02'],
      ['2024-04', '2024-05'],
    ])
  })

  test('before the first figure of a break', () => {
    expect(runsOf(months('2024-01', [1, 2, 3, 4]), [breakAt('2024-03')])).toEqual([
      ['2024-01', '2024-02'],
      ['2024-03', '2024-04'],
    ])
  })

  test('not by a break of another area', () => {
    expect(runsOf(months('2024-01', [1, 2, 3]), [breakAt('2024-02', ['CE'])])).toHaveLength(1)
  })

  test.each(['partial', 'mean'] as const)(
    'at a %s figure, which stands alone and hollow',
    (flag) => {
      const points = months('2024-01', [1, 2, 3, 4, 5]).map((point) =>
        point.date === '2024-03' ? { ...point, flags: [flag] } : point,
      )
      const [line] = modelOf(points).lines
      expect(line?.runs.map((run) => run.length)).toEqual([2, 2])
      expect(line?.isolated).toMatchObject([{ date: '2024-03', marked: true, hollow: true }])
    },
  )

  test('between two sources, even on neighbouring months', () => {
    const points = months('2024-01', [1, 2, 3, 4]).map((point, index) => ({
      ...point,
      source: index < 2 ? 'monthly' : 'yearly',
    }))
    expect(runsOf(points).sort()).toEqual([
      ['2024-01', '2024-02'],
      ['2024-03', '2024-04'],
    ])
  })

  test('at every figure of a source that publishes no series', () => {
    const points = months('2024-01', [1, 2, 3]).map((point) => ({ ...point, source: 'document' }))
    const [line] = modelOf(points).lines
    expect(line?.runs).toEqual([])
    expect(line?.isolated).toHaveLength(3)
  })
})

test('no run crosses a gap, a break or an incomplete figure, whatever the series', () => {
  const given = fc.array(
    fc.record({
      value: fc.option(fc.integer({ min: -500, max: 5000 }), { nil: null }),
      skipped: fc.boolean(),
      partial: fc.boolean(),
    }),
    { minLength: 1, maxLength: 40 },
  )
  fc.assert(
    fc.property(given, fc.integer({ min: 0, max: 39 }), (rows, at) => {
      const all = months(
        '2020-01',
        rows.map(({ value }) => value),
      )
      const points = all
        .map((point, index) =>
          rows[index]?.partial ? { ...point, flags: ['partial' as const] } : point,
        )
        .filter((_, index) => !rows[index]?.skipped)
      const broken = all[at]?.date ?? '2020-02'
      const [line] = modelOf(points, [breakAt(broken)]).lines
      const known = points.filter(({ value }) => value !== null)
      expect(line?.points.length ?? 0).toBe(known.length)
      for (const run of line?.runs ?? [])
        for (const [index, point] of run.entries()) {
          const next = run[index + 1]
          expect(point.flags).not.toContain('partial')
          if (!next) continue
          expect(monthsBetween(point.date, next.date)).toBe(1)
          expect(point.date < broken && broken <= next.date).toBe(false)
        }
    }),
  )
})

describe('what is drawn', () => {
  test('undated figures are in the table and in words, not in the picture', () => {
    const model = modelOf([
      ...months('2024-01', [1, 2]),
      { date: 'undated', value: 9, source: 'monthly' },
    ])
    expect(model.lines.flatMap(({ points }) => points)).toHaveLength(2)
    expect(model.table.rows.map(({ cells }) => cells[0]?.text)).toContain('undated')
    expect(model.summary.join(' ')).toContain('1 undated figure is in the table and not drawn')
  })

  test('an unverified figure is hollow even within a dense line', () => {
    const points = months(
      '2018-01',
      Array.from({ length: 60 }, (_, index) => 400 + index),
    ).map((point, index) => (index === 30 ? { ...point, trust: 'unverified' as const } : point))
    const marked = modelOf(points).lines[0]?.points.filter((point) => point.marked)
    expect(marked).toMatchObject([{ date: '2020-07', hollow: true }])
  })

  test('a dense line of a secondary source says so in the subtitle', () => {
    const points = months(
      '2018-01',
      Array.from({ length: 60 }, () => 400),
    ).map((point) => ({
      ...point,
      trust: 'secondary' as const,
    }))
    expect(modelOf(points).subtitle).toContain('secondary source')
  })

  test('an axis that does not start at zero says where it starts, beside it and in words', () => {
    const model = modelOf(months('2024-01', [410, 412, 425]))
    expect(model.axisNote).toMatch(/^Axis starts at \d+$/)
    expect(model.summary).toContain(`${model.axisNote}.`)
    expect(modelOf(months('2024-01', [4, 12, 25])).axisNote).toBeNull()
  })

  test('points that nothing joins stand above an axis from zero', () => {
    expect(modelOf(months('2025-03', [1294])).y.domain[0]).toBe(0)
  })

  test('a number that was missing leaves its cell empty and its code in a column of codes', () => {
    const { columns, rows } = modelOf(months('2024-01', [1, null, 3, 4, 5])).table
    const codes = columns.findIndex(({ key }) => key === 'codes')
    const row = rows.find(({ cells }) => cells[0]?.text === 'February 2024')
    expect(row?.cells[1]?.text).toBe('')
    expect(row?.cells[codes]?.text).toBe('[x]')
  })

  test('an area that its source passes over is named as not published, but not before its first figure', () => {
    const full = months('2024-01', [1, 2, 3, 4, 5, 6])
    const { columns, rows } = trendModel(
      seriesReply([
        { area: 'NA', points: full.filter(({ date }) => !['2024-03', '2024-06'].includes(date)) },
        { area: 'CE', points: full },
        { area: 'SN', points: full.slice(3) },
        { area: 'EA', points: [{ date: '2024-02', value: 9, source: 'yearly' }] },
      ]),
      { width: 700, ours: ['NA'] },
    ).table
    const codes = columns.findIndex(({ key }) => key === 'codes')
    expect(rows.map(({ cells }) => [cells[0]?.text, cells[codes]?.text])).toEqual([
      ['June 2024', 'NA [x]'],
      ['May 2024', ''],
      ['April 2024', ''],
      ['March 2024', 'NA [x]'],
      ['February 2024', ''],
      ['January 2024', ''],
    ])
  })

  test('so it is in a table of few dates, beside the area', () => {
    const full = months('2024-01', [1, 2, 3])
    const { columns, rows } = trendModel(
      seriesReply([
        { area: 'NA', points: full.slice(0, 2) },
        { area: 'CE', points: full },
      ]),
      { width: 700, ours: ['NA'] },
    ).table
    const codes = columns.findIndex(({ key }) => key === 'codes')
    expect(rows.map(({ cells }) => [cells[0]?.text, cells[codes]?.text])).toEqual([
      ['NA', '[x]'],
      ['CE', ''],
    ])
  })
})
