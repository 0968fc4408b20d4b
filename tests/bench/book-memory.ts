/** What memory a long spreadsheet takes: rows are unpacked and read as they are asked for. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findImport } from '@muster/server/imports/jobs/import-records'
import { importRunner } from '@muster/server/imports/jobs/import-runner'
import { openStore, type Store } from '@muster/server/platform/db/open'
import { readRegister } from '@muster/server/reference/register'
import { ods, xlsx } from '../server/imports/workbooks.ts'
import { TIDY_FILE, tidyFigures } from './import-file.ts'
import { watchPeak } from './peak.ts'
import type { Row } from './row.ts'

/** The rows of a workbook of 200,000, and of an ODS as large unpacked as the largest published one. */
export const bookMemory = async (shipped: string): Promise<Row[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-bench-'))
  const file = join(folder, 'books.sqlite')
  copyFileSync(shipped, file)
  const store = openStore(file)
  const rows: Row[] = []
  try {
    for (const [what, bytes] of [
      ['a workbook of 200,000 rows', workbook(store, 200_000)],
      ['an ODS of 38 MB unpacked', openDocument(store, 76_000)],
    ] as const) {
      const peak = watchPeak(process.pid)
      const started = performance.now()
      const id = await importRunner(
        store,
        file,
      )({
        kind: 'check',
        upload: { bytes, ...TIDY_FILE },
        asker: { by: 'bench', at: '2026-11-22T12:00:00.000Z' },
      })
      const seconds = (performance.now() - started) / 1_000
      const { children } = peak.stop()
      const { observations, stops } = findImport(store.read, readRegister(store.read), id)
      if (stops.length > 0) throw new Error(`The book is stopped: ${stops[0]?.sentence}`)
      rows.push({
        what: `peak memory of the process that checks ${what}`,
        ours: `${(children / 1e6).toFixed(0)} MB, ${seconds.toFixed(1)} s`,
        limit: `${(bytes.length / 1e6).toFixed(1)} MB packed, ${observations} figures`,
        result: `${(children / 1e6).toFixed(0)} MB`,
        reach: '≤ 600 MB',
        reached: children <= 600e6,
        otherwise:
          'Of this 64 MB are unpacked parts kept for a second reading, and 100 MB the process itself.',
        numbers: { children, seconds, packed: bytes.length, observations },
      })
    }
    return rows
  } finally {
    store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const HEADINGS = ['metric', 'basis', 'area', 'date', 'value']

const workbook = (store: Store, rows: number): Uint8Array => {
  const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`
  const lines = [`<row>${HEADINGS.map(text).join('')}</row>`]
  for (const { metric, area, date, value } of tidyFigures(store, rows))
    lines.push(`<row>${[metric, 'fte', area, date].map(text).join('')}<c><v>${value}</v></c></row>`)
  return xlsx({ sheets: { Figures: `<sheetData>${lines.join('')}</sheetData>` } })
}

const openDocument = (store: Store, rows: number): Uint8Array => {
  const cell = (value: string, of = 'office:value-type="string"') =>
    `<table:table-cell ${of}><text:p>${value}</text:p></table:table-cell>`
  const lines = [
    `<table:table-row>${HEADINGS.map((each) => cell(each)).join('')}</table:table-row>`,
  ]
  for (const { metric, area, date, value } of tidyFigures(store, rows))
    lines.push(
      `<table:table-row>${[metric, 'fte', area, date].map((each) => cell(each)).join('')}${cell(String(value), `office:value-type="float" office:value="${value}"`)}</table:table-row>`,
    )
  return ods(`<table:table table:name="Figures">${lines.join('')}</table:table>`)
}
