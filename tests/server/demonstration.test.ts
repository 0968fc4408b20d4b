/** Invented figures say so wherever they are seen, and never stand in one database with real ones. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildApp } from '@muster/server/app'
import { loadData } from '@muster/server/data-pack/load'
import { generate } from '@muster/server/demo/generate'
import { checkImport } from '@muster/server/imports/jobs/import-commands'
import { openStore } from '@muster/server/platform/db/open'
import { makeServices } from '@muster/server/services'
import { afterAll, describe, expect, test } from 'vitest'
import { openTestStore } from '../support/app.ts'
import { CLIENT_DIST } from '../support/browser.ts'

const SAYS = 'Demonstration: invented figures'
const SIZE = { wards: 30, months: 24, metrics: 2 }

const store = openStore(':memory:')
const made = generate(store, SIZE)
const services = makeServices(store, {
  now: () => '2026-11-22T12:00:00.000Z',
  databaseFile: ':memory:',
  checkReplies: true,
})
const app = await buildApp(services, {
  clientDist: existsSync(join(CLIENT_DIST, 'browser', 'index.html')) ? CLIENT_DIST : null,
})
afterAll(async () => {
  await app.close()
  store.close()
})
const get = async (url: string) => app.inject({ method: 'GET', url })
const SERIES = 'metric=officers&basis=fte&areaType=bcu'

describe('a demonstration', () => {
  test('holds each measure for each area and month', async () => {
    // 1 force, 12 commands, 12 boroughs, 30 wards; three denominators for all but the wards.
    expect(made).toEqual({ series: 2 * 55 + 3 * 25, observations: (2 * 55 + 3 * 25) * 24 })
    const reply = (await get(`/api/v1/series?${SERIES}`)).json()
    expect(reply.series).toHaveLength(12)
    for (const { points } of reply.series) expect(points).toHaveLength(24)
  })

  test('is the same each time', () => {
    const other = openStore(':memory:')
    generate(other, SIZE)
    const sum = 'select sum(value * series) as sum from observation'
    expect(other.prepare(sum).all()).toEqual(store.prepare(sum).all())
    other.close()
  })

  test.each([
    '/',
    '/compare',
    `/compare?${SERIES}`,
    '/promises',
    '/areas',
    '/data',
    '/api',
    '/none',
  ])('says what it is on the page %s', async (path) => {
    const page = (await get(path)).body
    const body = page.slice(page.indexOf('<body'), page.indexOf('id="replies"'))
    expect(body.replace(/<svg[\s\S]*?<\/svg>/g, '')).toContain(SAYS)
  })

  test('says so inside each chart, which may leave its page', async () => {
    const page = (await get(`/compare?${SERIES}&show=line`)).body
    const charts = page.match(/<svg xmlns[\s\S]*?<\/svg>/g) ?? []
    expect(charts.length).toBeGreaterThan(0)
    for (const chart of charts) expect(chart).toContain(SAYS)
  })

  test.each([`/series.csv?${SERIES}`, `/rankings.csv?${SERIES}`, '/promises.csv', '/changes.csv'])(
    'says so in each row of %s',
    async (path) => {
      const response = await get(`/api/v1${path}`)
      expect(response.statusCode).toBe(200)
      const [heading = '', ...rows] = response.body.trimEnd().split('\n')
      expect(heading).toMatch(/,demonstration$/)
      for (const row of rows) expect(row).toContain(SAYS)
    },
  )

  test('takes in no shipped and no imported figures', () => {
    expect(loadData(store, join(import.meta.dirname, '..', '..', 'data'), 'now').observations).toBe(
      0,
    )
    const upload = {
      bytes: Buffer.from('metric,basis,area,date,value\nofficers,fte,DC1,2030-01,1\n'),
      fileName: 'real.csv',
      source: 'demonstration',
      published: null,
    }
    expect(() => checkImport(store, upload, { by: 'a', at: '2026-11-22T12:00:00.000Z' })).toThrow(
      /invented figures/,
    )
  })

  test('is not written into a database that holds real figures', () => {
    const real = openTestStore()
    const count = () => real.store.prepare('select count(*) as n from observation').all()
    const before = count()
    expect(generate(real.store, SIZE)).toBeNull()
    expect(count()).toEqual(before)
    real.close()
  })
})
