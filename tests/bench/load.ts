/**
 * A small client of our own: as light as it can be, so that the server is what is measured. Each
 * connection asks again as soon as its answer is whole; every answer must be as long as the first.
 */
import { connect, type Socket } from 'node:net'

export type Question = { port: number; path: string; headers?: Readonly<Record<string, string>> }

/** Requests a second over `seconds`, with `connections` at once. */
export const requestsPerSecond = async (
  question: Question,
  { seconds, connections }: { seconds: number; connections: number },
): Promise<number> => {
  const request = textOf(question)
  const length = await answerLength(question.port, request)
  const counters = await Promise.all(
    Array.from({ length: connections }, () => openConnection(question.port, request, length)),
  )
  const started = performance.now()
  const before = counters.reduce((sum, { count }) => sum + count(), 0)
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
  const after = counters.reduce((sum, { count }) => sum + count(), 0)
  const elapsed = (performance.now() - started) / 1000
  for (const { socket } of counters) socket.destroy()
  return (after - before) / elapsed
}

const textOf = ({ port, path, headers = {} }: Question): string =>
  [
    `GET ${path} HTTP/1.1`,
    `host: 127.0.0.1:${port}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    '',
  ].join('\r\n')

/** Head and body in bytes; a 304 has no body. */
const answerLength = (port: number, request: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(request))
    let seen = ''
    socket.on('error', reject)
    socket.on('data', (chunk) => {
      seen += chunk.toString('latin1')
      const end = seen.indexOf('\r\n\r\n')
      if (end < 0) return
      const body = Number(/content-length: (\d+)/i.exec(seen.slice(0, end))?.[1] ?? 0)
      const length = end + 4 + (seen.startsWith('HTTP/1.1 304') ? 0 : body)
      if (seen.length < length) return
      socket.destroy()
      if (/^HTTP\/1\.1 (200|304)/.test(seen)) resolve(length)
      else reject(new Error(seen.slice(0, 300)))
    })
  })

const openConnection = (
  port: number,
  request: string,
  length: number,
): Promise<{ socket: Socket; count: () => number }> =>
  new Promise((resolve, reject) => {
    const bytes = Buffer.from(request)
    let answers = 0
    let left = length
    const socket = connect(port, '127.0.0.1', () => {
      socket.setNoDelay(true)
      socket.write(bytes)
      resolve({ socket, count: () => answers })
    })
    socket.on('error', reject)
    socket.on('data', (chunk) => {
      left -= chunk.length
      if (left > 0) return
      if (left < 0) throw new Error('An answer was longer than the first one.')
      answers += 1
      left = length
      socket.write(bytes)
    })
  })
