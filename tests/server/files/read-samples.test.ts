import { existsSync, readFileSync } from 'node:fs'
import { readFile } from '@muster/server/files/read-file'
import type { Cell } from '@muster/server/files/sheet'
import { describe, expect, test } from 'vitest'
import { rowsOf } from '../imports/workbooks.ts'

const folder = new URL('../../../../shared/samples/', import.meta.url)
const isThere = existsSync(folder)
const title = isThere
  ? 'the publishers’ files'
  : 'the publishers’ files (skipped: ../shared/samples is not here)'

const book = (path: string) => readFile(readFileSync(new URL(path, folder)), path)
const cellAt = (path: string, sheetName: string, row: number, column: number): Cell | undefined => {
  const opened = book(path)
  const sheet = opened.sheets.findIndex(({ name }) => name === sheetName)
  return rowsOf(opened, sheet)
    .find((found) => found.row === row)
    ?.cells.find((cell) => cell.column === column)
}

describe.skipIf(!isThere)(title, () => {
  test.each([
    ['home-office/open-data-table-police-workforce-260723.ods', 'ods', { Notes: 10, Data: 29_305 }],
    [
      'home-office/police-workforce-tabs-30sep15.ods',
      'ods',
      { Index: 8, Table_1: 65, Table_2: 64, Table_3: 62, Table_4: 63, Table_5: 62, Table_6: 20 },
    ],
    ['met/Police_Force_Strength_to_Mar-26.csv', 'csv', { 'Police_Force_Strength_to_Mar-26': 156 }],
    ['met/MPS_Borough_Crime_202108-202307.csv', 'csv', { 'MPS_Borough_Crime_202108-202307': 1576 }],
    ['ons/mye24tablesew.csv', 'csv', { mye24tablesew: 358 }],
    ['odd/simple.ssv', 'csv', { simple: 7 }],
    ['odd/multilineods.ods', 'ods', { Sheet1: 1, Sheet2: 0, Sheet3: 0 }],
    [
      'other/Table_78_Full_time_Law_Enforcement_Employees_Texas_by_Cities_2020.xlsx',
      'xlsx',
      { '20tbl78tx': 610 },
    ],
  ])('%s has its format, sheets and rows', (path, format, rows) => {
    const opened = book(path)
    expect(opened.format).toBe(format)
    expect(
      Object.fromEntries(opened.sheets.map(({ name }, at) => [name, rowsOf(opened, at).length])),
    ).toEqual(rows)
  })

  test('real date cells of a heading row keep their day and their short form', () => {
    const dates = rowsOf(book('home-office/police-workforce-sep18-tables.ods'), 1)
      .flatMap(({ cells }) => cells)
      .filter(({ date }) => date !== undefined)
    expect(dates.map(({ text, date }) => [text, date])).toContainEqual(['Sep-18', '2018-09-30'])
  })

  test('a date with a footnote digit is told apart from the year', () => {
    const cells = rowsOf(book('home-office/police-workforce-sep18-tables.ods'), 8).flatMap(
      ({ cells }) => cells,
    )
    expect(cells).toContainEqual(
      expect.objectContaining({ text: '30 September 20123', plain: '30 September 2012' }),
    )
  })

  test('N/A stays a text beside numbers stored to five decimals', () => {
    const rows = rowsOf(book('home-office/open-data-table-police-workforce-260723.ods'), 1)
    const notAvailable = rows.flatMap(({ cells }) => cells).filter(({ text }) => text === 'N/A')
    expect(notAvailable).toHaveLength(4148)
    expect(notAvailable.every(({ value }) => value === 'N/A')).toBe(true)
  })

  test('a Windows-1252 file keeps its accents and its quoted numbers', () => {
    expect(cellAt('odd/spanish_chars.csv', 'spanish_chars', 1, 8)?.text).toBe('Descripción')
    expect(cellAt('odd/spanish_chars.csv', 'spanish_chars', 2, 7)?.text).toBe('229,932.50')
  })

  test('a quoted number after a space is one cell', () => {
    expect(cellAt('odd/complex.csv', 'complex', 4, 3)?.text).toBe('6,000,000')
  })

  test('the population of England and Wales is read from the workbook', () => {
    const path = 'ons/LAD23_Mid_Year_pop_2011_to_2022.xlsx'
    expect(book(path).sheets).toHaveLength(14)
    expect(
      rowsOf(book(path), 11)
        .find(({ row }) => row === 8)
        ?.cells.slice(0, 4)
        .map(({ text }) => text),
    ).toEqual(['Code', 'Name', 'Geography', 'Mid-2022'])
  })
})
