/** The same figures in every form: JSON, CSV, XLSX, ODS and the text of a picture, to the digit. */

import { toOds, toXlsx } from '@muster/server/documents/sheet'
import { readFile } from '@muster/server/files/read-file'
import { trendModel } from '@muster/shared/charts/model/trend-model'
import type { Problem } from '@muster/shared/contract/problem'
import type { SeriesReply } from '@muster/shared/contract/series'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { openTestApp, TODAY } from '../../support/app.ts'

const { get, json } = await openTestApp()

const SHARE = 'metric=abstracted_share&areaType=bcu&from=2023-01'
const WARD = 'metric=dedicated_ward_officers&basis=fte&areas=NA,E09000014&from=2023-01'

const bytesOf = async (path: string): Promise<Uint8Array> => {
  const response = await get(`/api/v1${path}`)
  expect(response.statusCode, response.body.slice(0, 300)).toBe(200)
  return new Uint8Array(response.rawPayload)
}

describe('the figures of a view', () => {
  test.each([SHARE, WARD, `${SHARE}&relative=change&base=2023-03`])(
    '%s are the same in JSON, CSV, XLSX and ODS',
    async (query) => {
      const reply = await json<SeriesReply>(`/series?${query}`)
      const expected = reply.series.flatMap(({ area, points }) =>
        points.map((point) => [area, point.date, point.value, point.missing ?? '']),
      )
      expect(expected.length).toBeGreaterThan(10)
      const [, ...csv] = (await get(`/api/v1/series.csv?${query}`)).body.trim().split('\n')
      const pick = (row: readonly string[]) => [
        row[0],
        row[6],
        row[7] === '' ? null : Number(row[7]),
        row[8],
      ]
      expect(csv.map((line) => pick(fieldsOf(line)))).toEqual(expected)
      expect(
        xlsxRows(await bytesOf(`/series.xlsx?${query}`))
          .slice(1)
          .map(pick),
      ).toEqual(expected)
      expect(
        odsRows(await bytesOf(`/series.ods?${query}`))
          .slice(1)
          .map(pick),
      ).toEqual(expected)
    },
  )

  test('stand in the picture as they stand on the screen', async () => {
    const reply = await json<SeriesReply>(`/series?${SHARE}`)
    const svg = (await get(`/api/v1/series.svg?${SHARE}`)).body
    const words = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, each]) => each).join('|')
    const model = trendModel(reply, {
      width: 960,
      ours: ['NA'],
      areaWords: { 'bcu.plural': 'BCUs' },
    })
    for (const label of model.labels)
      expect(words.replaceAll('|', ' ')).toContain(label.lines.join(' ').replaceAll('&', '&amp;'))
    const newest = reply.series.find(({ area }) => area === 'NA')?.points.at(-1)?.value ?? 0
    expect(words).toContain(`North Area ${newest.toFixed(1)}%`)
  })
})

describe('a workbook', () => {
  test('has a cover, notes and one table a sheet', async () => {
    const files = unzipSync(await bytesOf(`/series.xlsx?${SHARE}`))
    const names = strFromU8(files['xl/workbook.xml'] ?? new Uint8Array())
    expect([...names.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
      'Cover',
      'Notes',
      'Figures',
    ])
    const all = Object.values(files)
      .map((file) => strFromU8(file))
      .join('')
    for (const words of [
      'Open Government Licence',
      'Data version',
      'not published',
      '22 November 2026',
    ])
      expect(all).toContain(words)
  })

  test('holds no formula, whatever a text begins with', async () => {
    const xlsx = Object.values(unzipSync(await bytesOf(`/series.xlsx?${WARD}`))).map((file) =>
      strFromU8(file),
    )
    expect(xlsx.some((file) => /<f[ >]/.test(file))).toBe(false)
    const ods = strFromU8(
      unzipSync(await bytesOf(`/series.ods?${WARD}`))['content.xml'] ?? new Uint8Array(),
    )
    expect(ods).not.toContain('table:formula')
  })

  test('of text that looks like a formula or breaks XML keeps it as text', async () => {
    const sheet = {
      name: 'A & B',
      widths: [10],
      heading: false,
      rows: [['=1+1', '+cmd|', '@x', '<&"\u0001', -1.5, null]],
    }
    const xlsx = Object.values(unzipSync(new Uint8Array(await toXlsx([sheet])))).map((file) =>
      strFromU8(file),
    )
    expect(xlsx.some((file) => /<f[ >]/.test(file))).toBe(false)
    expect(xlsx.join('')).toContain('=1+1')
    const ods = strFromU8(
      unzipSync(new Uint8Array(toOds([sheet])))['content.xml'] ?? new Uint8Array(),
    )
    expect(ods).toContain('office:value-type="string"><text:p>=1+1</text:p>')
    expect(ods).toContain('<text:p>&lt;&amp;&quot; </text:p>')
    expect(ods).toContain('office:value="-1.5"')
  })

  test.each(['ods', 'xlsx'])('as %s is read by the reader of imports', async (kind) => {
    const book = readFile(await bytesOf(`/series.${kind}?${WARD}`), `muster.${kind}`)
    expect(book.format).toBe(kind)
    expect(book.sheets.map(({ name }) => name)).toEqual(['Cover', 'Notes', 'Figures'])
    expect([...(book.sheets[2]?.rows ?? [])].length).toBeGreaterThan(10)
  })

  test('of the same figures has the same bytes', async () => {
    const twice = await Promise.all([
      bytesOf(`/series.ods?${WARD}`),
      bytesOf(`/series.ods?${WARD}`),
    ])
    expect(Buffer.compare(Buffer.from(twice[0]), Buffer.from(twice[1]))).toBe(0)
  })
})

describe('a picture', () => {
  test.each([
    ['series', SHARE, '1600x900'],
    ['series', `${SHARE}&show=small`, '1200x1200'],
    ['rankings', 'metric=officers&basis=fte', '1600x900'],
    ['rankings', 'metric=officers&basis=fte&per=1000-residents', '1200x1200'],
  ])('of %s?%s is exactly %s', async (path, query, size) => {
    const png = Buffer.from(await bytesOf(`/${path}.png?${query}&size=${size}`))
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(size)
    const svg = (await get(`/api/v1/${path}.svg?${query}&size=${size}`)).body
    expect(svg).toContain(`viewBox="0 0 ${size.replace('x', ' ')}"`)
  })

  test('holds title, source and date', async () => {
    const svg = (await get(`/api/v1/series.svg?${SHARE}`)).body
    expect(svg).toContain('class="headline"')
    expect(svg).toContain('Source: Metropolitan Police Service')
    expect(TODAY).toBe('2026-11-22')
    expect(svg).toContain('22 November 2026')
  })

  test('is refused with the reason as the figures are', async () => {
    const response = await get(`/api/v1/series.png?${SHARE}&per=ward`)
    expect(response.statusCode).toBe(400)
    expect((response.json() as Problem).type).toBe('/problems#not-comparable')
    const size = await get(`/api/v1/series.png?${SHARE}&size=1x1`)
    expect((size.json() as Problem).detail).toContain('1600x900')
  })
})

describe('an embed', () => {
  test('may be framed by any site, holds no script, and is the only page that may', async () => {
    const response = await get(`/embed/series?${SHARE}`)
    expect(response.statusCode).toBe(200)
    expect(response.headers['content-security-policy']).toContain('frame-ancestors *')
    expect(response.headers['content-security-policy']).toContain("default-src 'none'")
    expect(response.headers['x-frame-options']).toBeUndefined()
    expect(response.body).not.toMatch(/<script|javascript:|\son\w+=/)
    const page = await get('/api/v1/areas')
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'self'")
    // The kept answer is sent with the same headers.
    const again = await get(`/embed/series?${SHARE}`)
    expect(again.headers['x-frame-options']).toBeUndefined()
    expect(again.headers['content-security-policy']).toContain('frame-ancestors *')
  })
})

describe('figures against a date', () => {
  const at = (reply: SeriesReply, date: string) =>
    reply.series.find(({ area }) => area === 'NA')?.points.find((point) => point.date === date)

  test('are an index of 100 there, or the change since', async () => {
    const path = '/series?metric=abstracted_share&areas=NA&from=2023-01&to=2024-03'
    const plain = await json<SeriesReply>(path)
    const index = await json<SeriesReply>(`${path}&relative=index&base=2023-03`)
    const change = await json<SeriesReply>(`${path}&relative=change&base=2023-03`)
    expect(at(index, '2023-03')?.value).toBe(100)
    expect(at(change, '2023-03')?.value).toBe(0)
    const [from, to] = [at(plain, '2023-03')?.value ?? 0, at(plain, '2024-03')?.value ?? 0]
    expect(at(index, '2024-03')?.value).toBeCloseTo((to / from) * 100, 10)
    expect(at(change, '2024-03')?.value).toBeCloseTo(to - from, 6)
    expect(change.unit).toBe('percentage points')
  })

  test('do not reach across a break, and say so', async () => {
    const reply = await json<SeriesReply>(
      '/series?metric=abstracted_share&areas=NA&relative=change&base=2019-03',
    )
    expect(at(reply, '2020-02')?.value).not.toBeNull()
    expect(at(reply, '2020-06')).toMatchObject({ value: null, missing: 'z' })
    expect(at(reply, '2020-06')?.why).toContain('break')
    expect(reply.relative?.nearest.some((date) => date > '2020-03')).toBe(true)
  })

  test('have a base outside the dates shown', async () => {
    const reply = await json<SeriesReply>(
      '/series?metric=abstracted_share&areas=NA&relative=index&base=2022-03&from=2024-01',
    )
    expect(reply.series[0]?.points.map(({ date }) => date)).toEqual([
      '2024-01',
      '2024-02',
      '2024-03',
    ])
    expect(reply.series[0]?.points.every(({ value }) => value !== null)).toBe(true)
  })

  test('need both the way and the date', async () => {
    for (const half of ['relative=index', 'base=2023-03']) {
      const response = await get(`/api/v1/series?metric=abstracted_share&areas=NA&${half}`)
      expect(response.statusCode).toBe(400)
    }
  })
})

/** A line of CSV whose fields may be quoted. */
function fieldsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  )
}

/** The rows of the sheet Figures, each cell as text, empty ones too. */
function xlsxRows(bytes: Uint8Array): string[][] {
  const files = unzipSync(bytes)
  const read = (path: string) => strFromU8(files[path] ?? new Uint8Array())
  const shared = [...read('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, item]) =>
    [...(item ?? '').matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, words]) => words).join(''),
  )
  return [...read('xl/worksheets/sheet3.xml').matchAll(/<row[^>]*>(.*?)<\/row>/gs)].map(
    ([, row]) => {
      const cells: string[] = []
      for (const [, attributes = '', content = ''] of (row ?? '').matchAll(
        /<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs,
      )) {
        const letters = /r="([A-Z]+)/.exec(attributes)?.[1] ?? 'A'
        const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
        const value =
          /<v>([^<]*)<\/v>/.exec(content)?.[1] ?? /<t[^>]*>([^<]*)<\/t>/.exec(content)?.[1] ?? ''
        cells[column - 1] = attributes.includes('t="s"') ? (shared[Number(value)] ?? '') : value
      }
      return Array.from({ length: 16 }, (_, index) => cells[index] ?? '')
    },
  )
}

function odsRows(bytes: Uint8Array): string[][] {
  const content = strFromU8(unzipSync(bytes)['content.xml'] ?? new Uint8Array())
  const figures = content.slice(content.indexOf('table:name="Figures"'))
  return [...figures.matchAll(/<table:table-row>(.*?)<\/table:table-row>/gs)].map(([, row]) =>
    [...(row ?? '').matchAll(/<table:table-cell([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs)].map(
      ([, attributes, inner]) =>
        /office:value="([^"]*)"/.exec(attributes ?? '')?.[1] ??
        /<text:p>([^<]*)<\/text:p>/.exec(inner ?? '')?.[1] ??
        '',
    ),
  )
}
