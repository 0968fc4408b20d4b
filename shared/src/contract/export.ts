/** A view as a file: sheets and pictures of the same figures, with their sources inside. */
import { z } from 'zod'
import { FILE_TYPES, FileBytes, fileOf, read } from './endpoint.ts'
import { CommaList } from './query.ts'
import { RankingQuery, rankingsEndpoint } from './ranking.ts'
import { SeriesQuery, seriesEndpoint } from './series.ts'

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

const seriesPicture = { ...seriesEndpoint, query: SeriesPictureQuery }
const rankingsPicture = { ...rankingsEndpoint, query: RankingPictureQuery }

export const seriesXlsxFile = fileOf(
  seriesEndpoint,
  'xlsx',
  'Time series as a workbook: cover, notes, figures',
)
export const seriesOdsFile = fileOf(
  seriesEndpoint,
  'ods',
  'Time series as an OpenDocument sheet: cover, notes, figures',
)
export const seriesSvgFile = fileOf(
  seriesPicture,
  'svg',
  'Time series as a picture of lines or small multiples, its text still text',
)
export const seriesPngFile = fileOf(
  seriesPicture,
  'png',
  'Time series as a picture of lines or small multiples',
)
export const rankingsSvgFile = fileOf(
  rankingsPicture,
  'svg',
  'Areas in order of one figure as a picture, its text still text',
)
export const rankingsPngFile = fileOf(
  rankingsPicture,
  'png',
  'Areas in order of one figure as a picture',
)

/** A small page for another website's frame; it runs no script. */
export const seriesEmbedFile = read('embedSeries', '/embed/series', {
  root: '',
  tag: 'Files',
  summary: 'Time series as a page that any website may frame: picture, words, table, source',
  query: SeriesPictureQuery,
  reply: FileBytes,
  file: FILE_TYPES.html,
})
