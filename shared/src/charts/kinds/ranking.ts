/** Areas in order of one figure, as dots. */
import type { RankedArea } from '../../contract/ranking.ts'
import { isFlow, type Metric } from '../../domain/series/metric.ts'
import type { Basis } from '../../domain/series/observation.ts'
import type { Per } from '../../domain/series/rate.ts'
import { type RankingOptions, rankingModel } from '../model/ranking-model.ts'
import { rankingShapes } from '../svg/ranking.ts'
import { chartKind } from './kind.ts'

type OfRanking = Pick<RankingOptions, 'ours' | 'plural' | 'sources'> & {
  rows: readonly RankedArea[]
  metric: Metric
  basis: Basis | null
  per: Per | null
}

export const rankingChart = chartKind({
  model: ({ rows, metric, basis, per, ...rest }: OfRanking, { width }) => {
    const decimals = rows[0]?.decimals ?? metric.decimals
    const measure = { ...metric, decimals, basis, per }
    return rankingModel(rows, { ...rest, width, measure, isFlow: isFlow(metric) })
  },
  shapes: rankingShapes,
})
