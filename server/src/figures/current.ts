/**
 * The newest value of each figure, now or as of a day: known in this one place.
 *
 * Of the releases that were published by the day and are not withdrawn, the one published last
 * speaks; between two of one day the one added last. An older edition added late therefore goes to
 * its place in time and changes nothing that newer editions say.
 */
import type { Basis, Flag, Missing, Point, Trust } from '@muster/shared/domain/series/observation'
import type { Reader } from '../platform/db/open.ts'
import type { Register, ReleaseRow } from '../reference/register.ts'

export type FigureQuery = {
  metric: string
  basis: Basis
  areas: readonly string[]
  source?: string | undefined
  asOf?: string | undefined
}

/** Which of several values stands: the newest, or the one published first. */
export type Edition = 'current' | 'first'

/** Points by area, in date order; of several sources side by side. */
export const findCurrent = (
  store: Reader,
  register: Register,
  query: FigureQuery,
  edition: Edition = 'current',
): Map<string, Point[]> => {
  const seriesRows = store
    .prepare<SeriesRow>(SERIES_SQL)
    .all(query.metric, query.basis, JSON.stringify(query.areas))
    .filter((row) => query.source === undefined || row.source === query.source)
  const rows = store
    .prepare<StoredRow>(OBSERVATION_SQL)
    .all(JSON.stringify(seriesRows.map((row) => row.id)))
  const bySeries = new Map(seriesRows.map((row) => [row.id, row]))
  const points = new Map<string, Point[]>()
  for (let start = 0; start < rows.length; ) {
    const first = rows[start] as StoredRow
    let end = start + 1
    while (rows[end]?.series === first.series && rows[end]?.date === first.date) end += 1
    const owner = bySeries.get(first.series)
    const editions = rows.slice(start, end)
    const chosen = choose(editions, register.releases, query.asOf, edition)
    if (owner !== undefined && chosen !== null) {
      const list = points.get(owner.area)
      const point = toPoint(chosen, owner.source, editions)
      if (list === undefined) points.set(owner.area, [point])
      else list.push(point)
    }
    start = end
  }
  for (const list of points.values())
    if (list.some((point, index) => index > 0 && point.date < (list[index - 1] as Point).date))
      list.sort(byDateThenSource)
  return points
}

/** Was the release known on the day, and does it still stand? */
export const isKnownOn = (release: ReleaseRow, asOf: string | undefined): boolean =>
  release.withdrawnAt === null && (asOf === undefined || release.knownFrom <= asOf)

/** Does `a` speak before `b`? */
export const isNewer = (a: ReleaseRow, b: ReleaseRow): boolean =>
  a.knownFrom > b.knownFrom || (a.knownFrom === b.knownFrom && a.id > b.id)

export const observationId = (series: number, date: string, release: number): string =>
  `${series}.${date}.${release}`

export type StoredRow = {
  series: number
  date: string
  release: number
  value: number | null
  missing: Missing | null
  trust: Trust
  flags: string
}

type SeriesRow = { id: number; area: string; source: string }

const choose = (
  rows: readonly StoredRow[],
  releases: Register['releases'],
  asOf: string | undefined,
  edition: Edition,
): StoredRow | null => {
  let chosen: StoredRow | null = null
  let chosenRelease: ReleaseRow | undefined
  for (const row of rows) {
    const release = releases.get(row.release)
    if (release === undefined || !isKnownOn(release, asOf)) continue
    if (
      chosenRelease === undefined ||
      isNewer(release, chosenRelease) === (edition === 'current')
    ) {
      chosen = row
      chosenRelease = release
    }
  }
  return chosen
}

const toPoint = (row: StoredRow, source: string, editions: readonly StoredRow[]): Point => {
  const flags = row.flags === '' ? [] : (row.flags.split(';') as Flag[])
  if (editions.some(({ value }) => value !== row.value) && !flags.includes('r')) flags.push('r')
  return {
    date: row.date,
    value: row.value,
    missing: row.missing,
    trust: row.trust,
    flags,
    source,
    observation: observationId(row.series, row.date, row.release),
  }
}

const byDateThenSource = (a: Point, b: Point): number =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : a.source < b.source ? -1 : 1

const SERIES_SQL = `
  select id, area, source from series
  where metric = ? and basis = ? and area in (select value from json_each(?))`

const OBSERVATION_SQL = `
  select series, date, release, value, missing, trust, flags from observation
  where series in (select value from json_each(?))
  order by series, date, release`
