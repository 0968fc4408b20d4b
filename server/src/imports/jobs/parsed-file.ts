/** A file read whole: its figures by series, its findings by level; nothing compared yet. */

import type { ImportFinding } from '@muster/shared/contract/import'
import type { Figure } from '@muster/shared/domain/series/import-plan'
import type { Flag } from '@muster/shared/domain/series/observation'
import type { SeriesKey } from '@muster/shared/domain/series/series-key'
import type { NewFigure } from '../../figures/new-release.ts'
import type { Book } from '../../files/cells/sheet.ts'
import { UnreadableFile } from '../../files/cells/unreadable-file.ts'
import { readFile } from '../../files/read-file.ts'
import type { ReadDb } from '../../platform/db/open.ts'
import { aliasChoice } from '../../platform/db/schema.ts'
import { TupleMap } from '../../platform/tuple-map.ts'
import type { Register } from '../../reference/register.ts'
import { type Finding, stop } from '../import-finding.ts'
import type { ParsedFile } from '../layouts/reading/layout.ts'
import { parseFile } from '../layouts/recognition.ts'
import { parseMapped } from '../mapping/mapped-file.ts'
import { findMapping, isExplained, type SavedMapping } from '../mapping/saved-mapping.ts'
import { makeNames, type Names } from '../names/names.ts'
import type { Upload } from './import-records.ts'

/** A figure without its own trust has that of its source. */
export type IncomingFigure = Figure<SeriesKey> &
  Omit<NewFigure, 'trust'> & { trust: NewFigure['trust'] | null }

export type ParsedWhole = {
  layout: string | null
  edition: string
  published: string | null
  observations: number
  series: Map<SeriesKey, IncomingFigure[]>
  stops: ImportFinding[]
  /** All of them are counted; at most `MOST_LISTED` are listed. */
  stopCount: number
  ticks: ImportFinding[]
  notes: ImportFinding[]
  /** Which choices of a person the reading rests on; with others the file may say something else. */
  reading: string
}

/** Reads an upload with what people said that its names and columns mean. */
export const parseUpload = (db: ReadDb, register: Register, upload: Upload): ParsedWhole => {
  const choices = db.select().from(aliasChoice).orderBy(aliasChoice.kind, aliasChoice.alias).all()
  const saved = findMapping(db, upload.source)
  const whole = parseWhole(upload, makeNames(register, choices), saved)
  const meanings = choices.map(({ kind, alias, target }) => [kind, alias, target])
  whole.reading = JSON.stringify([
    whole.layout === 'mapped' ? (saved?.mapping ?? null) : null,
    meanings,
  ])
  return whole
}

/** A file that cannot be read at all is one stop, not an exception: it is a thing to show. */
export const parseWhole = (
  { bytes, fileName, source }: Pick<Upload, 'bytes' | 'fileName' | 'source'>,
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
  // A million figures are of a few thousand series: each has one key, which all of its figures share.
  const keys = new TupleMap<readonly [metric: string, basis: string, area: string], SeriesKey>()
  try {
    const file = parseBook(readFile(bytes, fileName), source, names, saved)
    whole.layout = file.layout
    whole.published = file.published
    for (const item of file.items) {
      if ('level' in item) {
        keepFinding(whole, item)
        continue
      }
      const { metric, basis, area, flags, ...rest } = item
      const series = keys.getOrAdd([metric, basis, area], () => {
        const key = { metric, basis, area }
        whole.series.set(key, [])
        return key
      })
      whole.observations += 1
      whole.series
        .get(series)
        ?.push({ ...rest, series, flags: flags.length === 0 ? NO_FLAGS : flags })
    }
    whole.edition = file.edition
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    keepFinding(whole, stop('unreadable', error.sentence))
  }
  stopAtDuplicates(whole)
  if (whole.observations === 0 && whole.stopCount === 0)
    keepFinding(
      whole,
      stop('nothing-found', 'The file was read, but it contains no figure that can be imported.'),
    )
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

/** One figure twice in one file: which of the two would be true? */
const stopAtDuplicates = (whole: ParsedWhole): void => {
  for (const [{ metric, basis, area }, figures] of whole.series) {
    if (isInOrder(figures)) continue
    const seen = new Map<string, IncomingFigure>()
    for (const figure of figures) {
      const first = seen.get(figure.date)
      if (first === undefined) {
        seen.set(figure.date, figure)
        continue
      }
      keepFinding(whole, {
        ...stop(
          'duplicate',
          `${metric} (${basis}) of ${area} at ${figure.date} appears twice: at ${first.where} and at ${figure.where}.`,
          undefined,
          {
            expected: 'one value for each metric, basis, area and date',
            suggestion: 'Remove one of the two rows.',
          },
        ),
        cell: figure.where,
        found: figure.value === null ? null : String(figure.value),
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

const keepFinding = (whole: ParsedWhole, { level, ...finding }: Finding): void => {
  if (level === 'stop') whole.stopCount += 1
  const list = { stop: whole.stops, tick: whole.ticks, note: whole.notes }[level]
  if (list.length < MOST_LISTED) list.push(finding)
}

/** One for all: most figures have none, and a list each would be a third of their memory. */
const NO_FLAGS: readonly Flag[] = []

const MOST_LISTED = 5_000
