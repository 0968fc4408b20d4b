/** The rows of a series reply as a table for files: codes and names, value, reason, source. */
import type { SeriesReply } from '@muster/shared/api/series'
import { toCsv } from '../http/csv.ts'

export const seriesCsv = (reply: SeriesReply): string => {
  const sources = new Map(reply.sources.map((source) => [source.id, source]))
  return toCsv(
    [
      'area',
      'area_name',
      'metric',
      'basis',
      'per',
      'unit',
      'date',
      'value',
      'missing',
      'why',
      'trust',
      'flags',
      'source',
      'source_title',
      'publisher',
      'observation',
    ],
    reply.series.flatMap((series) =>
      series.points.map((point) => [
        series.area,
        series.name,
        reply.metric,
        reply.basis,
        reply.per,
        reply.unit,
        point.date,
        point.value,
        point.missing,
        point.why ?? null,
        point.trust,
        point.flags.join(';'),
        point.source,
        sources.get(point.source)?.title ?? null,
        sources.get(point.source)?.publisher ?? null,
        point.observation,
      ]),
    ),
  )
}
