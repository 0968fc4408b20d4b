/** The presentation: keys, evidence, the speaker's window, the network off. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { axeFindings, DESKTOP, isAlive, openSite } from '../support/browser.ts'

const site = await openSite()
const PATH = '/present?review=2024-Q1'

const at = async (page: Page): Promise<string> =>
  (await page.locator('.stage-foot p').nth(1).textContent())?.trim() ?? ''

/** It says itself when the network may go. */
const isReady = (page: Page): Promise<void> =>
  page.getByText('Ready to present with no network', { exact: true }).waitFor()

describe('a presentation', () => {
  test('has at most twelve screens, one chart each, no accessibility violation, no error', async () => {
    const { page, errors, close } = await site.visit(PATH)
    const screens = Number((await at(page)).split(' of ')[1])
    expect(screens).toBeGreaterThan(5)
    expect(screens).toBeLessThanOrEqual(12)
    for (let screen = 1; screen <= screens; screen += 1) {
      expect(await at(page)).toBe(`${screen} of ${screens}`)
      expect(await page.locator('.screen svg').count()).toBeLessThanOrEqual(1)
      expect(await page.locator('h1').count()).toBe(1)
      if (screen === 1 || screen === 3) expect(await axeFindings(page)).toEqual([])
      await page.keyboard.press('ArrowRight')
    }
    expect(await at(page)).toBe(`${screens} of ${screens}`)
    expect(errors).toEqual([])
    await close()
  })

  test.each([
    ['16:9', DESKTOP],
    ['4:3', { width: 1024, height: 768 }],
    ['a large wall', { width: 1920, height: 1080 }],
  ])(
    'has no word under 24 px on the screen at %s, and nothing is cut off',
    async (_name, viewport) => {
      const { page, close } = await site.visit(PATH, { viewport })
      const screens = Number((await at(page)).split(' of ')[1])
      for (let screen = 1; screen <= screens; screen += 1) {
        const found = await page.locator('.screen').evaluate((section) => {
          const sizes = [...section.querySelectorAll<HTMLElement>('h1, p, li, td, th')]
            .filter((element) => !element.classList.contains('visually-hidden'))
            .map((element) => Number.parseFloat(getComputedStyle(element).fontSize))
          const svg = section.querySelector('svg')
          const scale = svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1
          const words = [...(svg?.querySelectorAll('text') ?? [])].map(
            (text) => Number.parseFloat(getComputedStyle(text).fontSize) * scale,
          )
          return {
            smallest: Math.min(...sizes, ...words),
            width: document.documentElement.scrollWidth - innerWidth,
          }
        })
        // A hundredth for rounding.
        expect(found.smallest).toBeGreaterThanOrEqual(23.7)
        expect(found.width).toBeLessThanOrEqual(0)
        await page.keyboard.press('PageDown')
      }
      await close()
    },
  )

  test('obeys its keys', async () => {
    const { page, close } = await site.visit(PATH)
    const screens = (await at(page)).split(' of ')[1]
    await page.keyboard.press(' ')
    expect(await at(page)).toBe(`2 of ${screens}`)
    await page.keyboard.press('End')
    expect(await at(page)).toBe(`${screens} of ${screens}`)
    await page.keyboard.press('Home')
    expect(await at(page)).toBe(`1 of ${screens}`)
    await page.keyboard.press('4')
    await expect.poll(() => at(page)).toBe(`4 of ${screens}`)
    expect(page.url()).toContain('screen=4')
    await page.keyboard.press('b')
    expect(await page.locator('.screen').isVisible()).toBe(false)
    await page.keyboard.press('b')
    expect(await page.locator('.screen').isVisible()).toBe(true)
    await page.keyboard.press('?')
    expect(await page.locator('.stage-box').textContent()).toContain('black screen')
    await page.keyboard.press('Escape')
    expect(await page.locator('.stage-box').count()).toBe(0)
    await page.keyboard.press('Escape')
    await page.waitForURL('**/reviews/2024-Q1')
    await close()
  })

  test('goes on with the network off: all screens, and E opens the row of the source', async () => {
    const { page, errors, close } = await site.visit(PATH)
    await isReady(page)
    await page.context().setOffline(true)
    await page.keyboard.press('3')
    await expect.poll(() => at(page)).toContain('3 of')
    await page.keyboard.press('e')
    const row = await page.locator('.stage-box').textContent()
    expect(row).toContain('1369')
    expect(row).toContain('Police Force Strength')
    await page.keyboard.press('End')
    expect(await page.locator('.stage-box').count()).toBe(0)
    await page.keyboard.press('Escape')
    await page.waitForURL('**/reviews/2024-Q1')
    await page.locator('.chart-live').first().waitFor()
    expect(await page.locator('h1').textContent()).not.toContain('could not be shown')
    expect(errors).toEqual([])
    await close()
  })

  test('loses no key that is pressed before the page has come to life', async () => {
    const context = await site.browser.newContext({ viewport: DESKTOP, locale: 'en-GB' })
    const page = await context.newPage()
    let letGo = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    // The frame of the site is long on its way, as on a slow network.
    await page.route('**/assets/frame-*.js', async (route) => {
      await held
      await route.continue()
    })
    const early = page.waitForResponse('**/assets/early-keys-*.js')
    await page.goto(site.origin + PATH, { waitUntil: 'commit' })
    await (await early).finished()
    await page.locator('.stage-foot').waitFor()
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)))
    expect(await page.locator('html[data-alive]').count()).toBe(0)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('e')
    letGo()
    await expect.poll(() => page.locator('.stage-box').count()).toBe(1)
    expect(await at(page)).toContain('3 of')
    await context.close()
  })

  test('shows its notes in a second window that follows, and that turns the page', async () => {
    const { page, close } = await site.visit(PATH)
    const [notes] = await Promise.all([
      page.context().waitForEvent('page'),
      page.keyboard.press('n'),
    ])
    await isAlive(notes)
    await page.keyboard.press('3')
    await expect.poll(() => at(page)).toContain('3 of')
    const title = await page.locator('h1').textContent()
    await expect.poll(() => notes.locator('h1').textContent()).toBe(title)
    expect(await notes.getByRole('timer').textContent()).toMatch(/^\d+:\d\d$/)
    await notes.getByRole('button', { name: 'Next' }).click()
    await expect.poll(() => at(page)).toContain('4 of')
    await close()
  })
})

describe('views of one’s own choice', () => {
  test('are presented one a screen, in the order given, with their evidence and with no network', async () => {
    const { page, errors, close } = await site.visit('/reviews')
    await page
      .getByLabel('Links to Compare views')
      .fill(
        [
          `${site.origin}/compare?metric=dedicated_ward_officers&basis=fte&areas=NA`,
          '/compare?metric=officers&basis=fte&areaType=bcu',
          'not a link',
          '/compare?metric=pcso&basis=fte&areaType=force',
        ].join('\n'),
      )
    await page.getByRole('button', { name: 'Present them' }).click()
    await isReady(page)
    expect(await at(page)).toBe('1 of 3')
    expect(await page.locator('.stage-foot').textContent()).toContain('Chosen views, not a review')
    await page.context().setOffline(true)
    expect(await page.locator('h1').textContent()).toContain('ward officers')
    await page.keyboard.press('e')
    await expect.poll(() => page.locator('.stage-figure').count()).toBe(1)
    await page.keyboard.press('PageDown')
    await expect.poll(() => at(page)).toBe('2 of 3')
    expect(await page.locator('h1').textContent()).toContain('the 12 BCUs')
    expect(await page.locator('.screen svg').count()).toBe(1)
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(
      720,
    )
    await page.keyboard.press('PageDown')
    // A wall with forty lines tells nobody anything, and says so.
    expect(await page.locator('.screen').textContent()).toContain('too many for one screen')
    expect(errors).toEqual([])
    await close()
  })

  test('that name no view of Compare are answered with a sentence', async () => {
    const { page, errors, close } = await site.visit('/present?views=garbage')
    expect(await page.locator('h1').textContent()).toBe('Present chosen views')
    expect(await page.locator('main').textContent()).toContain('No view of Compare is named here')
    expect(errors).toEqual([])
    await close()
  })
})
