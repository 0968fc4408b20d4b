import { readFile } from '@muster/server/files/read-file'
import { templateCsv, templateXlsx } from '@muster/server/imports/layouts/muster/template-file'
import { parseMapped } from '@muster/server/imports/mapping/mapped-file'
import type { FileMapping } from '@muster/shared/contract/import'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { openNames, openRegister, parseBytes, parseText } from './parsed.ts'
import { textsOf } from './workbooks.ts'

const names = openNames()
const HEADING = 'metric,basis,area,date,value,missing,trust,flags,where,note'
const tidy = (rows: string, heading = HEADING) =>
  parseText(`${heading}\n${rows}\n`, 'mps-workforce-report', { names })

describe('a tidy row', () => {
  test('gives one figure with all that it says', () => {
    const parsed = tidy(
      'officers,fte,NA,2025-03-31,"1,294.5",,secondary,p;e,"letter, page 2",rounded',
    )
    expect(parsed.findings).toEqual([])
    expect(parsed.figures).toEqual([
      {
        metric: 'officers',
        basis: 'fte',
        area: 'NA',
        date: '2025-03-31',
        value: 1294.5,
        missing: null,
        trust: 'secondary',
        flags: ['p', 'e'],
        where: 'letter, page 2',
        raw: null,
        note: 'rounded',
      },
    ])
    expect(parsed.edition).toBe('31 March 2025')
  })

  test('may use names, other orders and a reason instead of a value', () => {
    const parsed = tidy(
      'Haringey Borough,Police officers,FTE,Mar-25,,not published',
      'Area,Metric,Basis,Date,Value,Missing',
    )
    expect(parsed.figures).toMatchObject([
      {
        metric: 'officers',
        basis: 'fte',
        area: 'E09000014',
        date: '2025-03',
        value: null,
        missing: 'x',
        trust: null,
        where: 'E2',
      },
    ])
  })

  test.each([
    ['oficers,fte,NA,2025,1,,,,,', 'unknown-metric', 'A2'],
    [',fte,NA,2025,1,,,,,', 'empty-value', 'A2'],
    ['officers,people,NA,2025,1,,,,,', 'unknown-basis', 'B2'],
    ['officers,posts,NA,2025,1,,,,,', 'basis-not-counted', 'B2'],
    ['officers,fte,Nowhere,2025,1,,,,,', 'unknown-area', 'C2'],
    ['officers,fte,NA,soon,1,,,,,', 'bad-date', 'D2'],
    ['officers,fte,NA,,1,,,,,', 'empty-value', 'D2'],
    ['officers,fte,NA,2025,,,,,,', 'value-or-reason', 'E2'],
    ['officers,fte,NA,2025,1,x,,,,', 'value-or-reason', 'E2'],
    ['officers,fte,NA,2025,[x],,,,,', 'code-in-value', 'E2'],
    ['officers,fte,NA,2025,-1,,,,,', 'negative', 'E2'],
    ['officers,fte,NA,2025,12%,,,,,', 'percent', 'E2'],
    ['officers,fte,NA,2025,about 5,,,,,', 'bad-number', 'E2'],
    ['officers,fte,NA,2025,,q,,,,', 'unknown-missing', 'F2'],
    ['officers,fte,NA,2025,1,,hearsay,,,', 'unknown-trust', 'G2'],
    ['officers,fte,NA,2025,1,,,q,,', 'unknown-flag', 'H2'],
    ['officers,fte,NA,2025,1,,,,,EXAMPLE: delete', 'example-row', 'J2'],
  ])('%s is stopped as %s', (row, code, cell) => {
    const { findings, figures } = tidy(row)
    expect(findings).toMatchObject([{ level: 'stop', code, cell }])
    expect(figures).toEqual([])
  })

  test('has all its faults listed, and so has every other row', () => {
    const { findings } = tidy(
      'oficers,people,Nowhere,soon,x,q,hearsay,q,,\nofficers,fte,NA,2025,1,,,,,\n,,,,5,,,,,',
    )
    expect(findings.map(({ row, code }) => `${row} ${code}`)).toEqual([
      '2 unknown-metric',
      '2 unknown-basis',
      '2 bad-date',
      '2 unknown-area',
      '2 unknown-missing',
      '2 unknown-trust',
      '2 unknown-flag',
      '2 value-or-reason',
      '4 empty-value',
      '4 empty-value',
      '4 empty-value',
      '4 empty-value',
    ])
  })

  test('may fall below zero where it is a change', () => {
    expect(tidy('officers_change,fte,E23000001,2025,-371,,,,,').figures).toMatchObject([
      { value: -371 },
    ])
  })

  test('with a date that can be read two ways needs one tick, however often it comes', () => {
    const { codes, figures } = tidy(
      'officers,fte,NA,03/04/2025,1,,,,,\npcso,fte,NA,03/04/2025,1,,,,,',
    )
    expect(codes).toEqual(['tick ambiguous-date'])
    expect(figures.map(({ date }) => date)).toEqual(['2025-04-03', '2025-04-03'])
  })

  test('may stand without a date', () => {
    expect(tidy('officers,fte,NA,undated,1,,,,,').figures).toMatchObject([{ date: 'undated' }])
  })
})

test('a column that the template has not is noted, one that comes twice is stopped', () => {
  const { codes } = tidy('officers,fte,NA,2025,1,x,2', 'metric,basis,area,date,value,owner,value')
  expect(codes).toEqual(['note extra-column', 'stop heading-twice'])
})

test('100,000 tidy rows are read, each one', () => {
  const rows = Array.from(
    { length: 100_000 },
    (_, row) =>
      `officers,fte,NA,${1900 + (row % 120)}-${String((row % 12) + 1).padStart(2, '0')}-15,${row / 10},,,,r,`,
  )
  expect(tidy(rows.join('\n')).figures).toHaveLength(100_000)
})

describe('the template', () => {
  const register = openRegister()

  test('is a workbook that a reader opens: headings, an example and the words', () => {
    const book = readFile(templateXlsx(register))
    expect(book.sheets.map(({ name }) => name)).toEqual(['Figures', 'Example', 'Words'])
    expect(textsOf(book, 0)).toEqual([[1, ...HEADING.split(',')]])
    expect(textsOf(book, 1)).toHaveLength(3)
    expect(textsOf(book, 2).length).toBe(Math.max(register.areas.size, register.metrics.size) + 1)
  })

  test('offers the words in drop-downs that reach to their ends', () => {
    const sheet = strFromU8(
      unzipSync(templateXlsx(register))['xl/worksheets/sheet1.xml'] ?? new Uint8Array(),
    )
    expect(
      [...sheet.matchAll(/sqref="(\w+:\w+)"><formula1>(.*?)<\/formula1>/g)].map(([, at, list]) => [
        at,
        list,
      ]),
    ).toEqual([
      ['A2:A10000', `Words!$A$2:$A$${register.metrics.size + 1}`],
      ['B2:B10000', 'Words!$C$2:$C$5'],
      ['C2:C10000', `Words!$E$2:$E$${register.areas.size + 1}`],
      ['F2:F10000', 'Words!$G$2:$G$5'],
      ['G2:G10000', 'Words!$I$2:$I$4'],
    ])
  })

  test('without a figure says so and does not take its example for one', () => {
    const parsed = parseBytes(templateXlsx(register), 'police-force-strength', { names })
    expect(parsed.layout).toBe('muster-template')
    expect(parsed.codes).toEqual(['stop nothing-found'])
  })

  test('as CSV is refused while its example is in it', () => {
    const parsed = parseText(templateCsv(register), 'police-force-strength', { names })
    expect(parsed.codes).toEqual(['stop example-row'])
    const own = templateCsv(register).replace(/EXAMPLE.*Delete this row\./, 'seen')
    expect(parseText(own, 'police-force-strength', { names }).figures).toMatchObject([
      { area: 'NA', value: 1234.5 },
    ])
  })
})

describe('a file that a person mapped', () => {
  const mapping: FileMapping = {
    sheet: '',
    headingRow: 2,
    columns: { area: 1, value: 3 },
    constants: { metric: 'officers', basis: 'fte', date: '2025-03', trust: 'secondary' },
    missingMarks: { '..': 'x' },
  }
  const text =
    'Officers at March 2025,,\nPlace,Old,New\nHaringey,1,"2,001"\nEnfield,1,..\nNotes: all rounded\n'
  const read = (given: FileMapping, content = text) => [
    ...parseMapped(readFile(Buffer.from(content), 'x.csv'), given, names).items,
  ]

  test('has constants, marks and columns as mapped; notes below the table are passed over', () => {
    expect(read(mapping)).toMatchObject([
      {
        metric: 'officers',
        basis: 'fte',
        area: 'E09000014',
        date: '2025-03',
        value: 2001,
        missing: null,
        trust: 'secondary',
        where: 'C3',
      },
      { area: 'E09000010', value: null, missing: 'x', raw: '..', where: 'C4' },
    ])
  })

  test('is stopped at a mark that nobody explained, an unknown name and an empty value', () => {
    const items = read({ ...mapping, missingMarks: {} }, `${text}Harrringay,1,5\nBarnet,1,\n`)
    expect(items.filter((item) => 'level' in item)).toMatchObject([
      { level: 'stop', code: 'code-in-value', cell: 'C4' },
      { level: 'stop', code: 'unknown-area', cell: 'A6' },
      { level: 'stop', code: 'empty-value', cell: 'C7' },
    ])
  })
})
