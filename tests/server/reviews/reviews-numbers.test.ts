/**
 * One quarter through everything that shows it: JSON, page, offline file, CSV, XLSX, slides and the
 * sheets behind them, SVG, PDF. Every number of every chart and every gap has to be the same everywhere.
 */
import { spawnSync } from 'node:child_process'
import type { Book } from '@muster/server/files/cells/sheet'
import { readCsv } from '@muster/server/files/csv/read-csv'
import { readXlsx } from '@muster/server/files/xlsx/read-xlsx'
import { unzip } from '@muster/server/files/zip/unzip'
import { trendChart } from '@muster/shared/charts/kinds/trend'
import { svgOf } from '@muster/shared/charts/stills/svg'
import type { Review, ReviewChart } from '@muster/shared/contract/review'
import { formatDate, formatShortMonth } from '@muster/shared/words/format'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { openTestApp } from '../../support/app.ts'
import { CLIENT_DIST } from '../../support/browser.ts'

const { get, json } = await openTestApp({ clientDist: CLIENT_DIST })

const review = await json<Review>('/reviews/2024-Q1')
const { charts, measures } = review.model
const bytesOf = async (path: string): Promise<Buffer> => (await get(path)).rawPayload
const archive = unzipSync(await bytesOf('/api/v1/reviews/2024-Q1.zip'))
const slides = unzipSync(await bytesOf('/api/v1/reviews/2024-Q1.pptx'))
const workbook = readXlsx(unzip(await bytesOf('/api/v1/reviews/2024-Q1.xlsx')))
const file = strFromU8(await bytesOf('/api/v1/reviews/2024-Q1.html'))
const page = strFromU8(await bytesOf('/reviews/2024-Q1')).split('<script')[0] ?? ''

/** A gap is `null`, and must be there as a row. */
type Row = { area: string; date: string; value: number | null; observation: string }

const rowsOf = ({ reply }: ReviewChart): Row[] =>
  reply.series.flatMap(({ name, points }) =>
    points.map(({ date, value, observation }) => ({
      area: name,
      date: formatDate(date),
      value,
      observation,
    })),
  )

const bare = (rows: readonly Row[]) => rows.map(({ area, date, value }) => ({ area, date, value }))

test('the quarter has what can go wrong: gaps, sums, shares and unverified figures', () => {
  const points = charts.flatMap(({ reply }) => reply.series.flatMap((series) => series.points))
  expect(points.length).toBeGreaterThan(300)
  expect(points.filter(({ value }) => value === null).length).toBeGreaterThan(0)
  for (const flag of ['sum', 'derived'] as const)
    expect(points.some(({ flags }) => flags.includes(flag))).toBe(true)
  expect(points.some(({ trust }) => trust === 'unverified')).toBe(true)
})

describe.each(charts.map((chart, index) => ({ name: chart.id, chart, index })))(
  '$name has the same numbers and the same gaps',
  ({ chart, index }) => {
    const wanted = rowsOf(chart)

    test('in the CSV of the archive', () => {
      const book = readCsv(archive[`tables/${chart.id}.csv`] ?? new Uint8Array(), 'x.csv')
      expect(bare(tableOf(book, ''))).toEqual(bare(wanted))
    })

    test('in the workbook', () => {
      expect(bare(tableOf(workbook, chart.id.slice(0, 31)))).toEqual(bare(wanted))
    })

    test('in the offline file, where each number leads to a row of a source', () => {
      const rows = htmlRows(file, chart.id)
      expect(rows.map(({ area, date, value }) => ({ area, date, value }))).toEqual(bare(wanted))
      for (const { value, link } of rows)
        if (value !== null) expect(file).toContain(`id="${link?.slice(1)}"`)
    })

    test('on the page, rounded as it is read, each a link to its evidence', () => {
      for (const { value, observation } of wanted.filter((row) => row.value !== null)) {
        const shown = evidenceTexts(page, observation)
        expect(shown.length).toBeGreaterThan(0)
        for (const text of shown)
          expect(Math.abs(numberIn(text) - (value ?? 0))).toBeLessThan(0.0501)
      }
    })

    test('on the slide and in the sheet behind it, with nothing where there is a gap', () => {
      const xml = strFromU8(slides[`ppt/charts/chart${index + 1}.xml`] ?? new Uint8Array())
      expect(xml).toContain('<c:dispBlanksAs val="gap"/>')
      expect(xml).not.toContain('<c:v></c:v>')
      const inner = readXlsx(
        unzip(
          slides[`ppt/embeddings/Microsoft_Excel_Worksheet${index + 1}.xlsx`] ?? new Uint8Array(),
        ),
      )
      for (const { name, points } of chart.reply.series) {
        const values = points.map(({ date, value }) => ({ month: shortOf(date), value }))
        const known = values.filter(({ value }) => value !== null)
        const drawn = slideSeries(xml).filter(
          (series) => series.name === name || series.name.startsWith(`${name}, from`),
        )
        expect(drawn.flatMap((series) => series.values)).toEqual(known)
        expect(sheetSeries(inner, name)).toEqual(known)
      }
    })

    test('in the picture: a line for each unbroken run, its corners at the values', () => {
      const still = trendChart({ reply: chart.reply, ours: chart.ours })()
      const { model } = still
      const svg = svgOf(still)
      const runs = model.lines.flatMap((line) => line.runs)
      const paths = [...svg.matchAll(/<path class="line (?:ours|other)"[^>]* d="([^"]+)"/g)].map(
        ([, d]) => d ?? '',
      )
      expect(paths).toHaveLength(runs.length)
      const [bottom, top] = model.y.range
      const [low, high] = model.y.domain
      const read = paths.flatMap((path) =>
        [...path.matchAll(/[ML]?\s*[-\d.]+[ ,]([-\d.]+)/g)].map(
          ([, y]) => low + ((Number(y) - bottom) / (top - bottom)) * (high - low),
        ),
      )
      const values = runs.flatMap((run) => run.map(({ value }) => value))
      expect(read).toHaveLength(values.length)
      read.forEach((value, place) => {
        expect(Math.abs(value - (values[place] ?? 0))).toBeLessThan((high - low) / 1_000)
      })
      const drawn = model.lines.flatMap((line) => line.points).length
      expect(drawn).toBe(wanted.filter(({ value }) => value !== null).length)
    })
  },
)

/** The printed review as text; null where no browser or no reader of PDF is on the machine. */
const printed = pdfText(archive['review-2024-Q1.pdf'])

describe.skipIf(printed === null)(
  `the printed review${printed === null ? ' (skipped: pdftotext is not installed here)' : ''}`,
  () => {
    const words = (printed ?? '').replaceAll('−', '-').split(/\s+/)
    const times = (word: string): number => words.filter((one) => one === word).length

    test('has every number of every chart, as often as the page has it', () => {
      const wanted = new Map<string, number>()
      for (const { observation, value } of charts.flatMap(rowsOf))
        for (const text of value === null ? [] : new Set(evidenceTexts(page, observation)))
          wanted.set(text, (wanted.get(text) ?? 0) + 1)
      expect(wanted.size).toBeGreaterThan(200)
      for (const [text, count] of wanted)
        expect(`${text}: ${Math.min(count, times(text.replaceAll('−', '-')))}`).toBe(
          `${text}: ${count}`,
        )
    })

    test('has for every gap its mark, and the change of every measure', () => {
      const gaps = charts.flatMap(rowsOf).filter(({ value }) => value === null)
      expect(times('[x]')).toBeGreaterThanOrEqual(gaps.length)
      for (const { onQuarter, onYear } of measures)
        for (const change of [onQuarter, onYear])
          if (change !== null && Number.isInteger(change) && change !== 0)
            expect(times(`${change > 0 ? '+' : ''}${change}`)).toBeGreaterThan(0)
    })
  },
)

test('the table of measures has the same values on page, in file, CSV and workbook', () => {
  const wanted = measures.map(({ now, quarterBefore, onQuarter, yearBefore, onYear }) => [
    now?.value ?? null,
    quarterBefore?.value ?? null,
    onQuarter,
    yearBefore?.value ?? null,
    onYear,
  ])
  const csv = readCsv(archive['tables/measures.csv'] ?? new Uint8Array(), 'x.csv')
  const inColumns = (book: Book, sheet: string, columns: readonly number[]) =>
    gridOf(book, sheet)
      .slice(1)
      .map((row) => columns.map((column) => numberOrGap(row.get(column))))
  expect(inColumns(csv, '', [4, 7, 10, 13, 16])).toEqual(wanted)
  expect(inColumns(workbook, 'measures', [4, 5, 6, 7, 8])).toEqual(wanted)
  for (const html of [page, file]) expect(dataValues(html)).toEqual(wanted)
})

test('the slides have titles as titles, headings in tables, words for each picture, sources in the notes', () => {
  const names = Object.keys(slides).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
  expect(names.length).toBeGreaterThan(6)
  expect(names.length).toBeLessThanOrEqual(12)
  for (const name of names) {
    const xml = strFromU8(slides[name] ?? new Uint8Array())
    expect(xml).toMatch(/<p:ph[^>]* type="title"/)
    for (const [table] of xml.matchAll(/<a:tblPr[^>]*>/g)) expect(table).toContain('firstRow="1"')
    for (const [frame] of xml.matchAll(/<p:graphicFrame>.*?<\/p:nvGraphicFramePr>/gs))
      if (frame.includes('Chart')) expect(frame).toMatch(/descr="[^"]{20,}"/)
    const notes = strFromU8(
      slides[name.replace('slides/slide', 'notesSlides/notesSlide')] ?? new Uint8Array(),
    )
    expect(notes).toContain('Sources:')
  }
})

test('the archive holds the hash of each of its files', async () => {
  const sums = strFromU8(archive.SHA256SUMS ?? new Uint8Array())
    .trim()
    .split('\n')
  expect(sums.length).toBe(Object.keys(archive).length - 1)
  for (const line of sums) {
    const [hash = '', name = ''] = line.split('  ')
    const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(archive[name] ?? []))
    expect(Buffer.from(digest).toString('hex')).toBe(hash)
  }
})

test('the offline file asks nobody for anything and stays under 1.5 MB', () => {
  expect(Buffer.byteLength(file)).toBeLessThan(1_500_000)
  expect(file).not.toMatch(/<(script|img|link|iframe)[^>]+(src|href)=/)
  expect(file).not.toMatch(/@import|url\(http/)
})

function pdfText(bytes: Uint8Array | undefined): string | null {
  if (bytes === undefined) return null
  const read = spawnSync('pdftotext', ['-layout', '-', '-'], {
    input: bytes,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return read.error === undefined && read.status === 0 ? read.stdout : null
}

const gridOf = (book: Book, name: string): Map<number, string | number>[] => {
  const sheet = book.sheets.find((one) => name === '' || one.name === name)
  return [...(sheet?.rows ?? [])].map(
    ({ cells }) =>
      new Map(
        cells.map(({ column, value, text }) => [column, typeof value === 'number' ? value : text]),
      ),
  )
}

/** Area, date and value stand in the first three columns of the sheet of a chart. */
const tableOf = (book: Book, name: string): Row[] =>
  gridOf(book, name)
    .slice(1)
    .map((row) => ({
      area: String(row.get(1) ?? ''),
      date: String(row.get(2) ?? ''),
      value: numberOrGap(row.get(3)),
      observation: '',
    }))

const numberOrGap = (value: string | number | undefined): number | null =>
  value === undefined || value === '' ? null : Number(value)

const htmlRows = (html: string, id: string) => {
  const table = new RegExp(`<table id="t-${id}">.*?</table>`, 's').exec(html)?.[0] ?? ''
  return [...table.matchAll(/<tr>(<th scope="row".*?)<\/tr>/gs)].map(([, row = '']) => {
    const cells = [...row.matchAll(/<t[hd]([^>]*)>(.*?)<\/t[hd]>/gs)]
    const [area, date, number] = cells.map(([, attributes = '', inner = '']) => ({
      text: inner.replace(/<[^>]+>/g, ''),
      value: /data-value="([^"]+)"/.exec(attributes)?.[1],
      link: /href="([^"]+)"/.exec(inner)?.[1] ?? null,
    }))
    return {
      area: area?.text ?? '',
      date: date?.text ?? '',
      value: number?.value === undefined ? null : Number(number.value),
      link: number?.link ?? null,
    }
  })
}

/** What stands in the links to a figure's evidence. */
const evidenceTexts = (html: string, observation: string): string[] => {
  linksOf.set(html, linksOf.get(html) ?? allLinks(html))
  return linksOf.get(html)?.get(observation) ?? []
}

const linksOf = new Map<string, Map<string, string[]>>()

const allLinks = (html: string): Map<string, string[]> => {
  const links = new Map<string, string[]>()
  for (const [, id = '', text = ''] of html.matchAll(
    /<td[^>]*><a href="\/evidence\/([^"]+)"[^>]*>([^<]*)<\/a>/g,
  )) {
    const key = decodeURIComponent(id)
    links.set(key, [...(links.get(key) ?? []), text])
  }
  return links
}

const numberIn = (text: string): number =>
  Number(text.replaceAll(',', '').replace('−', '-').replace('%', ''))

const shortOf = (date: string): string => formatShortMonth(date.slice(0, 7))

const slideSeries = (xml: string) =>
  [...xml.matchAll(/<c:ser>.*?<\/c:ser>/gs)].map(([series]) => {
    const part = (name: string) =>
      new RegExp(`<c:${name}>.*?</c:${name}>`, 's').exec(series)?.[0] ?? ''
    const cells = (name: string) =>
      new Map(
        [...part(name).matchAll(/<c:pt idx="(\d+)">\s*<c:v>([^<]*)<\/c:v>/g)].map(
          ([, place, text = '']) => [Number(place), text] as const,
        ),
      )
    const months = cells('cat')
    return {
      name: (cells('tx').get(0) ?? '').replaceAll('&apos;', '’'),
      values: [...cells('val')].map(([place, text]) => ({
        month: monthOfSerial(Number(months.get(place))),
        value: Number(text),
      })),
    }
  })

/** The columns of a name in the sheet behind a chart, which are one where no break cuts the line. */
const sheetSeries = (book: Book, name: string) => {
  const [head, ...rows] = gridOf(book, '')
  const columns = [...(head ?? new Map<number, string | number>())]
    .filter(([, text]) => text === name || String(text).startsWith(`${name}, from`))
    .map(([column]) => column)
  return columns.flatMap((column) =>
    rows.flatMap((row) => {
      const value = numberOrGap(row.get(column))
      return value === null ? [] : [{ month: monthOfSerial(Number(row.get(1))), value }]
    }),
  )
}

/** Sheets count days from 30 December 1899. */
const monthOfSerial = (serial: number): string =>
  shortOf(new Date(Date.UTC(1899, 11, 30 + serial)).toISOString())

const dataValues = (html: string): (number | null)[][] => {
  const table =
    /<table[^>]*(?:data-table="measures"|id="t-measures").*?<\/table>/s.exec(html)?.[0] ?? ''
  return [...table.matchAll(/<tr><th scope="row".*?<\/tr>/gs)].map(([row]) =>
    [...row.matchAll(/<t[hd]([^>]*)>/g)].slice(3, 8).map(([, attributes = '']) => {
      const value = /data-value="([^"]+)"/.exec(attributes)?.[1]
      return value === undefined ? null : Number(value)
    }),
  )
}
