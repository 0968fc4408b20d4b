/**
 * The printed review, made by the packaged browser where it can run. The page is the page that is
 * served, asked of this very process: nothing leaves the machine and no port is needed.
 */
import { ProblemError } from '@muster/shared/contract/problem'
import type { Review } from '@muster/shared/contract/review'
import type { FastifyInstance } from 'fastify'
import type { Browser } from 'playwright-core'

/**
 * Tagged, with bookmarks from the headings.
 *
 * @param headers with which the page is asked, where reading needs an account.
 * @throws ProblemError `not-ready` where the browser or the pages are not there.
 */
export const reviewPdf = (
  app: FastifyInstance,
  review: Review,
  headers: Record<string, string>,
): Promise<Buffer> => {
  // One at a time: a browser takes 200 MB.
  const turn = queue.then(() => print(app, addressOf(review), headers))
  queue = turn.catch(() => undefined)
  return turn
}

const print = async (
  app: FastifyInstance,
  address: string,
  headers: Record<string, string>,
): Promise<Buffer> => {
  const probe = await app.inject({ method: 'GET', url: address, headers })
  if (probe.statusCode !== 200) throw unprintable()
  const browser = await startBrowser()
  try {
    const page = await browser.newPage({ javaScriptEnabled: false, locale: 'en-GB' })
    await page.route('**/*', async (route) => {
      const url = new URL(route.request().url())
      if (url.origin !== ORIGIN) return route.abort()
      const answer = await app.inject({ method: 'GET', url: url.pathname + url.search, headers })
      return route.fulfill({
        status: answer.statusCode,
        headers: { 'content-type': String(answer.headers['content-type'] ?? '') },
        body: answer.rawPayload,
      })
    })
    await page.goto(ORIGIN + address, { waitUntil: 'load', timeout: 30_000 })
    // An empty frame must never be taken for a review.
    if ((await page.locator('.page-one').count()) !== 1)
      throw new Error('The page of the review was not drawn.')
    return await page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
    })
  } finally {
    await browser.close()
  }
}

/** Both packages are optional: elsewhere than on Linux x64 they may not be installed or not run. */
const startBrowser = async (): Promise<Browser> => {
  try {
    const { chromium } = await import('playwright-core')
    const executablePath =
      process.env.CHROME_PATH ??
      (await (await import('@sparticuz/chromium')).default.executablePath())
    return await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--headless=shell'],
    })
  } catch {
    throw unprintable()
  }
}

const addressOf = ({ quarter, edition, status }: Review): string =>
  `/reviews/${quarter}${status === 'generated' || edition === null ? '' : `?edition=${edition}`}`

const unprintable = (): ProblemError =>
  new ProblemError(
    'not-ready',
    'This server cannot make a PDF, because no browser runs on it. Open the review in your own browser and print it: its pages are laid out for A4, and “Save as PDF” gives the same file. CHROME_PATH can name a browser for the server to use.',
  )

/** Requests are answered in process, under a name that no network knows. */
const ORIGIN = 'http://muster.invalid'

let queue: Promise<unknown> = Promise.resolve()
