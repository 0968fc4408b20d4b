/** The review as it is read, printed and taken away, in a real browser. */
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Role } from '@muster/shared/domain/permission'
import { countWords, PAGE_ONE_WORDS } from '@muster/shared/words/reviews/page-one'
import { describe, expect, test } from 'vitest'
import { axeFindings, DESKTOP, NARROW, openSite, PHONE } from '../support/browser.ts'
import { signUp } from '../support/people.ts'

const site = await openSite()

describe.each([
  ['the list of quarters', '/reviews'],
  ['a review', '/reviews/2024-Q1'],
])('%s', (_name, path) => {
  test('has no accessibility violation, one h1, no error, on a desktop and on a phone', async () => {
    for (const viewport of [DESKTOP, PHONE]) {
      const { page, errors, close } = await site.visit(path, { viewport })
      expect(await axeFindings(page)).toEqual([])
      expect(await page.locator('h1').count()).toBe(1)
      expect(errors).toEqual([])
      await close()
    }
  }, 60_000)

  test('does not scroll sideways at 320 px', async () => {
    const { page, close } = await site.visit(path, { viewport: NARROW })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await close()
  })

  test('reads the same without script', async () => {
    const { page, close } = await site.visit(path, { javaScriptEnabled: false })
    expect(await page.locator('h1').textContent()).not.toBe('')
    expect(await page.locator('main table tbody tr').count()).toBeGreaterThan(3)
    await close()
  })
})

describe('page one', () => {
  test('answers in at most 250 words, with the table, one chart, what changed and three questions', async () => {
    const { page, close } = await site.visit('/reviews/2024-Q1')
    const one = page.locator('.page-one')
    const words = await one.evaluate((element) => {
      const copy = element.cloneNode(true) as HTMLElement
      for (const picture of copy.querySelectorAll('svg')) picture.remove()
      return copy.textContent?.replace(/\s+/g, ' ') ?? ''
    })
    expect(countWords(words)).toBeLessThanOrEqual(PAGE_ONE_WORDS)
    expect(await one.locator('svg:visible').count()).toBe(1)
    expect(await one.locator('tbody tr').count()).toBeGreaterThanOrEqual(3)
    expect(await one.locator('ol > li').count()).toBe(3)
    await close()
  })

  test('is one sheet of A4, and each sheet has the version and its number in the foot', async () => {
    const { page, close } = await site.visit('/reviews/2024-Q1')
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: 673, height: 960 })
    const box = await page.locator('.page-one').boundingBox()
    // A4 less its margins is 178 × 259 mm: 673 × 979 px.
    expect((box?.y ?? 0) + (box?.height ?? 9_999)).toBeLessThan(979)
    const rules = await page.evaluate(() =>
      [...document.querySelectorAll('style')].map(({ textContent }) => textContent).join(' '),
    )
    expect(rules).toContain('figures available on 22 November 2026 · data version')
    await close()
  })

  test('is printed by the server as a tagged PDF with bookmarks', async () => {
    const response = await fetch(`${site.origin}/api/v1/reviews/2024-Q1.pdf`)
    expect(response.status).toBe(200)
    const bytes = Buffer.from(await response.arrayBuffer()).toString('latin1')
    expect(bytes.slice(0, 5)).toBe('%PDF-')
    expect(bytes).toContain('/MarkInfo')
    expect(bytes).toContain('/Outlines')
    expect(bytes).toContain('/Lang')
  })
})

describe('the offline file', () => {
  test('presents by keys and opens source rows with the network off', async () => {
    const response = await fetch(`${site.origin}/api/v1/reviews/2024-Q1.html`)
    const file = join(tmpdir(), `review-${process.pid}.html`)
    writeFileSync(file, await response.text())
    const context = await site.browser.newContext({ viewport: DESKTOP, offline: true })
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(`file://${file}`)
    // Two thousand rows of one kind say nothing more about accessibility than twenty.
    await page.evaluate(() => {
      for (const row of document.querySelectorAll('tbody tr:nth-child(n + 20)'))
        if (row.closest('#t-evidence') === null) row.remove()
        else (row as HTMLElement).hidden = true
    })
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Present full screen' }).click()
    expect(await page.locator('.screen:visible').count()).toBe(1)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    expect(await page.locator('.screen:visible svg').count()).toBe(1)
    await page.keyboard.press('e')
    await expect
      .poll(() => page.locator('dialog[open]').textContent())
      .toContain('Police Force Strength')
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await expect.poll(() => page.locator('dialog[open]').textContent()).toContain('black screen')
    await page.keyboard.press('Escape')
    const [notes] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('n')])
    const title = await page.locator('.screen:visible h2').textContent()
    await expect.poll(() => notes.locator('h1').textContent()).toBe(title)
    expect(await notes.locator('body').textContent()).toContain('Likely questions')
    await notes.keyboard.press('PageDown')
    await expect.poll(() => page.locator('#count').textContent()).toMatch(/^4 of/)
    await page.keyboard.press('Escape')
    expect(await page.locator('.screen:visible').count()).toBe(0)
    expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([])
    await context.close()
  }, 60_000)
})

describe('a review is made by two people', () => {
  const work = '/reviews/2024-Q1?work=yes'
  const signIn = async (name: string, role: Role) => {
    const person = await signUp(site.testApp, name, role)
    const context = await site.browser.newContext({ viewport: DESKTOP, locale: 'en-GB' })
    const [cookie = '', value = ''] = person.cookie.split('=')
    await context.addCookies([{ name: cookie, value, url: site.origin }])
    const page = await context.newPage()
    await page.goto(site.origin + work)
    return page
  }

  test('one writes with figures picked from the list, the other checks and publishes, all on its page', async () => {
    const writes = await signIn('Ana', 'editor')
    await writes.getByRole('button', { name: 'Begin a draft' }).click()
    const text = writes.getByLabel(/^Commentary/)
    await text.fill('There were  PCSOs, or .')
    await text.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(11, 11))
    await writes.getByRole('button', { name: 'Insert figure' }).click()
    // The next one goes where the cursor was left, and the cursor stays behind what was put in.
    const written = await text.inputValue()
    expect(written).toMatch(/^There were \{\{series:pcso[^}]+:now\}\} PCSOs, or \.$/)
    expect(await text.evaluate((area: HTMLTextAreaElement) => area.selectionStart)).toBe(
      written.indexOf('}}') + 2,
    )
    await writes.getByRole('button', { name: 'Add an action' }).click()
    await writes.getByLabel('Action 1', { exact: true }).fill('Publish March 2024 by borough')
    await writes.getByLabel('Owner of action 1').fill('Metropolitan Police Service')
    await writes.getByRole('button', { name: 'Save' }).click()
    await writes.getByText('Saved as a draft.').waitFor()
    expect(await axeFindings(writes)).toEqual([])
    const preview = writes.getByRole('region', { name: 'Preview' })
    expect(await preview.textContent()).toContain('There were 1,369 PCSOs')
    const own = writes.getByRole('button', { name: 'I have checked it' })
    expect(await own.getAttribute('aria-disabled')).toBe('true')

    const checks = await signIn('Ben', 'checker')
    await checks.getByRole('button', { name: 'I have checked it' }).click()
    await checks.getByText('Checked.', { exact: true }).waitFor()
    await checks.getByRole('button', { name: /^Publish it/ }).click()
    await checks.getByText('Published and frozen.').waitFor()
    await checks.getByRole('link', { name: 'Read it' }).click()
    await checks.waitForURL('**/reviews/2024-Q1')
    const main = checks.locator('main')
    await expect.poll(() => main.textContent()).toContain('Made by Ana. Checked by Ben on')
    expect(await main.textContent()).toContain('Publish March 2024 by borough')

    await checks.goto(site.origin + work)
    await checks.getByLabel('Why it is withdrawn').fill('A row was misread.')
    await checks.getByRole('button', { name: 'Withdraw edition 1' }).click()
    await checks.getByText('Withdrawn. Its readers see the reason').waitFor()
    await checks.goto(`${site.origin}/reviews/2024-Q1?edition=1`)
    await expect
      .poll(() => main.textContent())
      .toContain('This review was withdrawn: A row was misread.')
    await Promise.all([writes.context().close(), checks.context().close()])
  }, 90_000)

  test('who signs is told that other words stand by now, and who saves keeps what was typed', async () => {
    const mine = await signIn('Cara', 'editor')
    await mine.getByRole('button', { name: 'Begin a draft' }).click()
    await mine.getByLabel('Commentary (an empty line').waitFor()
    const other = await signIn('Dan', 'checker')
    await other.getByLabel('Commentary (an empty line').waitFor()

    await mine.getByLabel('Commentary (an empty line').fill('Cara’s paragraph.')
    await mine.getByRole('button', { name: 'Save' }).click()
    await mine.getByText('Saved as a draft.').waitFor()
    await other.getByRole('button', { name: 'I have checked it' }).click()
    const told = other.getByRole('alert')
    await expect.poll(() => told.textContent()).toContain('Something else stands here by now')
    expect(await told.textContent()).toContain('Cara’s paragraph.')
    expect(await axeFindings(other)).toEqual([])
    const preview = other.getByRole('region', { name: 'Preview' })
    await expect.poll(() => preview.textContent()).toContain('Cara’s paragraph.')

    await mine.getByLabel('Commentary (an empty line').fill('Cara’s second thought.')
    await mine.getByRole('button', { name: 'Save' }).click()
    await mine.getByText('Saved as a draft.').waitFor()
    await other.getByLabel('Commentary (an empty line').fill('Dan’s own paragraph.')
    await other.getByRole('button', { name: 'Save' }).click()
    await expect.poll(() => told.textContent()).toContain('Cara’s second thought.')
    expect(await told.textContent()).toContain('commentary 1: Dan’s own paragraph.')
    expect(await other.getByLabel('Commentary (an empty line').inputValue()).toBe(
      'Dan’s own paragraph.',
    )
    await expect.poll(() => preview.textContent()).toContain('Cara’s second thought.')
    await other.getByRole('button', { name: 'Save' }).click()
    await other.getByText('Saved as a draft.').waitFor()
    await Promise.all([mine.context().close(), other.context().close()])
  }, 90_000)
})
