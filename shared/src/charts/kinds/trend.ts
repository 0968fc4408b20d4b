/** Lines over time. */
import type { SeriesReply } from '../../contract/series.ts'
import { type TrendOptions, trendModel } from '../model/trend-model.ts'
import { trendShapes } from '../svg/trend.ts'
import { chartKind } from './kind.ts'

export type OfSeries = { reply: SeriesReply } & Pick<TrendOptions, 'ours' | 'areaWords'>

export const trendChart = chartKind({
  model: ({ reply, ours, areaWords }: OfSeries, size) =>
    trendModel(reply, { ours, areaWords, ...size }),
  shapes: trendShapes,
})
