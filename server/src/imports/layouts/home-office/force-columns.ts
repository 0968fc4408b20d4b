/**
 * Which columns of a table of forces hold figures, and of what: a heading of its own, or one that
 * stands over several columns, gives the date, the kind of worker and how it is counted.
 */
import type { Basis } from '@muster/shared/domain/series/observation'
import { lastDay } from '@muster/shared/domain/series/period'
import type { Cell, Row } from '../../../files/cells/sheet.ts'
import { readDate } from '../reading/dates.ts'
import { textOf } from '../reading/layout.ts'
import type { FigureColumn } from './force-sums.ts'

export type ForceTableTitle = {
  text: string
  row: number
  /** What the whole table counts; undefined where its columns are headed by kinds of workers. */
  metric: string | undefined
  days: readonly string[]
}

export type ForceColumns = {
  columns: FigureColumn[]
  /** At least one column of figures does not say how it is counted. */
  lacksBasis: boolean
  /** Headings beside those of figures, without changes and shares. */
  others: Cell[]
}

type Said = { date?: string; metric?: string; basis?: Basis; isChange: boolean }

type Above = {
  /** Those between the title and the first force. */
  rows: readonly Row[]
  /** All that stands above the first force. */
  texts: readonly string[]
  labelColumn: number
  title: ForceTableTitle
  subjectMetric: (heading: string) => string | undefined
}

/**
 * A heading gives the month, or a real date; the title gives the day of that month. Where a table of
 * one date is headed by kinds of workers, headings give the metric and the title gives the date.
 */
export const forceColumns = ({
  rows,
  texts,
  labelColumn,
  title,
  subjectMetric,
}: Above): ForceColumns => {
  const said = rows.map(({ cells }) =>
    cells.map((cell) => ({ cell, says: saidBy(cell, title, subjectMetric) })),
  )
  const units = basisIn([title.text, ...texts.filter((text) => subjectMetric(text) === undefined)])
  const isMixed = units === 'both'
  const ofTable = isMixed ? undefined : units
  const found: ForceColumns = { columns: [], lacksBasis: false, others: [] }
  for (const column of columnsOf(rows, labelColumn)) {
    const own = said.flatMap((row) => row.filter(({ cell }) => cell.column === column))
    const over = said.flatMap((row) => row.findLast(({ cell }) => cell.column <= column) ?? [])
    if (own.some(({ says }) => says.isChange)) continue
    const pick = <Key extends 'date' | 'metric' | 'basis'>(key: Key): Said[Key] | undefined =>
      (
        own.findLast(({ says }) => says[key] !== undefined) ??
        over.findLast(({ says }) => says[key] !== undefined)
      )?.says[key]
    const isOwn = (key: 'date' | 'metric' | 'basis') =>
      own.some(({ says }) => says[key] !== undefined)
    const isFigure =
      isOwn('date') ||
      (title.metric === undefined && isOwn('metric')) ||
      (isMixed && isOwn('basis'))
    const [day, otherDay] = title.days
    const metric = title.metric ?? pick('metric')
    const date = pick('date') ?? (otherDay === undefined ? day : undefined)
    if (!isFigure || metric === undefined || date === undefined) {
      found.others.push(...own.slice(-1).map(({ cell }) => cell))
      continue
    }
    const basis = isMixed || isOwn('basis') ? pick('basis') : ofTable
    if (basis === undefined) found.lacksBasis = true
    else found.columns.push({ column, date, metric, basis })
  }
  if (found.columns.length === 0 && ofTable === undefined) found.lacksBasis = true
  return found
}

const columnsOf = (rows: readonly Row[], labelColumn: number): number[] =>
  [...new Set(rows.flatMap(({ cells }) => cells.map(({ column }) => column)))]
    .filter((column) => column > labelColumn)
    .sort((a, b) => a - b)

const saidBy = (
  cell: Cell,
  title: ForceTableTitle,
  subjectMetric: (heading: string) => string | undefined,
): Said => {
  const text = textOf(cell)
  const metric = subjectMetric(text)
  const date = dateOf(cell, title)
  const basis = basisIn([text])
  return {
    isChange: /\bchange\b|^%|\bper ?cent|percentage|^number$|\bper 100|\brate\b|\bshare\b/i.test(
      text,
    ),
    ...(metric === undefined ? {} : { metric }),
    ...(date === undefined ? {} : { date }),
    ...(basis === undefined || basis === 'both' ? {} : { basis }),
  }
}

const dateOf = (cell: Cell, { days }: ForceTableTitle): string | undefined => {
  const text = textOf(cell)
    .replace(/\[[^\]]*\]|\([^)]*\)/g, ' ')
    .trim()
    .replace(/^as at /i, '')
  const read = readDate({ ...cell, text, plain: text })
  if ('date' in read) {
    if (read.date.length < 7) return undefined
    return days.find((each) => each.startsWith(read.date.slice(0, 7))) ?? monthEnd(read.date, days)
  }
  // A spreadsheet program of another country writes 09/30/2017: sure where the title names that day.
  const [, month = '', day = '', year = ''] = /^(\d\d?)\/(\d\d?)\/(\d{4})$/.exec(text) ?? []
  return days.find((each) => each === `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

/** Where all days of the title end their month, `Sep-17` is 30 September 2017: positions, not months. */
const monthEnd = (date: string, days: readonly string[]): string =>
  date.length === 7 && days.length > 0 && days.every((day) => lastDay(day.slice(0, 7)) === day)
    ? lastDay(date)
    : date

const basisIn = (texts: readonly string[]): Basis | 'both' | undefined => {
  const isFte = texts.some((text) => /full[- ]time[- ]equivalents?|\bFTEs?\d?\b/i.test(text))
  const isHeads = texts.some((text) => /\bhead ?count\d?\b/i.test(text))
  return isFte && isHeads ? 'both' : isFte ? 'fte' : isHeads ? 'headcount' : undefined
}
