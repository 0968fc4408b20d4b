/** Looks into a file of no known layout: its first rows, and how a mapping would read them. */
import type { FileLook, FileMapping, MappingPreview } from '@muster/shared/contract/import'
import { ProblemError } from '@muster/shared/contract/problem'
import type { Book, Row } from '../../files/cells/sheet.ts'
import { UnreadableFile } from '../../files/cells/unreadable-file.ts'
import { readFile } from '../../files/read-file.ts'
import type { ReadDb } from '../../platform/db/open.ts'
import { aliasChoice } from '../../platform/db/schema.ts'
import type { Register } from '../../reference/register.ts'
import { parseMapped } from '../mapping/mapped-file.ts'
import { findMapping } from '../mapping/saved-mapping.ts'
import { makeNames } from '../names/names.ts'
import { type Job, jobOf, uploadOf } from './import-records.ts'

/** @throws ProblemError `not-found`, or `unreadable-file` with the sentence to show. */
export const lookAtFile = (db: ReadDb, id: number): FileLook => {
  const job = jobOf(db, id)
  const saved = findMapping(db, job.source)
  return readable(() => ({
    sheets: bookOf(db, job)
      .sheets.slice(0, MOST_SHEETS)
      .map(({ name, rows }) => ({ name, rows: [...first(rows, SHOWN_ROWS)].map(shown) })),
    mapping: saved?.mapping ?? null,
    savedAt: saved?.savedAt ?? null,
    savedBy: saved?.savedBy ?? null,
  }))
}

/**
 * Only the first rows, so that it can be asked at every change of the form.
 *
 * @throws ProblemError `not-found`, or `unreadable-file` with the sentence to show.
 */
export const previewMapping = (
  db: ReadDb,
  register: Register,
  id: number,
  mapping: FileMapping,
): MappingPreview => {
  const names = makeNames(register, db.select().from(aliasChoice).all())
  const most = mapping.headingRow + PREVIEWED_ROWS
  return readable(() => {
    const book = bookOf(db, jobOf(db, id))
    const head = {
      ...book,
      sheets: book.sheets.map(({ name, rows }) => ({ name, rows: first(rows, most) })),
    }
    const preview: MappingPreview = { figures: [], findings: [], rows: PREVIEWED_ROWS }
    for (const item of parseMapped(head, mapping, names).items)
      if ('level' in item) {
        const { level: _, ...finding } = item
        if (preview.findings.length < MOST_SHOWN) preview.findings.push(finding)
      } else if (preview.figures.length < MOST_SHOWN) {
        const { metric, basis, area, date, value, missing, where, raw } = item
        const areaName = register.areas.get(area)?.name ?? area
        const metricName = register.metrics.get(metric)?.name ?? metric
        preview.figures.push({
          where,
          metric: metricName,
          basis,
          area,
          areaName,
          date,
          value,
          missing,
          raw,
        })
      }
    return preview
  })
}

export const bookOf = (db: ReadDb, job: Job): Book => {
  const { bytes, fileName } = uploadOf(db, job)
  return readFile(bytes, fileName)
}

function* first(rows: Iterable<Row>, most: number): Generator<Row> {
  let count = 0
  for (const row of rows) {
    if (count === most) return
    count += 1
    yield row
  }
}

const shown = ({ row, cells }: Row): FileLook['sheets'][number]['rows'][number] => ({
  row,
  cells: cells
    .slice(0, MOST_COLUMNS)
    .map(({ column, text }) => ({ column, text: text.slice(0, MOST_TEXT) })),
})

/** A look at a file that turns out to be unreadable is a problem to tell, not a fault of ours. */
export const readable = <Result>(look: () => Result): Result => {
  try {
    return look()
  } catch (error) {
    if (error instanceof UnreadableFile) throw new ProblemError('unreadable-file', error.sentence)
    throw error
  }
}

const MOST_SHEETS = 50
const SHOWN_ROWS = 25
const MOST_COLUMNS = 100
const MOST_TEXT = 80
const PREVIEWED_ROWS = 200
const MOST_SHOWN = 12
