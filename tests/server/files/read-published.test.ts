/** What the readers make of sheets as the publishers' spreadsheet programs write them. */

import type { Book, Cell } from '@muster/server/files/cells/sheet'
import { readFile } from '@muster/server/files/read-file'
import { describe, expect, test } from 'vitest'
import { openDataTable, summaryTables } from '../../support/published/home-office.ts'
import { forceStrength } from '../../support/published/london.ts'
import { populationTable, populationWorkbook } from '../../support/published/other.ts'
import type { PublishedFile } from '../../support/published/shipped.ts'
import { rowsOf } from '../imports/workbooks.ts'

const open = ({ bytes, name }: PublishedFile): Book => readFile(bytes, name)
const cellsOf = (book: Book, sheet: string): Cell[] =>
  rowsOf(
    book,
    book.sheets.findIndex(({ name }) => name === sheet),
  ).flatMap(({ cells }) => [...cells])
const openData = open(openDataTable())
const summary = open(summaryTables())
const workbook = open(populationWorkbook((code) => code))

describe('the publishers’ files', () => {
  test.each<[Book, Book['format'], Record<string, number>]>([
    [openData, 'ods', { Notes: 5, Data: 89 }],
    [
      summary,
      'ods',
      {
        Index: 8,
        ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((at) => [`Table_${at}`, 17])),
        Table_8: 4,
      },
    ],
    [open(forceStrength()), 'csv', { 'Police_Force_Strength_to_Jul-26': 160 }],
    [open(populationTable((code) => code)), 'csv', { mye24tablesew: 35 }],
    [workbook, 'xlsx', { 'Correction notice': 1, 'MYE2 - Females': 41, MYE4: 43, MYE6: 41 }],
  ])(
    'have their format, sheets and rows, and nothing of what repeats to the end',
    (book, format, rows) => {
      expect(book.format).toBe(format)
      expect(
        Object.fromEntries(book.sheets.map(({ name }, at) => [name, rowsOf(book, at).length])),
      ).toEqual(rows)
    },
  )

  test('keep the day of a real date cell and what it shows', () => {
    expect(cellsOf(summary, 'Table_1')).toContainEqual(
      expect.objectContaining({ text: 'Sep-18', date: '2018-09-30' }),
    )
  })

  test('keep what is stored beside what is shown of it, rounded', () => {
    expect(cellsOf(summary, 'Table_1')).toContainEqual(
      expect.objectContaining({ text: '6,559', value: 6558.88 }),
    )
  })

  test('have footnote digits told apart from names and years', () => {
    expect(cellsOf(summary, 'Table_8')).toContainEqual(
      expect.objectContaining({ text: '30 September 20123', plain: '30 September 2012' }),
    )
    expect(cellsOf(summary, 'Table_1')).toContainEqual(
      expect.objectContaining({ text: 'West Midlands4', plain: 'West Midlands' }),
    )
  })

  test('keep N/A as a text beside numbers', () => {
    const notAvailable = cellsOf(openData, 'Data').filter(({ text }) => text === 'N/A')
    expect(notAvailable.length).toBeGreaterThan(20)
    expect(notAvailable.every(({ value }) => value === 'N/A')).toBe(true)
  })

  test('have their headings where a person sees them', () => {
    const headings = rowsOf(workbook, 2).find(({ row }) => row === 8)
    expect(headings?.cells.slice(0, 4).map(({ text }) => text)).toEqual([
      'Code',
      'Name',
      'Geography',
      'Mid-2023',
    ])
  })
})
