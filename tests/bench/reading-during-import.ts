/** What readers feel while the server imports a large file, and what memory that takes. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addUser } from '@muster/server/accounts/invitations'
import { createToken } from '@muster/server/accounts/tokens'
import { findUser } from '@muster/server/accounts/users'
import { openStore } from '@muster/server/platform/db/open'
import { startMuster } from './children.ts'
import { watchPeak } from './peak.ts'
import type { Row } from './row.ts'

/** The whole way: a program uploads to the real server and commits, somebody else reads meanwhile. */
export const readingDuringImport = async (shipped: string, rows: number): Promise<Row[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-bench-'))
  const file = join(folder, 'reading.sqlite')
  copyFileSync(shipped, file)
  const token = editorToken(file)
  const muster = await startMuster(file)
  const reader = startReading(muster.port)
  try {
    await reader.times(() => reader.asked() >= 1_000)
    const before = await reader.times(() => reader.asked() >= QUIET_ANSWERS)
    const upload = startUpload([String(muster.port), token, file, String(rows)])
    await once(upload.stdout as NonNullable<typeof upload.stdout>, 'data')
    const peak = watchPeak(muster.pid)
    const ended = once(upload, 'exit')
    const during = await reader.times(() => upload.exitCode !== null)
    const [code] = (await ended) as [number | null]
    if (code !== 0) throw new Error(`The upload of the bench ended with ${code}.`)
    const bytes = peak.stop()
    const after = await reader.times(() => reader.asked() >= QUIET_ANSWERS)
    const [quiet, busy] = [percentile([...before, ...after]), percentile(during)]
    const many = rows.toLocaleString('en-GB')
    return [
      {
        what: `answer during an import of ${many} rows, 99th percentile`,
        ours: `${busy.toFixed(2)} ms of ${during.length} answers`,
        limit: `${quiet.toFixed(2)} ms with none running`,
        result: `${(busy / quiet).toFixed(1)} ×`,
        reach: '≤ 3.0 ×',
        reached: busy <= 3 * quiet,
        otherwise:
          'The import runs at a lower priority; where other programs keep all processors busy, both values are theirs.',
        numbers: { quiet, busy, answers: during.length, worst: Math.max(...during) },
      },
      {
        what: `peak memory of the process that imports ${many} rows`,
        ours: `${(bytes.children / 1e6).toFixed(0)} MB`,
        limit: `the server at most ${(bytes.own / 1e6).toFixed(0)} MB`,
        result: `${(bytes.children / 1e6).toFixed(0)} MB`,
        reach: '≤ 600 MB',
        reached: bytes.children <= 600e6,
        otherwise: 'Next: figures of a series as columns of dates and values in place of objects.',
        numbers: bytes,
      },
    ]
  } finally {
    reader.stop()
    await muster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** One connection that asks again as soon as its answer is whole, as lightly as Node can. */
const startReading = (port: number) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  let asked = 0
  const ask = (): Promise<number> =>
    new Promise((resolve, reject) => {
      const started = performance.now()
      get({ agent, port, host: '127.0.0.1', path: PATH }, (response) => {
        response.resume()
        response.once('end', () => resolve(performance.now() - started))
      }).once('error', reject)
    })
  return {
    asked: () => asked,
    stop: () => agent.destroy(),
    times: async (isOver: () => boolean): Promise<number[]> => {
      const times: number[] = []
      for (asked = 0; !isOver(); asked += 1) times.push(await ask())
      return times
    },
  }
}

const startUpload = (args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [join(import.meta.dirname, 'import-upload.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })

const editorToken = (file: string): string => {
  const store = openStore(file)
  const now = new Date().toISOString()
  addUser(store, 'bench', 'admin', now)
  const owner = findUser(store.read, 'bench')
  if (owner === undefined) throw new Error('The editor of the bench was not added.')
  const { id, name, role } = owner
  const who = { id, name, role, through: 'session', credential: 0 } as const
  const { token } = store.write((tx) =>
    createToken(tx, who, { label: 'bench', scope: 'write', days: 1 }, now),
  )
  store.close()
  return token
}

const percentile = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0

/** Before the import, and again after it: a machine that is shared has good and bad minutes. */
const QUIET_ANSWERS = 5_000
const PATH = '/api/v1/series?metric=recorded_crime&areaType=bcu'
