/** Due dates as a calendar (RFC 5545): promises, and answers to questions that were asked. */
import type { PromiseSummary, PromisesQuery } from '@muster/shared/contract/promise'
import { addDays, lastDay } from '@muster/shared/domain/series/period'
import { formatDate } from '@muster/shared/words/format'
import type { Knowledge } from '../reference/knowledge.ts'
import { findLedger } from './queries.ts'

/** One entry a promise with a due date, and one a question that waits; whole days, in date order. */
export const calendarOf = (services: Knowledge, query: PromisesQuery): string => {
  const { promises, at, areaName } = findLedger(services, query)
  const entries = [
    ...promises.filter(({ due }) => due !== null).map((promise) => dueEntry(promise)),
    ...promises.filter(isWaiting).map((promise) => answerEntry(promise)),
  ].sort((a, b) => (a.day + a.uid < b.day + b.uid ? -1 : 1))
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Muster//Promises//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(`Promises about ${areaName}: due dates`)}`,
    ...entries.flatMap((entry) => linesOf(entry, at)),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('')
}

type Entry = { uid: string; day: string; summary: string; description: string; path: string }

const dueEntry = ({
  id,
  title,
  due,
  dueWorded,
  statusWords,
  sentence,
  madeBy,
}: PromiseSummary): Entry => ({
  uid: `due-${id}@muster`,
  day: lastDay(due ?? ''),
  summary: `Due: ${title}`,
  description: [
    `${madeBy}. Due ${formatDate(due ?? '')}${dueWorded === '' ? '' : ` (in the words of the source: ${dueWorded})`}.`,
    `${statusWords}. ${sentence}`,
  ].join('\n'),
  path: `/promises/${id}`,
})

const answerEntry = ({ id, title, asked }: PromiseSummary): Entry => ({
  uid: `answer-${id}-${asked?.on ?? ''}@muster`,
  day: asked?.due ?? '',
  summary: `Answer due: ${title}`,
  description: `Asked of ${asked?.to ?? ''} on ${formatDate(asked?.on ?? '')}.`,
  path: `/promises/${id}`,
})

const isWaiting = ({ asked }: PromiseSummary): boolean =>
  asked !== null && asked.answeredOn === null

const linesOf = (entry: Entry, stamped: string): string[] => [
  'BEGIN:VEVENT',
  `UID:${entry.uid}`,
  `DTSTAMP:${compact(stamped)}T000000Z`,
  `DTSTART;VALUE=DATE:${compact(entry.day)}`,
  `DTEND;VALUE=DATE:${compact(addDays(entry.day, 1))}`,
  `SUMMARY:${escaped(entry.summary)}`,
  `DESCRIPTION:${escaped(entry.description)}`,
  `COMMENT:${escaped(`The promise and how it is judged: ${entry.path}`)}`,
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
]

const compact = (day: string): string => day.replaceAll('-', '')

/** Section 3.3.11: backslash, semicolon, comma and line breaks. */
const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n')

/** Section 3.1: no line longer than 75 octets, and no character cut in two. */
const folded = (line: string): string => {
  const lines: string[] = []
  let current = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > LONGEST_LINE) {
      lines.push(current)
      current = ' '
      octets = 1
    }
    current += character
    octets += size
  }
  return [...lines, current].join('\r\n')
}

const LONGEST_LINE = 75
