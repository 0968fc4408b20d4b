/** Series as a picture, and as a small page for another website's frame. */
import type { AskedChart } from '@muster/shared/charts/kinds/kind'
import { multiplesChart } from '@muster/shared/charts/kinds/multiples'
import { trendChart } from '@muster/shared/charts/kinds/trend'
import { pinnedAreas } from '@muster/shared/charts/model/pinned'
import { pictureOf } from '@muster/shared/charts/stills/picture'
import type { SeriesPictureQuery } from '@muster/shared/contract/export'
import type { SeriesReply } from '@muster/shared/contract/series'
import { embedPage } from '../../documents/embed.ts'
import type { Knowledge } from '../../reference/knowledge.ts'
import { areaWordsOf, oursAndParts } from '../../reference/register.ts'
import { pictureFooter } from '../picture-footer.ts'
import { findAsked } from './relative.ts'

export const seriesPicture = (services: Knowledge, query: SeriesPictureQuery): string => {
  const { chart, reply } = askedFor(services, query)
  return pictureOf(chart, query.size, pictureFooter(services, reply))
}

export const seriesEmbed = (services: Knowledge, query: SeriesPictureQuery, search: string) => {
  const { chart, reply } = askedFor(services, query)
  return embedPage({
    wide: chart({ width: 760 }),
    narrow: chart({ width: 320 }),
    href: `/compare${search.replace(/([?&])size=[^&]*/, '$1')}`,
    site: services.register().place.get('title') ?? 'Muster',
    footer: pictureFooter(services, reply),
  })
}

const askedFor = (
  services: Knowledge,
  { size: _size, show, events, pinned, ...query }: SeriesPictureQuery,
): { chart: AskedChart; reply: SeriesReply } => {
  const found = findAsked(services, query)
  const marks = found.marks.filter(({ kind }) => events !== 'hide' || kind !== 'event')
  const reply = { ...found, marks }
  const register = services.register()
  const shown = reply.series.map(({ area }) => area)
  return {
    reply,
    chart: (show === 'small' ? multiplesChart : trendChart)({
      reply,
      ours: pinned ?? pinnedAreas(shown, oursAndParts(register)),
      areaWords: areaWordsOf(register),
    }),
  }
}
