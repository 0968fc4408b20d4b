/**
 * The open data table of the Home Office's police workforce statistics: one row for each year, force,
 * sex, rank and worker type, added up to one figure for each year, force and worker type.
 */
import type { Row } from '../../../files/cells/sheet.ts'
import { TupleMap } from '../../../platform/tuple-map.ts'
import {
  didYouMean,
  type Fault,
  type Finding,
  inWords,
  note,
  type Place,
  quoted,
  stop,
  stopAt,
  tick,
} from '../../import-finding.ts'
import { type Names, nameKey } from '../../names/names.ts'
import { decimalCommas } from '../reading/decimal-commas.ts'
import { type Table, twinSheets } from '../reading/headings.ts'
import {
  cellAt,
  type Head,
  type Item,
  type Layout,
  placeOf,
  textAt,
  textOf,
} from '../reading/layout.ts'
import { readCount } from '../reading/numbers.ts'
import { repeatedFaults } from '../reading/repeated-faults.ts'
import { Sums } from '../reading/sums.ts'
import {
  type Column,
  findOpenData,
  findSister,
  KNOWN_WORKERS,
  metricOfWorker,
} from './open-data-columns.ts'
import { dayOf, readYear } from './open-data-dates.ts'
import { absences, type FigureKey, figures } from './open-data-figures.ts'
import { countFractions } from './rounding.ts'

export const homeOfficeOpenData: Layout = {
  id: 'home-office-open-data',
  sources: ['home-office-open-data'],
  title: 'Police workforce open data table',
  expects:
    'As at 31 March, Geocode, Force name, Region, Sex, Rank, Worker type, Total (Headcount), Total (FTE)',
  recognise: (heads) => findOpenData(heads) !== undefined || findSister(heads) !== undefined,
  read: (heads, names) => {
    const sister = findSister(heads)
    return sister === undefined
      ? sumUp(findOpenData(heads) as Table<Column>, heads, names)
      : [refused(sister)]
  },
}

type Sister = NonNullable<ReturnType<typeof findSister>>

const refused = ({ table: { head, row }, divides }: Sister): Finding =>
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
  )

function* sumUp(table: Table<Column>, heads: readonly Head[], names: Names): Generator<Item> {
  const { head, columns } = table
  yield* twinSheets(heads, head, findOpenData)
  yield* extraColumns(table)
  const reading = makeReading(table, dayOf(heads, table), names)
  for (const row of head.sheet.rows) if (row.row > table.row) yield* reading.read(row)
  yield* reading.commas.findings
  yield* reading.unknownForces.findings()
  yield* reading.fractions.finding({ ...placeOf(head), column: columns.fte ?? null })
  for (const [worker, { rows, first }] of reading.leftOut)
    yield tick(
      'unknown-category',
      `${rows} rows of the worker type ${quoted(worker)} were left out: it is none of the six that are known.`,
      placeOf(head, first, columns.worker ?? null),
      { found: worker, expected: inWords(KNOWN_WORKERS, 'or') },
    )
  yield* figures(head, reading.sums)
  yield* absences(head, reading.sums, names)
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
const makeReading = (table: Table<Column>, headingDay: string | undefined, names: Names) => {
  const { head, columns } = table
  const sums = new Sums<FigureKey>()
  const leftOut = new Map<string, { rows: number; first: number }>()
  const forces = new TupleMap<readonly [code: string, name: string], string | Finding>()
  const unknownForces = repeatedFaults()
  const metrics = new TupleMap<readonly [worker: string], { id: string | undefined }>()
  const seen = new TupleMap<readonly string[], number>()
  const fractions = countFractions()
  const commas = decimalCommas(table, columns.fte ?? 0)

  function* read(row: Row): Generator<Finding> {
    const at = (column: Column) => textAt(row, columns[column] ?? 0)
    const place = (column: Column) => placeOf(head, row.row, columns[column] ?? null)
    const worker = nameKey(at('worker'))
    if (worker === '' && at('force') === '') return
    const metric = metrics.getOrAdd([worker], () => ({ id: metricOfWorker(worker) })).id
    if (metric === undefined) {
      const found = leftOut.get(at('worker')) ?? { rows: 0, first: row.row }
      leftOut.set(at('worker'), { ...found, rows: found.rows + 1 })
      return
    }
    const date = readYear(cellAt(row, columns.date ?? 0), headingDay)
    if (typeof date !== 'string') {
      yield stopAt(place('date'), date)
      return
    }
    const force = forces.getOrAdd([at('code'), at('force')], () =>
      findForce({ code: at('code'), name: at('force'), place }, names),
    )
    if (typeof force !== 'string') {
      unknownForces.add(`${force.cell}`, () => force)
      return
    }
    const parts = [
      date,
      force,
      ...[at('sex'), at('rank'), worker].map((text) => text.toLowerCase()),
    ]
    const before = seen.getOrAdd(parts, () => row.row)
    if (before !== row.row)
      yield stop(
        'repeated-row',
        `Rows ${before} and ${row.row} have the same year, force, sex, rank and worker type: added up, these people would count twice.`,
        place('force'),
        { expected: 'one row for each of them', suggestion: 'Download the file again.' },
      )
    for (const basis of ['headcount', 'fte'] as const) {
      const value = readFigure(row, basis)
      if (typeof value === 'object' && value !== null) yield stopAt(place(basis), value)
      else sums.add([metric, basis, force, date], row.row, value)
    }
  }

  /** null where the cell says that there is no value. */
  const readFigure = (row: Row, basis: 'headcount' | 'fte'): number | null | Fault => {
    const cell = cellAt(row, columns[basis] ?? 0)
    const text = cell?.text.trim() ?? ''
    if (cell === undefined || text === '')
      return {
        code: 'empty-value',
        sentence: 'The cell is empty.',
        expected: 'a number, - for none, or N/A',
      }
    if (typeof cell.value !== 'number' && NO_VALUE.has(nameKey(text))) return null
    if (typeof cell.value !== 'number' && /^[-–—]$/.test(text)) return 0
    if (basis === 'headcount') return readCount(cell, 'whole')
    const value = readCount(commas.mended(cell))
    if (typeof value === 'number') fractions.add(value)
    return value
  }

  return { read, sums, leftOut, fractions, unknownForces, commas }
}

const NO_VALUE = new Set(['n a', 'na', 'x', 'z', 'c', 'u', 'not available', 'not applicable'])

/** Its name and its code must agree. */
const findForce = (
  { code, name, place }: { code: string; name: string; place: (column: Column) => Place },
  names: Names,
): string | Finding => {
  const byName = names.area(name, { type: 'force' })
  const byCode = /^[EW]\d{8}$/.test(code) ? names.area(code, { type: 'force' }) : { nearest: [] }
  if ('code' in byName && 'code' in byCode && byName.code !== byCode.code)
    return stop(
      'codes-disagree',
      `The code ${code} and the name ${quoted(name)} mean two different forces.`,
      place('code'),
      { found: `${code}, ${name}`, expected: `${byName.code} for ${name}` },
    )
  if ('code' in byName) return byName.code
  if ('code' in byCode) return byCode.code
  return stop('unknown-area', `${quoted(name)} is not a force of the register.`, place('force'), {
    found: name,
    expected: 'a police force',
    suggestion: didYouMean(byName.nearest),
  })
}
