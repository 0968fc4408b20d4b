/** What a visitor's phone has to load: bytes are the same on every machine, so they are held here. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openTestApp } from '../support/app.ts'
import { CLIENT_DIST } from '../support/browser.ts'

/** kB, compressed as served: all that the page names, and the page itself with its data. */
const FIRST_PAGE = 120
/** The same for any other page, without the live chart, which comes after the still one is drawn. */
const ANY_PAGE = 160
/** What every page needs: React, the queries, the frame. */
const LARGEST_CHUNK = 80
const LIVE_CHART = 10

if (!existsSync(join(CLIENT_DIST, 'browser', 'index.html'))) {
  spawnSync(process.execPath, ['client/build.ts'], { cwd: join(CLIENT_DIST, '..', '..') })
}
const { get } = await openTestApp({ clientDist: CLIENT_DIST })

const PAGES = [
  '/',
  '/compare',
  '/promises',
  '/promises/pcso-2023-500',
  '/areas',
  '/areas/NA',
  '/data',
  '/api',
]

describe('the first page', () => {
  test(`loads at most ${FIRST_PAGE} kB of script, style and data`, async () => {
    expect(await weightOf('/')).toBeLessThanOrEqual(FIRST_PAGE * 1000)
  })

  test('has its first chart before any script and names no style sheet to wait for', async () => {
    const html = await pageOf('/')
    expect(html.indexOf('<svg xmlns')).toBeGreaterThan(0)
    expect(html.indexOf('<svg xmlns')).toBeLessThan(html.indexOf('<script'))
    expect(html).not.toContain('rel="stylesheet"')
  })

  test('takes the files that it names with it, and the live chart is not among them', async () => {
    const names = filesNamedBy(await pageOf('/'))
    expect(names.length).toBeGreaterThan(2)
    expect(names.filter((name) => name.includes('TrendChart'))).toEqual([])
  })
})

describe('a page', () => {
  test.each(PAGES)(
    `%s loads at most ${ANY_PAGE} kB before its chart comes to life`,
    async (path) => {
      expect(await weightOf(path)).toBeLessThanOrEqual(ANY_PAGE * 1000)
    },
  )

  test.each(PAGES)('%s loads nothing from elsewhere and no picture or font', async (path) => {
    const html = await pageOf(path)
    const loaded = [...html.matchAll(/<(?:script|link|img|iframe)\b[^>]*?(?:src|href)="([^"]*)"/g)]
    expect(
      loaded.map(([, address = '']) => address).filter((it) => !it.startsWith('/assets/')),
    ).toEqual([])
    expect(html).not.toMatch(/<img\b|@font-face|url\(/)
  })
})

describe('a chunk', () => {
  test(`is at most ${LARGEST_CHUNK} kB, and that of the live chart ${LIVE_CHART} kB`, () => {
    const manifest = JSON.parse(
      readFileSync(join(CLIENT_DIST, 'browser', '.vite', 'manifest.json'), 'utf8'),
    ) as Record<string, { file: string }>
    const files = Object.values(manifest).flatMap(({ file }) =>
      file.endsWith('.js') ? [file] : [],
    )
    const live = files.filter((file) => file.includes('TrendChart'))
    expect(live).toHaveLength(1)
    expect(Math.max(...live.map(sizeOf))).toBeLessThanOrEqual(LIVE_CHART * 1000)
    expect(Math.max(...files.map(sizeOf))).toBeLessThanOrEqual(LARGEST_CHUNK * 1000)
  })

  test('is kept by browsers for ever, as its name changes with its bytes', async () => {
    const [file = ''] = filesNamedBy(await pageOf('/'))
    const response = await get(`/${file}`, { 'accept-encoding': 'br' })
    expect(response.headers['cache-control']).toContain('immutable')
    expect(response.headers['content-encoding']).toBe('br')
  })
})

const weightOf = async (path: string): Promise<number> => {
  const page = await get(path, { 'accept-encoding': 'br' })
  expect(page.headers['content-encoding']).toBe('br')
  const files = filesNamedBy(await pageOf(path))
  return files.reduce((sum, file) => sum + sizeOf(file), page.rawPayload.length)
}

const pageOf = async (path: string): Promise<string> => {
  const response = await get(path)
  expect(response.statusCode).toBe(200)
  return response.body
}

/** Scripts, and the chunks that they would ask for. */
const filesNamedBy = (html: string): string[] => [
  ...new Set([...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, file]) => file ?? '')),
]

/** As the server sends it: compressed at build time. */
const sizeOf = (file: string): number => statSync(join(CLIENT_DIST, 'browser', `${file}.br`)).size
