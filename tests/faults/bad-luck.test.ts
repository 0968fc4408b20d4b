/**
 * Bad luck: the power goes in the middle of a write, the disk is full, a file is mangled. Afterwards
 * either all of an import is there or nothing, and the next one works.
 *
 * `pnpm test` runs a short version; `pnpm test:faults` sets MUSTER_FAULTS=full: 200 kills, 20,000 files.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFaults } from '@muster/server/cli/verify'
import { checkImport, commitImport } from '@muster/server/imports/jobs/import-commands'
import { findImport } from '@muster/server/imports/jobs/import-records'
import { parseWhole } from '@muster/server/imports/jobs/parsed-file'
import { templateXlsx } from '@muster/server/imports/layouts/muster/template-file'
import { makeNames } from '@muster/server/imports/names/names'
import { openStore, type Store } from '@muster/server/platform/db/open'
import { readRegister } from '@muster/server/reference/register'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { ods } from '../server/imports/workbooks.ts'
import { monthlyStrength } from './files.ts'

const FULL = process.env.MUSTER_FAULTS === 'full'
const KILLS = FULL ? 200 : 6
const FILES = FULL ? 20_000 : 300
const ROOT = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'muster-faults-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('after kill -9 at a random moment', () => {
  test(`all of an import is there or nothing, ${KILLS} times, and the next import works`, async () => {
    const file = copyOfBase('killed.sqlite')
    for (let round = 0; round < KILLS; round += 1) {
      await killedWriter(file, round, 20 + ((round * 7_919) % 900))
      const store = openStore(file)
      expect(findFaults(store), `after kill ${round}`).toEqual([])
      expect(halfDone(store), `after kill ${round}`).toEqual([])
      if (round % 5 === 0) takeIn(store, 900_000 + round)
      store.close()
    }
  }, 1_200_000)
})

describe('on a full disk', () => {
  test('an import fails with a sentence, nothing is half done, and the figures still answer', () => {
    const file = copyOfBase('full.sqlite')
    const blocks = Math.ceil(statSync(file).size / 1_024) + 8
    const { status, stderr } = spawnSync(
      'bash',
      ['-c', `ulimit -f ${blocks}; exec "${process.execPath}" tests/faults/killing.ts "${file}" 1`],
      { cwd: ROOT, encoding: 'utf8', timeout: 60_000 },
    )
    expect(status).not.toBe(0)
    expect(stderr).toMatch(/full|I\/O|too large/i)
    const store = openStore(file)
    expect(findFaults(store)).toEqual([])
    expect(halfDone(store)).toEqual([])
    takeIn(store, 42)
    store.close()
  }, 90_000)
})

describe('a mangled file', () => {
  test(`is read or refused with a sentence, ${FILES} times, without a crash, a hang or a write`, () => {
    const store = openStore(copyOfBase('fuzzed.sqlite'))
    const register = readRegister(store.read)
    const names = makeNames(register, [])
    const before = countOf(store)
    const originals: [string, Uint8Array][] = [
      ['police-force-strength', monthlyStrength(1).subarray(0, 2_000)],
      ['muster-template', templateXlsx(register)],
      ['home-office-summary-tables', workbook()],
    ]
    const random = randomFrom(20_261_122)
    let slowest = 0
    for (let count = 0; count < FILES; count += 1) {
      const [source, bytes] = originals[count % originals.length] ?? ['', new Uint8Array()]
      const started = performance.now()
      const whole = parseWhole({ bytes: mangle(bytes, random), fileName: 'file', source }, names)
      slowest = Math.max(slowest, performance.now() - started)
      for (const stop of whole.stops) expect(stop.sentence.length).toBeGreaterThan(10)
    }
    expect(slowest).toBeLessThan(10_000)
    expect(countOf(store)).toEqual(before)
    store.close()
  }, 1_200_000)
})

async function killedWriter(file: string, round: number, after: number): Promise<void> {
  const child: ChildProcess = spawn(
    process.execPath,
    ['tests/faults/killing.ts', file, String(round)],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve())
    child.once('exit', () => reject(new Error(`The writer ended by itself: ${said}`)))
  })
  await new Promise((resolve) => setTimeout(resolve, after))
  child.kill('SIGKILL')
  await ended
}

/** Releases of imports with some, but not all, of the 1,440 rows of their file. */
function halfDone(store: Store): unknown[] {
  return store
    .prepare(
      `select release.slug, count(observation.date) as rows from release
       left join observation on observation.release = release.id
       where release.slug like '%-import-%' group by release.id having rows <> 1440`,
    )
    .all()
}

function takeIn(store: Store, seed: number): void {
  const asker = { by: 'fault test', at: new Date().toISOString() }
  const id = checkImport(
    store,
    {
      bytes: monthlyStrength(seed),
      fileName: 'next.csv',
      source: 'police-force-strength',
      published: null,
    },
    asker,
  )
  const { ticks } = findImport(store.read, readRegister(store.read), id)
  const codes = [...new Set(ticks.map((tick) => tick.code))]
  commitImport(store, id, { ticks: codes.map((code) => ({ code, reason: 'fault test' })) }, asker)
  expect(findImport(store.read, readRegister(store.read), id).state).toBe('committed')
}

function countOf(store: Store): unknown {
  return store.prepare('select count(*) as rows, total(value) as sum from observation').all()
}

/** One to eight changes: a byte turned, a piece cut out, doubled, or replaced by noise. */
function mangle(bytes: Uint8Array, random: () => number): Uint8Array {
  let mangled = Uint8Array.from(bytes)
  for (let change = 0; change <= random() * 8; change += 1) {
    const at = Math.floor(random() * mangled.length)
    const length = Math.floor(random() * 40)
    const kind = Math.floor(random() * 4)
    if (kind === 0) mangled[at] = Math.floor(random() * 256)
    else if (kind === 1)
      mangled = Uint8Array.from([...mangled.subarray(0, at), ...mangled.subarray(at + length)])
    else if (kind === 2)
      mangled = Uint8Array.from([...mangled.subarray(0, at + length), ...mangled.subarray(at)])
    else
      for (let index = at; index < Math.min(at + length, mangled.length); index += 1)
        mangled[index] = Math.floor(random() * 256)
  }
  return mangled
}

/** A small linear congruential generator, so that a failure can be had again. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

function workbook(): Uint8Array {
  return ods(
    '<table:table table:name="Table_1"><table:table-row><table:table-cell office:value-type="string"><text:p>Police officers</text:p></table:table-cell></table:table-row></table:table>',
  )
}

function copyOfBase(name: string): string {
  const file = join(folder, name)
  copyFileSync(inject('baseStore'), file)
  return file
}
