/** From start to ready, and what the process holds after many different requests. */
import { join } from 'node:path'
import { ROOT, residentBytes, runMs, startMuster } from './children.ts'
import { interleaved, median, type Row } from './row.ts'

export const startToReady = async (database: string): Promise<Row> => {
  const found = await interleaved({
    ours: async () => {
      const child = await startMuster(database)
      await child.stop()
      return child.readyMs
    },
    limit: () => runMs(['-e', OPENING, join(ROOT, 'server', 'package.json'), database]),
  })
  const more = median(found.ours) - median(found.limit)
  return {
    what: 'start to ready, data loaded',
    ours: `${median(found.ours).toFixed(0)} ms`,
    limit: `${median(found.limit).toFixed(0)} ms, node -e 0 + opening the database`,
    result: `${(more / 1000).toFixed(2)} s more`,
    reach: '≤ 1.0 s more',
    reached: more <= 1_000,
    otherwise:
      'Reading and compiling some 700 modules is nearly all of a start. Next: bundle the server as the pages are bundled.',
    numbers: found,
  }
}

export const memoryAfterRequests = async (database: string): Promise<Row> => {
  const child = await startMuster(database)
  const origin = `http://127.0.0.1:${child.port}`
  try {
    // Idle is a server that knows its register and has drawn its first page.
    const addresses = await mixedAddresses(origin)
    await askAll(origin, ['/'])
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    const idle = residentBytes(child.pid)
    const started = performance.now()
    const asked = Array.from(
      { length: REQUESTS },
      (_, index) => addresses[(index * 7) % addresses.length] ?? '/',
    )
    await askAll(origin, asked)
    const seconds = (performance.now() - started) / 1000
    const after = residentBytes(child.pid)
    const ratio = after / idle
    return {
      what: `memory after ${REQUESTS} requests of ${addresses.length} addresses`,
      ours: `${mb(after)} MB`,
      limit: `${mb(idle)} MB, idle`,
      result: `${ratio.toFixed(2)} ×`,
      reach: '≤ 1.25 ×, ≤ 160 MB',
      reached: ratio <= 1.25 && after <= 160e6,
      otherwise:
        'Some 60 MB are the pages of the Node program itself, which processes share. Next: bundle the server, whose 5 MB of source text stay in memory; keep fewer finished answers (services.ts).',
      numbers: { idle, after, seconds, addresses: addresses.length },
    }
  } finally {
    await child.stop()
  }
}

/** Pages, promises, and a part of all metrics and areas, as a series, file, page and ranking. */
const mixedAddresses = async (origin: string): Promise<string[]> => {
  const get = async (path: string) =>
    (await (await fetch(`${origin}/api/v1${path}`)).json()) as Record<string, unknown>[]
  const metrics = await get('/metrics')
  const promises = await get('/promises')
  const questions = metrics
    .flatMap(({ id, bases }) =>
      (bases as string[]).flatMap((basis) =>
        ['bcu', 'borough', 'force'].map((type) => `metric=${id}&basis=${basis}&areaType=${type}`),
      ),
    )
    .filter((_, index) => index % EVERY === 0)
  return [
    ...PAGES,
    ...promises.map(({ id }) => `/promises/${id}`),
    ...promises.map(({ id }) => `/api/v1/promises/${id}`),
    ...questions.map((question) => `/api/v1/series?${question}`),
    ...questions.map((question) => `/api/v1/series.csv?${question}`),
    ...questions.map((question) => `/compare?${question}`),
    ...questions.map((question) => `/api/v1/rankings?${question}`),
  ]
}

const askAll = async (origin: string, addresses: readonly string[]): Promise<void> => {
  let next = 0
  const worker = async () => {
    while (next < addresses.length) {
      const path = addresses[next] ?? '/'
      next += 1
      const encoding = next % 3 === 0 ? 'identity' : 'br'
      await (await fetch(origin + path, { headers: { 'accept-encoding': encoding } })).arrayBuffer()
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

const mb = (bytes: number): string => (bytes / 1e6).toFixed(0)

const OPENING = `
  const { createRequire } = require('node:module')
  const Database = createRequire(process.argv[1])('better-sqlite3')
  new Database(process.argv[2], { readonly: true }).prepare('select 1 from observation').get()`
const PAGES = ['/', '/compare', '/promises', '/areas', '/areas/NA', '/data', '/api']
/** One in so many questions is asked: the whole bench is to take minutes, not a quarter of an hour. */
const EVERY = 5
const REQUESTS = 10_000
const AT_ONCE = 20
