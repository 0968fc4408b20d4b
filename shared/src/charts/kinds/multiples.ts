/** A small picture for each area, all on one pair of axes. */
import { multiplesModel } from '../model/multiples-model.ts'
import { multiplesShapes } from '../svg/multiples.ts'
import { chartKind } from './kind.ts'
import type { OfSeries } from './trend.ts'

export const multiplesChart = chartKind({
  model: ({ reply, ours, areaWords }: OfSeries, size) =>
    multiplesModel(reply, { ours, areaWords, ...size }),
  shapes: multiplesShapes,
})
