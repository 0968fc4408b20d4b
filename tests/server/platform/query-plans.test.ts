/**
 * How SQLite answers each question about figures that a request asks, kept beside this file for
 * review: `vitest run tests/server/query-plans.test.ts --update` writes it anew. With ten million figures a
 * scan of them all takes seconds, in which the server answers nobody.
 */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openTestApp } from '../../support/app.ts'

type Driver = {
  prototype: { prepare: (this: Driver, sql: string) => { all: () => { detail: string }[] } }
}

const fromServer = createRequire(
  join(import.meta.dirname, '..', '..', '..', 'server', 'package.json'),
)
const { prototype } = fromServer('better-sqlite3') as Driver
const { prepare } = prototype
const asked = new Map<string, Driver>()
prototype.prepare = function (sql) {
  asked.set(sql, this)
  return prepare.call(this, sql)
}
afterAll(() => {
  prototype.prepare = prepare
})

const { get, json } = await openTestApp()
// What was asked while the register was read and the shipped figures were looked for is no request.
asked.clear()

const BCU = 'metric=officers&basis=fte&areaType=bcu'
const REQUESTS = [
  `/series?${BCU}`,
  `/series?${BCU}&per=1000-residents`,
  `/series?${BCU}&asOf=2025-06-30`,
  '/series?metric=abstracted_share&areaType=bcu',
  `/rankings?${BCU}`,
  '/coverage?metric=officers&areaType=bcu',
  '/changes',
  '/ledger?area=NA',
  '/promises',
  '/sources',
  '/areas',
  '/metrics',
  '/ready',
]

describe('a request', () => {
  test('never makes SQLite read all figures one by one', async () => {
    const reply = await json<{ series: { points: { observation: string }[] }[] }>(REQUESTS[0] ?? '')
    const id = reply.series[0]?.points[0]?.observation ?? ''
    for (const path of [...REQUESTS, `/observations/${encodeURIComponent(id)}`])
      expect((await get(`/api/v1${path}`)).statusCode, path).toBe(200)
    const plans = [...asked]
      .map(([sql, db]) => ({ sql: tidy(sql), db }))
      .filter(({ sql }) => /\bobservation\b/.test(sql) && sql.startsWith('select'))
      .map(({ sql, db }) => ({ sql, plan: planOf(db, sql) }))
      .sort((a, b) => (a.sql < b.sql ? -1 : 1))
    expect(plans.length).toBeGreaterThan(3)
    for (const { sql, plan } of plans)
      expect(
        plan.filter((step) => /^SCAN observation\b/.test(step) && !sql.endsWith('limit ?')),
        sql,
      ).toEqual([])
    await expect(
      plans
        .map(({ sql, plan }) => [sql, ...plan.map((step) => `  ${step}`)].join('\n'))
        .join('\n\n'),
    ).toMatchFileSnapshot('query-plans.txt')
  })
})

/** The plan does not depend on what is asked for, only on how. */
const planOf = (db: Driver, sql: string): string[] =>
  prepare
    .call(db, `explain query plan ${sql.replaceAll('?', "'1'")}`)
    .all()
    .map(({ detail }) => detail)

const tidy = (sql: string): string => sql.replace(/\s+/g, ' ').replaceAll('"', '').trim()
