import { readFile } from '@muster/server/files/read-file'
import type { Finding } from '@muster/server/imports/import-finding'
import type { ParsedObservation } from '@muster/server/imports/layouts/reading/layout'
import { parseFile } from '@muster/server/imports/layouts/recognition'
import { makeNames, type Names } from '@muster/server/imports/names/names'
import { openStore } from '@muster/server/platform/db/open'
import { type Register, readRegister } from '@muster/server/reference/register'
import { inject } from 'vitest'

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

export { xlsxFile as workbook } from '../../support/published/spreadsheets.ts'
