/** A review as slides: the screens of the presentation, with native charts that can be edited. */
import type { Review } from '@muster/shared/api/review'
import { formatDate } from '@muster/shared/words/format'
import { type Screen, screensOf } from '@muster/shared/words/review-screens'
import { footOf, signedWords } from '@muster/shared/words/review-standing'
import type { ReviewTable } from '@muster/shared/words/review-table'
import Library from 'pptxgenjs'
import { modelOfChart } from './report.ts'
import { type SlideChart, slideChart } from './to-pptx-data.ts'
import { mendSlides } from './to-pptx-mend.ts'

/** Its types are written for another module system: the import is the class itself. */
const PptxGenJS = Library as unknown as typeof Library.default
type Pptx = InstanceType<typeof PptxGenJS>
type Slide = ReturnType<Pptx['addSlide']>

export const reviewPptx = async (review: Review): Promise<Buffer> => {
  const { model } = review
  const pptx = new PptxGenJS()
  pptx.layout = 'LAYOUT_WIDE'
  pptx.title = `${model.areaName}: review of ${review.name}`
  pptx.author = model.title
  pptx.company = ''
  pptx.theme = { headFontFace: FACE, bodyFontFace: FACE }
  pptx.defineSlideMaster({
    title: 'SCREEN',
    background: { color: 'FFFFFF' },
    objects: [
      {
        placeholder: {
          options: {
            name: 'title',
            type: 'title',
            x: 0.6,
            y: 0.35,
            w: 12.1,
            h: 1.05,
            fontSize: 28,
            bold: true,
            color: INK,
            align: 'left',
            valign: 'top',
            margin: 0,
          },
          text: '',
        },
      },
      {
        text: {
          text: footOf(review),
          options: { x: 0.6, y: 7.0, w: 10.9, h: 0.3, fontSize: 11, color: QUIET, margin: 0 },
        },
      },
    ],
    slideNumber: { x: 12.1, y: 7.0, w: 0.7, h: 0.3, fontSize: 11, color: QUIET, align: 'right' },
  })
  const charts: SlideChart[] = []
  for (const screen of screensOf(model, review.actions)) {
    const slide = pptx.addSlide({ masterName: 'SCREEN' })
    slide.addText(screen.title, { placeholder: 'title' })
    const chart = model.charts.find(({ id }) => id === screen.chart)
    let top = 1.5
    if (screen.lines.length > 0) {
      const height = chart === undefined ? (screen.table === null ? 5.2 : 1.1) : 0.5
      addLines(slide, screen, top, height)
      top += height + 0.1
    }
    if (chart !== undefined) {
      const data = slideChart(chart)
      charts.push(data)
      const { y, axisNote } = modelOfChart(chart, review, { width: 760 })
      if (axisNote !== null) {
        slide.addText(axisNote, {
          x: 0.6,
          y: top - 0.1,
          w: 6,
          h: 0.3,
          fontSize: 14,
          color: QUIET,
          margin: 0,
        })
        top += 0.2
      }
      addChart(
        pptx,
        slide,
        data,
        `${chart.headline}. ${chart.subtitle}. ${chart.summary.join(' ')}`,
        top,
        y.domain,
      )
    }
    if (screen.table !== null) addTable(slide, screen.table, top)
    slide.addNotes(notesOf(review, screen))
  }
  const bytes = (await pptx.write({ outputType: 'nodebuffer' })) as Buffer
  return mendSlides(bytes, charts, review.signed.publishedAt ?? `${model.madeOn}T00:00:00Z`)
}

const addLines = (slide: Slide, screen: Screen, y: number, h: number): void => {
  slide.addText(
    screen.lines.map((line) => ({
      text: line,
      options: {
        breakLine: true,
        paraSpaceAfter: 10,
        ...(screen.lines.length > 1 ? { bullet: true } : {}),
      },
    })),
    {
      x: 0.6,
      y,
      w: 12.1,
      h,
      fontSize: screen.chart === null ? 22 : 16,
      color: screen.chart === null ? INK : QUIET,
      valign: 'top',
      margin: 0,
      fit: 'shrink',
    },
  )
}

const addChart = (
  pptx: Pptx,
  slide: Slide,
  { labels, series }: SlideChart,
  altText: string,
  y: number,
  [valAxisMinVal, valAxisMaxVal]: readonly [number, number],
): void => {
  slide.addChart(
    pptx.ChartType.line,
    // Null is a gap; the library's types know numbers only.
    series.map(({ name, values }) => ({ name, labels, values: values as number[] })),
    {
      x: 0.6,
      y,
      w: 12.1,
      h: 6.85 - y,
      altText,
      displayBlanksAs: 'gap',
      showLegend: false,
      showTitle: false,
      lineDataSymbol: 'none',
      chartColors: series.map(({ tone }) =>
        tone === 'ours' ? '12436D' : tone === 'promise' ? '3D3D3D' : '919397',
      ),
      catAxisLabelFontSize: 14,
      valAxisLabelFontSize: 14,
      catAxisLabelColor: QUIET,
      valAxisLabelColor: QUIET,
      catAxisLabelFrequency: String(Math.max(1, Math.ceil(labels.length / 8))),
      catGridLine: { style: 'none' },
      valGridLine: { color: 'D8DBDE', size: 0.75 },
      valAxisLabelFormatCode: '#,##0',
      valAxisMinVal,
      valAxisMaxVal,
      layout: { x: 0.07, y: 0.04, w: 0.72, h: 0.84 },
      lang: 'en-GB',
    },
  )
}

const addTable = (slide: Slide, table: ReviewTable, y: number): void => {
  const cell = (text: string, numeric: boolean, bold: boolean) => ({
    text,
    options: { bold, align: numeric ? ('right' as const) : ('left' as const), color: INK },
  })
  slide.addTable(
    [
      table.columns.map(({ label, numeric }) => cell(label, numeric, true)),
      ...table.rows.map((row) =>
        row.map(({ text }, index) =>
          cell(text, table.columns[index]?.numeric === true, index === 0),
        ),
      ),
    ],
    {
      x: 0.6,
      y,
      w: 12.1,
      fontSize: 16,
      border: { type: 'solid', pt: 0.75, color: 'D8DBDE' },
      colW: widths(table),
      margin: 0.06,
      valign: 'top',
    },
  )
}

/** Numbers need little room; words share the rest by the longest of them. */
const widths = ({ columns, rows }: ReviewTable): number[] => {
  const needs = columns.map(({ label }, index) =>
    Math.max(
      label.length + 3,
      ...rows.map((row) => Math.min(60, (row[index]?.text.length ?? 0) + 2)),
      8,
    ),
  )
  const sum = needs.reduce((all, need) => all + need, 0)
  return needs.map((need) => (12.1 * need) / sum)
}

const notesOf = (review: Review, screen: Screen): string => {
  const { model } = review
  const rows = screen.evidence.flatMap(
    (id) => model.evidence.find(({ observation }) => observation === id) ?? [],
  )
  const chart = model.charts.find(({ id }) => id === screen.chart)
  return [
    ...screen.notes,
    ...(screen.asked.length === 0 ? [] : ['', 'Likely questions:', ...screen.asked]),
    '',
    'Sources:',
    ...(chart?.reply.sources ?? []).map(
      ({ publisher, title, url }) => `${publisher}, ${title}. ${url}`,
    ),
    ...rows.map(
      ({ label, date, source, edition, where }) =>
        `${label}, ${formatDate(date)}: ${[source, edition, where].filter((part) => part !== '').join('; ')}`,
    ),
    '',
    signedWords(review),
    footOf(review),
  ].join('\n')
}

const FACE = 'Arial'
const INK = '0B0C0C'
const QUIET = '44494F'
