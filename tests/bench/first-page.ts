/** The first page: what comes over the wire, and when its first chart can be seen. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { slowPage } from './browser.ts'
import type { Child } from './children.ts'
import { interleaved, median, type Row, ratioOf } from './row.ts'

/** Script, style and data as served, but what comes after the chart is live: Recharts. */
export const firstPageBytes = async (browser: Browser, muster: Child): Promise<Row> => {
  const origin = `http://127.0.0.1:${muster.port}`
  const context = await browser.newContext()
  const page = await context.newPage()
  const sizes = new Map<string, number>()
  // What is measured is the body as it came over the wire; its headers are some 800 bytes each.
  page.on('requestfinished', async (request) => {
    sizes.set(request.url(), (await request.sizes()).responseBodySize)
  })
  await page.goto(`${origin}/`, { waitUntil: 'networkidle' })
  await context.close()
  const files = [...sizes].filter(([url]) => !/TrendChart|favicon/.test(url))
  const elsewhere = files.filter(([url]) => !url.startsWith(origin)).length
  const total = files.reduce((sum, [, size]) => sum + size, 0)
  return {
    what: 'first page: script, style and data, compressed',
    ours: `${(total / 1000).toFixed(1)} kB in ${files.length} requests`,
    limit: '–',
    result: `${elsewhere} from elsewhere`,
    reach: '≤ 120 kB, 0',
    reached: total <= 120_000 && elsewhere === 0,
    otherwise:
      'React itself is 60 kB of it. Next: see which of our modules came into the chunk `first` (client/bundle.ts).',
    numbers: Object.fromEntries(files.map(([url, size]) => [url.replace(origin, ''), size])),
  }
}

export const firstChart = async (browser: Browser, muster: Child): Promise<Row> => {
  const ours = `http://127.0.0.1:${muster.port}/`
  const plain = await servePlainPage(browser, ours)
  const theirs = `http://127.0.0.1:${(plain.address() as AddressInfo).port}/`
  const found = await interleaved({
    ours: () => msToChart(browser, ours),
    limit: () => msToChart(browser, theirs),
  })
  plain.close()
  const shift = await layoutShift(browser, ours)
  const ratio = ratioOf(found.ours, found.limit)
  return {
    what: 'first chart drawn, cold, CPU ÷ 4, 1.6 Mbit/s + 150 ms',
    ours: `${median(found.ours).toFixed(0)} ms, layout shift ${shift.toFixed(3)}`,
    limit: `${median(found.limit).toFixed(0)} ms, hand-written page`,
    result: `${ratio.toFixed(2)} ×`,
    reach: '≤ 1.50 ×, shift 0',
    reached: ratio <= 1.5 && shift < 0.001,
    otherwise:
      'The page around the chart is 17 kB, of which 8 come before the chart, and 700 elements are laid out. Next: only the styles that the page needs (client/bundle.ts), fewer elements before the chart.',
    numbers: { ...found, shift },
  }
}

/** The same chart and table with no more around them than a person would write. */
const servePlainPage = async (browser: Browser, ours: string): Promise<Server> => {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
  await page.goto(ours, { waitUntil: 'domcontentloaded' })
  const figure = await page.evaluate(() => {
    const section = document.querySelector('.figure')
    const chart = [...(section?.querySelectorAll('.chart-static') ?? [])].find(
      (element) => element.getBoundingClientRect().height > 0,
    )
    const title = section?.querySelector('.figure-headline')?.textContent ?? ''
    return {
      title,
      chart: chart?.innerHTML ?? '',
      table: section?.querySelector('table')?.outerHTML,
    }
  })
  await page.close()
  const bytes = brotliCompressSync(
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${figure.title}</title><style>body{font:16px/1.5 sans-serif;margin:1rem}td,th{padding:.25rem .5rem;text-align:left}</style><body><h1>${figure.title}</h1>${figure.chart}${figure.table}</body></html>`,
  )
  const server = createServer((_request, response) => {
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'br' })
      .end(bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

/** Until the frame after the one in which the chart first has its size on the screen. */
const msToChart = async (browser: Browser, url: string): Promise<number> => {
  const { page, context } = await slowPage(browser, { network: true })
  await page.addInitScript(() => {
    const look = () => {
      const charts = document.querySelectorAll('svg.chart')
      const drawn = [...charts].some((chart) => chart.getBoundingClientRect().height > 0)
      if (!drawn) requestAnimationFrame(look)
      else
        requestAnimationFrame(() => {
          ;(window as unknown as { chartAt: number }).chartAt = performance.now()
        })
    }
    requestAnimationFrame(look)
  })
  await page.goto(url, { waitUntil: 'commit' })
  const handle = await page.waitForFunction(
    () => (window as unknown as { chartAt?: number }).chartAt,
  )
  const at = (await handle.jsonValue()) as number
  await context.close()
  return at
}

/** Of the whole load, with script and all, at the width of a phone. */
const layoutShift = async (browser: Browser, url: string): Promise<number> => {
  const { page, context } = await slowPage(browser, { network: false })
  await page.addInitScript(() => {
    const store = window as unknown as { shift: number }
    store.shift = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        store.shift += (entry as unknown as { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.waitForTimeout(1_000)
  const shift = await page.evaluate(() => (window as unknown as { shift: number }).shift)
  await context.close()
  return shift
}
