import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { exportSite } from '@muster/server/cli/export-site'
import { afterAll, describe, expect, test } from 'vitest'
import { openTestApp } from '../../support/app.ts'
import { CLIENT_DIST } from '../../support/browser.ts'

const { app, services } = await openTestApp({ clientDist: CLIENT_DIST })
const folder = mkdtempSync(join(tmpdir(), 'muster-site-'))
const out = join(folder, 'site')
const written = await exportSite(app, services, { clientDist: CLIENT_DIST, out, most: 260 })

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const pages = readdirSync(out, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.html') && !name.startsWith('api/'))
  .map((name) => ({ name, html: readFileSync(join(out, name), 'utf8') }))

describe('a static site', () => {
  test('has the first page and the reviews at their own addresses', () => {
    expect(written.pages).toBeGreaterThan(20)
    for (const file of ['index.html', 'reviews/index.html', 'promises/index.html', '404.html'])
      expect(existsSync(join(out, file))).toBe(true)
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('promises')
  })

  test('needs no server: no script, no form, and every link leads to a file that is there', () => {
    for (const { name, html } of pages) {
      expect(/<script|<form|<button|modulepreload/.test(html)).toBe(false)
      for (const [, link = ''] of html.matchAll(/ href="([^"#:]+)(?:#[^"]*)?"/g)) {
        expect(link.startsWith('/')).toBe(false)
        const file = join(out, dirname(name), decodeURIComponent(link))
        expect(existsSync(file) ? '' : `${name} links to ${link}`).toBe('')
      }
    }
  })

  test('holds the evidence of each promise that is decided, down to the row of a file', () => {
    const broken = pages.filter(
      ({ name, html }) => /^promises\/[^/]+\/index/.test(name) && html.includes('"broken"'),
    )
    expect(broken.length).toBeGreaterThan(5)
    // This copy ends early, so some of it is not linked.
    const led = broken.filter(({ html }) => html.includes('href="../../evidence/'))
    expect(led.length).toBeGreaterThan(2)
    const rows = pages.filter(({ name }) => name.startsWith('evidence/'))
    expect(rows.length).toBeGreaterThan(20)
    expect(rows.some(({ html }) => html.includes('SHA-256'))).toBe(true)
  })

  test('leaves choices to the live copy, as words: no page answers another question than the link', () => {
    expect(
      pages.some(({ name }) => /^(compare\/_|imports|account|sign-in|present)/.test(name)),
    ).toBe(false)
    expect(pages.some(({ name }) => name.includes('work-yes'))).toBe(false)
  })

  test('names its style once, and says on each page that it is a copy', () => {
    expect(readFileSync(join(out, 'assets', 'site.css'), 'utf8')).toContain('.ledger')
    for (const { html } of pages.filter(({ name }) => name !== '404.html')) {
      expect(/<link rel="stylesheet" href="[./]*assets\/site\.css">/.test(html)).toBe(true)
      expect(html.match(/<p class="site-known">[^<]*/)?.[0]).toMatch(
        /figures available on 22 November 2026$/,
      )
      expect(html).not.toContain('Programs can use the')
      expect(html.includes('A copy without a server, made on 22 November 2026.')).toBe(true)
    }
  })

  test('is not written over another folder', async () => {
    await expect(exportSite(app, services, { clientDist: CLIENT_DIST, out })).rejects.toThrow(
      'is not empty',
    )
  })
})
