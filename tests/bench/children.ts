/** Servers and programs as processes of their own, as a machine that serves runs them. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '..', '..')

export type Child = { port: number; pid: number; readyMs: number; stop: () => Promise<void> }

/** The real server over a database file; ready when it says where it is. */
export const startMuster = (databaseFile: string): Promise<Child> =>
  start([join(ROOT, 'server', 'start.js')], {
    PORT: '0',
    HOST: '127.0.0.1',
    DATABASE_FILE: databaseFile,
  })

/** What a Fastify can do at most: the same bytes under the same headers from memory. */
export const startLimit = (answerFile: string): Promise<Child> =>
  start([join(import.meta.dirname, 'limit-server.ts'), answerFile], {})

/** Resident memory in bytes. */
export const residentBytes = (pid: number): number => {
  const [, kilobytes = '0'] =
    /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) * 1024
}

/** Milliseconds until the program ends by itself. */
export const runMs = async (args: readonly string[]): Promise<number> => {
  const started = performance.now()
  const child = spawn(process.execPath, args, { stdio: 'inherit' })
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${code}.`)
  return performance.now() - started
}

const start = async (args: readonly string[], env: Record<string, string>): Promise<Child> => {
  const started = performance.now()
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = await portOf(child)
  return {
    port,
    pid: child.pid ?? 0,
    readyMs: performance.now() - started,
    stop: async () => {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

const portOf = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (chunk) => {
      said += String(chunk)
      const port = /is at http:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1]
      if (port !== undefined) resolve(Number(port))
    })
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${said}`)))
  })
