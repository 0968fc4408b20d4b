/** The first load of `data/` and an import write the same rows from the same figures. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkImport, commitImport } from '@muster/server/imports/jobs/import-commands'
import { findImport } from '@muster/server/imports/jobs/import-records'
import { readRegister } from '@muster/server/reference/register'
import { afterAll, expect, test } from 'vitest'
import { openTestStore } from '../../support/app.ts'

const { store, close } = openTestStore()
afterAll(close)
const asker = { by: 'editor', at: '2026-11-22T12:00:00.000Z' }

test.each([
  ['mps-ward-officers-mean', 'mps-ward-officers-mean', 94],
  ['mps-workforce-report', 'mps-workforce-report', 12],
  ['wards', 'ward-boundaries', 62],
  ['police-force-strength', 'police-force-strength', 477],
])('the figures of %s are the same rows when they are imported', (file, source, count) => {
  const shipped = readFileSync(join(import.meta.dirname, `../../../data/figures/${file}.csv`))
  // The very same bytes would be known as a file that is in already.
  const bytes = Buffer.concat([shipped, Buffer.from('\n')])
  const upload = { bytes, fileName: `${file}.csv`, source, published: null }
  const id = checkImport(store, upload, asker)
  const { ticks, stops, diff } = findImport(store.read, readRegister(store.read), id)
  expect(stops).toEqual([])
  expect(diff).toMatchObject({ added: 0, revised: 0, unchanged: count })
  const codes = [...new Set(ticks.map(({ code }) => code))]
  commitImport(store, id, { ticks: codes.map((code) => ({ code, reason: 'the same' })) }, asker)
  const imported = rowsOf(`slug = '${source}-import-${id}'`, '%')
  expect(imported).toHaveLength(count)
  // Shipped rows say besides on which line of our own file they are.
  expect(imported).toEqual(
    rowsOf(`source = '${source}'`, `%; here line % of data/figures/${file}.csv`).map((row) => ({
      ...row,
      cell: row.cell.replace(/; here line \d+ of .*$/, ''),
    })),
  )
})

function rowsOf(releases: string, cell: string): { cell: string }[] {
  return store
    .prepare<{ cell: string }>(
      `select metric, basis, area, series.source, date, value, missing, trust, flags, cell, raw, note
       from observation join series on series.id = observation.series
       where release in (select id from release where ${releases}) and cell like ? order by series.id, date`,
    )
    .all(cell)
}
