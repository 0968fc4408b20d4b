/** An import in a process of its own, over a database file, as the server runs it. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFaults } from '@muster/server/cli/verify'
import { findImport } from '@muster/server/imports/jobs/import-records'
import { importRunner } from '@muster/server/imports/jobs/import-runner'
import { openStore } from '@muster/server/platform/db/open'
import { readRegister } from '@muster/server/reference/register'
import { afterAll, describe, expect, inject, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'muster-tasks-'))
const file = join(folder, 'beside.sqlite')
copyFileSync(inject('baseStore'), file)
const store = openStore(file)
const run = importRunner(store, file)
afterAll(() => {
  store.close()
  rmSync(folder, { recursive: true, force: true })
})

const asker = { by: 'editor', at: '2026-11-22T12:00:00.000Z' }
const upload = {
  bytes: Buffer.from(
    [
      'metric,basis,area,date,value,missing,trust,flags,where,note',
      'officers,fte,NA,1980-01,1200.5,,primary,e p,Table 1,as told',
      'officers,fte,NA,1980-02,,x,,,,',
    ].join('\n'),
  ),
  fileName: 'figures.csv',
  source: 'muster-template',
  published: '1990-01-31',
}

describe('an import beside the server', () => {
  test('writes every column of a figure, and nothing before it is committed', async () => {
    const id = await run({ kind: 'check', upload, asker })
    const checked = findImport(store.read, readRegister(store.read), id)
    expect(checked).toMatchObject({ state: 'checked', diff: { added: 2 } })
    expect(figures()).toEqual([])
    const ticks = checked.ticks.map(({ code }) => ({ code, reason: 'told so' }))
    await run({ kind: 'commit', id, body: { ticks }, asker })
    expect(figures()).toEqual([
      {
        date: '1980-01',
        value: 1200.5,
        missing: null,
        trust: 'primary',
        flags: 'e;p',
        cell: 'Table 1',
        raw: null,
        note: 'as told',
      },
      // Without its own trust a figure has that of its source.
      {
        date: '1980-02',
        value: null,
        missing: 'x',
        trust: 'secondary',
        flags: '',
        cell: 'E3',
        raw: null,
        note: null,
      },
    ])
    expect(findFaults(store)).toEqual([])
  })

  test('is refused for the same reason as in the server itself', async () => {
    const other = { ...upload, source: 'nobody' }
    await expect(run({ kind: 'check', upload: other, asker })).rejects.toMatchObject({
      code: 'unknown-source',
    })
  })
})

function figures(): unknown[] {
  return store
    .prepare(
      `select date, value, missing, trust, flags, cell, raw, note
       from observation join series on series.id = observation.series
       where source = 'muster-template' and date like '1980%' order by date`,
    )
    .all()
}
