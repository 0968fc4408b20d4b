/**
 * The Home Office's summary tables: one sheet for each kind of worker, a row for each force, a column
 * for each date. Sheets are recognised by the title in A1, for their numbers move between editions.
 */
import { formatDate } from '@muster/shared/words/format'
import { TupleMap } from '../../../platform/tuple-map.ts'
import { type Finding, note, quoted } from '../../import-finding.ts'
import type { Names } from '../../names/names.ts'
import { daysIn, parseDate } from '../reading/dates.ts'
import { type Head, type Item, type Layout, placeOf, textOf } from '../reading/layout.ts'
import { readForceTable } from './force-table.ts'

export const homeOfficeSummaryTables: Layout = {
  id: 'home-office-summary-tables',
  sources: ['home-office-summary-tables'],
  title: 'Police workforce summary tables',
  expects:
    'sheets whose A1 says “Police officers by police force area, England and Wales …”, with the unit at the right, a row of dates, and a row for each force',
  recognise: (heads) =>
    heads.some((head) => {
      const title = titleOf(head)
      return title !== undefined && !title.isDivided && isTaken(title)
    }),
  read: readSheets,
  edition: (dates) => {
    const last = [...dates].sort().at(-1)
    return last === undefined ? '' : formatDate(last)
  },
  published: publishedOn,
}

type Title = {
  text: string
  row: number
  column: number
  /** undefined where the sheet counts several kinds of workers, or one that is not taken. */
  metric: string | undefined
  /** By sex, rank, function: parts of what the other tables count. */
  isDivided: boolean
  /** The days that the title names. */
  days: string[]
}

/** What each title says before `by police force area`, without brackets and words for the unit. */
const SUBJECTS: Readonly<Record<string, string>> = {
  'police officers': 'officers',
  'police officer': 'officers',
  'police officer strength': 'officers',
  'police staff': 'staff',
  'police staff strength': 'staff',
  'designated officers': 'designated_officers',
  'designated officer': 'designated_officers',
  'police community support officers': 'pcso',
  'police community support officer': 'pcso',
  'police community support officer strength': 'pcso',
  pcsos: 'pcso',
  'special constables': 'specials',
  'special constable': 'specials',
  'special constabulary': 'specials',
}

const subjectMetric = (text: string): string | undefined =>
  SUBJECTS[
    text
      .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
      .replace(/(?<=[a-z])\d{1,2}\b/gi, '')
      .toLowerCase()
      .replace(
        /\b(number of|headcount|fte|full[- ]time equivalents?|in post|in england and wales)\b/g,
        ' ',
      )
      .replace(/[^a-z]+/g, ' ')
      .trim()
  ]

const titleOf = (head: Head): Title | undefined => {
  // In the index the titles stand behind the numbers of the tables.
  for (const { row, cells } of head.rows.slice(0, 4))
    for (const cell of cells.slice(0, 1)) {
      const text = textOf(cell).replace(/\s+/g, ' ')
      const match =
        /^(?:table [\w.]+\s*[:.–-]?\s*)?(.+?),? by (?:worker type(?:,| and) )?(?:(?:english )?region(?:,| and) )?(?:police )?force(?: area)?\b(.*)$/i.exec(
          text,
        )
      if (match === null) continue
      const [, subject = '', rest = ''] = match
      return {
        text,
        row,
        column: cell.column,
        metric: subjectMetric(subject),
        isDivided: DIVIDED.test(`${subject} ${rest}`),
        days: daysIn(text),
      }
    }
  return undefined
}

/** One kind of worker, or all of them in columns of their own. */
const isTaken = ({ metric, text }: Title): boolean =>
  metric !== undefined ||
  /^(table [\w.]+\s*[:.–-]?\s*)?[^,]*police (workforce|workers|personnel)\b/i.test(text)

const DIVIDED =
  /\b(sex|gender|ethnicity|ethnic|ranks?|age|function|length of service|joiners?|leavers?|joining|leaving|absen|promot|disab|religion|sickness|combined)\b/i

function* readSheets(heads: readonly Head[], names: Names): Generator<Item> {
  const taken = new TupleMap<readonly string[], { value: number | null }>()
  for (const head of heads) {
    const title = titleOf(head)
    if (title === undefined || title.isDivided || !isTaken(title)) {
      const finding = leftOut(head, title)
      if (finding !== undefined) yield finding
      continue
    }
    for (const item of readForceTable({ head, title, subjectMetric }, names)) {
      if ('level' in item) {
        yield item
        continue
      }
      // A workbook may print one column twice, as a table and within a longer one.
      const key = [item.metric, item.basis, item.area, item.date]
      const before = taken.get(key)
      if (before === undefined || before.value !== item.value) yield item
      taken.getOrAdd(key, () => item).value = item.value
    }
  }
}

const leftOut = (head: Head, title: Title | undefined): Finding | undefined => {
  const [first] = head.rows
  const [cell] = first?.cells ?? []
  if (first === undefined || cell === undefined) return undefined
  const text = title?.text ?? textOf(cell)
  if (title === undefined && !/^table[ _]?\w*\d/i.test(text)) return undefined
  const why =
    title === undefined
      ? 'it is not by force'
      : /volunteers?\b/i.test(title.text)
        ? 'volunteers are taken from the open data table only'
        : 'it counts something else than the strength of one kind of worker'
  return note(
    'left-out',
    `The sheet ${quoted(text)} was left out: ${why}.`,
    placeOf(head, first.row, cell.column),
  )
}

/** The latest day under `Last updated` of the index, or the day on the cover: `Published 27 July 2022`. */
function publishedOn(heads: readonly Head[]): string | null {
  let last: string | null = null
  for (const { rows } of heads.slice(0, 4)) {
    for (const { cells } of rows)
      for (const cell of cells) {
        const [, said] =
          /^(?:date )?(?:published|released|of publication)(?: on)?:? (\d{1,2} \w+ \d{4})$/i.exec(
            textOf(cell),
          ) ?? []
        const read = said === undefined ? undefined : parseDate(said)
        if (read !== undefined && 'date' in read && (last === null || read.date > last))
          last = read.date
      }
    const column = rows
      .flatMap(({ cells }) => [...cells])
      .find((cell) => /^(last updated|published|publication date)/i.test(textOf(cell)))?.column
    if (column === undefined) continue
    for (const { cells } of rows)
      for (const cell of cells) {
        if (cell.column !== column) continue
        const read = parseDate(cell.date ?? textOf(cell))
        if ('date' in read && read.date.length === 10 && (last === null || read.date > last))
          last = read.date
      }
  }
  return last
}
