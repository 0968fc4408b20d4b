import {
  type RankingPictureQuery,
  rankingsPngFile,
  rankingsSvgFile,
} from '@muster/shared/contract/export'
import { rankingsCsvFile, rankingsEndpoint } from '@muster/shared/contract/ranking'
import { toPng } from '../../documents/image.ts'
import { toCsv } from '../../platform/http/csv.ts'
import type { Routes } from '../../platform/http/http-services.ts'
import { declareRead, type Taken } from '../../platform/http/route.ts'
import type { Knowledge } from '../../reference/knowledge.ts'
import { rankingPicture } from './pictures.ts'
import { findRanking } from './queries.ts'

export const rankingRoutes = (routes: Routes, services: Knowledge): void => {
  const find = ({ query }: Taken<typeof rankingsEndpoint>) => findRanking(services, query)
  const picture = ({ query }: { query: RankingPictureQuery }) => rankingPicture(services, query)
  declareRead(routes, rankingsEndpoint, find)
  declareRead(routes, rankingsCsvFile, (asked) =>
    toCsv(
      COLUMNS,
      find(asked).map((row) => COLUMNS.map((column) => flat(row[column]))),
    ),
  )
  declareRead(routes, rankingsSvgFile, picture)
  declareRead(routes, rankingsPngFile, (asked) => toPng(picture(asked)))
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
