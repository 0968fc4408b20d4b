/** Series as a picture, and as a small page for another website's frame. */

import { multiplesModel } from '@muster/shared/charts/model/multiples-model'
import { pinnedAreas } from '@muster/shared/charts/model/pinned'
import { type TrendOptions, trendModel } from '@muster/shared/charts/model/trend-model'
import { pictureOf } from '@muster/shared/charts/svg/picture'
import type { ChartModel } from '@muster/shared/charts/svg/svg'
import type { SeriesPictureQuery } from '@muster/shared/contract/export'
import type { SeriesReply } from '@muster/shared/contract/series'
import { formatDate } from '@muster/shared/words/format'
import { embedPage } from '../../documents/embed.ts'
import type { Knowledge } from '../../reference/knowledge.ts'
import { areaWordsOf, oursAndParts } from '../../reference/register.ts'
import { findAsked } from './relative.ts'

export const seriesPicture = (services: Knowledge, query: SeriesPictureQuery): string => {
  const reply = askedFor(services, query)
  const options = optionsOf(services, reply, query)
  return pictureOf(
    (room) => modelOf(reply, query, { ...options, width: room.width, height: room.height }),
    query.size,
    footerOf(services, reply),
  )
}

export const seriesEmbed = (services: Knowledge, query: SeriesPictureQuery, search: string) => {
  const reply = askedFor(services, query)
  const options = optionsOf(services, reply, query)
  return embedPage({
    wide: modelOf(reply, query, { ...options, width: 760 }),
    narrow: modelOf(reply, query, { ...options, width: 320 }),
    href: `/compare${search.replace(/([?&])size=[^&]*/, '$1')}`,
    site: services.register().place.get('title') ?? 'Muster',
    footer: footerOf(services, reply),
  })
}

/** Sources, the day and the data version, for whatever leaves the site. */
const footerOf = (services: Knowledge, reply: SeriesReply): string[] => {
  const names = reply.sources.map(({ publisher, title }) => `${publisher}, ${title}`)
  const known =
    reply.asOf === null
      ? `Latest figures on ${formatDate(services.today())}`
      : `Figures available on ${formatDate(reply.asOf)}`
  const title = services.register().place.get('title') ?? 'Muster'
  return [
    ...(names.length === 0 ? [] : [`Source: ${names.join('; ')}`]),
    `${title}. ${known}, data version ${reply.dataVersion}.`,
  ]
}

const askedFor = (services: Knowledge, query: SeriesPictureQuery): SeriesReply => {
  const { size: _size, show: _show, events, pinned: _pinned, ...asked } = query
  const reply = findAsked(services, asked)
  return events === 'hide'
    ? { ...reply, marks: reply.marks.filter(({ kind }) => kind !== 'event') }
    : reply
}

const optionsOf = (
  services: Knowledge,
  reply: SeriesReply,
  { pinned }: SeriesPictureQuery,
): Pick<TrendOptions, 'ours' | 'areaWords'> & { areaWords: Readonly<Record<string, string>> } => ({
  ours:
    pinned ??
    pinnedAreas(
      reply.series.map(({ area }) => area),
      oursAndParts(services.register()),
    ),
  areaWords: areaWordsOf(services.register()),
})

const modelOf = (
  reply: SeriesReply,
  { show }: SeriesPictureQuery,
  options: TrendOptions,
): ChartModel => (show === 'small' ? multiplesModel(reply, options) : trendModel(reply, options))
