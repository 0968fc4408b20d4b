/** Adds one release with its figures, inside the caller's transaction. Nothing is overwritten. */
import { sql } from 'drizzle-orm'
import type { WriteDb } from '../../platform/db/open.ts'
import { release, series as seriesTable } from '../../platform/db/schema.ts'
import type { Register } from '../../reference/register.ts'
import { knownFrom } from '../../reference/register.ts'
import type { IncomingFigure } from './parsed-file.ts'

export type NewRelease = {
  source: string
  slug: string
  fileName: string
  sha256: string
  whole: { edition: string }
  series: ReadonlyMap<string, readonly IncomingFigure[]>
  published: string | null
  by: string
  /** ISO time. */
  at: string
}

/** @returns the id of the release. A figure without its own trust has that of its source. */
export const writeRelease = (tx: WriteDb, register: Register, given: NewRelease): number => {
  const source = register.sources.get(given.source)
  const readOn = given.at.slice(0, 10)
  const { id } = tx
    .insert(release)
    .values({
      slug: given.slug,
      source: given.source,
      edition: given.whole.edition,
      published: given.published,
      knownFrom: knownFrom(given.published, readOn),
      readOn,
      fileName: given.fileName,
      sha256: given.sha256,
      url: source?.url ?? '',
      note: '',
      addedAt: given.at,
      addedBy: given.by,
    })
    .returning({ id: release.id })
    .get()
  const trust = source?.trust ?? 'unverified'
  const addSeries = tx
    .insert(seriesTable)
    .values({
      metric: sql.placeholder('metric'),
      basis: sql.placeholder('basis'),
      area: sql.placeholder('area'),
      source: sql.placeholder('source'),
    })
    .onConflictDoUpdate({
      target: [seriesTable.metric, seriesTable.basis, seriesTable.area, seriesTable.source],
      set: { source: given.source },
    })
    .returning({ id: seriesTable.id })
    .prepare()
  for (const [key, figures] of given.series) {
    const [metric, basis, area] = key.split('\t')
    const { id: seriesId } = addSeries.get({ metric, basis, area, source: given.source })
    for (const figure of figures)
      tx.insertObservation({
        series: seriesId,
        date: figure.date,
        release: id,
        value: figure.value,
        missing: figure.missing,
        trust: figure.trust ?? trust,
        flags: figure.flags.length === 0 ? '' : figure.flags.join(';'),
        cell: figure.where,
        raw: figure.raw,
        note: figure.note,
      })
  }
  return id
}
