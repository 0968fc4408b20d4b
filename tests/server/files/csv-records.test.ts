import { UnreadableFile } from '@muster/server/files/cells/unreadable-file'
import { csvRecords } from '@muster/server/files/csv/csv-records'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

type Read = { records: (readonly [line: number, ...fields: string[]])[]; isRefused: boolean }

const read = (text: string): Read => {
  const records: Read['records'] = []
  try {
    for (const { line, fields } of csvRecords(Buffer.from(text), { delimiter: ',', trim: false }))
      records.push([line, ...fields])
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    return { records, isRefused: true }
  }
  return { records, isRefused: false }
}

/** After a first record of two lines everything is left to the parser of all of CSV. */
const readByParser = (text: string): Read => {
  const { records, isRefused } = read(`"\n"\n${text}`)
  return {
    records: records.slice(1).map(([line, ...fields]) => [line - 2, ...fields]),
    isRefused,
  }
}

describe('a record', () => {
  test('is the same whether it is split at a glance or parsed, in any text', () => {
    const piece = fc.constantFrom('a', 'é', '1', ' ', ',', ',', '"', '""', '\n', '\n', '\r\n', '\r')
    const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(text, (any) => {
        expect(read(any)).toEqual(readByParser(any))
      }),
      { numRuns: 2_000 },
    )
  })

  test.each([
    ['"a","b ""c""",d', ['a', 'b "c"', 'd']],
    ['"","",', ['', '', '']],
    ['"a,b",c', ['a,b', 'c']],
    ['5" high,b', ['5" high', 'b']],
    ['"a"b,c', ['"a"b', 'c']],
  ])('of %s has its fields', (line, fields) => {
    expect(read(`x,y\n${line}\nz\n`).records).toEqual([
      [1, 'x', 'y'],
      [2, ...fields],
      [3, 'z'],
    ])
  })

  test('of two lines, far down among letters of two bytes, is read whole and counted', () => {
    const before = Array.from({ length: 20_000 }, (_, index) => `é${index},ü`)
    const { records } = read([...before, '"ö\nä",1', 'é,2'].join('\n'))
    expect(records).toHaveLength(20_002)
    expect(records.at(19_999)).toEqual([20_000, 'é19999', 'ü'])
    expect(records.at(-2)).toEqual([20_001, 'ö\nä', '1'])
    expect(records.at(-1)).toEqual([20_003, 'é', '2'])
  })
})
