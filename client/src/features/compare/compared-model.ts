import { type RankingModel, rankingModel } from '@muster/shared/charts/model/ranking-model'
import { type TrendModel, trendModel } from '@muster/shared/charts/model/trend-model'
import type { RankedArea } from '@muster/shared/contract/ranking'
import type { Place } from '@muster/shared/contract/register'
import type { SeriesReply } from '@muster/shared/contract/series'
import { pluralOf } from '../../ui/AreaPicker.tsx'

/** A view of Compare as one chart: dots where there are rows of a ranking, else lines. */
export const comparedModel = (
  reply: SeriesReply,
  rows: readonly RankedArea[] | null,
  {
    ours,
    place,
    areaType,
    ...size
  }: { ours: readonly string[]; place: Place; areaType: string; width: number; height?: number },
): TrendModel | RankingModel =>
  rows === null
    ? trendModel(reply, { ...size, ours, areaWords: place.words })
    : rankingModel(rows, {
        ...size,
        ours,
        measure: {
          ...reply.about,
          decimals: rows[0]?.decimals ?? reply.decimals,
          basis: reply.basis,
          per: reply.per,
        },
        isFlow: reply.about.kind === 'flow',
        plural: pluralOf(areaType, place.words),
      })
