/** `pnpm muster` as an operator runs it: a process of its own, with what it says and leaves. */
import { spawn } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, inject } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..')

export type Ran = { code: number | null; said: string; complained: string }

/** @param file the database that the command works on. */
export const muster = (file: string, ...args: string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['server/src/cli/main.ts', ...args], {
      cwd: ROOT,
      env: { ...process.env, DATABASE_FILE: file },
    })
    const ran: Ran = { code: null, said: '', complained: '' }
    child.stdout.on('data', (chunk: Buffer) => {
      ran.said += chunk
    })
    child.stderr.on('data', (chunk: Buffer) => {
      ran.complained += chunk
    })
    child.once('close', (code) => resolve({ ...ran, code }))
  })

/** A folder that goes after the tests of the file, and what puts the shipped figures into it. */
export const openFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-files-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return {
    path: (...names: string[]) => join(folder, ...names),
    database: (name: string): string => {
      const file = join(folder, name)
      copyFileSync(inject('baseStore'), file)
      return file
    },
  }
}
