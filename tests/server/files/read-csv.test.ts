import { cellName } from '@muster/server/files/cells/sheet'
import { readFile } from '@muster/server/files/read-file'
import { describe, expect, test } from 'vitest'
import { rowsOf, textsOf } from '../imports/workbooks.ts'

const texts = (text: string | Uint8Array) =>
  textsOf(readFile(typeof text === 'string' ? Buffer.from(text) : text))

describe('a delimited file', () => {
  test.each([
    [',', 'comma'],
    [';', 'semicolon'],
    ['\t', 'tab'],
    ['|', 'bar'],
  ])('separated by %j is recognised by its content', (delimiter) => {
    const line = (...fields: string[]) => fields.join(delimiter)
    expect(texts([line('a', 'b', 'c'), line('1', '2', '3')].join('\n'))).toEqual([
      [1, 'a', 'b', 'c'],
      [2, '1', '2', '3'],
    ])
  })

  test('with decimal commas is separated by its semicolons', () => {
    expect(texts('force;fte;heads\nMet;1,5;2,5\nKent;3,5;4,5\n')[1]).toEqual([
      2,
      'Met',
      '1,5',
      '2,5',
    ])
  })

  test('keeps its separator under title lines that are full of commas', () => {
    expect(texts('Officers, by force, by year, and rank\n\na;b\n1;2\n3;4\n')).toEqual([
      [1, 'Officers, by force, by year, and rank'],
      [3, 'a', 'b'],
      [4, '1', '2'],
      [5, '3', '4'],
    ])
  })

  test.each(['\n', '\r', '\r\n'])('counts lines ended by %j', (end) => {
    expect(texts(['a,b', '', '1,2', ''].join(end))).toEqual([
      [1, 'a', 'b'],
      [3, '1', '2'],
    ])
  })

  test('counts lines whose ends are mixed', () => {
    expect(texts('a,b\r\n1,2\r3,4\n5,6').map(([row]) => row)).toEqual([1, 2, 3, 4])
  })

  test('counts every line break inside quotation marks once', () => {
    expect(texts('a,b\n"x\r\ny\nz",2\n3,4\n')).toEqual([
      [1, 'a', 'b'],
      [2, 'x\r\ny\nz', '2'],
      [5, '3', '4'],
    ])
  })

  test('keeps its line numbers where a line end lies across two stretches of 64 KB', () => {
    const lines = Array.from({ length: 30_000 }, (_, index) => `${index + 1},x`)
    const rows = texts(lines.join('\r\n'))
    expect(rows.every(([row, first]) => String(row) === first)).toBe(true)
    expect(rows.length).toBe(30_000)
  })

  test('may have rows of any length', () => {
    expect(texts('a,b,c\n1\n1,2,3,4\n,,3\n')).toEqual([
      [1, 'a', 'b', 'c'],
      [2, '1'],
      [3, '1', '2', '3', '4'],
      [4, '3'],
    ])
  })

  test('keeps a number in quotation marks whole after a space', () => {
    expect(texts('a, b\nx, "6,000,000"\n')[1]).toEqual([2, 'x', '6,000,000'])
  })

  test('keeps the spaces of an indented label', () => {
    expect(texts('a,b\n  North,1\n')[1]).toEqual([2, '  North', '1'])
  })

  test('keeps a quotation mark in the middle of a value', () => {
    expect(texts('a,b\n5" pipe,1\n')[1]).toEqual([2, '5" pipe', '1'])
  })

  test('keeps a quoted text of several lines that begins with a quotation mark', () => {
    expect(texts('a,b\n"""so"" he\nsaid",1\n')[1]).toEqual([2, '"so" he\nsaid', '1'])
  })

  test('knows column, line and name of a cell', () => {
    const book = readFile(Buffer.from('a,b\n,2\n'), 'C:\\figures\\Met 2026.csv')
    expect(rowsOf(book)[1]?.cells).toEqual([{ row: 2, column: 2, text: '2', value: '2' }])
    expect(cellName(book.sheets[0]?.name ?? '', 2, 2)).toBe("'Met 2026'!B2")
    expect(cellName('Data', 12, 703)).toBe('Data!AAA12')
  })

  test('is read anew each time its rows are asked for', () => {
    const book = readFile(Buffer.from('a,b\n1,2\n'))
    expect(rowsOf(book)).toEqual(rowsOf(book))
  })
})

describe('the encoding of a text file', () => {
  const text = 'area,note\nBrón,€5 – “so”\n'
  const expected = [
    [1, 'area', 'note'],
    [2, 'Brón', '€5 – “so”'],
  ]
  const utf16le = Buffer.from(text, 'utf16le')
  const windows1252 = Buffer.from(
    [...'area,note\nBr']
      .map((c) => c.charCodeAt(0))
      .concat(0xf3, 0x6e, 0x2c, 0x80, 0x35, 0x20, 0x96, 0x20, 0x93, 0x73, 0x6f, 0x94, 0x0a),
  )

  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 LE with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16le])],
    ['UTF-16 LE', utf16le],
    ['UTF-16 BE with a mark', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-16 BE', Buffer.from(text, 'utf16le').swap16()],
    ['Windows-1252', windows1252],
  ])('is recognised as %s', (_, bytes) => {
    expect(texts(bytes)).toEqual(expected)
  })
})

describe('an unclosed quotation mark', () => {
  test.each([
    ['up to the end of the file', 'a,b\n1,2\n"x,3\n4,5\n'],
    ['up to a later quoted value', 'a,b\n1,2\n"x,3\n"y",5\n'],
    ['up to a quoted value in the middle of a line', 'a,b\n1,2\n"x,3\n4,"y"\n'],
  ])('%s is refused with its line', (_, text) => {
    expect(() => texts(text)).toThrow(/starts on line 3 opens a quotation mark/)
  })
})

test('a line of more than 16,384 columns is refused before it is read', () => {
  expect(() => readFile(Buffer.from(`a,b\n${','.repeat(16_384)}`))).toThrow(
    /more than 16,384 columns/,
  )
  expect(() => readFile(Buffer.from(`a,b\n${','.repeat(16_383)}`))).not.toThrow()
})
