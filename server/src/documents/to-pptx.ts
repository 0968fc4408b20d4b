/** A review as slides: the screens of the presentation, with native charts that can be edited. */
import { reviewChart } from '@muster/shared/charts/review-chart'
import type { Review } from '@muster/shared/contract/review'
import { formatDate } from '@muster/shared/words/format'
import { type Screen, screensOf } from '@muster/shared/words/reviews/screens'
import { footOf, signedWords } from '@muster/shared/words/reviews/signature'
import Library from 'pptxgenjs'
import { serialOf, slideChart } from './to-pptx-data.ts'
import { PLOT, type PlacedChart } from './to-pptx-labels.ts'
import { mendSlides } from './to-pptx-mend.ts'
import { addTable } from './to-pptx-table.ts'

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
          options: { x: 0.6, y: 7.0, w: 10.9, h: 0.3, fontSize: 12, color: QUIET, margin: 0 },
        },
      },
    ],
    slideNumber: { x: 12.1, y: 7.0, w: 0.7, h: 0.3, fontSize: 12, color: QUIET, align: 'right' },
  })
  const charts: PlacedChart[] = []
  for (const screen of screensOf(model, review.actions)) {
    const slide = pptx.addSlide({ masterName: 'SCREEN' })
    // The size of a placeholder stands above that of a text, but not above that of its letters.
    slide.addText([{ text: screen.title, options: { fontSize: sizeOf(TITLES, screen.title) } }], {
      placeholder: 'title',
    })
    const chart = model.charts.find(({ id }) => id === screen.chart)
    let top = 1.5
    if (screen.lines.length > 0) {
      const height = chart === undefined ? (screen.table === null ? 5.2 : 1.1) : 0.5
      addLines(slide, screen, top, height)
      top += height + 0.1
    }
    if (chart !== undefined) {
      const data = slideChart(chart)
      const { y, axisNote } = reviewChart(chart, review)().model
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
      const placed = { ...data, domain: y.domain, height: BOTTOM - top }
      charts.push(placed)
      const altText = `${chart.headline}. ${chart.subtitle}. ${chart.summary.join(' ')}`
      addChart(slide, placed, { type: pptx.ChartType.line, altText, y: top })
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
      fontSize: screen.chart === null ? 22 : sizeOf(SUBTITLES, screen.lines.join(' ')),
      color: screen.chart === null ? INK : QUIET,
      valign: 'top',
      margin: 0,
      fit: 'shrink',
    },
  )
}

const addChart = (
  slide: Slide,
  { months, series, unit, domain, height }: PlacedChart,
  { type, altText, y }: { type: Pptx['ChartType']['line']; altText: string; y: number },
): void => {
  const [valAxisMinVal, valAxisMaxVal] = domain
  slide.addChart(
    type,
    // Null is a gap; the library's types know numbers only.
    series.map(({ name, values }) => ({
      name,
      labels: months.map((month) => String(serialOf(month))),
      values: values as number[],
    })),
    {
      x: 0.6,
      y,
      w: 12.1,
      h: height,
      altText,
      displayBlanksAs: 'gap',
      showLegend: false,
      showTitle: false,
      lineDataSymbol: 'none',
      chartColors: series.map(({ tone }) =>
        tone === 'ours' ? '12436D' : tone === 'promise' ? '3D3D3D' : '919397',
      ),
      catAxisLabelFontSize: 16,
      valAxisLabelFontSize: 16,
      catAxisLabelColor: QUIET,
      valAxisLabelColor: QUIET,
      catLabelFormatCode: 'mmm yyyy',
      catGridLine: { style: 'none' },
      valGridLine: { color: 'D8DBDE', size: 0.75 },
      valAxisLabelFormatCode: unit === 'percent' ? '#,##0"%"' : '#,##0',
      valAxisMinVal,
      valAxisMaxVal,
      layout: PLOT,
      lang: 'en-GB',
    },
  )
}

/** The size at which a text keeps to its room: two lines of a title, one of a subtitle. */
const sizeOf = (sizes: readonly { most: number; size: number }[], text: string): number =>
  sizes.find(({ most }) => text.length <= most)?.size ?? 18

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

const TITLES = [
  { most: 110, size: 28 },
  { most: 128, size: 24 },
  { most: 230, size: 20 },
]
const SUBTITLES = [
  { most: 95, size: 18 },
  { most: 108, size: 16 },
  { most: 1_000, size: 14 },
]
/** In inches: where the room of a chart ends. */
const BOTTOM = 6.85
const FACE = 'Arial'
const INK = '0B0C0C'
const QUIET = '44494F'
