/** The static copy as a visitor gets it: files of a plain web server, in a folder of it, or none. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { pathToFileURL } from 'node:url'
import { exportSite } from '@muster/server/cli/export-site'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings, CLIENT_DIST, DESKTOP, NARROW, openSite } from '../support/browser.ts'

const { browser, testApp } = await openSite()
const folder = mkdtempSync(join(tmpdir(), 'muster-copy-'))
const out = join(folder, 'site')
let pages = 0
let home = ''

const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname)
  const named = join(folder, normalize(path))
  try {
    const file = statSync(named).isDirectory() ? join(named, 'index.html') : named
    response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream')
    response.end(readFileSync(file))
  } catch {
    response.writeHead(404).end()
  }
})

beforeAll(async () => {
  const { services, app } = testApp
  pages = (await exportSite(app, services, { clientDist: CLIENT_DIST, out, most: 120 })).pages
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  home = `http://127.0.0.1:${(server.address() as AddressInfo).port}/site/`
})

afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a static copy in a folder of any web server', () => {
  test('opens each of its main pages with nothing missing, and every link on them leads somewhere', async () => {
    expect(pages).toBeGreaterThan(80)
    const context = await browser.newContext({ viewport: DESKTOP, locale: 'en-GB' })
    const page = await context.newPage()
    const faults: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text())
    })
    page.on('response', (response) => {
      if (response.status() !== 200) faults.push(`${response.status()} ${response.url()}`)
    })
    page.on('request', (request) => {
      if (!request.url().startsWith(home)) faults.push(`elsewhere: ${request.url()}`)
    })
    await page.goto(home)
    const main = await page
      .locator('.site-nav a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
    expect(main.length).toBeGreaterThanOrEqual(7)
    const links = new Set<string>()
    for (const address of main.filter((one) => !one.includes('#present'))) {
      await page.goto(address)
      expect(await page.locator('h1').count()).toBe(1)
      for (const link of await page
        .locator('a[href]')
        .evaluateAll((all) =>
          all.map((one) => (one as HTMLAnchorElement).href.split('#')[0] ?? ''),
        ))
        if (link.startsWith(home)) links.add(link)
    }
    expect(links.size).toBeGreaterThan(60)
    for (const link of links) expect(`${(await fetch(link)).status} ${link}`).toBe(`200 ${link}`)
    expect(faults).toEqual([])
    await context.close()
  }, 120_000)

  test('shows the numbers that the server shows, and leads from one to the row of its file', async () => {
    const context = await browser.newContext({ viewport: DESKTOP, locale: 'en-GB' })
    const page = await context.newPage()
    await page.goto(home)
    const [answer] = await page.locator('h1').allTextContents()
    const live = (await testApp.get('/')).payload
    expect(live.replace(/<[^>]+>/g, '')).toContain(answer)
    const figure = page.locator('main a[href*="evidence/"]').first()
    const value = (await figure.textContent()) ?? ''
    await figure.click()
    expect(await page.locator('main').textContent()).toContain(value)
    expect(await page.locator('main').textContent()).toMatch(
      /Where the figure was read|Added up here|Computed/,
    )
    await context.close()
  })

  test('has no accessibility violation and does not scroll sideways at 320 px', async () => {
    const context = await browser.newContext({ viewport: NARROW, locale: 'en-GB' })
    const page = await context.newPage()
    for (const path of ['', 'promises/', 'compare/']) {
      await page.goto(home + path)
      expect(await axeFindings(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        320,
      )
    }
    await context.close()
  }, 120_000)

  test('presents the newest review', async () => {
    const context = await browser.newContext({ viewport: DESKTOP, locale: 'en-GB' })
    const page = await context.newPage()
    await page.goto(home)
    await page.getByRole('link', { name: 'Present', exact: true }).click()
    await expect.poll(() => page.locator('.screen:visible').count()).toBe(1)
    await page.keyboard.press('PageDown')
    expect(await page.locator('#count').textContent()).toMatch(/^2 of \d+$/)
    await context.close()
  })

  test('opens from a folder with no server and no network at all', async () => {
    const context = await browser.newContext({ viewport: DESKTOP, locale: 'en-GB', offline: true })
    const page = await context.newPage()
    await page.goto(pathToFileURL(join(out, 'index.html')).href)
    await page.getByRole('link', { name: 'Promises', exact: true }).click()
    expect(await page.locator('h1').textContent()).toContain('Promises')
    // The style was found: the first column of a page without it would begin at the very edge.
    const left = await page.locator('h1').evaluate((one) => one.getBoundingClientRect().left)
    expect(left).toBeGreaterThan(30)
    await context.close()
  })
})

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}
