/**
 * A reply of series as everything that a picture of it needs, in pixels and words. React, SVG and
 * slides only draw it. It is plain data: it can be sent, kept and compared.
 */
import type { Mark, SeriesReply } from '../../contract/series.ts'
import { isFlow } from '../../domain/series/metric.ts'
import type { Measure } from '../../words/measure.ts'
import { partLines, type SeriesLine, seriesLines } from '../lines/trend-lines.ts'
import { subjectOf } from '../words/finding.ts'
import { type HeadlineContext, splitHeadline, trendHeadline } from '../words/headline.ts'
import { neutralHeadline, trendSubtitle } from '../words/subtitle.ts'
import { markWords, trendSummary } from '../words/summary.ts'
import { type TableModel, trendTable } from '../words/table-model.ts'
import { atAGlance, type Chart, type ChartSize } from './chart.ts'
import { shownMarks } from './marks.ts'
import { measureOf, plainMeasureOf } from './relative-reply.ts'
import { type TrendLayout, trendLayout } from './trend-layout.ts'

export type TrendOptions = ChartSize & {
  /** Codes of the areas that are ours, the main one first. */
  ours: readonly string[]
  /** The words of the place reply: `bcu.plural` → `BCUs`. */
  areaWords?: Readonly<Record<string, string>> | undefined
}

export type TrendModel = Chart & TrendLayout & { kind: 'trend'; measure: Measure }

export const trendModel = (reply: SeriesReply, options: TrendOptions): TrendModel => {
  const lines = seriesLines(reply, options.ours)
  const context = contextOf(reply, options.areaWords ?? {})
  const parts = partLines(reply, options.ours)
  const layout = trendLayout([...lines, ...parts], reply, context.measure, options)
  const headline = splitHeadline(
    trendHeadline(lines, context) ?? neutralHeadline(lines, context),
    subjectOf(lines),
    reply,
  )
  const subtitle = trendSubtitle(lines, context)
  const marks = shownMarks(reply.marks, lines, layout.x)
  const sentences = trendSummary(lines, context, {
    headline,
    marks,
    targets: reply.targets,
    axisNote: layout.axisNote,
  })
  let table: TableModel | undefined
  return {
    kind: 'trend',
    width: options.width,
    measure: context.measure,
    headline,
    subtitle,
    ...atAGlance(sentences, [
      ...marks.map((mark) => noteOf(mark)),
      ...withoutBase(reply),
      ...reply.notes.map((note) => note.text),
    ]),
    sources: reply.sources,
    ...layout,
    // A page makes the model at several widths and shows one table: it is made when asked for.
    get table() {
      table ??= trendTable(
        reply.relative ? held(lines) : [...lines, ...parts],
        context.measure,
        subtitle,
        marks,
      )
      return table
    },
  }
}

const contextOf = (
  reply: SeriesReply,
  areaWords: Readonly<Record<string, string>>,
): HeadlineContext => ({
  measure: measureOf(reply),
  isFlow: isFlow(reply.about),
  areaWords,
  ...(reply.relative === undefined
    ? {}
    : { relative: { ...reply.relative, plain: plainMeasureOf(reply) } }),
})

/** What cannot be compared with the date is counted in words; rows of nothing else would bury the rest. */
const held = (lines: readonly SeriesLine[]): SeriesLine[] =>
  lines.map((line) => ({
    ...line,
    points: line.points.filter((point) => point.value !== null || point.missing !== 'z'),
  }))

/** Lines that cannot be compared with the date are named, not silently left out. */
const withoutBase = ({ relative }: SeriesReply): string[] =>
  (relative?.without ?? []).map(({ name, why }) => `${name}: ${why}`)

const noteOf = (mark: Mark): string =>
  mark.note === '' ? `${markWords(mark)}.` : `${markWords(mark)}. ${mark.note}`
