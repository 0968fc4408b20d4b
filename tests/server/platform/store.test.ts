/** What the database promises: reads cannot write, writes are whole, what is loaded stays. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFaults } from '@muster/server/cli/verify'
import { loadData } from '@muster/server/data-pack/load'
import { openStore } from '@muster/server/platform/db/open'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestStore } from '../../support/app.ts'

const { store, close } = openTestStore()
const folder = mkdtempSync(join(tmpdir(), 'muster-data-'))
afterAll(() => {
  close()
  rmSync(folder, { recursive: true, force: true })
})

const NOW = '2026-11-22T12:00:00.000Z'

describe('the store', () => {
  test('refuses to write through its reading side', () => {
    expect(() => store.prepare("update meta set value = 'x'").all()).toThrow(
      /readonly|does not return/,
    )
    expect(() => store.prepare("update meta set value = 'x' returning value").all()).toThrow(
      /readonly/,
    )
  })

  test('takes back a write that fails in the middle', () => {
    const before = count('release')
    expect(() =>
      store.write((tx) => {
        tx.run("update release set note = 'half done'")
        throw new Error('power cut')
      }),
    ).toThrow('power cut')
    expect(count('release')).toBe(before)
    expect(store.prepare("select 1 from release where note = 'half done'").all()).toEqual([])
  })

  test('takes back a rehearsal and gives what was seen in it', () => {
    const seen = store.rehearse((tx, view) => {
      tx.run("update meta set value = 'rehearsed' where key = 'data_version'")
      return view
        .prepare<{ value: string }>("select value from meta where key = 'data_version'")
        .all()[0]?.value
    })
    expect(seen).toBe('rehearsed')
    expect(
      store.prepare<{ value: string }>("select value from meta where key = 'data_version'").all()[0]
        ?.value,
    ).not.toBe('rehearsed')
  })

  test.each([
    "update observation set missing = 'x' where value is not null",
    'update observation set missing = null where value is null',
  ])('refuses a row with both or neither of value and reason: %s', (sql) => {
    expect(() => store.write((tx) => tx.run(sql))).toThrow(
      expect.objectContaining({
        cause: expect.objectContaining({ message: expect.stringContaining('CHECK') }),
      }),
    )
  })

  test('is clean, and a figure without its source row is found out', () => {
    expect(findFaults(store)).toEqual([])
    store.write((tx) => tx.run("update observation set cell = '' where date = '2025-03'"))
    expect(findFaults(store).join()).toContain('do not say where in their source')
  })
})

describe('loading data/', () => {
  beforeEach(() => {
    rmSync(folder, { recursive: true, force: true })
    cpSync(
      join(import.meta.dirname, '..', '..', '..', 'data', 'register'),
      join(folder, 'register'),
      {
        recursive: true,
      },
    )
    cpSync(
      join(import.meta.dirname, '..', '..', '..', 'data', 'figures', 'wards.csv'),
      join(folder, 'figures', 'wards.csv'),
    )
  })

  test('loads a file once', () => {
    const empty = openStore(':memory:')
    expect(loadData(empty, folder, NOW).observations).toBe(62)
    expect(loadData(empty, folder, NOW)).toEqual({ register: false, releases: 0, observations: 0 })
    empty.close()
  })

  test('refuses a file of figures that changed after it was loaded', () => {
    const empty = openStore(':memory:')
    loadData(empty, folder, NOW)
    change('figures/wards.csv', (text) => text.replace(',17,', ',18,'))
    expect(() => loadData(empty, folder, NOW)).toThrow('changed after it was loaded')
    empty.close()
  })

  test.each([
    [
      'an area that is not there',
      (text: string) => text.replace('E09000002', 'E09999999'),
      'E09999999',
    ],
    [
      'a basis that is none',
      (text: string) => text.replace('not_stated', 'people'),
      'line 2, basis',
    ],
    ['a value that is none', (text: string) => text.replace(',25,', ',about 25,'), 'about 25'],
    ['neither value nor reason', (text: string) => text.replace(',25,', ',,'), 'either a value'],
  ])('refuses %s with file and line, and loads nothing', (_what, spoil, words) => {
    const empty = openStore(':memory:')
    change('figures/wards.csv', spoil)
    expect(() => loadData(empty, folder, NOW)).toThrow(words)
    expect(empty.prepare('select 1 from observation').all()).toEqual([])
    empty.close()
  })

  test('refuses a promise that is half filled in without saying what is missing', () => {
    const empty = openStore(':memory:')
    change('register/promise_readings.csv', (text) =>
      text.replace(/^(pcso-2023-500,b,.*?),increase,500,1204,/m, '$1,increase,500,,'),
    )
    expect(() => loadData(empty, folder, NOW)).toThrow('pcso-2023-500 has no baseline')
    empty.close()
  })

  test('names the heading of a cell that is wrong in a promise', () => {
    const empty = openStore(':memory:')
    change('register/promises.csv', (text) => text.replace(',ours,yes,', ',ours,perhaps,'))
    expect(() => loadData(empty, folder, NOW)).toThrow(
      /promises\.csv, line \d+, police_staffing: .* Found "perhaps"/,
    )
    empty.close()
  })
})

function change(file: string, spoil: (text: string) => string): void {
  const path = join(folder, file)
  const before = readFileSync(path, 'utf8')
  const after = spoil(before)
  expect(after).not.toBe(before)
  writeFileSync(path, after)
}

function count(table: string): number {
  return store.prepare<{ n: number }>(`select count(*) as n from ${table}`).all()[0]?.n ?? 0
}
