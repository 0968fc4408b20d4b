/** A file read whole: its figures by series, its findings by level; nothing compared yet. */
import type { ImportFinding } from '@muster/shared/contract/import'
import type { Figure } from '@muster/shared/domain/series/import-plan'
import type { Flag, Trust } from '@muster/shared/domain/series/observation'
import { readFile } from '../../files/read-file.ts'
import type { Book } from '../../files/sheet.ts'
import { UnreadableFile } from '../../files/unreadable-file.ts'
import type { Finding } from '../import-finding.ts'
import type { ParsedFile, ParsedObservation } from '../layouts/layout.ts'
import { parseFile } from '../layouts/recognition.ts'
import { parseMapped } from '../mapping/mapped-file.ts'
import { isExplained, type SavedMapping } from '../mapping/saved-mapping.ts'
import type { Names } from '../names/names.ts'

/** A figure with what is stored beside it. */
export type IncomingFigure = Figure & {
  trust: Trust | null
  flags: readonly Flag[]
  where: string
  raw: string | null
  note: string | null
}

export type ParsedWhole = {
  layout: string | null
  edition: string
  published: string | null
  observations: number
  series: Map<string, IncomingFigure[]>
  stops: ImportFinding[]
  /** All of them are counted; at most `MOST_LISTED` are listed. */
  stopCount: number
  ticks: ImportFinding[]
  notes: ImportFinding[]
  /** Which choices of a person the reading rests on; with others the file may say something else. */
  reading: string
}

export const seriesKey = (metric: string, basis: string, area: string): string =>
  `${metric}\t${basis}\t${area}`

/** A file that cannot be read at all is one stop, not an exception: it is a thing to show. */
export const parseWhole = (
  bytes: Uint8Array,
  fileName: string,
  source: string,
  names: Names,
  saved: SavedMapping | null = null,
): ParsedWhole => {
  const whole: ParsedWhole = {
    layout: null,
    edition: '',
    published: null,
    observations: 0,
    series: new Map(),
    stops: [],
    stopCount: 0,
    ticks: [],
    notes: [],
    reading: '',
  }
  const figuresOf = bySeries(whole.series)
  try {
    const file = parseBook(readFile(bytes, fileName), source, names, saved)
    whole.layout = file.layout
    whole.published = file.published
    for (const item of file.items) {
      if ('level' in item) keepFinding(whole, item)
      else {
        whole.observations += 1
        const { key, figures } = figuresOf(item)
        figures.push({
          series: key,
          date: item.date,
          value: item.value,
          missing: item.missing,
          trust: item.trust,
          flags: item.flags.length === 0 ? NO_FLAGS : item.flags,
          where: item.where,
          raw: item.raw,
          note: item.note,
        })
      }
    }
    whole.edition = file.edition
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    keepFinding(whole, { ...NOWHERE, level: 'stop', code: 'unreadable', sentence: error.sentence })
  }
  stopAtDuplicates(whole)
  if (whole.observations === 0 && whole.stopCount === 0)
    keepFinding(whole, {
      ...NOWHERE,
      level: 'stop',
      code: 'nothing-found',
      sentence: 'The file was read, but it holds no figure that could be taken in.',
    })
  return whole
}

/** A saved mapping is only for a file like the one it was made for, which has no layout of its own. */
const parseBook = (
  book: Book,
  source: string,
  names: Names,
  saved: SavedMapping | null,
): ParsedFile => {
  const file = parseFile(book, source, names)
  if (saved === null || file.layout !== null) return file
  const items = [...file.items]
  const isUnknown = items.some((item) => 'level' in item && item.code === 'unknown-layout')
  return isUnknown && isExplained(book, saved)
    ? parseMapped(book, saved.mapping, names)
    : { ...file, items }
}

type SeriesFigures = { key: string; figures: IncomingFigure[] }

/** A million figures are of a few thousand series: no key is put together for each of them. */
const bySeries = (series: ParsedWhole['series']) => {
  const known = new Map<string, Map<string, Map<string, SeriesFigures>>>()
  return ({ metric, basis, area }: ParsedObservation): SeriesFigures => {
    const found = known.get(metric)?.get(basis)?.get(area)
    if (found !== undefined) return found
    const key = seriesKey(metric, basis, area)
    const figures: IncomingFigure[] = []
    series.set(key, figures)
    const bases = known.get(metric) ?? new Map<string, Map<string, SeriesFigures>>()
    const areas = bases.get(basis) ?? new Map<string, SeriesFigures>()
    known.set(metric, bases.set(basis, areas.set(area, { key, figures })))
    return { key, figures }
  }
}

/** One figure twice in one file: which of the two would be true? */
const stopAtDuplicates = (whole: ParsedWhole): void => {
  for (const figures of whole.series.values()) {
    if (isInOrder(figures)) continue
    const seen = new Map<string, IncomingFigure>()
    for (const figure of figures) {
      const first = seen.get(figure.date)
      if (first === undefined) {
        seen.set(figure.date, figure)
        continue
      }
      const [metric = '', basis = '', area = ''] = figure.series.split('\t')
      keepFinding(whole, {
        ...NOWHERE,
        level: 'stop',
        code: 'duplicate',
        sentence: `${metric} (${basis}) of ${area} at ${figure.date} stands twice: at ${first.where} and at ${figure.where}.`,
        cell: figure.where,
        found: figure.value === null ? null : String(figure.value),
        expected: 'one value for each metric, basis, area and date',
        suggestion: 'Remove one of the two rows.',
      })
    }
  }
}

/** Each date after the one before it, or each before it: then no two are the same. */
const isInOrder = (figures: readonly IncomingFigure[]): boolean => {
  let [rises, falls] = [true, true]
  for (let index = 1; index < figures.length && (rises || falls); index += 1) {
    const [before, date] = [figures[index - 1]?.date ?? '', figures[index]?.date ?? '']
    rises &&= before < date
    falls &&= before > date
  }
  return rises || falls
}

const keepFinding = (
  whole: ParsedWhole,
  { level, ...finding }: Omit<Finding, 'code'> & { code: string },
): void => {
  if (level === 'stop') whole.stopCount += 1
  const list = { stop: whole.stops, tick: whole.ticks, note: whole.notes }[level]
  if (list.length < MOST_LISTED) list.push(finding)
}

const NOWHERE = {
  sheet: null,
  row: null,
  column: null,
  cell: null,
  found: null,
  expected: null,
  suggestion: null,
}

/** One for all: most figures have none, and a list each would be a third of their memory. */
const NO_FLAGS: readonly Flag[] = []

const MOST_LISTED = 5_000
