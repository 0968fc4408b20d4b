/** A view as a file: sheets and pictures of the same figures, with their sources inside. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { CommaList, NoParams } from './query.ts'
import { RankingQuery } from './ranking.ts'
import { SeriesQuery } from './series.ts'

/** Width and height of a picture in pixels. */
const PICTURE_SIZES = ['1600x900', '1200x1200'] as const
export type PictureSize = (typeof PICTURE_SIZES)[number]

const Size = z.enum(PICTURE_SIZES).default('1600x900')
const Pinned = CommaList.optional().meta({
  description: 'Areas drawn dark, the others grey; left out, those that the place is about.',
})

export const SeriesPictureQuery = SeriesQuery.extend({
  size: Size,
  show: z.enum(['lines', 'small']).default('lines'),
  events: z.enum(['hide']).optional(),
  pinned: Pinned,
})
export type SeriesPictureQuery = z.output<typeof SeriesPictureQuery>

export const RankingPictureQuery = RankingQuery.extend({ size: Size, pinned: Pinned })
export type RankingPictureQuery = z.output<typeof RankingPictureQuery>

const file = <Query extends z.ZodType>(path: string, summary: string, type: string, query: Query) =>
  endpoint({
    method: 'GET',
    path,
    tag: 'Files',
    summary,
    params: NoParams,
    query,
    reply: z.string(),
    file: type,
  })

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const ODS_TYPE = 'application/vnd.oasis.opendocument.spreadsheet'

export const seriesXlsx = file(
  '/series.xlsx',
  'Time series as a workbook: cover, notes, figures',
  XLSX_TYPE,
  SeriesQuery,
)
export const seriesOds = file(
  '/series.ods',
  'Time series as an OpenDocument sheet: cover, notes, figures',
  ODS_TYPE,
  SeriesQuery,
)
export const seriesSvg = file(
  '/series.svg',
  'Time series as a picture of lines or small multiples, its text still text',
  'image/svg+xml',
  SeriesPictureQuery,
)
export const seriesPng = file(
  '/series.png',
  'Time series as a picture of lines or small multiples',
  'image/png',
  SeriesPictureQuery,
)
export const rankingsSvg = file(
  '/rankings.svg',
  'Areas in order of one figure as a picture, its text still text',
  'image/svg+xml',
  RankingPictureQuery,
)
export const rankingsPng = file(
  '/rankings.png',
  'Areas in order of one figure as a picture',
  'image/png',
  RankingPictureQuery,
)

export const FILE_ENDPOINTS = [
  seriesXlsx,
  seriesOds,
  seriesSvg,
  seriesPng,
  rankingsSvg,
  rankingsPng,
] as const
