import { API_ROOT } from '@muster/shared/contract/endpoint'
import { RankingPictureQuery, rankingsPng, rankingsSvg } from '@muster/shared/contract/export'
import { rankingsEndpoint } from '@muster/shared/contract/ranking'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { declareFile } from '../../documents/file-route.ts'
import { toPng } from '../../documents/image.ts'
import { toCsv } from '../../platform/http/csv.ts'
import { parseQuery } from '../../platform/http/query.ts'
import { declareGet } from '../../platform/http/route.ts'
import type { Services } from '../../services.ts'
import { rankingPicture } from './pictures.ts'
import { findRanking } from './queries.ts'

export const rankingRoutes = (app: FastifyInstance, services: Services): void => {
  const picture = (request: FastifyRequest): string =>
    rankingPicture(services, parseQuery(RankingPictureQuery, request.query))
  declareFile(app, services, {
    path: API_ROOT + rankingsSvg.path,
    type: 'image/svg+xml',
    name: 'muster-rankings.svg',
    make: (request) => Buffer.from(picture(request)),
  })
  declareFile(app, services, {
    path: API_ROOT + rankingsPng.path,
    type: 'image/png',
    name: 'muster-rankings.png',
    make: (request) => toPng(picture(request)),
  })
  declareGet(
    app,
    services,
    rankingsEndpoint,
    (given, { query }) => findRanking(given, query),
    (rows) =>
      toCsv(
        COLUMNS,
        rows.map((row) => COLUMNS.map((column) => flat(row[column]))),
      ),
  )
}

const COLUMNS = [
  'area',
  'name',
  'date',
  'value',
  'missing',
  'unit',
  'rank',
  'rankFrom',
  'rankTo',
  'of',
  'trust',
  'flags',
  'denominator',
  'source',
  'observation',
] as const

const flat = (value: string | number | readonly string[] | null): string | number | null =>
  Array.isArray(value) ? value.join(';') : (value as string | number | null)
