/** Bytes are kept under the version that they were made of, however long the making took. */
import { setImmediate } from 'node:timers/promises'
import { finishedAnswers } from '@muster/server/platform/http/finished'
import { sendFinished } from '@muster/server/platform/http/finished-reply'
import Fastify from 'fastify'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { openTestApp } from '../../support/app.ts'
import { signUp } from '../../support/people.ts'

/** An address that answers with the version at which its making began, as files do. */
const openSlow = (during: (made: number) => number) => {
  let version = 1
  let made = 0
  const app = Fastify()
  const finished = finishedAnswers(1_000_000)
  const http = {
    finished,
    version: () => `${version}`,
    demonstration: () => undefined,
    headersForPage: () => ({}),
  }
  app.get('/slow', (request, reply) =>
    sendFinished(http, request, reply, async () => {
      const bytes = Buffer.from(`of ${version}`)
      made += 1
      await setImmediate()
      version += during(made)
      return { type: 'text/plain', status: 200, bytes }
    }),
  )
  afterAll(() => app.close())
  return { get: () => app.inject('/slow'), made: () => made, finished }
}

describe('an answer during whose making the figures change', () => {
  test('is made again before it is sent, and kept as what it is', async () => {
    const slow = openSlow((made) => (made === 1 ? 1 : 0))
    expect((await slow.get()).body).toBe('of 2')
    expect((await slow.get()).body).toBe('of 2')
    expect(slow.made()).toBe(2)
    expect(slow.finished.get('/slow', '2')?.bytes.toString()).toBe('of 2')
  })

  test('again and again is sent in the end, but never kept', async () => {
    const slow = openSlow(() => 1)
    const answer = await slow.get()
    expect([answer.statusCode, answer.body]).toEqual([200, 'of 3'])
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.headers.etag).toBeUndefined()
    for (const version of ['1', '2', '3', '4'])
      expect(slow.finished.get('/slow', version)).toBeUndefined()
  })
})

test('two who ask for the same file at once wait for one making', async () => {
  const slow = openSlow(() => 0)
  const both = await Promise.all([slow.get(), slow.get()])
  expect(both.map(({ body }) => body)).toEqual(['of 1', 'of 1'])
  expect(slow.made()).toBe(1)
})

test('the archive of a review holds the figures of now, though an override came while it was made', async () => {
  const site = await openTestApp()
  const checker = await signUp(site, 'Chris', 'checker')
  const zip = '/api/v1/reviews/2024-Q1.zip'
  const versionIn = (bytes: Buffer): string =>
    JSON.parse(strFromU8(unzipSync(bytes)['review-2024-Q1.json'] ?? new Uint8Array())).model
      .dataVersion
  const before = site.services.register().dataVersion
  const making = site.get(zip)
  // The review is put together at once; its slides, sheets and pages take seconds after that.
  for (let turn = 0; turn < 5; turn += 1) await setImmediate()
  const override = await site.app.inject({
    method: 'POST',
    url: '/api/v1/promises/pcso-2023-500/overrides',
    headers: { ...checker },
    payload: { status: 'kept', reason: 'The report came while the archive was made.' },
  })
  expect(override.statusCode).toBe(201)
  const after = override.json().dataVersion
  expect(after).not.toBe(before)
  await making
  expect(versionIn((await site.get(zip)).rawPayload)).toBe(after)
})
