/**
 * Adds a release with its figures, inside the caller's transaction: the only way in, for the shipped
 * figures as for every import. Nothing is overwritten.
 */
import type { Flag, Missing, Trust } from '@muster/shared/domain/series/observation'
import type { SeriesKey } from '@muster/shared/domain/series/series-key'
import { sql } from 'drizzle-orm'
import type { WriteDb } from '../platform/db/open.ts'
import { sealRelease } from '../platform/db/release-digest.ts'
import { release, series } from '../platform/db/schema.ts'
import { TupleMap } from '../platform/tuple-map.ts'
import { knownFrom } from '../reference/register.ts'

export type NewRelease = Omit<
  typeof release.$inferInsert,
  'id' | 'knownFrom' | 'withdrawnAt' | 'withdrawnBy'
>

export type NewFigure = {
  date: string
  value: number | null
  missing: Missing | null
  trust: Trust
  flags: readonly Flag[]
  /** Where in the publisher's file it stands. */
  where: string
  raw: string | null
  note: string | null
}

/**
 * @returns the id of the release, what adds its figures one by one, and what ends it: from then on
 * `verify` finds every figure of it that is not as it was written.
 */
export const addRelease = (tx: WriteDb, given: NewRelease) => {
  const { id } = tx
    .insert(release)
    .values({ ...given, knownFrom: knownFrom(given.published ?? null, given.readOn) })
    .returning({ id: release.id })
    .get()
  const findOrAddSeries = seriesInsert(tx, given.source)
  const ids = new TupleMap<readonly [metric: string, basis: string, area: string], number>()
  const addFigure = ({ metric, basis, area }: SeriesKey, figure: NewFigure): void =>
    tx.insertObservation({
      series: ids.getOrAdd([metric, basis, area], () => findOrAddSeries({ metric, basis, area })),
      date: figure.date,
      release: id,
      value: figure.value,
      missing: figure.missing,
      trust: figure.trust,
      flags: figure.flags.length === 0 ? '' : figure.flags.join(';'),
      cell: figure.where,
      raw: figure.raw,
      note: figure.note,
    })
  return { id, addFigure, seal: () => sealRelease(tx, id) }
}

const seriesInsert = (tx: WriteDb, source: string) => {
  const insert = tx
    .insert(series)
    .values({
      metric: sql.placeholder('metric'),
      basis: sql.placeholder('basis'),
      area: sql.placeholder('area'),
      source,
    })
    .onConflictDoUpdate({
      target: [series.metric, series.basis, series.area, series.source],
      set: { source },
    })
    .returning({ id: series.id })
    .prepare()
  return (key: SeriesKey): number => insert.get(key).id
}
