/** A ranking as a picture: dots with their values, the source and the day inside. */
import { rankingChart } from '@muster/shared/charts/kinds/ranking'
import { pictureOf } from '@muster/shared/charts/stills/picture'
import type { RankingPictureQuery } from '@muster/shared/contract/export'
import type { Knowledge } from '../../reference/knowledge.ts'
import { findBasis, findMetric } from '../../reference/lookup.ts'
import { areaWordsOf, oursAndParts } from '../../reference/register.ts'
import { pictureFooter } from '../picture-footer.ts'
import { findRanking } from './queries.ts'

export const rankingPicture = (services: Knowledge, query: RankingPictureQuery): string => {
  const { size, pinned, ...asked } = query
  const register = services.register()
  const rows = findRanking(services, asked)
  const metric = findMetric(register, query.metric)
  const sources = [...new Set(rows.flatMap((row) => row.source ?? []))].flatMap(
    (id) => register.sources.get(id) ?? [],
  )
  return pictureOf(
    rankingChart({
      rows,
      metric,
      basis: findBasis(metric, query.basis),
      per: query.per ?? null,
      ours: pinned ?? oursAndParts(register),
      plural: areaWordsOf(register)[`${query.areaType}.plural`] ?? `${query.areaType}s`,
      sources,
    }),
    size,
    pictureFooter(services, { sources, asOf: query.asOf ?? null }),
  )
}
