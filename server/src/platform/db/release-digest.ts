/**
 * A digest of what a release says: its facts, and every figure as it was written. A release never
 * changes, so one whose digest is another was changed by something else than this program.
 */
import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { release } from './schema.ts'
import type { Reader, WriteDb } from './store.ts'

/**
 * To be called when the last figure of the release is written.
 *
 * @returns the digest, as it is kept.
 */
export const sealRelease = (tx: WriteDb, id: number): string => {
  const digest = digestOfRelease(tx, id)
  tx.update(release).set({ digest }).where(eq(release.id, id)).run()
  return digest
}

/**
 * Read back from the tables, so that it is of what was stored. That a release is withdrawn is no part
 * of it: this may change.
 */
export const digestOfRelease = ({ prepare }: Pick<Reader, 'prepare'>, id: number): string => {
  const hash = createHash('sha256')
  hash.update(JSON.stringify(prepare(FACTS).all(id)))
  let series = ''
  let text = ''
  for (const row of prepare<FigureText>(FIGURES).iterate(id)) {
    if (row.series !== series) {
      series = row.series
      text += `\n${series}`
    }
    // The number as JavaScript writes it, which is laid down for ever; SQLite's way may change.
    text += `\n${row.date} ${row.value} ${row.words}`
    if (text.length > CHUNK) {
      hash.update(text)
      text = ''
    }
  }
  return hash.update(text).digest('hex')
}

type FigureText = { series: string; date: string; value: number | null; words: string }

const FACTS = `select slug, source, edition, published, known_from, read_on, file_name, sha256, url, note
  from release where id = ?`

const FIGURES = `select series.metric || ' ' || series.basis || ' ' || series.area as series, date, value,
    quote(missing) || quote(observation.trust) || quote(flags) || quote(cell) || quote(raw) || quote(note)
    as words
  from observation join series on series.id = observation.series
  where observation.release = ? order by observation.series, observation.date`

/** Hashing a piece costs more than its length where it is short. */
const CHUNK = 64 * 1024
