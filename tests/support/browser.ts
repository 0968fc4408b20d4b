/** A real Chromium from the packages, and the real app listening for it. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import axe from 'axe-core'
import {
  type Browser,
  type BrowserContextOptions,
  type Page,
  chromium as playwright,
} from 'playwright-core'
import { afterAll } from 'vitest'
import { openTestApp, type TestApp } from './app.ts'

export type Site = {
  origin: string
  /** What answers there, for tests that need an account or somebody else's change. */
  testApp: TestApp
  browser: Browser
  /** A page in a fresh context; an error on its console or in its script fails the visit. */
  visit: (path: string, options?: BrowserContextOptions) => Promise<Visit>
}

type Visit = { page: Page; errors: string[]; close: () => Promise<void> }

export const CLIENT_DIST = join(import.meta.dirname, '..', '..', 'client', 'dist')

/** Closed after the tests of the file. The client must have been built. */
export const openSite = async (): Promise<Site> => {
  if (!existsSync(join(CLIENT_DIST, 'browser', 'index.html')))
    throw new Error('The client is not built: run node client/build.ts first, as pnpm test does.')
  const testApp = await openTestApp({ clientDist: CLIENT_DIST })
  const origin = await testApp.app.listen({ host: '127.0.0.1', port: 0 })
  const browser = await playwright.launch({
    executablePath: await browserPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--headless=shell',
    ],
  })
  afterAll(() => browser.close())
  return {
    origin,
    testApp,
    browser,
    visit: async (path, options = {}) => {
      const context = await browser.newContext({ viewport: DESKTOP, locale: 'en-GB', ...options })
      const page = await context.newPage()
      const errors: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text())
      })
      page.on('pageerror', (error) => errors.push(String(error)))
      page.on('requestfailed', (request) => errors.push(`failed: ${request.url()}`))
      page.on('request', (request) => {
        if (!request.url().startsWith(origin) && !request.url().startsWith('data:'))
          errors.push(`a request to elsewhere: ${request.url()}`)
      })
      await page.goto(origin + path)
      if (options.javaScriptEnabled !== false) await isAlive(page)
      return { page, errors, close: () => context.close() }
    },
  }
}

/** The page that was drawn by the server now answers keys and pointer: it says so itself. */
export const isAlive = (page: Page): Promise<void> =>
  page.locator('html[data-alive]').waitFor({ state: 'attached' })

/** What axe finds, one line each: rule, how bad, where. */
export const axeFindings = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  )
  return violations.flatMap((violation) =>
    violation.nodes.map(
      (node) =>
        `${violation.id} (${violation.impact}): ${node.target.join(' ')} ${node.failureSummary ?? ''}`,
    ),
  )
}

export const DESKTOP = { width: 1280, height: 720 }
export const PHONE = { width: 390, height: 844 }
export const NARROW = { width: 320, height: 640 }

/** The packaged browser runs on Linux x64; elsewhere an installed one must be named. */
const browserPath = async (): Promise<string> =>
  process.env.CHROME_PATH ?? (await chromium.executablePath())
