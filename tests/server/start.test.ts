/** The process as an operator meets it: one last line, one clear sentence, a clean end. */
import { type ChildProcess, spawn } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '@muster/server/platform/db/open'
import { afterAll, describe, expect, inject, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'muster-start-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a start', () => {
  test('ends its output with the address, answers there, loads nothing twice, and ends on Ctrl-C', async () => {
    const file = copyOfBase('twice.sqlite')
    const server = start({ DATABASE_FILE: file, PORT: '0' })
    const address = await server.listening
    expect(server.output()).not.toContain('Loaded')
    expect(server.output().trim().split('\n').at(-1)).toBe(`Muster is at ${address}`)
    expect((await fetch(`${address}/api/v1/ready`)).status).toBe(200)
    server.process.kill('SIGINT')
    expect(await server.ended).toBe(0)
  })

  test('on a port in use says so in one sentence and exits 1', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => taken.once('listening', resolve))
    const { port } = taken.address() as { port: number }
    await refused({ PORT: String(port) }, `Port ${port} is in use.`)
    taken.close()
  })

  test.each([
    ['a port that is none', { PORT: 'abc' }, 'PORT is “abc”'],
    [
      'a folder that cannot be written',
      { DATABASE_FILE: '/proc/muster/x.sqlite' },
      'cannot be opened',
    ],
    ['a rule for reading that is none', { READ_ACCESS: 'friends' }, 'READ_ACCESS is “friends”'],
  ])('with %s says so in one sentence and exits 1', (_what, env, sentence) =>
    refused(env, sentence),
  )

  test('with a file that is no database says so and exits 1', async () => {
    const file = join(folder, 'notes.sqlite')
    writeFileSync(file, 'these are notes')
    await refused({ DATABASE_FILE: file }, 'cannot be used as a Muster database')
  })

  test('with a database of a newer version says so and exits 1', async () => {
    const file = copyOfBase('newer.sqlite')
    const store = openStore(file)
    store.write((tx) =>
      tx.run(
        "insert into __drizzle_migrations (hash, created_at) values ('later', 99999999999999)",
      ),
    )
    store.close()
    await refused({ DATABASE_FILE: file }, 'was made by a newer version of Muster')
  })
})

async function refused(env: Record<string, string>, sentence: string): Promise<void> {
  const server = start({ DATABASE_FILE: copyOfBase('refused.sqlite'), PORT: '0', ...env })
  expect(await server.ended).toBe(1)
  expect(server.output()).toContain(sentence)
  expect(server.output().trim().split('\n').length).toBe(1)
}

function start(env: Record<string, string>) {
  const child: ChildProcess = spawn(process.execPath, ['server/start.js'], {
    cwd: ROOT,
    env: { ...process.env, ...env },
  })
  let text = ''
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const listening = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      text += chunk.toString()
      const address = /Muster is at (\S+)/.exec(text)?.[1]
      if (address !== undefined) resolve(address)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', () => reject(new Error(text)))
  })
  listening.catch(() => undefined)
  return { process: child, ended, listening, output: () => text }
}

function copyOfBase(name: string): string {
  const file = join(folder, name)
  copyFileSync(inject('baseStore'), file)
  return file
}
