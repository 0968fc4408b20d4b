/** Checks one row of the template after another; a figure comes of it, or what is wrong with it. */
import type { Basis, Flag, Missing, Trust } from '@muster/shared/domain/series/observation'
import { UNDATED } from '@muster/shared/domain/series/period'
import { type Cell, cellName, type Row } from '../../../files/sheet.ts'
import { type Fault, type Finding, quoted, stopAt, tick } from '../../import-finding.ts'
import type { Names } from '../../names/names.ts'
import { type ReadDate, readDate } from '../dates.ts'
import type { Table } from '../headings.ts'
import { type Head, placeOf } from '../layout.ts'
import { readValue } from './template-value.ts'
import { basisOf, flagsOf, missingOf, trustOf, type Word } from './template-words.ts'

export const TEMPLATE_COLUMNS = [
  'metric',
  'basis',
  'area',
  'date',
  'value',
  'missing',
  'trust',
  'flags',
  'where',
  'note',
] as const
export type TemplateColumn = (typeof TEMPLATE_COLUMNS)[number]

/** A row of which the note begins so was not meant. */
export const EXAMPLE_NOTE = 'EXAMPLE'

type Slots = Partial<Record<TemplateColumn, Cell>>

/** Texts come back a million times: what each means is found once. */
export const makeRowReader = (
  head: Head,
  columns: Table<TemplateColumn>['columns'],
  names: Names,
) => {
  const slotOf: (TemplateColumn | undefined)[] = []
  for (const column of TEMPLATE_COLUMNS) {
    const at = columns[column]
    if (at !== undefined) slotOf[at] = column
  }
  const sheet = head.label ?? ''
  const findings: Finding[] = []
  const metrics = new Map<string, string | null>()
  const readDates = new Map<string, string | null>()
  const ticked = new Set<string>()
  let sawRow = false

  const at = (row: Row, column: TemplateColumn) => placeOf(head, row.row, columns[column] ?? null)
  const fail = (row: Row, column: TemplateColumn, fault: Fault): void => {
    findings.push(stopAt(at(row, column), fault))
  }
  const required = (row: Row, column: TemplateColumn): undefined => {
    fail(row, column, {
      code: 'empty-value',
      sentence: `The ${column} is empty.`,
      expected: `a ${column}`,
    })
  }
  const word = <Found>(row: Row, column: TemplateColumn, found: Word<Found>): Found | undefined => {
    if (found.ok) return found.value
    fail(row, column, found.fault)
    return undefined
  }

  const metricOf = (row: Row, cell: Cell | undefined): string | undefined => {
    if (cell === undefined) return required(row, 'metric')
    const { text } = cell
    let id = metrics.get(text)
    if (id === undefined) {
      const found = names.metric(text.trim())
      id = 'id' in found ? found.id : null
      if (metrics.size < MOST_KEPT) metrics.set(text, id)
    }
    if (id === null) fail(row, 'metric', unknownMetric(text, names))
    return id ?? undefined
  }

  const areaOf = (
    row: Row,
    cell: Cell | undefined,
    date: string | undefined,
  ): string | undefined => {
    if (cell === undefined) return required(row, 'area')
    const found = names.area(
      cell.text,
      date === undefined || date === UNDATED ? undefined : { date },
    )
    if ('code' in found) return found.code
    fail(row, 'area', unknownArea(cell.text, found.nearest))
    return undefined
  }

  const dateOf = (row: Row, cell: Cell | undefined): string | undefined => {
    if (cell === undefined) return required(row, 'date')
    const key = cell.date ?? cell.text
    const known = readDates.get(key)
    if (known !== undefined && known !== null) return known
    const read: ReadDate | Fault =
      key.trim().toLowerCase() === UNDATED ? { date: UNDATED, isAmbiguous: false } : readDate(cell)
    if (!('date' in read)) {
      fail(row, 'date', read)
      return undefined
    }
    if (read.isAmbiguous && !ticked.has(key)) {
      ticked.add(key)
      findings.push(
        tick(
          'ambiguous-date',
          `${quoted(key)} was read day first, as ${read.date}. Where it appears again it was read the same way.`,
          at(row, 'date'),
          { found: key, expected: 'a date such as 2025-03-31', suggestion: `Write ${read.date}.` },
        ),
      )
    }
    if (readDates.size < MOST_KEPT) readDates.set(key, read.date)
    return read.date
  }

  const observation = (row: Row) => {
    const cells: Slots = {}
    let isBlank = true
    for (const cell of row.cells) {
      const slot = slotOf[cell.column]
      if (slot === undefined || (cell.text.trim() === '' && typeof cell.value === 'string'))
        continue
      cells[slot] = cell
      isBlank = false
    }
    if (isBlank) return undefined
    sawRow = true
    if (cells.note?.text.startsWith(EXAMPLE_NOTE)) {
      fail(row, 'note', EXAMPLE_FAULT)
      return undefined
    }
    const before = findings.length
    const metric = metricOf(row, cells.metric)
    const basis =
      cells.basis === undefined
        ? required(row, 'basis')
        : word<Basis>(row, 'basis', basisOf(cells.basis.text))
    const date = dateOf(row, cells.date)
    const area = areaOf(row, cells.area, date)
    const missing: Missing | null | undefined =
      cells.missing === undefined
        ? null
        : word<Missing>(row, 'missing', missingOf(cells.missing.text))
    const trust: Trust | null | undefined =
      cells.trust === undefined ? null : word<Trust>(row, 'trust', trustOf(cells.trust.text))
    const flags: Flag[] | undefined =
      cells.flags === undefined ? [] : word<Flag[]>(row, 'flags', flagsOf(cells.flags.text))
    const facts = metric === undefined ? undefined : names.metricOf(metric)
    if (facts !== undefined && basis !== undefined && !facts.bases.includes(basis))
      fail(row, 'basis', {
        code: 'basis-not-counted',
        sentence: `${facts.name} are not counted as ${quoted(basis)}.`,
        found: basis,
        expected: facts.bases.join(', '),
      })
    const value = readValue(cells.value, cells.missing, facts)
    if (typeof value === 'object' && value !== null) fail(row, 'value', value)
    if (
      findings.some((finding, index) => index >= before && finding.level === 'stop') ||
      metric === undefined ||
      basis === undefined ||
      area === undefined ||
      date === undefined ||
      missing === undefined ||
      trust === undefined ||
      flags === undefined ||
      (typeof value === 'object' && value !== null)
    )
      return undefined
    return {
      metric,
      basis,
      area,
      date,
      value,
      missing,
      trust,
      flags,
      where:
        cells.where === undefined ? cellName(sheet, row.row, columns.value ?? 1) : cells.where.text,
      raw: null,
      note: cells.note?.text ?? null,
    }
  }

  return { observation, findings, sawRow: () => sawRow }
}

const MOST_KEPT = 20_000

const EXAMPLE_FAULT: Fault = {
  code: 'example-row',
  sentence: 'This is the example of the template, not a figure that was handed over.',
  expected: 'rows of your own',
  suggestion: 'Delete the row.',
}

const unknownMetric = (text: string, names: Names): Fault => {
  const found = names.metric(text.trim())
  return {
    code: 'unknown-metric',
    sentence: `${quoted(text)} is not a metric of the register.`,
    found: text,
    expected: 'a metric by its id or name, as the sheet “Words” of the template lists them',
    suggestion:
      'nearest' in found && found.nearest.length > 0
        ? `Did you mean ${found.nearest.join(', ')}?`
        : null,
  }
}

const unknownArea = (text: string, nearest: readonly string[]): Fault => ({
  code: 'unknown-area',
  sentence: `${quoted(text)} is not an area of the register.`,
  found: text,
  expected: 'an area by its code or name',
  suggestion: nearest.length > 0 ? `Did you mean ${nearest.join(', ')}?` : null,
})
