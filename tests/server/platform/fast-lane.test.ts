/** Answers from memory are sent before Fastify looks: they must be what Fastify would have sent. */
import { get as httpGet, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buildApp } from '@muster/server/app'
import { makeServices } from '@muster/server/services'
import { afterAll, describe, expect, test } from 'vitest'
import { openTestApp, openTestStore } from '../../support/app.ts'

const { app, services, store } = await openTestApp()
await app.listen({ host: '127.0.0.1', port: 0 })
const { port } = app.server.address() as AddressInfo

const SERIES = '/api/v1/series?metric=officers&basis=fte&areaType=bcu'
const ADDRESSES = [SERIES, SERIES.replace('?', '.csv?'), '/api/v1/place', '/api/v1/openapi.json']

describe('an answer that is kept', () => {
  test.each(ADDRESSES)('to %s is sent with the headers and bytes of the first one', async (url) => {
    for (const encoding of ['identity', 'gzip', 'br']) {
      const headers = { 'accept-encoding': encoding }
      const whole = await app.inject({ method: 'GET', url, headers })
      const again = await ask(url, headers)
      expect(again.status).toBe(200)
      expect(again.headers).toEqual(headersOf(whole.headers))
      expect(again.body.equals(whole.rawPayload)).toBe(true)
    }
  })

  test('is not sent again to who has it, under the same headers as Fastify gives', async () => {
    const { headers: first } = await ask(SERIES)
    const headers = { 'if-none-match': String(first.etag) }
    const whole = await app.inject({ method: 'GET', url: SERIES, headers })
    const again = await ask(SERIES, headers)
    expect([whole.statusCode, again.status]).toEqual([304, 304])
    expect(again.headers).toEqual(headersOf(whole.headers))
    expect(again.body.length).toBe(0)
  })

  test('is forgotten when another connection writes', async () => {
    const before = await ask(SERIES)
    store.write((tx) => tx.run("update meta set value = '9.8.7' where key = 'data_version'"))
    const after = await ask(SERIES)
    expect(after.headers.etag).not.toBe(before.headers.etag)
    expect(JSON.parse(after.body.toString())).toMatchObject({ dataVersion: '9.8.7' })
  })

  test('refused by its encoding is sent plain', async () => {
    const plain = await ask(SERIES, { 'accept-encoding': 'br;q=0, gzip;q=0' })
    expect(plain.headers['content-encoding']).toBeUndefined()
  })

  test('to nobody who may not read: with READ_ACCESS=signed-in a stranger is turned away', async () => {
    const own = openTestStore()
    const closed = await buildApp(
      makeServices(own.store, {
        now: () => '2026-11-22T12:00:00.000Z',
        databaseFile: own.file,
        readAccess: 'signed-in',
      }),
      { clientDist: null },
    )
    afterAll(async () => {
      await closed.close()
      own.close()
    })
    await closed.listen({ host: '127.0.0.1', port: 0 })
    const door = (closed.server.address() as AddressInfo).port
    for (let time = 0; time < 2; time += 1) expect((await ask(SERIES, {}, door)).status).toBe(401)
  })
})

describe('an answer that is a problem', () => {
  test('is never sent from memory', async () => {
    for (let time = 0; time < 2; time += 1) {
      const answer = await ask('/api/v1/series?metric=none')
      expect(answer.status).toBe(400)
      expect(answer.headers['cache-control']).toBe('no-store')
    }
    expect(services.finished.get('/api/v1/series?metric=none', services.version())).toBeUndefined()
  })
})

/** Without what Node adds to a connection, which an injected request does not have. */
const headersOf = (headers: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !['date', 'connection', 'keep-alive', 'transfer-encoding'].includes(name))
      .map(([name, value]) => [name, String(value)]),
  )

const ask = async (path: string, headers: Record<string, string> = {}, at = port) => {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    httpGet({ host: '127.0.0.1', port: at, path, headers }, resolve).on('error', reject)
  })
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  return {
    status: response.statusCode,
    headers: headersOf(response.headers),
    body: Buffer.concat(chunks),
  }
}
