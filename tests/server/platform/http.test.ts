import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { openTestApp } from '../../support/app.ts'

const { app, get, json, services } = await openTestApp()
const SERIES = '/api/v1/series?metric=pcso&basis=fte&areas=E23000001'

describe('an answer', () => {
  test('has a strong ETag and answers 304 without a body when nothing changed', async () => {
    const first = await get(SERIES)
    const etag = String(first.headers.etag)
    expect(etag).toMatch(/^"[^"]+"$/)
    expect(first.headers['cache-control']).toBe('no-cache')
    const second = await get(SERIES, { 'if-none-match': etag })
    expect(second.statusCode).toBe(304)
    expect(second.body).toBe('')
  })

  test('has another ETag when the data version changes', async () => {
    const before = (await get(SERIES)).headers.etag
    services.store.write((tx) =>
      tx.run("update meta set value = '9.9.9' where key = 'data_version'"),
    )
    const after = await get(SERIES)
    expect(after.headers.etag).not.toBe(before)
    expect(after.json()).toMatchObject({ dataVersion: '9.9.9' })
  })

  test('is the same bytes plain, gzipped and in brotli, each with its own ETag', async () => {
    const plain = await get(SERIES)
    const gzip = await get(SERIES, { 'accept-encoding': 'gzip' })
    const brotli = await get(SERIES, { 'accept-encoding': 'gzip, br' })
    expect(gunzipSync(gzip.rawPayload).toString()).toBe(plain.body)
    expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(plain.body)
    expect(new Set([plain, gzip, brotli].map((answer) => answer.headers.etag)).size).toBe(3)
    expect(plain.headers.vary).toContain('accept-encoding')
  })

  test('carries a content security policy that allows nothing from elsewhere', async () => {
    const policy = String((await get(SERIES)).headers['content-security-policy'])
    expect(policy).toContain("default-src 'self'")
    expect(policy).not.toContain('http')
  })

  test('to a method that is not taken is a problem, not a page', async () => {
    const response = await app.inject({ method: 'DELETE', url: SERIES })
    expect(response.statusCode).toBe(405)
    expect(response.headers['content-type']).toContain('application/problem+json')
  })
})

describe('the service', () => {
  test('says that it is healthy and ready', async () => {
    expect(await json('/health')).toEqual({ status: 'ok' })
    expect(await json('/ready')).toMatchObject({ status: 'ready' })
  })

  test('is not ready while it has no figures', async () => {
    const { openStore } = await import('@muster/server/platform/db/open')
    const { makeServices } = await import('@muster/server/services')
    const { buildApp } = await import('@muster/server/app')
    const store = openStore(':memory:')
    const empty = await buildApp(
      makeServices(store, {
        now: () => '2026-11-22T12:00:00.000Z',
        databaseFile: ':memory:',
      }),
      {
        clientDist: null,
      },
    )
    const response = await empty.inject({ method: 'GET', url: '/api/v1/ready' })
    expect(response.statusCode).toBe(503)
    await empty.close()
    store.close()
  })
})

describe('what cannot even be read', () => {
  test('as a path that is no UTF-8 is answered as a problem, without a word of the framework', async () => {
    const response = await get('/api/v1/promises/%E0%A4%A')
    expect(response.statusCode).toBe(400)
    expect(response.headers['content-type']).toContain('application/problem+json')
    expect(response.json()).toMatchObject({
      status: 400,
      type: expect.stringContaining('bad-request'),
    })
    expect(response.body).not.toContain('FST_')
  })

  test('as an address of 100 kB is answered as a problem too, over a real connection', async () => {
    const { app } = await openTestApp()
    const origin = await app.listen({ host: '127.0.0.1', port: 0 })
    const response = await fetch(`${origin}/api/v1/series?metric=${'x'.repeat(100_000)}`)
    expect(response.status).toBe(431)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    expect(await response.json()).toMatchObject({
      status: 431,
      detail: expect.stringMatching(/longer than/),
    })
  })

  test('as an area is said in one sentence after another, once each', async () => {
    const unknown = await get('/api/v1/series?metric=officers&basis=fte&areas=%00zzz')
    expect(unknown.json().detail).not.toMatch(/ {2}/)
    expect(unknown.json().errors[0].detail).not.toBe('')
    const day = await get('/api/v1/ledger?asOf=9999-99-99')
    const sentence = day.json().detail as string
    expect(sentence.indexOf('cannot be used')).toBe(sentence.lastIndexOf('cannot be used'))
  })
})

describe('a method that an address does not take', () => {
  test('is 405 with those that it takes', async () => {
    const response = await app.inject({ method: 'PUT', url: '/api/v1/promises/pcso-2023-500?at=x' })
    expect(response.statusCode).toBe(405)
    expect(response.headers.allow).toBe('GET, HEAD')
    expect(response.json()).toMatchObject({
      status: 405,
      detail: expect.stringContaining('GET, HEAD'),
    })
  })

  test('of an address that there is not is 404', async () => {
    const response = await app.inject({ method: 'PUT', url: '/api/v1/promise/pcso-2023-500' })
    expect(response.statusCode).toBe(404)
  })
})
