/** A real browser that is made as slow as a cheap phone on a slow network. */
import chromium from '@sparticuz/chromium'
import {
  type Browser,
  type BrowserContext,
  type Page,
  chromium as playwright,
} from 'playwright-core'

export const launch = async (): Promise<Browser> =>
  playwright.launch({
    executablePath: process.env.CHROME_PATH ?? (await chromium.executablePath()),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--headless=shell'],
  })

/** A page in a context of its own, so with nothing in its cache. */
export const slowPage = async (
  browser: Browser,
  { network }: { network: boolean },
): Promise<{ page: Page; context: BrowserContext }> => {
  const context = await browser.newContext({ viewport: PHONE, locale: 'en-GB' })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWER })
  if (network) {
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', NETWORK)
  }
  return { page, context }
}

const PHONE = { width: 390, height: 844 }
const CPU_SLOWER = 4
/** 1.6 Mbit/s down, 750 kbit/s up, 150 ms to and fro: what Lighthouse calls slow 4G. */
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
}
