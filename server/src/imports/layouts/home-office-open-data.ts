/**
 * The open data table of the Home Office's police workforce statistics: one row for each year, force,
 * sex, rank and worker type, added up to one figure for each year, force and worker type.
 */
import type { Basis } from '@muster/shared/domain/observation'
import { didYouMean, type Finding, inWords, quoted, stop, tick } from '../finding.ts'
import { type Names, nameKey } from '../names.ts'
import type { Row } from '../sheet.ts'
import { daysIn } from './dates.ts'
import { findTable, type Table } from './headings.ts'
import {
  cellAt,
  type Head,
  type Layout,
  type ParsedFile,
  placeOf,
  spanInWords,
  textAt,
} from './layout.ts'
import { readCount } from './numbers.ts'
import { absences, figures } from './open-data-figures.ts'
import { makeSums, type Sums } from './sums.ts'

export const homeOfficeOpenData: Layout = {
  id: 'home-office-open-data',
  sources: ['home-office-open-data'],
  title: 'Police workforce open data table',
  expects:
    'As at 31 March, Geocode, Force name, Region, Sex, Rank, Worker type, Total (Headcount), Total (FTE)',
  recognise: (heads) => find(heads) !== undefined,
  parse: (heads, names) => {
    const table = find(heads) as Table<Column>
    const functions = table.others.find((cell) => nameKey(cell.text).includes('function'))
    if (functions !== undefined) return stopped(functionsTable(table, functions.column))
    return sumUp(table, names)
  },
}

type Column = 'date' | 'code' | 'force' | 'region' | 'sex' | 'rank' | 'worker' | 'headcount' | 'fte'

const find = (heads: readonly Head[]): Table<Column> | undefined =>
  findTable(heads, SPELLINGS, ['date', 'force', 'worker', 'headcount', 'fte'])

const SPELLINGS = {
  date: (key: string) => /^(as )?at \d{1,2} \w+$/.test(key),
  code: ['geo code', 'geocode', 'force code', 'gss code', 'ons code', 'area code'],
  force: ['force name', 'force', 'police force', 'police force area', 'police force name'],
  region: ['region', 'region name'],
  sex: ['sex', 'gender'],
  rank: ['rank description', 'rank', 'rank name'],
  worker: ['worker type', 'employee type', 'workforce type'],
  headcount: ['total headcount', 'headcount', 'headcount total'],
  fte: ['total fte', 'fte', 'total full time equivalent', 'full time equivalent', 'fte total'],
}

const METRICS: Readonly<Record<string, string>> = {
  'police officer': 'officers',
  'police staff': 'staff',
  'police community support officer': 'pcso',
  'designated officer': 'designated_officers',
  'special constable': 'specials',
  'police support volunteer': 'volunteers',
}

const metricOf = (worker: string): string | undefined =>
  METRICS[worker] ?? METRICS[worker.replace(/s$/, '')]

const functionsTable = ({ head, row }: Table<Column>, column: number): Finding =>
  stop(
    'unknown-layout',
    'This is the open data table by function, which counts only the people in each function: its sums are not the strength of a force.',
    placeOf(head, row, column),
    {
      expected: homeOfficeOpenData.expects,
      suggestion: 'Choose the file open-data-table-police-workforce without “functions”.',
    },
  )

const stopped = (finding: Finding): ParsedFile => ({
  layout: homeOfficeOpenData.id,
  edition: '',
  published: null,
  items: [finding],
})

const sumUp = (table: Table<Column>, names: Names): ParsedFile => {
  const { head } = table
  const sums = makeSums()
  const findings: Finding[] = []
  const reading = makeReading(table, names, findings, sums)
  for (const row of head.sheet.rows) if (row.row > table.row) reading.read(row)
  const { dates, leftOut } = reading
  for (const [worker, { rows, first }] of leftOut)
    findings.push(
      tick(
        'unknown-category',
        `${rows} rows of the worker type ${quoted(worker)} were left out: it is none of the six that are known.`,
        placeOf(head, first, table.columns.worker ?? null),
        { found: worker, expected: inWords(Object.keys(METRICS), 'or') },
      ),
    )
  return {
    layout: homeOfficeOpenData.id,
    edition: spanInWords(dates),
    published: null,
    items: [...findings, ...figures(head, sums), ...absences(head, sums, names)],
  }
}

/** Reads one row after another; what is common to many rows is looked up once. */
const makeReading = (
  { head, row: headingRow, columns }: Table<Column>,
  names: Names,
  findings: Finding[],
  sums: Sums,
) => {
  const { date: dateColumn = 0, worker: workerColumn = 0 } = columns
  const dates = new Set<string>()
  const leftOut = new Map<string, { rows: number; first: number }>()
  const forces = new Map<string, string | Finding>()
  const seen = new Map<string, number>()
  const headingDay = dayOfHeading(head, headingRow, dateColumn)

  const read = (row: Row): void => {
    const at = (column: number | undefined) => textAt(row, column ?? 0)
    const worker = nameKey(at(workerColumn))
    if (worker === '' && at(columns.force) === '') return
    const metric = metricOf(worker)
    if (metric === undefined) {
      const found = leftOut.get(at(workerColumn)) ?? { rows: 0, first: row.row }
      leftOut.set(at(workerColumn), { ...found, rows: found.rows + 1 })
      return
    }
    const year = /^(\d{4})(-\d\d-\d\d.*)?$|(\d{4})$/.exec(at(dateColumn))
    const date = year === null ? undefined : `${year[1] ?? year[3]}-${headingDay}`
    if (date === undefined) {
      findings.push(
        stop(
          'bad-date',
          `${quoted(at(dateColumn))} is not a year.`,
          placeOf(head, row.row, dateColumn),
          { found: at(dateColumn), expected: 'a year such as 2023' },
        ),
      )
      return
    }
    const forceKey = `${at(columns.code)}\t${at(columns.force)}`
    const force = forces.get(forceKey) ?? findForce(head, row, columns, names)
    forces.set(forceKey, force)
    if (typeof force !== 'string') {
      findings.push(force)
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
    const value = readCount(cell, basis === 'headcount' ? 'whole' : 'fte')
    if (typeof value === 'number') sums.add(key, row.row, value)
    else findings.push(stop(value.code, value.sentence, placeOf(head, row.row, column), value))
  }

  return { read, dates, leftOut }
}

const NO_VALUE = new Set(['n a', 'na', 'x', 'z', 'c', 'u', 'not available', 'not applicable'])

/** The heading says which day of the year: `As at 31 March`. */
const dayOfHeading = (head: Head, headingRow: number, column: number): string => {
  const row = head.rows.find((each) => each.row === headingRow)
  const heading =
    row === undefined
      ? ''
      : textAt(row, column)
          .replace(/[^\w ]/g, '')
          .trim()
  return daysIn(`${heading} 2000`)[0]?.slice(5) ?? '03-31'
}

const findForce = (
  head: Head,
  row: Row,
  columns: Table<Column>['columns'],
  names: Names,
): string | Finding => {
  const name = textAt(row, columns.force ?? 0)
  const code = textAt(row, columns.code ?? 0)
  const byName = names.area(name, { type: 'force' })
  const byCode = /^[EW]\d{8}$/.test(code) ? names.area(code, { type: 'force' }) : { nearest: [] }
  if ('code' in byName && 'code' in byCode && byName.code !== byCode.code)
    return stop(
      'codes-disagree',
      `The code ${code} and the name ${quoted(name)} mean two different forces.`,
      placeOf(head, row.row, columns.code ?? null),
      { found: `${code}, ${name}`, expected: `${byName.code} for ${name}` },
    )
  if ('code' in byName) return byName.code
  if ('code' in byCode) return byCode.code
  return stop(
    'unknown-area',
    `${quoted(name)} is not a force of the register.`,
    placeOf(head, row.row, columns.force ?? null),
    { found: name, expected: 'a police force', suggestion: didYouMean(byName.nearest) },
  )
}
