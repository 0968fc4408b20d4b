/** A series reply as a workbook: a cover that says what it is, the notes, and one table of figures. */

import type { TrendModel } from '@muster/shared/charts/model/trend-model'
import type { SeriesReply } from '@muster/shared/contract/series'
import { formatDate } from '@muster/shared/words/format'
import { BASIS_TERMS, FLAG_TERMS, MISSING_TERMS, TRUST_TERMS } from '@muster/shared/words/terms'
import type { Cell, PlainCell, Sheet } from '../../documents/sheet.ts'

export type SheetContext = {
  site: string
  /** The day on which it is made. */
  today: string
  address: string
  licences: readonly { title: string; publisher: string; url: string; licence: string }[]
}

export const seriesSheets = (
  reply: SeriesReply,
  model: Pick<TrendModel, 'headline' | 'subtitle' | 'summary' | 'notes'>,
  context: SheetContext,
): Sheet[] => [
  { name: 'Cover', widths: [26, 100], heading: false, rows: coverRows(reply, model, context) },
  { name: 'Notes', widths: [26, 100], heading: true, rows: noteRows(model) },
  {
    name: 'Figures',
    widths: SERIES_COLUMNS.map(({ width }) => width),
    heading: true,
    rows: [SERIES_COLUMNS.map(({ name }) => name), ...seriesRows(reply)],
  },
]

/** One row a value; the codes of a missing value stand in a column of their own. */
export const seriesRows = (reply: SeriesReply): PlainCell[][] => {
  const sources = new Map(reply.sources.map((source) => [source.id, source]))
  return reply.series.flatMap((series) =>
    series.points.map((point) =>
      SERIES_COLUMNS.map(({ of }) => of(reply, series, point, sources.get(point.source))),
    ),
  )
}

type Series = SeriesReply['series'][number]

type Column = {
  name: string
  width: number
  of: (
    reply: SeriesReply,
    series: Series,
    point: Series['points'][number],
    source: SeriesReply['sources'][number] | undefined,
  ) => PlainCell
}

export const SERIES_COLUMNS: readonly Column[] = [
  { name: 'area', width: 12, of: (_, series) => series.area },
  { name: 'area_name', width: 24, of: (_, series) => series.name },
  { name: 'metric', width: 24, of: (reply) => reply.metric },
  { name: 'basis', width: 11, of: (reply) => reply.basis },
  { name: 'per', width: 15, of: (reply) => reply.per },
  { name: 'unit', width: 26, of: (reply) => reply.unit },
  { name: 'date', width: 12, of: (_reply, _series, point) => point.date },
  { name: 'value', width: 14, of: (_reply, _series, point) => point.value },
  { name: 'missing', width: 9, of: (_reply, _series, point) => point.missing },
  { name: 'why', width: 40, of: (_reply, _series, point) => point.why ?? null },
  { name: 'trust', width: 12, of: (_reply, _series, point) => point.trust },
  { name: 'flags', width: 14, of: (_reply, _series, point) => point.flags.join(';') },
  { name: 'source', width: 24, of: (_reply, _series, point) => point.source },
  { name: 'source_title', width: 40, of: (_r, _s, _p, source) => source?.title ?? null },
  { name: 'publisher', width: 32, of: (_r, _s, _p, source) => source?.publisher ?? null },
  { name: 'observation', width: 22, of: (_reply, _series, point) => point.observation },
]

const coverRows = (
  reply: SeriesReply,
  { headline, subtitle, summary }: Pick<TrendModel, 'headline' | 'subtitle' | 'summary'>,
  { site, today, address, licences }: SheetContext,
): Cell[][] => [
  ['Title', headline],
  ['What it shows', subtitle],
  ['In words', summary.join(' ')],
  ['Measure', reply.about.name],
  ['Definition', reply.about.definition],
  ['Basis', BASIS_TERMS[reply.basis].label],
  ['Unit', reply.unit],
  [
    'Figures available on',
    reply.asOf === null ? `${formatDate(today)}, the latest figures` : formatDate(reply.asOf),
  ],
  ['Data version', reply.dataVersion],
  ['Made', `${formatDate(today)} by ${site}`],
  ['Address', address],
  ...licences.map(({ title, publisher, url, licence }): Cell[] => [
    'Source',
    [`${publisher}, ${title}`, url, licence].filter((part) => part !== '').join('. '),
  ]),
  ['Sheets', 'Notes: what to know before you use them. Figures: one row a value.'],
]

const noteRows = ({ notes }: Pick<TrendModel, 'notes'>): Cell[][] => [
  ['Code', 'Meaning'],
  ...notes.map((note): Cell[] => ['Note', note]),
  ...Object.entries(MISSING_TERMS).map(([code, term]): Cell[] => [
    `missing: ${code}`,
    `${term.mark} ${term.label}. ${term.definition}`,
  ]),
  ...Object.entries(FLAG_TERMS).map(([code, term]): Cell[] => [
    `flags: ${code}`,
    `${term.mark} ${term.label}. ${term.definition}`,
  ]),
  ...Object.entries(TRUST_TERMS).map(([code, term]): Cell[] => [
    `trust: ${code}`,
    `${term.label}. ${term.definition}`,
  ]),
]
