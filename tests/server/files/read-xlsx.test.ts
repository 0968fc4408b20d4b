import { readFile } from '@muster/server/files/read-file'
import { describe, expect, test } from 'vitest'
import { rowsOf, textsOf, type XlsxParts, xlsx } from '../imports/workbooks.ts'

const data = (rows: string) => ({ Data: `<sheetData>${rows}</sheetData>` })
const read = (rows: string, rest: Omit<XlsxParts, 'sheets'> = {}) =>
  readFile(xlsx({ sheets: data(rows), ...rest }))
const cellsOf = (cells: string, rest: Omit<XlsxParts, 'sheets'> = {}) =>
  rowsOf(read(`<row r="1">${cells}</row>`, rest))[0]?.cells ?? []
const formats = (...codes: (string | number)[]) => {
  const ids = codes.map((code, index) => (typeof code === 'number' ? code : 164 + index))
  const spelt = codes.map(
    (code, index) => `<numFmt numFmtId="${ids[index]}" formatCode="${code}"/>`,
  )
  return `<numFmts>${spelt.filter((_, index) => typeof codes[index] === 'string').join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>${ids.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`
}
const formatted = (value: number, format: string | number, workbookPr = '') =>
  cellsOf(`<c r="A1" s="0"><v>${value}</v></c>`, { styles: formats(format), workbookPr })[0]

describe('a cell', () => {
  test('of each type gives what it shows and what it stores', () => {
    const cells = cellsOf(
      '<c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>in</t></is></c><c r="C1" t="b"><v>1</v></c>' +
        '<c r="D1" t="e"><v>#N/A</v></c><c r="E1"><v>0.30000000000000004</v></c><c r="F1" t="str"><f>A1</f><v>f</v></c>' +
        '<c r="G1" t="d"><v>2018-09-30</v></c><c r="H1" s="3"/>',
      { strings: '<si><t xml:space="preserve">Met </t></si>' },
    )
    expect(cells.map(({ text, value, date }) => [text, value, date])).toEqual([
      ['Met ', 'Met ', undefined],
      ['in', 'in', undefined],
      ['TRUE', true, undefined],
      ['#N/A', null, undefined],
      ['0.3', 0.30000000000000004, undefined],
      ['f', 'f', undefined],
      ['2018-09-30', '2018-09-30', '2018-09-30'],
    ])
  })

  test('in superscript runs gives its plain text too, without phonetic runs', () => {
    const strings =
      '<si><r><t>Kent</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>3</t></r><rPh sb="0" eb="1"><t>ken</t></rPh></si>'
    expect(cellsOf('<c r="A1" t="s"><v>0</v></c>', { strings })).toEqual([
      { row: 1, column: 1, text: 'Kent3', plain: 'Kent', value: 'Kent3' },
    ])
  })

  test('with an escaped character shows the character', () => {
    expect(cellsOf('<c t="inlineStr"><is><t>a_x000A_b</t></is></c>')[0]?.text).toBe('a\nb')
  })

  test('that refers to a string which is not there makes the file damaged', () => {
    expect(() => cellsOf('<c r="A1" t="s"><v>5</v></c>', { strings: '' })).toThrow(/damaged/)
  })

  test('with a formula that was never worked out is named', () => {
    expect(() => cellsOf('<c r="B1"><f>1+1</f></c>')).toThrow(
      /^Data!B1 holds a formula without its result/,
    )
    expect(() => cellsOf('<c r="B1"><f>1+1</f><v></v></c>')).toThrow(/without its result/)
    expect(cellsOf('<c r="B1" t="str"><f>IF(1,"")</f><v></v></c>')).toEqual([])
  })
})

describe('a number format', () => {
  test.each([
    [5516.65, '#,##0', '5,517'],
    [0.1234, 10, '12.34%'],
    [5517, '_-* #,##0_-;\\-* #,##0_-', '5,517'],
    [1.5, '[$-809]General', '1.5'],
    [2, '0 &quot;days&quot;', '2 days'],
    [3, 'a broken &quot;format', '3'],
    [1.1374305556, 46, '27:17:54'],
    [0.5, 20, '12:00'],
  ])('shows %d by %j as %j, which is no date', (value, format, text) => {
    expect(formatted(value, format)).toEqual({ row: 1, column: 1, text, value })
  })

  test.each([
    [43373, 14, '30/09/2018', '2018-09-30'],
    [43373, 'mmm\\-yy', 'Sep-18', '2018-09-30'],
    [43373, '[$-809]d mmmm yyyy;@', '30 September 2018', '2018-09-30'],
    [43373.5, 22, '30/09/2018 12:00', '2018-09-30T12:00:00'],
    [43373, 31, '2018-09-30', '2018-09-30'],
    [61, 14, '01/03/1900', '1900-03-01'],
    [1, 14, '01/01/1900', '1900-01-01'],
  ])('makes %d by %j the date %j', (value, format, text, date) => {
    expect(formatted(value, format)).toEqual({ row: 1, column: 1, text, value, date })
  })

  test('of a workbook that counts from 1904 gives the same day', () => {
    const cell = formatted(43373 - 1462, 14, '<workbookPr date1904="1"/>')
    expect(cell).toMatchObject({ text: '30/09/2018', date: '2018-09-30', value: 41911 })
  })
})

describe('a sheet', () => {
  test('without references counts rows and cells itself', () => {
    const book = read(
      '<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r="5"><c r="C5"><v>4</v></c><c><v>5</v></c></row><row><c><v>6</v></c></row>',
    )
    expect(
      rowsOf(book).map(({ row, cells }) => [
        row,
        ...cells.map(({ column, text }) => `${column}:${text}`),
      ]),
    ).toEqual([
      [1, '1:1', '3:3'],
      [5, '3:4', '4:5'],
      [6, '1:6'],
    ])
  })

  test('written with namespace prefixes is read', () => {
    const book = readFile(
      xlsx({
        sheets: { Data: '' },
        parts: {
          'xl/worksheets/s1.xml':
            '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
        },
      }),
    )
    expect(textsOf(book)).toEqual([[1, 'a']])
  })

  test('beyond column XFD or row 1,048,576 is refused', () => {
    expect(() => cellsOf('<c r="XFE1"><v>1</v></c>')).toThrow(/filled cells beyond/)
    expect(() => rowsOf(read('<row r="1048577"><c><v>1</v></c></row>'))).toThrow(
      /filled cells beyond/,
    )
  })

  test('comes in the order of the workbook under its own name', () => {
    const book = readFile(
      xlsx({
        sheets: { 'Über &amp; 1': '', Data: '<sheetData><row><c><v>1</v></c></row></sheetData>' },
      }),
    )
    expect(book.sheets.map(({ name }) => name)).toEqual(['Über & 1', 'Data'])
    expect(textsOf(book, 1)).toEqual([[1, '1']])
  })

  test('of 200,000 rows is handed out row by row and can be left early', () => {
    const rows = Array.from(
      { length: 200_000 },
      (_, at) => `<row r="${at + 1}"><c><v>${at}</v></c><c t="b"><v>0</v></c></row>`,
    )
    const book = read(rows.join(''))
    for (const row of book.sheets[0]?.rows ?? []) if (row.row === 10) break
    let count = 0
    for (const row of book.sheets[0]?.rows ?? []) count += row.cells.length
    expect(count).toBe(400_000)
  })
})
