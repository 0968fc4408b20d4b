import { trendChart } from '@muster/shared/charts/kinds/trend'
import { pinnedAreas } from '@muster/shared/charts/model/pinned'
import {
  type SeriesPictureQuery,
  seriesEmbedFile,
  seriesOdsFile,
  seriesPngFile,
  seriesSvgFile,
  seriesXlsxFile,
} from '@muster/shared/contract/export'
import { seriesCsvFile, seriesEndpoint } from '@muster/shared/contract/series'
import { EMBED_POLICY } from '../../documents/embed.ts'
import { toPng } from '../../documents/image.ts'
import { type Sheet, toOds, toXlsx } from '../../documents/sheet.ts'
import type { Routes } from '../../platform/http/http-services.ts'
import { type Asked, declareRead, type Taken } from '../../platform/http/route.ts'
import type { Knowledge } from '../../reference/knowledge.ts'
import { areaWordsOf, oursAndParts } from '../../reference/register.ts'
import { seriesCsv } from './csv.ts'
import { seriesEmbed, seriesPicture } from './pictures.ts'
import { findAsked } from './relative.ts'
import { seriesSheets } from './sheet.ts'

type AskedSeries = Asked<typeof seriesEndpoint>

export const seriesRoutes = (routes: Routes, services: Knowledge): void => {
  const find = ({ query }: Taken<typeof seriesEndpoint>) => findAsked(services, query)
  const picture = ({ query }: { query: SeriesPictureQuery }) => seriesPicture(services, query)
  declareRead(routes, seriesEndpoint, find)
  declareRead(routes, seriesCsvFile, (asked) => seriesCsv(find(asked)))
  declareRead(routes, seriesXlsxFile, (asked) => toXlsx(sheetsOf(services, asked)))
  declareRead(routes, seriesOdsFile, (asked) => toOds(sheetsOf(services, asked)))
  declareRead(routes, seriesSvgFile, picture)
  declareRead(routes, seriesPngFile, (asked) => toPng(picture(asked)))
  declareRead(
    routes,
    seriesEmbedFile,
    ({ query, address }) => seriesEmbed(services, query, address.replace(/^[^?]*/, '')),
    { name: null, headers: { 'content-security-policy': EMBED_POLICY, 'x-frame-options': null } },
  )
}

const sheetsOf = (services: Knowledge, { query, address }: AskedSeries): Sheet[] => {
  const reply = findAsked(services, query)
  const register = services.register()
  const shown = reply.series.map(({ area }) => area)
  const { model } = trendChart({
    reply,
    ours: pinnedAreas(shown, oursAndParts(register)),
    areaWords: areaWordsOf(register),
  })()
  return seriesSheets(reply, model, {
    site: register.place.get('title') ?? 'Muster',
    today: services.today(),
    address: address.replace(/\.(xlsx|ods)/, ''),
    licences: reply.sources.map(({ id, title, publisher, url }) => ({
      title,
      publisher,
      url,
      licence: register.sources.get(id)?.licence ?? '',
    })),
  })
}
