import { readFile } from '@muster/server/files/read-file'
import { describe, expect, test } from 'vitest'
import { ods, rowsOf, textsOf } from '../imports/workbooks.ts'

const table = (rows: string, name = 'Data') =>
  `<table:table table:name="${name}">${rows}</table:table>`
const row = (cells: string, attributes = '') =>
  `<table:table-row ${attributes}>${cells}</table:table-row>`
const cell = (content: string, attributes = '') =>
  `<table:table-cell ${attributes}>${content}</table:table-cell>`
const p = (text: string) => `<text:p>${text}</text:p>`
const texts = (tables: string) => textsOf(readFile(ods(tables)))
const firstCell = (content: string, attributes = '', styles = '') =>
  rowsOf(readFile(ods(table(row(cell(content, attributes))), { styles })))[0]?.cells[0]

describe('repeats', () => {
  test('of nothing are counted, not expanded', () => {
    const rows = texts(
      table(
        row(
          '<table:table-cell table:number-columns-repeated="16384"/>',
          'table:number-rows-repeated="500000"',
        ) +
          row(`<table:table-cell table:number-columns-repeated="16383"/>${cell(p('end'))}`) +
          row(
            '<table:table-cell table:number-columns-repeated="16384"/>',
            'table:number-rows-repeated="548575"',
          ),
      ),
    )
    expect(rows).toEqual([[500_001, 'end']])
  })

  test('of filled cells and rows are handed out one by one', () => {
    const rows = rowsOf(
      readFile(
        ods(
          table(
            row(
              cell(
                p('7'),
                'office:value-type="float" office:value="7" table:number-columns-repeated="2"',
              ),
              'table:number-rows-repeated="2"',
            ),
          ),
        ),
      ),
    )
    expect(
      rows.flatMap(({ cells }) => cells.map(({ row, column, value }) => [row, column, value])),
    ).toEqual([
      [1, 1, 7],
      [1, 2, 7],
      [2, 1, 7],
      [2, 2, 7],
    ])
  })

  test('of filled cells that reach beyond the sheet are refused', () => {
    const wide = table(row(cell(p('7'), 'table:number-columns-repeated="16385"')))
    const long = table(row(cell(p('7')), 'table:number-rows-repeated="1048577"'))
    expect(() => texts(wide)).toThrow(/filled cells beyond/)
    expect(() => texts(long)).toThrow(/filled cells beyond/)
  })

  test('that make more than 20 million cells are refused', () => {
    const block = row(
      cell(p('7'), 'table:number-columns-repeated="16000"'),
      'table:number-rows-repeated="1300"',
    )
    const book = readFile(ods(table(block)))
    let rows = 0
    expect(() => {
      for (const _row of book.sheets[0]?.rows ?? []) rows += 1
    }).toThrow(/more than 20,000,000 cells/)
    expect(rows).toBe(1250)
  })
})

describe('the text of a cell', () => {
  test('is what is displayed, beside the stored value', () => {
    expect(
      firstCell(p('5,517'), 'office:value-type="float" office:value="5516.65000000000015"'),
    ).toEqual({
      row: 1,
      column: 1,
      text: '5,517',
      value: Number('5516.65000000000015'),
    })
  })

  test('has a line a paragraph, and the spaces that are spelt out', () => {
    expect(firstCell(`${p('one<text:s text:c="2"/>two')}${p('\n  three')}`)?.text).toBe(
      'one  two\nthree',
    )
  })

  test('keeps a trailing space, which tells a region from a force', () => {
    expect(firstCell(p('West Midlands '))?.text).toBe('West Midlands ')
  })

  test.each(['super 58%', '33%'])('without its runs raised by %j is given as plain', (position) => {
    const styles = `<style:style style:name="T1" style:family="text"><style:text-properties style:text-position="${position}"/></style:style>`
    expect(
      firstCell(p('30 September 2012<text:span text:style-name="T1">2</text:span>'), '', styles),
    ).toEqual({
      row: 1,
      column: 1,
      text: '30 September 20122',
      plain: '30 September 2012',
      value: '30 September 20122',
    })
  })

  test('lowered below the line is not taken for a footnote', () => {
    const styles =
      '<style:style style:name="T1" style:family="text"><style:text-properties style:text-position="sub 58%"/></style:style>'
    expect(
      firstCell(p('CO<text:span text:style-name="T1">2</text:span>'), '', styles),
    ).not.toHaveProperty('plain')
  })

  test('leaves out comments, drawings and nested tables', () => {
    const beside = `<office:annotation>${p('who?')}</office:annotation><draw:frame><draw:text-box>${p('logo')}</draw:text-box></draw:frame>`
    expect(firstCell(`${beside}${p('4')}`)?.text).toBe('4')
  })
})

describe('a stored value', () => {
  test.each([
    ['office:value-type="percentage" office:value="0.125"', '13%', { value: 0.125 }],
    ['office:value-type="boolean" office:boolean-value="true"', 'TRUE', { value: true }],
    [
      'office:value-type="time" office:time-value="PT27H17M54S"',
      '27:17:54',
      { value: 'PT27H17M54S' },
    ],
    [
      'office:value-type="date" office:date-value="2018-09-30"',
      'Sep-18',
      { value: '2018-09-30', date: '2018-09-30' },
    ],
    [
      'office:value-type="date" office:date-value="2018-09-30T14:30:00"',
      '30/09/18',
      { value: '2018-09-30T14:30:00', date: '2018-09-30T14:30:00' },
    ],
    [
      'office:value-type="string" office:string-value="" calcext:value-type="error"',
      '#N/A',
      { value: null },
    ],
    ['office:value-type="float" office:value="1" ', '', { value: 1, text: '1' }],
  ])('of %s is read', (attributes, shown, expected) => {
    expect(firstCell(shown === '' ? '' : p(shown), attributes)).toEqual({
      row: 1,
      column: 1,
      text: shown,
      ...expected,
    })
  })
})

test('a cell covered by a merged one is empty', () => {
  const covered = `<table:covered-table-cell>${p('hidden')}</table:covered-table-cell>`
  expect(
    texts(
      table(row(cell(p('As at:'), 'table:number-columns-spanned="2"') + covered + cell(p('c')))),
    ),
  ).toEqual([[1, 'As at:', 'c']])
})

test('sheets come in order, each with its own rows, also after named ranges and empty sheets', () => {
  const tables = `${table(row(cell(p('1'))), 'A')}<table:table table:name="B"/>${table(row(cell(p('2'))), 'C &amp; D')}<table:named-expressions><table:named-range table:name="x"/></table:named-expressions>`
  const book = readFile(ods(tables))
  expect(book.sheets.map(({ name }, index) => [name, ...textsOf(book, index)])).toEqual([
    ['A', [1, '1']],
    ['B'],
    ['C & D', [1, '2']],
  ])
})

test('tables kept from linked files are not sheets', () => {
  const links = `<table:dde-links><table:dde-link>${table(row(cell(p('old'))), 'link')}</table:dde-link></table:dde-links>`
  expect(readFile(ods(table(row(cell(p('1')))) + links)).sheets).toHaveLength(1)
})

test('200 sheets are read and 201 refused', () => {
  const sheets = (count: number) => table('').repeat(count)
  expect(readFile(ods(sheets(200))).sheets).toHaveLength(200)
  expect(() => readFile(ods(sheets(201)))).toThrow(/more than 200 sheets/)
})
