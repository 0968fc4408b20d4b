/** A kind of chart is whole: every place that shows charts may ask any of its parts. */
import type { AskedChart, ChartModel } from '@muster/shared/charts/kinds/kind'
import { multiplesChart } from '@muster/shared/charts/kinds/multiples'
import { rankingChart } from '@muster/shared/charts/kinds/ranking'
import { trendChart } from '@muster/shared/charts/kinds/trend'
import { xmrChart } from '@muster/shared/charts/kinds/xmr'
import { pictureOf } from '@muster/shared/charts/stills/picture'
import { plainText } from '@muster/shared/charts/stills/plain-text'
import { svgOf } from '@muster/shared/charts/stills/svg'
import { tableMarkup } from '@muster/shared/charts/stills/table-markup'
import { xmrOf } from '@muster/shared/domain/series/xmr'
import { describe, expect, test } from 'vitest'
import { months, rankedAreas, seriesReply } from './replies.ts'

const reply = seriesReply([
  { area: 'NA', points: months('2024-01', [410, 412, 423]) },
  { area: 'B', points: months('2024-01', [300, 310, 305]) },
])
const values = months('2024-01', [3, 5, 4, 6, 5, 4, 12]).flatMap(({ date, value }) =>
  value === null ? [] : [{ date, value }],
)

/** One of each: a kind that is added is missing here until it is shown whole. */
const EVERY: { [Kind in ChartModel['kind']]: AskedChart<Extract<ChartModel, { kind: Kind }>> } = {
  trend: trendChart({ reply, ours: ['NA'] }),
  multiples: multiplesChart({ reply, ours: ['NA'] }),
  ranking: rankingChart({
    rows: rankedAreas([1_294, 1_931, 1_505]),
    metric: reply.about,
    basis: 'fte',
    per: null,
    ours: ['NA'],
    plural: 'BCUs',
    sources: reply.sources,
  }),
  xmr: xmrChart({
    xmr: xmrOf(values),
    measure: { ...reply.about, basis: 'fte', per: null },
    title: 'North Area: Police officers (FTE)',
  }),
}

describe.each(Object.entries(EVERY))('a chart of the kind %s', (name, chart: AskedChart) => {
  test('has a headline, sentences and a row of its table for what it draws', () => {
    const { kind, headline, subtitle, summary, table } = chart().model
    expect(kind).toBe(name)
    expect([headline, subtitle, ...summary].filter((words) => words === '')).toEqual([])
    expect(summary.length).toBeGreaterThan(0)
    expect(table.rows.length).toBeGreaterThan(0)
    for (const { cells } of table.rows) expect(cells).toHaveLength(table.columns.length)
  })

  test('says the same at any size, and stays inside it', () => {
    const [narrow, wide] = [chart({ width: 340 }).model, chart({ width: 1_200 }).model]
    expect(narrow.headline).toBe(wide.headline)
    expect(narrow.table).toEqual(wide.table)
    for (const { width, height, plot } of [narrow, wide]) {
      expect(plot.right).toBeLessThanOrEqual(width)
      expect(plot.bottom).toBeLessThanOrEqual(height)
    }
  })

  test('is drawn beside its words, in a picture, as text and as a table', () => {
    const { model } = chart()
    expect(svgOf(chart())).toMatch(/<(path|line)/)
    expect(pictureOf(chart, '1600x900', [])).toContain(model.headline.split(' ')[0])
    expect(plainText(model, '/compare')).toContain(model.headline)
    expect(tableMarkup(model.table, null)).toContain('<tbody><tr')
  })

  test('is plain data: nothing is lost on the wire', () => {
    const { model } = chart()
    expect(JSON.parse(JSON.stringify(model))).toEqual(model)
  })
})
