/** The rows of a series reply as a table for files: codes and names, value, reason, source. */
import type { SeriesReply } from '@muster/shared/contract/series'
import { toCsv } from '../../platform/http/csv.ts'
import { SERIES_COLUMNS, seriesRows } from './sheet.ts'

export const seriesCsv = (reply: SeriesReply): string =>
  toCsv(
    SERIES_COLUMNS.map(({ name }) => name),
    seriesRows(reply),
  )
