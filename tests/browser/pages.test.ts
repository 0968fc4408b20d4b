/** Every page, as a visitor meets it: no axe violation, no error, nothing cut off, works unscripted. */
import { describe, expect, test } from 'vitest'
import { axeFindings, DESKTOP, NARROW, openSite, PHONE } from '../support/browser.ts'

const site = await openSite()

const PAGES: readonly (readonly [name: string, path: string])[] = [
  ['Home', '/'],
  ['Compare, one date', '/compare?metric=officers&basis=fte&areaType=bcu'],
  ['Compare, lines', '/compare?metric=abstracted_share&areaType=bcu'],
  ['Compare, promised level', '/compare?metric=pcso&basis=fte&areas=E23000001'],
  ['Compare, nothing known', '/compare?metric=front_counters_24h&basis=not_stated&areas=NA'],
  ['Compare, small multiples', '/compare?metric=abstracted_share&areaType=bcu&show=small'],
  ['Fair share', '/fair-share'],
  ['Coverage', '/coverage?metric=dedicated_ward_officers&areaType=borough'],
  ['Promises', '/promises'],
  ['a broken promise', '/promises/pcso-2023-500'],
  ['a promise per ward', '/promises/dwo-2016-two-per-ward'],
  ['a promise without a number', '/promises/casey-2023-neighbourhood'],
  ['a drafted request', '/promises/pcso-2023-500/request'],
  ['a promise of events', '/promises/nmfl-2023-events-2'],
  ['What changed', '/changes?since=2016-12-01'],
  ['Areas', '/areas'],
  ['an area', '/areas/NA'],
  ['a borough', '/areas/E09000014'],
  ['Reviews', '/reviews'],
  ['a review', '/reviews/2024-Q1'],
  ['Data', '/data'],
  ['API', '/api'],
  ['Imports', '/imports'],
  ['Sign in', '/sign-in?fault=not-right'],
  ['an invitation', '/accept-invitation'],
  ['an account', '/account'],
  ['a page that is not there', '/nowhere'],
]

describe.each(PAGES)('%s', (_name, path) => {
  test('has no accessibility violation, on a desktop and on a phone', async () => {
    for (const viewport of [DESKTOP, PHONE]) {
      const { page, close } = await site.visit(path, { viewport })
      expect(await axeFindings(page)).toEqual([])
      await close()
    }
  })

  test('has one h1, a title, a skip link, and no error on its console', async () => {
    const { page, errors, close } = await site.visit(path)
    expect(await page.locator('h1').count()).toBe(1)
    expect(await page.title()).not.toBe('')
    expect(await page.locator('a[href="#main"]').count()).toBe(1)
    // A page that is not there answers 404, which the browser itself reports.
    expect(errors.filter((error) => path !== '/nowhere' || !error.includes('404'))).toEqual([])
    await close()
  })

  test('does not scroll sideways at 320 px', async () => {
    const { page, close } = await site.visit(path, { viewport: NARROW })
    const [content, room] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ])
    expect(content).toBeLessThanOrEqual(room ?? 0)
    await close()
  })

  test('says the same without script', async () => {
    const scripted = await site.visit(path)
    const plain = await site.visit(path, { javaScriptEnabled: false })
    expect(await plain.page.locator('h1').textContent()).toBe(
      await scripted.page.locator('h1').textContent(),
    )
    expect(await plain.page.locator('main table').count()).toBe(
      await scripted.page.locator('main table').count(),
    )
    await Promise.all([scripted.close(), plain.close()])
  })
})

test('what is folded is on paper too', async () => {
  for (const path of ['/', '/promises/dwo-2016-two-per-ward']) {
    const { page, close } = await site.visit(path)
    await page.emulateMedia({ media: 'print' })
    const folded = page.locator('main details:not([open]) > :not(summary)')
    expect(await folded.count(), path).toBeGreaterThan(0)
    const hidden = await folded.evaluateAll(
      (parts) =>
        parts.filter((part) => !part.checkVisibility({ contentVisibilityAuto: true })).length,
    )
    expect(hidden, path).toBe(0)
    await close()
  }
})

describe('contrast and colour', () => {
  test.each(PAGES.slice(0, 7))(
    '%s is free of violations in forced colours',
    async (_name, path) => {
      const { page, close } = await site.visit(path, { forcedColors: 'active' })
      expect(await axeFindings(page)).toEqual([])
      await close()
    },
  )
})
