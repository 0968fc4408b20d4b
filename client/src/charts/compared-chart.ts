import type { AskedChart } from '@muster/shared/charts/kinds/kind'
import { multiplesChart } from '@muster/shared/charts/kinds/multiples'
import { rankingChart } from '@muster/shared/charts/kinds/ranking'
import { trendChart } from '@muster/shared/charts/kinds/trend'
import { pinnedAreas } from '@muster/shared/charts/model/pinned'
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
  /** Small multiples, in place of lines in one picture. */
  small?: boolean
}

/** A view of Compare as one chart: dots where there are rows of a ranking, else lines. */
export const comparedChart = ({
  reply,
  rows,
  ours,
  areaWords,
  plural,
  small = false,
}: Given): AskedChart =>
  rows === null
    ? (small ? multiplesChart : trendChart)({ reply, ours, areaWords })
    : rankingChart({
        rows,
        metric: reply.about,
        basis: reply.basis,
        per: reply.per,
        ours,
        plural,
        sources: reply.sources,
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
