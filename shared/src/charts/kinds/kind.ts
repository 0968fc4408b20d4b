/**
 * The kinds of chart. Each is one file beside this one: how a model is made of what the API replies,
 * and how it is drawn as a still picture; the words and the table are part of every model, by type.
 * Pages, files, slides and pictures ask a kind and never which it is. What moves on a page is added
 * in `client/src/charts/live`. There is no list of all as a value: the first page would load
 * every kind to show one.
 */
import type { Chart, ChartSize } from '../model/chart.ts'
import type { MultiplesModel } from '../model/multiples-model.ts'
import type { RankingModel } from '../model/ranking-model.ts'
import type { TrendModel } from '../model/trend-model.ts'
import type { XmrModel } from '../model/xmr-model.ts'

/** A kind that is not named here cannot be made, and one that is cannot lack its live part. */
export type ChartModel = TrendModel | MultiplesModel | RankingModel | XmrModel

/** A chart that is asked for, to be drawn at any size; its words and table are the same at each. */
export type AskedChart<Model extends ChartModel = ChartModel> = (
  size?: ChartSize,
) => DrawnChart<Model>

export type DrawnChart<Model extends ChartModel = ChartModel> = {
  model: Model
  /** The still picture, as SVG without its frame. */
  shapes: () => string
}

type Parts<Of, Model> = {
  model: (of: Of, size: ChartSize) => Model
  shapes: (model: Model) => string
}

export const chartKind =
  <Of, Model extends ChartModel & Chart>({ model, shapes }: Parts<Of, Model>) =>
  (of: Of): AskedChart<Model> =>
  (size = { width: 760 }) => {
    const made = model(of, size)
    return { model: made, shapes: () => shapes(made) }
  }
