/** The same request again: whole, and unchanged. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Child, startLimit } from './children.ts'
import type { LimitAnswer } from './limit-server.ts'
import { requestsPerSecond } from './load.ts'
import { interleaved, median, type Row, ratioOf } from './row.ts'

/** One metric, the 12 BCUs, 8 years of months. */
const SERIES =
  '/api/v1/series?metric=recorded_crime&basis=not_stated&areaType=bcu&from=2017-12&to=2025-11'

export const finishedAnswers = async (muster: Child, folder: string): Promise<Row[]> => {
  const response = await fetch(`http://127.0.0.1:${muster.port}${SERIES}`, {
    headers: { 'accept-encoding': 'identity' },
  })
  const body = await response.text()
  const headers = Object.fromEntries(
    [...response.headers].filter(([name]) => !OWN_OF_NODE.includes(name)),
  )
  const file = join(folder, 'limit-answer.json')
  writeFileSync(file, JSON.stringify({ headers, body } satisfies LimitAnswer))
  const limit = await startLimit(file)
  const known = { 'if-none-match': headers.etag ?? '' }
  try {
    return [
      await compared(
        `series again, ${(body.length / 1000).toFixed(0)} kB`,
        { port: muster.port, path: SERIES },
        { port: limit.port, path: '/answer' },
      ),
      await compared(
        'series again, unchanged (304)',
        { port: muster.port, path: SERIES, headers: known },
        { port: limit.port, path: '/unchanged', headers: known },
      ),
    ]
  } finally {
    await limit.stop()
  }
}

type Asked = Parameters<typeof requestsPerSecond>[0]

const compared = async (what: string, ours: Asked, theirs: Asked): Promise<Row> => {
  // A server that has just started is slower than it will be.
  await Promise.all([requestsPerSecond(ours, WARM), requestsPerSecond(theirs, WARM)])
  const found = await interleaved({
    ours: () => requestsPerSecond(ours, ROUND),
    limit: () => requestsPerSecond(theirs, ROUND),
  })
  const ratio = ratioOf(found.ours, found.limit)
  return {
    what,
    ours: `${median(found.ours).toFixed(0)} /s`,
    limit: `${median(found.limit).toFixed(0)} /s, Fastify with a buffer`,
    result: `${ratio.toFixed(2)} ×`,
    reach: '≥ 0.90 ×',
    reached: ratio >= 0.9,
    otherwise:
      'Nothing but looking up and sending should happen. Next: profile server/src/platform/http/fast-lane.ts.',
    numbers: found,
  }
}

const OWN_OF_NODE = ['date', 'connection', 'keep-alive', 'content-length', 'transfer-encoding']
const WARM = { seconds: 1, connections: 20 }
const ROUND = { seconds: 1, connections: 20 }
