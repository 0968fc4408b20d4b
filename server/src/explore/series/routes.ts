import { trendChart } from '@muster/shared/charts/kinds/trend'
import { pinnedAreas } from '@muster/shared/charts/model/pinned'
import { API_ROOT } from '@muster/shared/contract/endpoint'
import {
  SeriesPictureQuery,
  seriesOds,
  seriesPng,
  seriesSvg,
  seriesXlsx,
} from '@muster/shared/contract/export'
import { SeriesQuery, seriesEndpoint } from '@muster/shared/contract/series'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { EMBED_POLICY } from '../../documents/embed.ts'
import { declareFile } from '../../documents/file-route.ts'
import { toPng } from '../../documents/image.ts'
import { type Sheet, toOds, toXlsx } from '../../documents/sheet.ts'
import { parseQuery } from '../../platform/http/query.ts'
import { declareGet } from '../../platform/http/route.ts'
import { areaWordsOf, oursAndParts } from '../../reference/register.ts'
import type { Services } from '../../services.ts'
import { seriesCsv } from './csv.ts'
import { seriesEmbed, seriesPicture } from './pictures.ts'
import { findAsked } from './relative.ts'
import { seriesSheets } from './sheet.ts'

export const seriesRoutes = (app: FastifyInstance, services: Services): void => {
  declareGet(
    app,
    services,
    seriesEndpoint,
    (given, { query }) => findAsked(given, query),
    seriesCsv,
  )
  const file = (target: typeof seriesXlsx | typeof seriesPng) => ({
    path: API_ROOT + target.path,
    type: target.file ?? 'application/octet-stream',
    name: `muster-${target.path.slice(1)}`,
  })
  declareFile(app, services, {
    ...file(seriesXlsx),
    make: (request) => toXlsx(sheetsOf(services, request)),
  })
  declareFile(app, services, {
    ...file(seriesOds),
    make: (request) => toOds(sheetsOf(services, request)),
  })
  const picture = (request: FastifyRequest): string =>
    seriesPicture(services, parseQuery(SeriesPictureQuery, request.query))
  declareFile(app, services, {
    ...file(seriesSvg),
    make: (request) => Buffer.from(picture(request)),
  })
  declareFile(app, services, { ...file(seriesPng), make: (request) => toPng(picture(request)) })
  declareFile(app, services, {
    path: '/embed/series',
    type: 'text/html; charset=utf-8',
    name: null,
    headers: { 'content-security-policy': EMBED_POLICY },
    withoutHeaders: ['x-frame-options'],
    make: (request) =>
      Buffer.from(
        seriesEmbed(
          services,
          parseQuery(SeriesPictureQuery, request.query),
          (request.raw.url ?? '').replace(/^[^?]*/, ''),
        ),
      ),
  })
}

const sheetsOf = (services: Services, request: FastifyRequest): Sheet[] => {
  const reply = findAsked(services, parseQuery(SeriesQuery, request.query))
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
    address: (request.raw.url ?? '').replace(/\.(xlsx|ods)/, ''),
    licences: reply.sources.map(({ id, title, publisher, url }) => ({
      title,
      publisher,
      url,
      licence: register.sources.get(id)?.licence ?? '',
    })),
  })
}
