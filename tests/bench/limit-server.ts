/** The limit: a Fastify that does nothing but send one answer from a buffer, or say 304. */
import { readFileSync } from 'node:fs'
import Fastify from 'fastify'

export type LimitAnswer = { headers: Record<string, string>; body: string }

const { headers, body } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as LimitAnswer
const bytes = Buffer.from(body)
const { 'content-type': _type, ...unchanged } = headers
const app = Fastify()
app.get('/answer', (_request, reply) => reply.headers(headers).send(bytes))
app.get('/unchanged', (_request, reply) => reply.code(304).headers(unchanged).send())
await app.listen({ host: '127.0.0.1', port: 0 })
const address = app.server.address()
console.log(`Limit is at http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`)
process.once('SIGTERM', () => process.exit(0))
