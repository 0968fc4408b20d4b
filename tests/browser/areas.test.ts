/** Area pages and coverage: all that is known, what is not and why, readable on any screen. */
import { expect, test } from 'vitest'
import { axeFindings, NARROW, openSite } from '../support/browser.ts'

const site = await openSite()

const PAGES = [
  ['a BCU', '/areas/NA'],
  ['a borough', '/areas/E09000014'],
  ['the force', '/areas/E23000001'],
  ['coverage', '/coverage?metric=dedicated_ward_officers&areaType=borough'],
  ['coverage of what nobody publishes', '/coverage?metric=pcso&areaType=bcu'],
] as const

test.each(PAGES)('%s has no accessibility violation and no error', async (_name, path) => {
  const { page, errors, close } = await site.visit(path)
  expect(await axeFindings(page)).toEqual([])
  expect(errors).toEqual([])
  await close()
})

test.each(PAGES)('%s does not scroll sideways at 320 px', async (_name, path) => {
  const { page, close } = await site.visit(path, { viewport: NARROW })
  const [content, room] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ])
  expect(content).toBeLessThanOrEqual(room ?? 0)
  await close()
})

test('a borough says that the later figure of its BCU cannot be split, without script too', async () => {
  const { page, close } = await site.visit('/areas/E09000014', { javaScriptEnabled: false })
  const words = await page.locator('main').textContent()
  expect(words).toContain('North Area has one of March 2025, which cannot be split')
  expect(words).toContain('not published')
  await close()
})

test('a trend says in words whether it is within its usual range, before its chart', async () => {
  const { page, close } = await site.visit('/areas/NA')
  const section = page.locator('section', { hasText: 'Share of time away' }).first()
  expect(await section.textContent()).toMatch(/Within its usual range|Not within its usual range/)
  const words = await section.locator('dl').boundingBox()
  const chart = await section.locator('svg:visible').first().boundingBox()
  expect(words?.y ?? 0).toBeLessThan(chart?.y ?? 0)
  await close()
})

test('coverage drafts the next question, and leaves out what lies outside the force', async () => {
  const { page, close } = await site.visit(
    '/coverage?metric=dedicated_ward_officers&areaType=borough',
  )
  const question = await page.locator('blockquote').first().textContent()
  expect(question).toContain('Please give dedicated ward officers, counted as FTE')
  expect(question).toContain('Bexley')
  expect(question).not.toContain('City of London')
  await close()
})

test('a code that no area has is not found, and the page says so', async () => {
  const answer = await fetch(`${site.origin}/areas/zzz`)
  expect(answer.status).toBe(404)
  expect(await answer.text()).toContain('No area has the code')
})
