/**
 * The slides as a program that opens them sees them: every part listed and there, every reference
 * resolved, names written once; and LibreOffice, where it is installed, draws each of them.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { pathToFileURL } from 'node:url'
import { reviewPptx } from '@muster/server/documents/to-pptx'
import { readXlsx } from '@muster/server/files/xlsx/read-xlsx'
import { readWholeXml } from '@muster/server/files/xml/read-xml'
import { unzip } from '@muster/server/files/zip/unzip'
import type { Review } from '@muster/shared/contract/review'
import { screensOf } from '@muster/shared/words/reviews/screens'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { openTestApp } from '../../support/app.ts'

const { get, json } = await openTestApp()
const review = await json<Review>('/reviews/2024-Q1')
const screens = screensOf(review.model, review.actions)
const bytes = (await get('/api/v1/reviews/2024-Q1.pptx')).rawPayload
const parts = unzipSync(bytes)
const names = Object.keys(parts)
const text = (name: string): string => strFromU8(parts[name] ?? new Uint8Array())
const xmlNames = names.filter((name) => /\.(xml|rels)$/.test(name))

const folder = mkdtempSync(join(tmpdir(), 'muster-slides-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the file of slides', () => {
  test('has the parts that the format asks for, and a slide for each screen', () => {
    for (const name of [
      '[Content_Types].xml',
      '_rels/.rels',
      'ppt/presentation.xml',
      'ppt/_rels/presentation.xml.rels',
      'ppt/slideMasters/slideMaster1.xml',
      'ppt/slideLayouts/slideLayout1.xml',
      'ppt/theme/theme1.xml',
      'docProps/core.xml',
    ])
      expect(names).toContain(name)
    expect(names.filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))).toHaveLength(
      screens.length,
    )
  })

  test('is well-formed XML throughout', () => {
    for (const name of xmlNames) {
      let elements = 0
      readWholeXml(partOf(text(name)), { open: () => (elements += 1) })
      expect(elements).toBeGreaterThan(0)
    }
  })

  test('lists a type for every part, and no part that is not there', () => {
    const types = text('[Content_Types].xml')
    const defaults = new Set(
      [...types.matchAll(/<Default Extension="([^"]+)"/g)].map(([, ending]) => ending),
    )
    const overrides = [...types.matchAll(/<Override PartName="\/([^"]+)"/g)].map(
      ([, name]) => name ?? '',
    )
    expect(new Set(overrides).size).toBe(overrides.length)
    for (const name of overrides) expect(names).toContain(name)
    for (const name of names)
      if (name !== '[Content_Types].xml')
        expect(overrides.includes(name) || defaults.has(name.split('.').at(-1))).toBe(true)
  })

  test('has no relationship that leads to nothing, and no name of one twice', () => {
    for (const name of names.filter((one) => one.endsWith('.rels'))) {
      const own = posix.join(posix.dirname(name), '..')
      const found = [...text(name).matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => ({
        id: /\bId="([^"]+)"/.exec(tag)?.[1] ?? '',
        target: /\bTarget="([^"]+)"/.exec(tag)?.[1] ?? '',
        outside: tag.includes('TargetMode="External"'),
      }))
      expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
      for (const { target, outside } of found)
        if (!outside)
          expect(names).toContain(
            target.startsWith('/') ? target.slice(1) : posix.join(own, target),
          )
      const part = name.replace('_rels/', '').replace(/\.rels$/, '')
      for (const [, id] of text(part).matchAll(/\br:(?:id|embed|link)="([^"]+)"/g))
        expect(found.map((one) => one.id)).toContain(id)
    }
  })

  test('numbers each shape of a slide once, and each slide of the presentation once', () => {
    for (const name of names.filter((one) =>
      /^ppt\/(slides|slideLayouts|notesSlides)\/\w+\.xml$/.test(one),
    )) {
      const ids = [...text(name).matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }
    const ids = [...text('ppt/presentation.xml').matchAll(/<p:sldId id="(\d+)"/g)].map(
      ([, id]) => id,
    )
    expect(ids).toHaveLength(screens.length)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('has in each chart the elements in the order of the schema, on an axis of dates', () => {
    for (const name of names.filter((one) => /^ppt\/charts\/chart\d+\.xml$/.test(one))) {
      const xml = text(name)
      expect(childrenOf(xml, 'c:lineChart').filter((child) => child !== 'c:ser')).toEqual(
        expectedOrder(xml, 'c:lineChart', LINE_CHART),
      )
      expect(childrenOf(xml, 'c:ser')).toEqual(expectedOrder(xml, 'c:ser', SERIES))
      expect(childrenOf(xml, 'c:dateAx')).toEqual(expectedOrder(xml, 'c:dateAx', DATE_AXIS))
      const axes = [...xml.matchAll(/<c:axId val="(\d+)"/g)].map(([, id]) => id)
      expect(new Set(axes).size).toBe(2)
      expect(xml).toContain('<c:formatCode>mmm yyyy</c:formatCode>')
    }
  })

  test('carries with each chart a workbook that our own reader opens, one column a line', () => {
    for (const chart of names.filter((one) => /^ppt\/charts\/chart\d+\.xml$/.test(one))) {
      const number = /(\d+)\.xml$/.exec(chart)?.[1]
      const book = readXlsx(
        unzip(parts[`ppt/embeddings/Microsoft_Excel_Worksheet${number}.xlsx`] ?? new Uint8Array()),
      )
      expect(book.sheets.map(({ name }) => name)).toEqual(['Sheet1'])
      const [head] = [...(book.sheets[0]?.rows ?? [])]
      const lines = [...text(chart).matchAll(/<c:tx>.*?<c:v>([^<]*)<\/c:v>/gs)].map(
        ([, name]) => name,
      )
      expect(head?.cells.slice(1).map((cell) => plain(cell.text))).toEqual(
        lines.map((name) => plain(name ?? '')),
      )
    }
  })

  test('is the same file twice', async () => {
    expect((await reviewPptx(review)).equals(bytes)).toBe(true)
  })
})

const isInstalled = (command: string, argument: string): boolean =>
  spawnSync(command, [argument], { stdio: 'ignore' }).error === undefined
const office = isInstalled('soffice', '--version') && isInstalled('pdftotext', '-v')

describe.skipIf(!office)(
  `LibreOffice${office ? '' : ' (skipped: soffice or pdftotext is not installed here)'}`,
  () => {
    test('opens the slides without repair and draws every one, with its title and its numbers', () => {
      writeFileSync(join(folder, 'review.pptx'), bytes)
      const converted = spawnSync(
        'soffice',
        [
          // A profile of its own: a LibreOffice that is open on this machine is not disturbed.
          `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
          '--headless',
          '--convert-to',
          'pdf',
          '--outdir',
          folder,
          join(folder, 'review.pptx'),
        ],
        { encoding: 'utf8', timeout: 120_000 },
      )
      expect(converted.stderr).not.toMatch(/repair|corrupt|could not be loaded/i)
      expect(readdirSync(folder)).toContain('review.pdf')
      spawnSync('pdftotext', ['-layout', join(folder, 'review.pdf'), join(folder, 'review.txt')])
      // A form feed ends each page.
      const pages = readFileSync(join(folder, 'review.txt'), 'utf8').split('\f').slice(0, -1)
      expect(pages).toHaveLength(screens.length)
      screens.forEach((screen, index) => {
        const page = squeezed(pages[index] ?? '')
        expect(page).toContain(squeezed(screen.title))
        for (const row of screen.table?.rows ?? [])
          for (const cell of row)
            if (cell.value !== null) expect(page).toContain(squeezed(cell.text))
        const chart = review.model.charts.find(({ id }) => id === screen.chart)
        for (const { name, points } of chart?.reply.series ?? [])
          if (points.some(({ value }) => value !== null)) expect(page).toContain(squeezed(name))
      })
      expect(squeezed(pages[0] ?? '')).toContain('1,369')
    }, 180_000)
  },
)

/** The names of the direct children of the first element of a name. */
const childrenOf = (xml: string, name: string): string[] => {
  const children: string[] = []
  const open: string[] = []
  let inside = -1
  let done = false
  readWholeXml(partOf(xml), {
    open: (tag) => {
      if (!done && inside >= 0 && open.length === inside + 1) children.push(tag)
      if (!done && inside < 0 && tag === name) inside = open.length
      open.push(tag)
    },
    close: () => {
      open.pop()
      if (inside >= 0 && open.length === inside) done = true
    },
  })
  return children
}

const partOf = (xml: string) => ({ name: 'part', size: xml.length, chunks: () => [strToU8(xml)] })

const expectedOrder = (xml: string, name: string, order: readonly string[]): string[] => {
  const found = childrenOf(xml, name).filter((child) => child !== 'c:ser')
  for (const child of found) expect(order).toContain(child)
  return found.toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
}

const named = (names: string): string[] => names.split(' ').map((name) => `c:${name}`)
/** From the schema of the format (ISO/IEC 29500, `dml-chart.xsd`). */
const LINE_CHART = named(
  'grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId extLst',
)
const SERIES = named('idx order tx spPr marker dPt dLbls trendline errBars cat val smooth extLst')
const DATE_AXIS = named(
  'axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt auto lblOffset baseTimeUnit majorUnit majorTimeUnit minorUnit minorTimeUnit extLst',
)

const squeezed = (words: string): string => words.replaceAll('−', '-').replace(/[\s\u00a0]+/g, '')
const plain = (words: string): string => words.replaceAll('&apos;', "'").replaceAll('&amp;', '&')
