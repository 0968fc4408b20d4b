import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readCsvFile } from '@muster/server/data-pack/csv-file'
import { FigureRow } from '@muster/server/data-pack/figure-row'
import { readFile } from '@muster/server/files/read-file'
import type { Finding } from '@muster/server/imports/import-finding'
import type { ParsedObservation } from '@muster/server/imports/layouts/layout'
import { parseFile } from '@muster/server/imports/layouts/recognition'
import { makeNames, type Names } from '@muster/server/imports/names/names'
import { openStore } from '@muster/server/platform/db/open'
import { type Register, readRegister } from '@muster/server/reference/register'
import { inject } from 'vitest'
import { xlsx } from './workbooks.ts'

type Choice = { kind: string; alias: string; target: string }

/** The shipped register. */
export const openRegister = (): Register => {
  const store = openStore(inject('baseStore'))
  const register = readRegister(store.read)
  store.close()
  return register
}

export const openNames = (choices: readonly Choice[] = []): Names =>
  makeNames(openRegister(), choices)

export type Parsed = {
  layout: string | null
  edition: string
  published: string | null
  figures: ParsedObservation[]
  findings: Finding[]
  /** The value at `metric basis area date`; undefined where there is none. */
  value: (key: string) => number | null | undefined
  codes: string[]
}

export const parseBytes = (
  bytes: Uint8Array,
  source: string,
  { name = 'file.csv', names = openNames() }: { name?: string; names?: Names } = {},
): Parsed => {
  const file = parseFile(readFile(bytes, name), source, names)
  const figures: ParsedObservation[] = []
  const findings: Finding[] = []
  for (const item of file.items)
    if ('level' in item) findings.push(item)
    else figures.push(item)
  const byKey = new Map(
    figures.map((figure) => [
      [figure.metric, figure.basis, figure.area, figure.date].join(' '),
      figure.value,
    ]),
  )
  return {
    layout: file.layout,
    edition: file.edition,
    published: file.published,
    figures,
    findings,
    value: (key) => byKey.get(key),
    codes: findings.map(({ level, code }) => `${level} ${code}`),
  }
}

export const parseText = (
  text: string,
  source: string,
  options?: { name?: string; names?: Names },
): Parsed => parseBytes(Buffer.from(text), source, options)

const folder = new URL('../../../../shared/samples', import.meta.url)
export const samplesAreHere = existsSync(folder)
/** Says in the report why the tests of the publishers' own files did not run. */
export const samplesTitle = (title: string): string =>
  samplesAreHere ? title : `${title} (skipped: ../shared/samples is not here)`
export const parseSample = (path: string, source: string, names?: Names): Parsed =>
  parseBytes(readFileSync(new URL(path, folder)), source, {
    name: path.replace(/^.*\//, ''),
    ...(names === undefined ? {} : { names }),
  })

/** The shipped figures of one release by the key that `Parsed.value` takes. */
export const shippedFigures = (file: string, release?: string): Map<string, number> => {
  const path = new URL(`../../../data/figures/${file}.csv`, import.meta.url)
  return new Map(
    readCsvFile(fileURLToPath(path), FigureRow)
      .filter(({ record }) => release === undefined || record.release === release)
      .flatMap(({ record: { metric, basis, area, date, value } }) =>
        value === null ? [] : [[[metric, basis, area, date].join(' '), value] as const],
      ),
  )
}

type SheetCell = string | number | null

/** A workbook of plain cells; null leaves one empty. */
export const workbook = (sheets: Record<string, SheetCell[][]>): Uint8Array => {
  const strings = new Map<string, number>()
  const cellXml = (cell: SheetCell): string => {
    if (cell === null) return '<c/>'
    if (typeof cell === 'number') return `<c><v>${cell}</v></c>`
    const index = strings.get(cell) ?? strings.size
    strings.set(cell, index)
    return `<c t="s"><v>${index}</v></c>`
  }
  const rowXml = (row: SheetCell[], index: number) =>
    `<row r="${index + 1}">${row.map(cellXml).join('')}</row>`
  const xml = Object.fromEntries(
    Object.entries(sheets).map(([name, rows]) => [
      name,
      `<sheetData>${rows.map(rowXml).join('')}</sheetData>`,
    ]),
  )
  return xlsx({ sheets: xml, strings: [...strings.keys()].map(stringXml).join('') })
}

const stringXml = (text: string): string =>
  `<si><t xml:space="preserve">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></si>`
