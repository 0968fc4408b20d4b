/** Sending a command to the real app over HTTP: a reply, or a refusal that says why. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Refused } from '@muster/client/api/refused'
import { sendJson } from '@muster/client/api/send'
import { afterAll, describe, expect, test } from 'vitest'
import { openTestApp } from '../support/app.ts'

const { app } = await openTestApp()
const origin = await app.listen({ host: '127.0.0.1', port: 0 })

const refusalOf = async (sent: Promise<unknown>): Promise<Refused> => {
  const answer = await sent.catch((error: unknown) => error)
  if (!(answer instanceof Refused)) throw new Error(`not refused: ${JSON.stringify(answer)}`)
  return answer
}

describe('a command', () => {
  test('that is not allowed is refused with the problem of the API', async () => {
    const { problem } = await refusalOf(
      sendJson('POST', `${origin}/api/v1/imports/aliases`, {
        kind: 'area',
        alias: 'X',
        target: null,
      }),
    )
    expect(problem.status).toBe(401)
    expect(problem.type).toMatch(/^\/problems#/)
    expect(problem.detail).not.toBe('')
  })

  test('that nobody answers is refused with words for the reader, never with a fault of the browser', async () => {
    const { port } = await closedServer()
    const { problem, message } = await refusalOf(sendJson('POST', `http://127.0.0.1:${port}/`))
    expect(problem.title).toBe('The server cannot be reached')
    expect(message).toBe(problem.detail)
  })

  test('that something before the server answers, with a page of its own, counts as not reached', async () => {
    const address = await answering(502, '<h1>Bad gateway</h1>')
    expect((await refusalOf(sendJson('DELETE', address))).problem.status).toBe(503)
  })

  test('without content in its reply is done, and its reply is null', async () => {
    expect(await sendJson('DELETE', await answering(204, ''))).toBeNull()
  })
})

/** Stands for what lies between a browser and the app. */
const answering = async (status: number, body: string): Promise<string> => {
  const server = createServer((_, response) => response.writeHead(status).end(body))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

const closedServer = async (): Promise<{ port: number }> => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return { port }
}
