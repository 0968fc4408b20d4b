/** A ranking as a picture: dots with their values, the source and the day inside. */

import { rankingModel } from '@muster/shared/charts/model/ranking-model'
import { pictureOf } from '@muster/shared/charts/svg/picture'
import type { RankingPictureQuery } from '@muster/shared/contract/export'
import { formatDate } from '@muster/shared/words/format'
import type { Knowledge } from '../../reference/knowledge.ts'
import { findBasis, findMetric } from '../../reference/lookup.ts'
import { areaWordsOf, oursAndParts } from '../../reference/register.ts'
import { findRanking } from './queries.ts'

export const rankingPicture = (services: Knowledge, query: RankingPictureQuery): string => {
  const { size, pinned, ...asked } = query
  const register = services.register()
  const rows = findRanking(services, asked)
  const metric = findMetric(register, query.metric)
  const measure = {
    ...metric,
    decimals: rows[0]?.decimals ?? metric.decimals,
    basis: findBasis(metric, query.basis),
    per: query.per ?? null,
  }
  const plural = areaWordsOf(register)[`${query.areaType}.plural`] ?? `${query.areaType}s`
  const sources = [...new Set(rows.flatMap((row) => row.source ?? []))].flatMap(
    (id) => register.sources.get(id) ?? [],
  )
  const known =
    query.asOf === undefined
      ? `Latest figures on ${formatDate(services.today())}`
      : `Figures available on ${formatDate(query.asOf)}`
  return pictureOf(
    ({ width }) =>
      rankingModel(rows, {
        width,
        ours: pinned ?? oursAndParts(register),
        measure,
        isFlow: metric.kind === 'flow',
        plural,
      }),
    size,
    [
      ...(sources.length === 0
        ? []
        : [`Source: ${sources.map((row) => `${row.publisher}, ${row.title}`).join('; ')}`]),
      `${register.place.get('title') ?? 'Muster'}. ${known}, data version ${register.dataVersion}.`,
    ],
  )
}
