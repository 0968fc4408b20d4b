/** The questions of the API behind a view: names that stand for ours become their codes. */

import type { RankedArea } from '@muster/shared/contract/ranking'
import type { Place } from '@muster/shared/contract/register'
import type { SeriesReply } from '@muster/shared/contract/series'
import type { Metric } from '@muster/shared/domain/series/metric'
import { OURS, type ViewOf } from '@muster/shared/view/view'
import { type Address, rankingsAddress, seriesAddress } from './addresses.ts'

type CompareView = ViewOf<'compare'>

/** A date without a way to hold against it, or the reverse, is half a question and waits. */
export const seriesQuestion = (
  view: CompareView,
  place: Place,
  metric: Metric | undefined,
): Address<SeriesReply> => {
  const relative = view.relative !== null && view.base !== null
  return seriesAddress({
    metric: view.metric ?? place.headline.metric,
    basis: view.basis ?? basisOf(place, metric),
    areas: view.areas?.flatMap((area) => (area === OURS ? place.oursAndParts : [area])) ?? null,
    areaType: view.areas === null ? (view.areaType ?? place.headline.areaType) : null,
    from: view.from,
    to: view.to,
    per: view.per,
    source: view.source,
    asOf: view.asOf,
    relative: relative ? view.relative : null,
    base: relative ? view.base : null,
  })
}

export const rankingQuestion = (
  view: CompareView,
  reply: SeriesReply,
  areaType: string,
): Address<RankedArea[]> =>
  rankingsAddress({
    metric: reply.metric,
    basis: reply.basis,
    areaType: areaType as Place['headline']['areaType'],
    date: view.to,
    per: view.per,
    source: view.source,
    asOf: view.asOf,
  })

/** Bases are never mixed, so one is chosen: that of the first page where the metric has it. */
const basisOf = (place: Place, metric: Metric | undefined): Metric['bases'][number] | null => {
  const bases = metric?.bases ?? []
  return bases.includes(place.headline.basis) ? place.headline.basis : (bases[0] ?? null)
}
