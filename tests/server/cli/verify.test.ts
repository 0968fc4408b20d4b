/** `verify` finds what SQL changed behind the program's back, and says so in sentences. */
import { closeSync, openSync, statSync, writeSync } from 'node:fs'
import { addUser } from '@muster/server/accounts/invitations'
import { checkImport, commitImport } from '@muster/server/imports/jobs/import-commands'
import { findImport } from '@muster/server/imports/jobs/import-records'
import { openStore, type Store } from '@muster/server/platform/db/open'
import { readRegister } from '@muster/server/reference/register'
import { describe, expect, test } from 'vitest'
import { monthlyStrength } from '../../faults/files.ts'
import { muster, openFolder, type Ran } from '../../support/command-line.ts'

const folder = openFolder()
const NOW = '2026-11-22T12:00:00.000Z'
const ASKER = { by: 'Ana', at: NOW }

describe('verify', () => {
  test('of a database as it was written is clean, and prints the head of the audit log', async () => {
    const file = written('clean.sqlite')
    const ran = await muster(file, 'verify')
    expect(ran).toMatchObject({ code: 0, complained: '' })
    expect(ran.said).toContain('Clean:')
    const again = await muster(file, 'verify', '--head', headOf(ran))
    expect(again.code).toBe(0)
    expect(again.said).toMatch(/head that was noted is that of entry \d+/)
  })

  test.each([
    [
      'a figure',
      'update observation set value = value + 1 where rowid_of_first',
      'they were changed outside of Muster',
    ],
    [
      'a figure of an import',
      "update observation set value = 1 where release = (select max(id) from release) and date = '2001-01'",
      'police-force-strength-import-1',
    ],
    [
      'when a release was published',
      "update release set published = '2001-01-01' where slug = 'police-force-strength-import-1'",
      'police-force-strength-import-1',
    ],
    [
      'a figure that is gone',
      'delete from observation where rowid_of_first',
      'they were changed outside of Muster',
    ],
    ['a digest that is gone', 'update release set digest = null where id = 1', 'has no digest'],
    [
      'a digest made anew for changed figures',
      "update release set digest = 'f00' where slug = 'police-force-strength-import-1'",
      'is not the one in the audit log',
    ],
    [
      'a published review',
      `insert into review (quarter, edition, state, as_of, commentary, made_at, made_by, edited_at, edited_by, frozen, sha256)
       values ('2026-Q2', 1, 'published', '2026-07-01', '[]', '', '', '', '', '{"model":{}}', 'f00')`,
      'The review of 2026-Q2, edition 1, is not as it was published.',
    ],
    ['a stored file', "update import_file set bytes = x'00'", 'is not the one that was uploaded'],
    ['a stored file that is gone', 'delete from import_file', 'is gone'],
    [
      'the register',
      `update register_row set record = replace(record, 'Haringey', 'Barnet')
       where kind = 'area' and record like '%"Haringey"%'`,
      'what data/register does not say',
    ],
    [
      'an entry of the audit log',
      "update audit set by = 'Somebody else' where id = 2",
      'Entry 2 of the audit log is not as it was written',
    ],
    [
      'an entry of the audit log that is gone',
      'delete from audit where id = 2',
      'Entry 3 of the audit log',
    ],
    ['a table', 'drop table review_action', 'review_action'],
  ])('finds %s', async (what, sql, sentence) => {
    const file = written(`${what.replaceAll(' ', '-')}.sqlite`)
    change(
      file,
      sql.replace(
        'rowid_of_first',
        '(series, date, release) = (select series, date, release from observation where value is not null limit 1)',
      ),
    )
    const ran = await muster(file, 'verify')
    expect(ran.code).toBe(1)
    expect(ran.said).toContain(sentence)
    expect(ran.said).not.toContain('Clean')
    expect(ran.said + ran.complained).not.toMatch(/^ +at /m)
  })

  test('with the head that was noted finds that the end of the audit log was cut off', async () => {
    const file = written('cut.sqlite')
    const head = headOf(await muster(file, 'verify'))
    change(file, 'delete from audit where id = (select max(id) from audit)')
    expect((await muster(file, 'verify')).code).toBe(0)
    const ran = await muster(file, 'verify', '--head', head)
    expect(ran.code).toBe(1)
    expect(ran.said).toContain(`The head ${head} is not in the audit log`)
  })

  test('of a database that is not there says so and makes none', async () => {
    const file = folder.path('nowhere.sqlite')
    const ran = await muster(file, 'verify')
    expect(ran).toMatchObject({ code: 1, said: '' })
    expect(ran.complained).toContain('There is no database at')
    expect(() => statSync(file)).toThrow('ENOENT')
  })

  test('of damaged pages gives sentences, never a stack trace', async () => {
    for (const [index, part] of [0.05, 0.3, 0.6, 0.9].entries()) {
      const file = written(`damaged-${index}.sqlite`)
      const size = statSync(file).size
      const handle = openSync(file, 'r+')
      writeSync(
        handle,
        Buffer.alloc(16_384, 0xa5),
        0,
        16_384,
        Math.floor((size * part) / 4096) * 4096,
      )
      closeSync(handle)
      const ran = await muster(file, 'verify')
      expect(ran.code, `at ${part}`).toBe(1)
      expect(ran.said + ran.complained, `at ${part}`).toMatch(/damaged|malformed|cannot be/)
      expect(ran.said + ran.complained, `at ${part}`).not.toMatch(/^ +at /m)
    }
  })
})

describe('a database of an earlier version', () => {
  test('gets its digests and its chain once, when it is opened, and never again', () => {
    const file = written('earlier.sqlite')
    change(file, 'update release set digest = null; update audit set hash = null')
    change(file, "delete from meta where key = 'sealed'")
    const store = openStore(file)
    expect(count(store, 'select count(*) as n from release where digest is null')).toBe(0)
    expect(count(store, 'select count(*) as n from audit where hash is null')).toBe(0)
    store.close()
    change(file, 'update audit set hash = null where id = 1')
    const again = openStore(file)
    expect(count(again, 'select count(*) as n from audit where hash is null')).toBe(1)
    again.close()
  })
})

/** The shipped figures, an import, and some entries of the audit log. */
function written(name: string): string {
  const file = folder.database(name)
  const store = openStore(file)
  for (const person of ['Ana', 'Bo', 'Chris']) addUser(store, person, 'editor', NOW)
  const source = 'police-force-strength'
  const upload = { bytes: monthlyStrength(1), fileName: 'a.csv', source, published: null }
  const id = checkImport(store, upload, ASKER)
  const { ticks } = findImport(store.read, readRegister(store.read), id)
  const codes = [...new Set(ticks.map(({ code }) => code))]
  commitImport(store, id, { ticks: codes.map((code) => ({ code, reason: 'test' })) }, ASKER)
  store.close()
  return file
}

/** As somebody does who has the file and knows SQL. */
function change(file: string, sql: string): void {
  const store = openStore(file)
  store.write((tx) => {
    for (const statement of sql.split(';')) tx.run(statement)
  })
  store.close()
}

function headOf({ said }: Ran): string {
  return /Head of the audit log \(\d+ entries\): (\w{64})/.exec(said)?.[1] ?? ''
}

function count(store: Store, sql: string): number {
  return store.prepare<{ n: number }>(sql).all()[0]?.n ?? -1
}
