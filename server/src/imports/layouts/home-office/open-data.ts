/**
 * The open data table of the Home Office's police workforce statistics: one row for each year, force,
 * sex, rank and worker type, added up to one figure for each year, force and worker type.
 */
import type { Basis } from '@muster/shared/domain/series/observation'
import type { Row } from '../../../files/sheet.ts'
import { type Finding, inWords, note, quoted, stop, tick } from '../../import-finding.ts'
import { type Names, nameKey } from '../../names/names.ts'
import { decimalCommas } from '../decimal-commas.ts'
import { type Table, twinSheets } from '../headings.ts'
import {
  cellAt,
  type Head,
  type Layout,
  type ParsedFile,
  placeOf,
  sheetOf,
  spanInWords,
  textAt,
  textOf,
} from '../layout.ts'
import { readCount } from '../numbers.ts'
import { makeSums, type Sums } from '../sums.ts'
import {
  type Column,
  findOpenData,
  findSister,
  KNOWN_WORKERS,
  metricOfWorker,
} from './open-data-columns.ts'
import { dayOf, readYear } from './open-data-dates.ts'
import { absences, figures } from './open-data-figures.ts'
import { findForce } from './open-data-force.ts'
import { countFractions } from './rounding.ts'

export const homeOfficeOpenData: Layout = {
  id: 'home-office-open-data',
  sources: ['home-office-open-data'],
  title: 'Police workforce open data table',
  expects:
    'As at 31 March, Geocode, Force name, Region, Sex, Rank, Worker type, Total (Headcount), Total (FTE)',
  recognise: (heads) => findOpenData(heads) !== undefined || findSister(heads) !== undefined,
  parse: (heads, names) => {
    const sister = findSister(heads)
    return sister === undefined
      ? sumUp(findOpenData(heads) as Table<Column>, heads, names)
      : refused(sister)
  },
}

type Sister = NonNullable<ReturnType<typeof findSister>>

const refused = ({ table: { head, row }, divides }: Sister): ParsedFile => ({
  layout: homeOfficeOpenData.id,
  edition: '',
  published: null,
  items: [
    stop(
      'unknown-layout',
      `This is not the table of whole forces but the one divided by ${quoted(textOf(divides))}: it counts only the people of each part, and its sums are not the strength of a force.`,
      placeOf(head, row, divides.column),
      {
        found: textOf(divides),
        expected: homeOfficeOpenData.expects,
        suggestion:
          'Choose the file open-data-table-police-workforce without a further word such as functions or ethnicity. Single figures of it can be imported with the template.',
      },
    ),
  ],
})

const sumUp = (table: Table<Column>, heads: readonly Head[], names: Names): ParsedFile => {
  const { head } = table
  const sums = makeSums()
  const findings: Finding[] = [...twinSheets(heads, head, findOpenData), ...extraColumns(table)]
  const reading = makeReading(table, dayOf(heads, table), names, findings, sums)
  for (const row of head.sheet.rows) if (row.row > table.row) reading.read(row)
  const { dates, leftOut, fractions } = reading
  findings.push(...reading.commas.findings, ...reading.unknownForces())
  findings.push(...fractions.finding({ ...sheetOf(head), column: table.columns.fte ?? null }))
  for (const [worker, { rows, first }] of leftOut)
    findings.push(
      tick(
        'unknown-category',
        `${rows} rows of the worker type ${quoted(worker)} were left out: it is none of the six that are known.`,
        placeOf(head, first, table.columns.worker ?? null),
        { found: worker, expected: inWords(KNOWN_WORKERS, 'or') },
      ),
    )
  return {
    layout: homeOfficeOpenData.id,
    edition: spanInWords(dates),
    published: null,
    items: [...findings, ...figures(head, sums), ...absences(head, sums, names)],
  }
}

function* extraColumns({ head, row, others }: Table<Column>): Generator<Finding> {
  if (others.length > 0)
    yield note(
      'extra-column',
      `Columns that the layout does not know were left out: ${inWords(others.map((cell) => quoted(textOf(cell))))}.`,
      placeOf(head, row, others[0]?.column ?? null),
    )
}

/** Reads one row after another; what is common to many rows is looked up once. */
const makeReading = (
  table: Table<Column>,
  headingDay: string | undefined,
  names: Names,
  findings: Finding[],
  sums: Sums,
) => {
  const { head, columns } = table
  const { date: dateColumn = 0, worker: workerColumn = 0 } = columns
  const dates = new Set<string>()
  const leftOut = new Map<string, { rows: number; first: number }>()
  const forces = new Map<string, string | Finding>()
  const unknown = new Map<string, number>()
  const metrics = new Map<string, string | undefined>()
  const seen = new Map<string, number>()
  const fractions = countFractions()
  const commas = decimalCommas(table, columns.fte ?? 0)

  const read = (row: Row): void => {
    const at = (column: number | undefined) => textAt(row, column ?? 0)
    const worker = nameKey(at(workerColumn))
    if (worker === '' && at(columns.force) === '') return
    const metric = metrics.has(worker) ? metrics.get(worker) : metricOfWorker(worker)
    metrics.set(worker, metric)
    if (metric === undefined) {
      const found = leftOut.get(at(workerColumn)) ?? { rows: 0, first: row.row }
      leftOut.set(at(workerColumn), { ...found, rows: found.rows + 1 })
      return
    }
    const date = readYear(cellAt(row, dateColumn), headingDay)
    if (typeof date !== 'string') {
      findings.push(stop(date.code, date.sentence, placeOf(head, row.row, dateColumn), date))
      return
    }
    const forceKey = `${at(columns.code)}\t${at(columns.force)}`
    const force = forces.get(forceKey) ?? findForce(head, row, columns, names)
    forces.set(forceKey, force)
    if (typeof force !== 'string') {
      unknown.set(forceKey, (unknown.get(forceKey) ?? 0) + 1)
      return
    }
    dates.add(date)
    const parts = [date, force, at(columns.sex), at(columns.rank), worker].join('\t').toLowerCase()
    const before = seen.get(parts)
    if (before !== undefined)
      findings.push(
        stop(
          'repeated-row',
          `Rows ${before} and ${row.row} have the same year, force, sex, rank and worker type: added up, these people would count twice.`,
          placeOf(head, row.row, columns.force ?? null),
          { expected: 'one row for each of them', suggestion: 'Download the file again.' },
        ),
      )
    seen.set(parts, row.row)
    for (const basis of ['headcount', 'fte'] as const) addCell(row, date, force, metric, basis)
  }

  const addCell = (row: Row, date: string, force: string, metric: string, basis: Basis) => {
    const column = columns[basis as 'headcount' | 'fte'] ?? 0
    const cell = cellAt(row, column)
    const text = nameKey(cell?.text ?? '')
    const key = [metric, basis, force, date].join('\t')
    if (cell !== undefined && typeof cell.value !== 'number' && NO_VALUE.has(text))
      return sums.add(key, row.row, null)
    if (cell !== undefined && typeof cell.value !== 'number' && /^[-–—]$/.test(cell.text.trim()))
      return sums.add(key, row.row, 0)
    if (cell === undefined || cell.text.trim() === '') {
      findings.push(
        stop('empty-value', 'The cell is empty.', placeOf(head, row.row, column), {
          expected: 'a number, - for none, or N/A',
        }),
      )
      return
    }
    const value = basis === 'headcount' ? readCount(cell, 'whole') : readCount(commas.mended(cell))
    if (typeof value === 'number') {
      sums.add(key, row.row, value)
      if (basis === 'fte') fractions.add(value)
    } else findings.push(stop(value.code, value.sentence, placeOf(head, row.row, column), value))
  }

  /** Each force that is not known once, with the number of its rows. */
  const unknownForces = (): Finding[] =>
    [...unknown].flatMap(([key, rows]) => {
      const finding = forces.get(key)
      if (finding === undefined || typeof finding === 'string') return []
      return rows === 1
        ? [finding]
        : [{ ...finding, sentence: `${finding.sentence} ${rows} rows are like this one.` }]
    })

  return { read, dates, leftOut, fractions, unknownForces, commas }
}

const NO_VALUE = new Set(['n a', 'na', 'x', 'z', 'c', 'u', 'not available', 'not applicable'])
