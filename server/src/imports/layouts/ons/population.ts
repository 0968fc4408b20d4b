/** The ONS's mid-year estimates of residents: a workbook with one sheet of totals, or a CSV file. */

import type { Row } from '../../../files/cells/sheet.ts'
import { type Finding, note, quoted, stop, stopAt, tick } from '../../import-finding.ts'
import type { Names } from '../../names/names.ts'
import type { Table } from '../reading/headings.ts'
import {
  addressOf,
  cellAt,
  type Head,
  type Item,
  type Layout,
  observed,
  placeOf,
  spanInWords,
  textAt,
  textOf,
} from '../reading/layout.ts'
import { readCount } from '../reading/numbers.ts'
import {
  findPart,
  findPopulationIn,
  isOfSomethingElse,
  ofPart,
  type PopulationColumn,
  titlesOf,
} from './population-sheets.ts'

export const onsPopulation: Layout = {
  id: 'ons-population',
  sources: ['ons-population'],
  title: 'ONS mid-year population estimates',
  expects: 'Code, Name, Geography and columns such as Mid-2023, or All ages',
  recognise: (heads) => find(heads) !== undefined || findPart(heads) !== undefined,
  read: function* (heads, names) {
    const found = find(heads)
    if (found === undefined) {
      yield ofPart(findPart(heads) as Table<PopulationColumn>)
      return
    }
    yield* yearFindings(found.table, found.years)
    yield* readRows(found.table, found.years, names)
  },
  edition: (dates) =>
    dates.size === 0 ? '' : `mid-${spanInWords(dates).replace(' to ', ' to mid-')}`,
}

type Year = { column: number; year: string; isFromName: boolean }
type Population = { table: Table<PopulationColumn>; years: Year[] }

/** Sheets of the same workbook have the same headings over ages, rates, males and females. */
const find = (heads: readonly Head[]): Population | undefined => {
  let best: Population | undefined
  for (const head of heads) {
    const table = findPopulationIn(head)
    if (table === undefined || isOfSomethingElse(head, table.row)) continue
    const years = yearsOf(head, table)
    if (years.length > 0 || table.columns.all !== undefined)
      if (best === undefined || years.length > best.years.length) best = { table, years }
  }
  return best
}

const yearsOf = (head: Head, table: Table<PopulationColumn>): Year[] => {
  const years = table.others.flatMap((cell): Year[] => {
    const [, year] =
      /^(?:population )?mid[- –]?((?:19|20)\d\d)(?: ?[([].*[)\]])?$/i.exec(
        textOf(cell).replace(/\s+/g, ' '),
      ) ?? []
    return year === undefined ? [] : [{ column: cell.column, year, isFromName: false }]
  })
  if (years.length > 0 || table.columns.all === undefined) return years
  const column = table.columns.all
  const titled = /\bmid[- ]?((?:19|20)\d\d)\b/i.exec(titlesOf(head, table.row).join(' '))?.[1]
  if (titled !== undefined) return [{ column, year: titled, isFromName: false }]
  // `mye24tablesew`: the table itself does not say its year, so a person must confirm it.
  const [, short] = /\b(?:mye|mid)[-_ ]?(?:20)?(\d\d)(?!\d)/i.exec(head.sheet.name) ?? []
  return short === undefined ? [] : [{ column, year: `20${short}`, isFromName: true }]
}

function* yearFindings(table: Table<PopulationColumn>, years: readonly Year[]): Generator<Finding> {
  const place = placeOf(table.head, table.row, table.columns.all ?? null)
  if (years.length === 0)
    yield stop('no-date', 'The table does not say of which year its figures are.', place, {
      expected: 'a heading such as Mid-2024, or a title with mid-2024',
      suggestion: 'Change the heading “All ages” to the year, as in Mid-2024, and import it again.',
    })
  for (const { year, isFromName } of years)
    if (isFromName)
      yield tick(
        'date-from-name',
        `The table does not say of which year its figures are; the name of the file, ${quoted(table.head.sheet.name)}, says mid-${year}.`,
        place,
        { found: table.head.sheet.name, expected: 'a heading such as Mid-2024' },
      )
}

const LONDON = 'E12000007'

function* readRows(
  { head, row: headingRow, columns }: Table<PopulationColumn>,
  years: readonly Year[],
  names: Names,
): Generator<Item> {
  const boroughs = new Map<string, { sum: number; count: number }>()
  let london: Row | undefined
  let others = 0
  for (const row of head.sheet.rows) {
    if (row.row <= headingRow) continue
    const code = textAt(row, columns.code ?? 0)
    if (!/^[EWKNS]\d{8}$/.test(code)) continue
    if (code === LONDON) london = row
    const area = names.areaOf(code)
    if (area === undefined) {
      others += 1
      continue
    }
    const name = textAt(row, columns.name ?? 0)
    const named = names.area(name, { type: area.type })
    if ('code' in named && named.code !== code) {
      yield stop(
        'codes-disagree',
        `The code ${code} is ${area.name}, but the name in the row is ${quoted(name)}.`,
        placeOf(head, row.row, columns.name ?? null),
        { found: name, expected: area.name },
      )
      continue
    }
    for (const { column, year } of years) {
      const item = readCell(head, row, { area: code, column, year })
      yield item
      if ('level' in item || item.value === null || !code.startsWith('E09')) continue
      const sum = boroughs.get(year) ?? { sum: 0, count: 0 }
      boroughs.set(year, { sum: sum.sum + item.value, count: sum.count + 1 })
    }
  }
  if (others > 0)
    yield note(
      'left-out',
      `${others} areas of the table are not in the register and were left out.`,
      placeOf(head),
    )
  if (london !== undefined) yield* checkLondon(head, london, years, boroughs)
}

const readCell = (
  head: Head,
  row: Row,
  { area, column, year }: { area: string; column: number; year: string },
): Item => {
  const cell = cellAt(row, column)
  const place = placeOf(head, row.row, column)
  if (cell === undefined)
    return stop('empty-value', 'The cell is empty.', place, { expected: 'a number or “No data”' })
  const isMissing = /^(no data|\.\.|:|\[?x\]?|n\/a|-)$/i.test(textOf(cell))
  const value = isMissing ? null : readCount(cell, 'whole')
  if (typeof value === 'object' && value !== null) return stopAt(place, value)
  return observed({
    metric: 'population',
    basis: 'headcount',
    area,
    date: year,
    value,
    missing: isMissing ? 'x' : null,
    where: addressOf(head, row, column),
    raw: isMissing ? textOf(cell) : null,
  })
}

/** Only where all boroughs of a year were read: else the sum says nothing. */
function* checkLondon(
  head: Head,
  row: Row,
  years: readonly Year[],
  boroughs: ReadonlyMap<string, { sum: number; count: number }>,
): Generator<Finding> {
  for (const { column, year } of years) {
    const sum = boroughs.get(year)
    const cell = cellAt(row, column)
    const printed = cell === undefined ? undefined : readCount(cell)
    if (sum === undefined || sum.count < 33 || typeof printed !== 'number') continue
    if (sum.sum !== printed)
      yield tick(
        'parts-do-not-sum',
        `The 33 boroughs come to ${sum.sum} in mid-${year}, but the table prints ${printed} for London.`,
        placeOf(head, row.row, column),
        { found: String(sum.sum), expected: String(printed) },
      )
  }
}
