import { pinnedAreas } from '@muster/shared/charts/model/pinned'
import { type RankingModel, rankingModel } from '@muster/shared/charts/model/ranking-model'
import { type TrendModel, trendModel } from '@muster/shared/charts/model/trend-model'
import type { RankedArea } from '@muster/shared/contract/ranking'
import type { Place } from '@muster/shared/contract/register'
import type { SeriesReply } from '@muster/shared/contract/series'

type Given = {
  reply: SeriesReply
  /** What the dots are made of; null for lines. */
  rows: readonly RankedArea[] | null
  ours: readonly string[]
  areaWords: Place['words']
  /** What the areas are called. */
  plural: string
  width: number
  height?: number
}

/** A view of Compare as one chart: dots where there are rows of a ranking, else lines. */
export const comparedModel = ({
  reply,
  rows,
  areaWords,
  plural,
  ...drawn
}: Given): TrendModel | RankingModel =>
  rows === null
    ? trendModel(reply, { ...drawn, areaWords })
    : rankingModel(rows, {
        ...drawn,
        measure: {
          ...reply.about,
          decimals: rows[0]?.decimals ?? reply.decimals,
          basis: reply.basis,
          per: reply.per,
        },
        isFlow: reply.about.kind === 'flow',
        plural,
      })

/** The areas that stand out: those that a view names, else ours among those shown. */
export const pinnedOf = (
  view: { pinned: readonly string[] | null },
  reply: SeriesReply,
  place: Place,
): readonly string[] =>
  view.pinned ??
  pinnedAreas(
    reply.series.map(({ area }) => area),
    place.oursAndParts,
  )
