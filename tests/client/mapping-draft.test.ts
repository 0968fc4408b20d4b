/** What the form of an unknown file makes of its first rows and of what the analyst says. */
import {
  columnsOf,
  draftOf,
  faultsOf,
  toMapping,
} from '@muster/client/features/imports/mapping-draft'
import { type FileLook, FileMapping } from '@muster/shared/contract/import'
import { describe, expect, test } from 'vitest'

const cells = (...texts: string[]) => texts.map((text, index) => ({ column: index + 1, text }))

const COVER = { name: 'Cover', rows: [{ row: 1, cells: cells('Workforce') }] }
const FIGURES = {
  name: 'Data',
  rows: [
    { row: 1, cells: cells('Published 2026') },
    { row: 3, cells: cells('Borough', 'As at month', 'Officers  (FTE)', 'Remarks') },
    { row: 4, cells: cells('Haringey', '2026-01', '690.5', '') },
  ],
}
const look = (mapping: FileMapping | null = null): FileLook => ({
  sheets: [COVER, FIGURES],
  mapping,
  savedAt: null,
  savedBy: null,
})

describe('a first draft', () => {
  const draft = draftOf(look())

  test('takes the sheet and the row with the most words for the headings', () => {
    expect([draft.sheet, draft.headingRow]).toEqual(['Data', 3])
  })

  test('finds area, date, figures and notes by their headings', () => {
    expect(draft.columns).toEqual({ area: 1, date: 2, metric: 0, basis: 0, value: 3, note: 4 })
  })

  test('lacks what no heading tells, and says which', () => {
    expect(Object.keys(faultsOf(draft))).toEqual(['metric', 'basis'])
  })

  test('of a file without a sheet lacks everything and breaks nothing', () => {
    const empty = draftOf({ sheets: [], mapping: null, savedAt: null, savedBy: null })
    expect(Object.keys(faultsOf(empty))).toEqual(['value', 'area', 'date', 'metric', 'basis'])
  })
})

describe('a whole draft', () => {
  const draft = draftOf(look())
  const whole = {
    ...draft,
    constants: { ...draft.constants, metric: ' officers ', basis: 'fte', area: 'NA' },
    marks: { ...draft.marks, x: '.., n/a', c: ' [c] ,' },
  }

  test('lacks nothing and is a mapping that the API takes', () => {
    expect(faultsOf(whole)).toEqual({})
    expect(FileMapping.safeParse(toMapping(whole)).success).toBe(true)
  })

  test('leaves out a constant where a column says the same part', () => {
    expect(toMapping(whole).constants).toEqual({ metric: 'officers', basis: 'fte' })
  })

  test('gives each mark between commas its reason, without blanks', () => {
    expect(toMapping(whole).missingMarks).toEqual({ '..': 'x', 'n/a': 'x', '[c]': 'c' })
  })

  test('that was saved is the same draft again, so that nothing is lost by opening it', () => {
    const again = draftOf(look(toMapping(whole)))
    expect(toMapping(again)).toEqual(toMapping(whole))
  })

  test('that was saved for another sheet begins with the first sheet of this file', () => {
    expect(draftOf(look({ ...toMapping(whole), sheet: 'Elsewhere' })).sheet).toBe('Cover')
  })
})

describe('the columns of a sheet', () => {
  test('have the letter that the spreadsheet shows, and their heading on one line', () => {
    expect(columnsOf(FIGURES, 3)).toContainEqual({ column: 3, name: 'C: Officers (FTE)' })
  })

  test('go on after Z with two letters', () => {
    const wide = {
      name: '',
      rows: [{ row: 1, cells: [26, 27, 703].map((column) => ({ column, text: 'x' })) }],
    }
    expect(columnsOf(wide, 0).map(({ name }) => name)).toEqual(['Z', 'AA', 'AAA'])
  })
})
