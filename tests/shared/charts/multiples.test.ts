import { multiplesChart } from '@muster/shared/charts/kinds/multiples'
import { clipPath } from '@muster/shared/charts/model/clip-path'
import { multiplesModel } from '@muster/shared/charts/model/multiples-model'
import { relativeReply } from '@muster/shared/charts/model/relative-reply'
import { trendModel } from '@muster/shared/charts/model/trend-model'
import { svgOf } from '@muster/shared/charts/stills/svg'
import { describe, expect, test } from 'vitest'
import { months, seriesReply } from './replies.ts'

const reply = seriesReply([
  { area: 'A', points: months('2024-01', [10, 20, 30]) },
  { area: 'B', points: months('2024-01', [100, 90, 80]) },
  { area: 'C', points: months('2024-01', [null, 50, null]) },
])

const options = { width: 760, ours: ['B'] }

describe('small multiples', () => {
  test('stand on one axis: equal values are equally high, equal dates equally far', () => {
    const { panels } = multiplesModel(reply, options)
    const heights = panels.map(({ plot, yTicks }) => yTicks.map(({ at }) => at - plot.top))
    expect(heights[1]).toEqual(heights[0])
    expect(heights[2]).toEqual(heights[0])
    const [b, a] = panels
    expect((a?.lines[0]?.points[1]?.x ?? 0) - (a?.plot.left ?? 0)).toBeCloseTo(
      (b?.lines[0]?.points[1]?.x ?? 0) - (b?.plot.left ?? 0),
      1,
    )
  })

  test('put ours first, and name an area without a figure', () => {
    const withNone = seriesReply([
      { area: 'A', points: months('2024-01', [1, 2]) },
      { area: 'B', points: [] },
    ])
    const { panels } = multiplesModel(withNone, options)
    expect(panels.map(({ key, value }) => [key, value])).toEqual([
      ['B', 'not published'],
      ['A', '2, February 2024'],
    ])
  })

  test('never overlap and stay inside the picture, at any width', () => {
    for (const width of [300, 480, 760, 1_200]) {
      const model = multiplesModel(reply, { ...options, width })
      for (const panel of model.panels) {
        expect(panel.plot.right).toBeLessThanOrEqual(width + 1)
        expect(panel.plot.bottom).toBeLessThan(model.height)
        for (const other of model.panels)
          if (other !== panel && other.y === panel.y)
            expect(other.plot.left >= panel.plot.right || other.plot.right <= panel.plot.left).toBe(
              true,
            )
      }
    }
  })

  test('draw a value that nothing joins as a marker', () => {
    expect(svgOf(multiplesChart({ reply, ours: ['B'] })())).toContain('class="marker other')
  })
})

describe('values against a date', () => {
  const first = { kind: 'index', base: '2024-01' } as const

  test('rise and fall from 100, and a base of nought has no index but a change', () => {
    const zero = seriesReply([{ area: 'A', points: months('2024-01', [0, 5]) }])
    const index = relativeReply(zero, first)
    expect(index.series[0]?.points.map(({ value }) => value)).toEqual([null, null])
    expect(index.series[0]?.points[1]?.why).toContain('is 0')
    const change = relativeReply(zero, { ...first, kind: 'change' })
    expect(change.series[0]?.points.map(({ value }) => value)).toEqual([0, 5])
  })

  test('name the area that has no figure of the date, and the dates that most have', () => {
    const relative = relativeReply(reply, first).relative
    expect(relative?.without.map(({ area }) => area)).toEqual(['C'])
    expect(relative?.nearest[0]).toBe('2024-02')
  })

  test('are spoken as what rose or fell, never as a level', () => {
    const { headline } = trendModel(relativeReply(reply, { ...first, kind: 'change' }), options)
    expect(headline).toBe('B’s officers (FTE) fell by 20.0 from January 2024 to March 2024')
  })

  test('stand without the promised level', () => {
    expect(relativeReply(reply, first).targets).toEqual([])
  })
})

describe('a promised path', () => {
  const path = [
    { date: '2020-01-01', value: 0 },
    { date: '2020-01-11', value: 100 },
  ]

  test('is cut where the dates shown begin and end, on its own line', () => {
    expect(clipPath(path, '2020-01-04', '2020-01-06')).toEqual([
      { date: '2020-01-04', value: 30 },
      { date: '2020-01-06', value: 50 },
    ])
    expect(clipPath(path, undefined, undefined)).toEqual(path)
    expect(clipPath(path, '2021', undefined)).toEqual([])
  })
})
