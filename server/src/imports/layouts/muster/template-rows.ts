/** Checks one row of the template after another; a figure comes of it, or what is wrong with it. */
import type { Basis, Flag, Missing, Trust } from '@muster/shared/domain/series/observation'
import { UNDATED } from '@muster/shared/domain/series/period'
import type { Cell, Row } from '../../../files/cells/sheet.ts'
import {
  didYouMean,
  type Fault,
  type Finding,
  nearestTo,
  quoted,
  stopAt,
  tick,
} from '../../import-finding.ts'
import type { Names } from '../../names/names.ts'
import { type ReadDate, readDate } from '../reading/dates.ts'
import { addressOf, type Head, placeOf } from '../reading/layout.ts'
import { NEITHER, readValue } from './template-value.ts'
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

/** The cells of one row by what they say; an empty one is not there. */
export type Slots = Partial<Record<TemplateColumn, Cell>>

/** Where faults of the cells are shown: null for what the file does not say in a column. */
type SlotColumns = { readonly [Column in TemplateColumn]?: number | undefined }

/** Texts come back a million times: what each means is found once. */
export const makeRowReader = (
  head: Head,
  columns: SlotColumns,
  names: Names,
  neither: Fault = NEITHER,
) => {
  const findings: Finding[] = []
  const metrics = new Map<string, string | null>()
  const readDates = new Map<string, string | null>()
  const ticked = new Set<string>()

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

  /** The figure of a row; undefined where there are faults, which `findings` has then. */
  const observation = (row: Row, cells: Slots, raw: string | null = null) => {
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
    const value =
      cells.value === undefined && cells.missing === undefined
        ? neither
        : readValue(cells.value, cells.missing, facts)
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
      where: cells.where?.text ?? addressOf(head, row, columns.value ?? 1),
      raw,
      note: cells.note?.text ?? null,
    }
  }

  return { observation, findings, fail }
}

const MOST_KEPT = 20_000

const unknownMetric = (text: string, names: Names): Fault => {
  const found = names.metric(text.trim())
  return {
    code: 'unknown-metric',
    sentence: `${quoted(text)} is not a metric of the register.`,
    found: text,
    expected: 'a metric by its id or name, as the sheet “Words” of the template lists them',
    suggestion: nearestTo(found),
  }
}

const unknownArea = (text: string, nearest: readonly string[]): Fault => ({
  code: 'unknown-area',
  sentence: `${quoted(text)} is not an area of the register.`,
  found: text,
  expected: 'an area by its code or name',
  suggestion: didYouMean(nearest),
})
