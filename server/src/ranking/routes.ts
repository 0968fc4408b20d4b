import { rankingsEndpoint } from '@muster/shared/api/ranking'
import type { FastifyInstance } from 'fastify'
import { toCsv } from '../http/csv.ts'
import { declareGet } from '../http/route.ts'
import type { Services } from '../services.ts'
import { findRanking } from './queries.ts'

export const rankingRoutes = (app: FastifyInstance, services: Services): void => {
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
