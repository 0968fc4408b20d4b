/** The web door of accounts and imports, as an editor goes through it: by eye, key and voice. */
import { addUser } from '@muster/server/accounts/invitations'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { axeFindings, NARROW, openSite } from '../support/browser.ts'
import { importDoor, PASSWORD, signedIn } from '../support/import-door.ts'

const site = await openSite()
const { testApp } = site
await signedIn(testApp, 'Ana', 'editor')
const eve = importDoor(testApp, await signedIn(testApp, 'Eve', 'editor'))

const HEADINGS = 'metric,basis,area,date,value,missing,trust,flags,where,note'
const STRENGTH = 'Date,Police Officer Strength,Police Staff Strength,PCSO Strength'

describe('signing in', () => {
  test('puts the name where the way in was, moves nothing, and signing out takes it away', async () => {
    const { page, errors, close } = await site.visit('/data')
    await page.getByRole('link', { name: 'Sign in' }).click()
    await fillSignIn(page, 'Ana', 'wrong password entirely')
    await page.getByText('The name or the password is not right.').waitFor()
    expect(await page.locator('#password').getAttribute('aria-describedby')).toBe('sign-in-fault')
    await fillSignIn(page, 'Ana', PASSWORD)
    await page.getByRole('button', { name: 'Sign out' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/data')
    expect(await page.locator('.account-slot').textContent()).toContain('Ana')
    expect(await shiftOf(page)).toBe(0)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('link', { name: 'Sign in' }).waitFor()
    expect(errors).toEqual([])
    await close()
  })

  test('is not asked for while the server draws, so that no kept page names anybody', async () => {
    const { page, close } = await site.visit('/')
    await page.getByRole('link', { name: 'Sign in' }).waitFor()
    expect(await page.locator('#replies').textContent()).not.toContain('/session')
    await close()
  })

  test('by an invitation has its code filled in from behind the #', async () => {
    const link = addUser(testApp.store, 'Nia', 'reader', testApp.services.now())
    const { page, close } = await site.visit(link)
    expect(await page.inputValue('#code')).toBe(link.split('#')[1])
    await page.fill('#password', PASSWORD)
    await page.getByRole('button', { name: 'Set the password and sign in' }).click()
    await page.getByRole('button', { name: 'Sign out' }).waitFor()
    await close()
  })
})

describe('bringing a file in', { timeout: 60_000 }, () => {
  test('without script ends on the page of the import, with its faults', async () => {
    const { page, close } = await site.visit('/sign-in?next=/imports', { javaScriptEnabled: false })
    await fillSignIn(page, 'Ana', PASSWORD)
    await page.waitForURL('**/imports')
    await choose(page, 'muster-template', [HEADINGS, 'officers,fte,NA,2026-14,1,,,,,'])
    await page.waitForURL(/\/imports\/\d+$/)
    expect(await page.locator('#result').textContent()).toMatch(/^Stopped: 1 fault /)
    expect(await page.locator('.findings tbody tr').first().textContent()).toContain('D2')
    await close()
  })

  test('says beside each field what is missing, and leads to the first', async () => {
    const { page, close } = await enter('/imports')
    await page.fill('#published', 'last week')
    await page.getByRole('button', { name: 'Check the file' }).click()
    // The focus follows in the next frame, after the errors are drawn.
    await expect.poll(() => focused(page)).toBe('source')
    for (const id of ['source', 'file', 'published']) {
      const field = page.locator(`#${id}`)
      expect(await field.getAttribute('aria-invalid')).toBe('true')
      expect(await field.getAttribute('aria-describedby')).toContain(`${id}-error`)
    }
    expect(await page.inputValue('#published')).toBe('last week')
    expect(await axeFindings(page)).toEqual([])
    await close()
  })

  test('leads to the result; names that are explained let it through', async () => {
    const { page, errors, close } = await enter('/imports')
    await choose(page, 'muster-template', [
      HEADINGS,
      'officers,fte,Harringay Town,2026-01,690,,primary,,Page 1,',
      'officers,fte,Harringay Town,2026-02,691,,primary,,Page 1,',
    ])
    await result(page, /^Stopped: 2 faults /)
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('radio', { name: 'Haringey (borough)' }).check()
    await page.getByRole('button', { name: 'Keep these names and check again' }).click()
    await result(page, /^Checked: 2 new figures /)
    expect(await page.locator('.findings').count()).toBe(0)
    expect(errors).toEqual([])
    await close()
  })

  test('commits with reasons, keeps them when somebody was quicker, undoes and puts back', async () => {
    const { page, close } = await enter('/imports')
    await choose(page, 'police-force-strength', [STRENGTH, 'Aug-26,20000,9000,1000'])
    await result(page, /^Checked: 3 new figures /)
    expect(await axeFindings(page)).toEqual([])
    const commit = page.getByRole('button', { name: 'Import these figures' })
    await commit.click()
    const reason = page.locator('#reason-large-change')
    await expect.poll(() => focused(page)).toBe('reason-large-change')
    expect(await reason.getAttribute('aria-describedby')).toBe('reason-large-change-error')
    for (const field of await page.locator('[name^="reason:"]').all()) await field.fill('As agreed')

    await eveBrings([STRENGTH, 'Aug-26,20001,9000,1000'])
    await commit.click()
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').textContent()).toContain('Nothing was written')
    expect(await reason.inputValue()).toBe('As agreed')
    await page.getByRole('button', { name: 'Check again' }).click()
    await result(page, /^Checked: 0 new figures and 1 changed figure\./)
    const row = await page.locator('main table').first().locator('tbody tr').first().textContent()
    expect(row).toBe('Police officers (FTE)Metropolitan PoliceAugust 202620,001.020,000.0−1.0')

    for (const field of await page.locator('[name^="reason:"]').all()) await field.fill('As agreed')
    await commit.click()
    await result(page, /^Imported by Ana /)
    await page.getByRole('button', { name: 'Undo this import' }).click()
    await result(page, /^Undone: /)
    await page.getByRole('button', { name: 'Restore this import' }).click()
    await result(page, /^Imported by Ana /)
    await close()
  })

  test('of no known layout shows at once how its columns would be read, then keeps that', async () => {
    const { page, errors, close } = await enter('/imports')
    const rows = ['Place,Month,In post', 'Haringey,2026-01,640', 'Enfield,2026-01,..']
    await choose(page, 'mps-ward-officers-mean', ['Ward return', ...rows])
    await result(page, /^Stopped: 1 fault /)
    await page.selectOption('#map-every-metric', 'officers')
    await page.selectOption('#map-every-basis', 'fte')
    await page.getByText('the first 1 figure and 1 fault.').waitFor()
    await page.fill('#map-mark-x', '..')
    await page.getByText('the first 2 figures and 0 faults.').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.setViewportSize(NARROW)
    expect(await sidewaysRoom(page)).toBeLessThanOrEqual(0)
    await page.getByRole('button', { name: 'Keep this and check the file' }).click()
    await result(page, /^Checked: 2 new figures /)
    expect(await sidewaysRoom(page)).toBeLessThanOrEqual(0)
    expect(errors).toEqual([])
    await close()
  })

  test('is free of violations in forced colours', async () => {
    const { page, close } = await enter('/imports', { forcedColors: 'active' })
    expect(await axeFindings(page)).toEqual([])
    await page
      .getByRole('link', { name: /^Import \d+$/ })
      .first()
      .click()
    await page.locator('#result').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await close()
  })
})

async function enter(path: string, options: Parameters<typeof site.visit>[1] = {}) {
  const visit = await site.visit(`/sign-in?next=${path}`, options)
  await fillSignIn(visit.page, 'Ana', PASSWORD)
  await visit.page.getByRole('button', { name: 'Sign out' }).waitFor()
  return visit
}

async function fillSignIn(page: Page, name: string, password: string): Promise<void> {
  await page.fill('#name', name)
  await page.fill('#password', password)
  await page.locator('main').getByRole('button', { name: 'Sign in' }).click()
}

async function choose(page: Page, source: string, lines: readonly string[]): Promise<void> {
  const buffer = Buffer.from(lines.join('\n'))
  await page.selectOption('#source', source)
  await page.setInputFiles('#file', { name: 'figures.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Check the file' }).click()
}

/** The result says so, and has the focus. */
async function result(page: Page, words: RegExp): Promise<void> {
  await page.locator('#result').filter({ hasText: words }).waitFor()
  await page.waitForFunction(() => document.activeElement?.id === 'result')
}

async function eveBrings(lines: readonly string[]): Promise<void> {
  const checked = await eve.check('police-force-strength', lines.join('\n'))
  const ticks = checked.ticks.map(({ code }) => ({ code, reason: 'By telephone' }))
  await eve.post(`/imports/${checked.id}/commit`, { ticks })
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id)

/** Of everything since the page began, as the browser measures it. */
const shiftOf = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            sum += (entry as unknown as { value: number }).value
        }).observe({ type: 'layout-shift', buffered: true })
        setTimeout(() => resolve(sum), 200)
      }),
  )

const sidewaysRoom = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
