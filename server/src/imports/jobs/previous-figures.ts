/**
 * The figures of a source on the day of an edition: an older one is compared with its own time. They
 * are read a series at a time, so that a million of them are never in memory at once.
 */

import type { Figure } from '@muster/shared/domain/series/import-plan'
import { UNDATED } from '@muster/shared/domain/series/period'
import type { SeriesKey } from '@muster/shared/domain/series/series-key'
import { isKnownOn, isNewer } from '../../figures/current.ts'
import type { Reader } from '../../platform/db/open.ts'
import { TupleMap } from '../../platform/tuple-map.ts'
import type { Register, ReleaseRow } from '../../reference/register.ts'

export type PreviousFigures = {
  /** The figures of a series in date order; undefined where there were none. */
  get: (series: SeriesKey) => Figure<SeriesKey>[] | undefined
  series: readonly SeriesKey[]
  /** The newest date of any figure; empty where there is none. */
  lastDate: string
}

export const findPreviousFigures = (
  store: Reader,
  register: Register,
  source: string,
  knownFrom: string,
): PreviousFigures => {
  const knownRelease = (id: number): ReleaseRow | undefined => {
    const release = register.releases.get(id)
    return release !== undefined && isKnownOn(release, knownFrom) ? release : undefined
  }
  const ids = new TupleMap<readonly [metric: string, basis: string, area: string], SpanRow>()
  let lastDate = ''
  for (const row of store.prepare<SpanRow>(SPANS_SQL).all(UNDATED, source)) {
    if (knownRelease(row.release) === undefined) continue
    ids.getOrAdd([row.metric, row.basis, row.area], () => row)
    if (row.last !== null && row.last > lastDate) lastDate = row.last
  }
  const figuresOf = store.prepare<FigureRow>(FIGURES_SQL)
  return {
    series: [...ids].map(([, row]) => row),
    lastDate,
    get: (series) => {
      const id = ids.get([series.metric, series.basis, series.area])?.id
      if (id === undefined) return undefined
      const figures: Figure<SeriesKey>[] = []
      let last: { date: string; release: ReleaseRow } | undefined
      for (const { date, release: releaseId, value, missing } of figuresOf.all(id)) {
        const release = knownRelease(releaseId)
        if (release === undefined) continue
        if (last?.date === date) {
          if (!isNewer(release, last.release)) continue
          figures.pop()
        }
        figures.push({ series, date, value, missing })
        last = { date, release }
      }
      return figures
    },
  }
}

type SpanRow = SeriesKey & { id: number; release: number; last: string | null }

type FigureRow = {
  date: string
  release: number
  value: number | null
  missing: Figure['missing']
}

const SPANS_SQL = `
  select series.id, series.metric, series.basis, series.area, observation.release,
    max(case when observation.date <> ? then observation.date end) as last
  from series join observation on observation.series = series.id
  where series.source = ?
  group by series.id, observation.release
  order by series.id`

const FIGURES_SQL = `
  select date, release, value, missing from observation
  where series = ? order by date, release`
