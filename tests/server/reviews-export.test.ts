import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportSite } from '@muster/server/cli/export-site'
import { afterAll, describe, expect, test } from 'vitest'
import { openTestApp } from '../support/app.ts'
import { CLIENT_DIST } from '../support/browser.ts'

const { app, services } = await openTestApp({ clientDist: CLIENT_DIST })
const folder = mkdtempSync(join(tmpdir(), 'muster-site-'))
const out = join(folder, 'site')
const written = await exportSite(app, services, CLIENT_DIST, out, 60)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const pages = readdirSync(out, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.html'))
  .map((name) => ({ name, html: readFileSync(join(out, name), 'utf8') }))

describe('a static site', () => {
  test('has the first page and the reviews at their own addresses', () => {
    expect(written.pages).toBeGreaterThan(20)
    for (const file of ['index.html', 'reviews/index.html', 'promises/index.html', '404.html'])
      expect(existsSync(join(out, file))).toBe(true)
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('promises')
  })

  test('needs no server: no script, no form, and no address whose meaning stands after a “?”', () => {
    for (const { html } of pages) {
      expect(/<script|<form|<button|modulepreload/.test(html)).toBe(false)
      expect(/ href="\/[^"]*\?/.exec(html)?.[0]).toBeUndefined()
      expect(/ href="\/(sign-in|account|imports|present|api\/v1\/reviews)/.test(html)).toBe(false)
    }
  })

  test('names its style once, and says on each page that it is a copy', () => {
    expect(readFileSync(join(out, 'assets', 'site.css'), 'utf8')).toContain('.ledger')
    for (const { html } of pages.filter(({ name }) => name !== '404.html')) {
      expect(html.includes('href="/assets/site.css"')).toBe(true)
      expect(html.includes('A copy without a server, made on 22 November 2026.')).toBe(true)
    }
  })

  test('is not written over another folder', async () => {
    await expect(exportSite(app, services, CLIENT_DIST, out)).rejects.toThrow('is not empty')
  })
})
