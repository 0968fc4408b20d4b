/** A file of no known layout, read as a person mapped its columns. Kept for next time. */
import type { FileMapping } from '@muster/shared/contract/import'
import type { Missing } from '@muster/shared/domain/series/observation'
import { type Book, type Cell, cellName, type Row } from '../../files/sheet.ts'
import {
  didYouMean,
  type Fault,
  type Finding,
  quoted,
  stop,
  stopAt,
  tick,
} from '../import-finding.ts'
import { readDate } from '../layouts/dates.ts'
import {
  cellAt,
  type Head,
  type Item,
  type ParsedFile,
  type ParsedObservation,
  placeOf,
  spanInWords,
  textAt,
  textOf,
} from '../layouts/layout.ts'
import { readValue } from '../layouts/muster/template-value.ts'
import { basisOf } from '../layouts/muster/template-words.ts'
import type { Names } from '../names/names.ts'

export const parseMapped = (book: Book, mapping: FileMapping, names: Names): ParsedFile => {
  const sheet =
    book.sheets.find(({ name }) => name === mapping.sheet) ??
    (book.sheets.length === 1 ? book.sheets[0] : undefined)
  const dates = new Set<string>()
  const head = sheet && { sheet, label: book.format === 'csv' ? null : sheet.name, rows: [] }
  return {
    layout: 'mapped',
    get edition() {
      return spanInWords(dates)
    },
    published: null,
    items: head === undefined ? [noSheet(book, mapping)] : readRows(head, mapping, names, dates),
  }
}

const noSheet = (book: Book, { sheet }: FileMapping): Finding =>
  stop(
    'unknown-mapping',
    `The file has no sheet ${quoted(sheet)}, which the mapping names.`,
    undefined,
    {
      found: book.sheets.map(({ name }) => name).join(', '),
      expected: sheet,
      suggestion: 'Say again what its columns mean.',
    },
  )

function* readRows(
  head: Head,
  mapping: FileMapping,
  names: Names,
  dates: Set<string>,
): Generator<Item> {
  const marks = new Map(
    Object.entries(mapping.missingMarks).map(([mark, missing]) => [
      mark.trim().toLowerCase(),
      missing,
    ]),
  )
  const ticked = new Set<string>()
  for (const row of head.sheet.rows) {
    if (row.row <= mapping.headingRow) continue
    // Notes under a table fill one cell; a row without a value and a place says nothing.
    if (cellAt(row, mapping.columns.value) === undefined && row.cells.length === 1) continue
    for (const item of readRow(head, row, mapping, names, marks)) {
      if ('level' in item && item.code === 'ambiguous-date') {
        if (ticked.has(item.found ?? '')) continue
        ticked.add(item.found ?? '')
      }
      if (!('level' in item)) dates.add(item.date)
      yield item
    }
  }
}

function* readRow(
  head: Head,
  row: Row,
  { columns, constants }: FileMapping,
  names: Names,
  marks: ReadonlyMap<string, Missing>,
): Generator<Item> {
  const findings: Finding[] = []
  const fail = (column: number | undefined, fault: Fault): undefined => {
    findings.push(stopAt(placeOf(head, row.row, column ?? null), fault))
  }
  const given = (column: number | undefined, constant: string | undefined): string =>
    (column === undefined ? constant : textAt(row, column)) ?? ''

  const date = dateOf(head, row, columns.date, constants.date, findings)
  const areaText = given(columns.area, constants.area)
  const area = names.area(areaText, date === undefined ? {} : { date })
  if (!('code' in area))
    fail(columns.area, unknown('unknown-area', 'an area', areaText, area.nearest))
  const metricText = given(columns.metric, constants.metric)
  const metric = names.metric(metricText)
  if (!('id' in metric))
    fail(columns.metric, unknown('unknown-metric', 'a metric', metricText, metric.nearest))
  const facts = 'id' in metric ? names.metricOf(metric.id) : undefined
  const basis = basisOf(given(columns.basis, constants.basis))
  if (!basis.ok) fail(columns.basis, basis.fault)
  else if (facts !== undefined && !facts.bases.includes(basis.value))
    fail(columns.basis, {
      code: 'basis-not-counted',
      sentence: `${facts.name} are not counted as ${quoted(basis.value)}.`,
      found: basis.value,
      expected: facts.bases.join(', '),
    })
  const cell = cellAt(row, columns.value)
  const text = cell === undefined ? '' : textOf(cell)
  const missing = marks.get(text.toLowerCase()) ?? null
  const value = missing === null ? figureOf(cell, facts) : null
  if (value !== null && typeof value === 'object') fail(columns.value, value)
  yield* findings
  if (findings.some(({ level }) => level === 'stop')) return
  if (date === undefined || !('code' in area) || !('id' in metric) || !basis.ok) return
  yield {
    metric: metric.id,
    basis: basis.value,
    area: area.code,
    date,
    value: value as number | null,
    missing,
    trust: constants.trust ?? null,
    flags: [],
    where: cellName(head.label ?? '', row.row, columns.value),
    raw: missing === null ? null : text,
    note: given(columns.note, undefined) || null,
  } satisfies ParsedObservation
}

const figureOf = (cell: Cell | undefined, facts: Parameters<typeof readValue>[2]) =>
  cell === undefined
    ? ({
        code: 'empty-value',
        sentence: 'The value is empty, and the mapping does not say what that means.',
        expected: 'a number, or a mark that the mapping explains',
      } satisfies Fault)
    : readValue(cell, undefined, facts)

const dateOf = (
  head: Head,
  row: Row,
  column: number | undefined,
  constant: string | undefined,
  findings: Finding[],
): string | undefined => {
  const place = placeOf(head, row.row, column ?? null)
  const cell =
    column === undefined
      ? { row: row.row, column: 1, text: constant ?? '', value: constant ?? '' }
      : cellAt(row, column)
  if (cell === undefined) {
    findings.push(stop('empty-value', 'The date is empty.', place, { expected: 'a date' }))
    return undefined
  }
  const read = readDate(cell)
  if (!('date' in read)) {
    findings.push(stopAt(place, read))
    return undefined
  }
  if (read.isAmbiguous)
    findings.push(
      tick('ambiguous-date', `${quoted(cell.text)} was read day first, as ${read.date}.`, place, {
        found: cell.text,
        expected: 'a date such as 2025-03-31',
      }),
    )
  return read.date
}

const unknown = (
  code: 'unknown-area' | 'unknown-metric',
  what: string,
  text: string,
  nearest: readonly string[],
): Fault => ({
  code,
  sentence:
    text === ''
      ? `The row does not name ${what}.`
      : `${quoted(text)} is not ${what} of the register.`,
  found: text,
  expected: `${what} by code or name`,
  suggestion: didYouMean(nearest),
})
