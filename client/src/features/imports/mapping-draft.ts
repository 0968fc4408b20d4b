/** A mapping as the form holds it: half finished at first, then whole. */
import type { FileLook, FileMapping } from '@muster/shared/contract/import'
import { MISSING, type Missing } from '@muster/shared/domain/series/observation'

/** What a row must say; each stands in a column, or is the same for every row. */
export const PARTS = ['area', 'date', 'metric', 'basis'] as const
export type Part = (typeof PARTS)[number]

export type Draft = {
  sheet: string
  headingRow: number
  /** 0 = in no column. */
  columns: Record<Part | 'value' | 'note', number>
  constants: Record<Part | 'trust', string>
  /** Comma lists. */
  marks: Record<Missing, string>
}

export type Column = { column: number; name: string }

type Sheet = FileLook['sheets'][number]

export const draftOf = (look: FileLook): Draft =>
  look.mapping === null ? guessed(look.sheets) : fromMapping(look.mapping, look.sheets)

/** What is still missing, by the field that lacks it; empty when the draft is whole. */
export const faultsOf = (draft: Draft): Partial<Record<Part | 'value', string>> => ({
  ...(draft.columns.value === 0 ? { value: 'Say which column has the figures.' } : {}),
  ...Object.fromEntries(
    PARTS.filter((part) => draft.columns[part] === 0 && draft.constants[part].trim() === '').map(
      (part) => [part, 'Choose its column, or give one answer for every row.'],
    ),
  ),
})

/** Only for a draft without faults. */
export const toMapping = ({ sheet, headingRow, columns, constants, marks }: Draft): FileMapping =>
  ({
    sheet,
    headingRow,
    columns: {
      ...Object.fromEntries(Object.entries(columns).filter(([, column]) => column > 0)),
      value: columns.value,
    },
    constants: Object.fromEntries(
      Object.entries(constants)
        .map(([part, text]) => [part, text.trim()] as const)
        .filter(([part, text]) => text !== '' && (part === 'trust' || columns[part as Part] === 0)),
    ),
    missingMarks: Object.fromEntries(
      MISSING.flatMap((missing) =>
        marks[missing]
          .split(',')
          .map((mark) => mark.trim())
          .filter((mark) => mark !== '')
          .map((mark) => [mark, missing]),
      ),
    ),
  }) as FileMapping

/** `B: Officers (FTE)`: the columns that the first rows fill, by letter and heading. */
export const columnsOf = (sheet: Sheet | undefined, headingRow: number): Column[] => {
  const headings = textsOf(sheet, headingRow)
  const filled = new Set((sheet?.rows ?? []).flatMap(({ cells }) => cells.map((c) => c.column)))
  return [...filled]
    .sort((a, b) => a - b)
    .map((column) => ({
      column,
      name: `${lettersOf(column)}${headings.has(column) ? `: ${headings.get(column)}` : ''}`,
    }))
}

/** The row of the most words is taken for headings, and shown for the analyst to say so or not. */
const guessed = (sheets: readonly Sheet[]): Draft => {
  const sheet = sheets.toSorted((a, b) => wordsIn(bestRow(b)) - wordsIn(bestRow(a)))[0]
  const headingRow = bestRow(sheet)?.row ?? 0
  const headings = [...textsOf(sheet, headingRow)]
  const like = (pattern: RegExp) => headings.find(([, text]) => pattern.test(text))?.[0] ?? 0
  return {
    ...EMPTY,
    sheet: sheet?.name ?? '',
    headingRow,
    columns: {
      area: like(/area|borough|force|bcu|ward|place|district/i),
      date: like(/date|month|year|period|as at|quarter/i),
      metric: like(/metric|measure|indicator/i),
      basis: like(/^basis$|^unit$/i),
      value: like(/value|fte|strength|headcount|in post|count|number|total|officers/i),
      note: like(/note|comment|remark/i),
    },
  }
}

const fromMapping = (mapping: FileMapping, sheets: readonly Sheet[]): Draft => ({
  sheet: sheets.some(({ name }) => name === mapping.sheet)
    ? mapping.sheet
    : (sheets[0]?.name ?? ''),
  headingRow: mapping.headingRow,
  columns: {
    area: mapping.columns.area ?? 0,
    date: mapping.columns.date ?? 0,
    metric: mapping.columns.metric ?? 0,
    basis: mapping.columns.basis ?? 0,
    note: mapping.columns.note ?? 0,
    value: mapping.columns.value,
  },
  constants: {
    area: mapping.constants.area ?? '',
    date: mapping.constants.date ?? '',
    metric: mapping.constants.metric ?? '',
    basis: mapping.constants.basis ?? '',
    trust: mapping.constants.trust ?? '',
  },
  marks: Object.fromEntries(
    MISSING.map((missing) => [
      missing,
      Object.entries(mapping.missingMarks)
        .filter(([, meaning]) => meaning === missing)
        .map(([mark]) => mark)
        .join(', '),
    ]),
  ) as Draft['marks'],
})

const bestRow = (sheet: Sheet | undefined) =>
  sheet?.rows.reduce<Sheet['rows'][number] | undefined>(
    (best, row) => (wordsIn(row) > wordsIn(best) ? row : best),
    undefined,
  )

const wordsIn = (row: Sheet['rows'][number] | undefined): number =>
  (row?.cells ?? []).filter(({ text }) => /\p{L}{2}/u.test(text)).length

const textsOf = (sheet: Sheet | undefined, row: number): Map<number, string> =>
  new Map(
    (sheet?.rows.find((each) => each.row === row)?.cells ?? []).map(({ column, text }) => [
      column,
      text.replace(/\s+/g, ' ').trim(),
    ]),
  )

const lettersOf = (column: number): string => {
  const last = (column - 1) % 26
  const rest = (column - 1 - last) / 26
  return (rest > 0 ? lettersOf(rest) : '') + String.fromCharCode(65 + last)
}

const EMPTY: Draft = {
  sheet: '',
  headingRow: 0,
  columns: { area: 0, date: 0, metric: 0, basis: 0, value: 0, note: 0 },
  constants: { area: '', date: '', metric: '', basis: '', trust: '' },
  marks: { x: '', z: '', c: '', u: '' },
}
