/** Compare and the fair share as a visitor meets them: keys, speech, small screens, print. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { axeFindings, NARROW, openSite } from '../support/browser.ts'

const site = await openSite()

const LINES = '/compare?metric=abstracted_share&areaType=bcu&from=2023-01'
const VIEWS = [
  ['lines', LINES],
  ['small multiples', `${LINES}&show=small`],
  ['a change since a date', `${LINES}&relative=change&base=2023-03`],
  [
    'an index across a break',
    '/compare?metric=abstracted_share&areas=NA&relative=index&base=2019-03',
  ],
  ['a ranking', '/compare?metric=officers&basis=fte&areaType=bcu&show=dots'],
  ['a refusal', '/compare?metric=abstracted_share&areaType=bcu&per=ward'],
  ['a fair share', '/fair-share?by=residents:50,crimes:50'],
  ['a fair share that is refused', '/fair-share?metric=dedicated_ward_officers'],
] as const

test('arrows, Home, End, T, Escape and Enter walk the chart, and each stop is spoken', async () => {
  const { page, errors, close } = await site.visit(LINES)
  const chart = page.locator('.chart-surface')
  const spoken = () => page.locator('[aria-live="polite"]').first().textContent()
  await chart.focus()
  expect(await spoken()).toContain('North Area, March 2024: 19.1%')
  await page.keyboard.press('ArrowLeft')
  expect(await spoken()).toContain('North Area, February 2024')
  await page.keyboard.press('Home')
  expect(await spoken()).toContain('North Area, January 2023')
  await page.keyboard.press('ArrowDown')
  const below = await spoken()
  expect(below).toContain('January 2023')
  expect(below).not.toContain('North Area')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('End')
  expect(await spoken()).toContain('North Area, March 2024')
  await page.keyboard.press('t')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('compared-table')
  await chart.focus()
  await page.keyboard.press('Escape')
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
  await chart.focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/evidence\//)
  expect(errors).toEqual([])
  await close()
})

test('an event is spoken with the first value after it, and is a row of the table', async () => {
  const { page, close } = await site.visit(LINES)
  await page.locator('.chart-surface').focus()
  await page.keyboard.press('Home')
  const said: string[] = []
  for (let step = 0; step < 14; step += 1) {
    await page.keyboard.press('ArrowRight')
    said.push((await page.locator('[aria-live="polite"]').first().textContent()) ?? '')
  }
  expect(said.some((words) => words.includes('Casey Review'))).toBe(true)
  const rows = () => page.locator('#compared-table tr', { hasText: 'Casey Review' }).count()
  expect(await rows()).toBe(1)
  await page.selectOption('select[name="events"]', 'hide')
  await page.waitForURL(/events=hide/)
  await expect.poll(rows).toBe(0)
  await page.goBack()
  await expect.poll(rows).toBe(1)
  await close()
})

test.each(VIEWS)('%s has no accessibility violation and fits 320 px', async (_name, path) => {
  const { page, close } = await site.visit(path, { viewport: NARROW })
  expect(await axeFindings(page)).toEqual([])
  const [content, room] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ])
  expect(content).toBeLessThanOrEqual(room ?? 0)
  await close()
})

test.each(VIEWS.slice(0, 2))('%s prints its still picture and no controls', async (_name, path) => {
  const { page, close } = await site.visit(path)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.chart-still').first().isVisible()).toBe(true)
  expect(await page.locator('.chart-live').first().isVisible()).toBe(false)
  expect(await page.locator('form.controls').isVisible()).toBe(false)
  await close()
})

test('the mix is one number that the address holds, with and without script', async () => {
  const { page, close } = await site.visit('/fair-share')
  await page.fill('input[name="residents"]', '30')
  await page.keyboard.press('Enter')
  await page.waitForURL(/by=residents:30,crimes:70|by=residents%3A30,crimes%3A70/)
  await expect.poll(() => page.locator('main').textContent()).toContain('30% residents')
  await close()
  const plain = await site.visit('/fair-share?area=NA&residents=30', { javaScriptEnabled: false })
  expect(await plain.page.locator('main').textContent()).toContain(
    '30% residents and 70% recorded crime',
  )
  await plain.close()
})

test('the printed parts of the difference add up to the printed difference', async () => {
  const { page, close } = await site.visit('/fair-share?by=residents:50,crimes:50')
  const rows = await page
    .locator('main table')
    .first()
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((row) => [
        row.querySelector('th')?.textContent ?? '',
        row.querySelector('td')?.textContent ?? '',
      ]),
    )
  const tenths = (text: string) =>
    Math.round(Number(text.replace('−', '-').replace(/[+,]/g, '')) * 10)
  const parts = rows.filter(
    ([name, value]) => name?.startsWith('of which') && value !== 'not known',
  )
  const gap = rows.find(([name]) => name === 'Difference')?.[1] ?? ''
  expect(parts.reduce((sum, [, value]) => sum + tenths(value ?? ''), 0)).toBe(tenths(gap))
  expect(parts.some(([name]) => name === 'of which: Unexplained')).toBe(true)
  await close()
})

test('every address that answers a question which was asked answers it', async () => {
  const questions = readFileSync(join(import.meta.dirname, '../../docs/questions.md'), 'utf8')
  const paths = [...questions.matchAll(/`(\/[^`…]+)`/g)].map(([, path]) => path ?? '')
  expect(paths.length).toBeGreaterThanOrEqual(10)
  for (const path of paths) {
    const response = await fetch(site.origin + path)
    expect([path, response.status]).toEqual([path, 200])
    const words = await response.text()
    expect([path, words.includes('was not understood')]).toEqual([path, false])
    if (path.startsWith('/compare'))
      expect([path, words.includes('No figures of this measure are known')]).toEqual([path, false])
  }
}, 60_000)
