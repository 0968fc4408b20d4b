/** The register: what figures are made of, kept in memory and read again when the data change. */
import type { Mark, SourceLabel } from '@muster/shared/contract/series'
import type { Area } from '@muster/shared/domain/areas/area'
import { type AreaTree, areaTree, childrenIn } from '@muster/shared/domain/areas/tree'
import type { Metric } from '@muster/shared/domain/series/metric'
import { lastDay } from '@muster/shared/domain/series/period'
import type { PromiseRecord } from '@muster/shared/domain/verdicts/promise'
import { asc } from 'drizzle-orm'
import { readDataVersion } from '../platform/db/data-version.ts'
import type { ReadDb } from '../platform/db/open.ts'
import { registerRow, release, source } from '../platform/db/schema.ts'

export type SourceRow = typeof source.$inferSelect
export type ReleaseRow = typeof release.$inferSelect

/** A mark with the metrics that it concerns; null = all of them. */
export type RegisterMark = Mark & { metrics: readonly string[] | null }

/** Another name of an area; `from` and `to` are blank where the name always held. */
export type AreaAlias = { alias: string; area: string; from: string; to: string }

export type Register = AreaTree & {
  dataVersion: string
  place: ReadonlyMap<string, string>
  force: string
  ours: readonly string[]
  aliases: readonly AreaAlias[]
  metrics: ReadonlyMap<string, Metric>
  sources: ReadonlyMap<string, SourceRow>
  releases: ReadonlyMap<number, ReleaseRow>
  marks: readonly RegisterMark[]
  promises: ReadonlyMap<string, PromiseRecord>
}

export const readRegister = (db: ReadDb): Register => {
  const rows = db.select().from(registerRow).orderBy(asc(registerRow.position)).all()
  const ofKind = <Row>(kind: string): Row[] =>
    rows.filter((row) => row.kind === kind).map((row) => row.record as Row)
  const place = new Map(
    ofKind<{ key: string; value: string }>('place').map((row) => [row.key, row.value]),
  )
  const areas = byId(ofKind<Area>('area'), (area) => area.code)
  return {
    dataVersion: readDataVersion(db),
    place,
    force: place.get('force') ?? '',
    ours: (place.get('ours') ?? '').split(';').filter((code) => code !== ''),
    ...areaTree(areas),
    aliases: ofKind<AreaAlias>('alias'),
    metrics: byId(ofKind<Metric>('metric'), (metric) => metric.id),
    sources: byId(db.select().from(source).orderBy(asc(source.position)).all(), (row) => row.id),
    releases: byId(db.select().from(release).all(), (row) => row.id),
    marks: ofKind<RegisterMark>('mark'),
    promises: byId(ofKind<PromiseRecord>('promise'), (promise) => promise.id),
  }
}

/** Ours, each followed by the areas that make it up. */
export const oursAndParts = (register: Register): string[] =>
  register.ours.flatMap((code) => [
    code,
    ...childrenIn(register, code).map(({ area }) => area.code),
  ])

/** What kinds of area are called: `bcu.plural` → `BCUs`. */
export const areaWordsOf = (register: Register): Record<string, string> =>
  Object.fromEntries(
    [...register.place].flatMap(([key, value]) =>
      key.startsWith('word.') ? [[key.replace('word.', ''), value]] : [],
    ),
  )

export const sourceLabel = (row: SourceRow): SourceLabel => ({
  id: row.id,
  title: row.title,
  publisher: row.publisher,
  url: row.url,
  trust: row.trust,
  cadenceMonths: CADENCE_MONTHS[row.cadence],
})

export const CADENCE_MONTHS = { monthly: 1, quarterly: 3, yearly: 12, once: 0 } as const

/** The day from which a release counts as known. */
export const knownFrom = (published: string | null, readOn: string): string =>
  published === null ? readOn : lastDay(published)

const byId = <Row, Id>(rows: readonly Row[], id: (row: Row) => Id): Map<Id, Row> =>
  new Map(rows.map((row) => [id(row), row]))
