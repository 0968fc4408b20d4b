/** How many releases and figures each source has, and what its newest release covers. */
import type { Source } from '@muster/shared/contract/register'
import { lastDay } from '@muster/shared/domain/series/period'
import type { Reader } from '../platform/db/open.ts'

export type SourceFacts = {
  releases: number
  observations: number
  last: Source['lastRelease']
}

/** Withdrawn releases do not count. */
export const findSourceFacts = (store: Reader): Map<string, SourceFacts> => {
  const counted = countedBy(store)
  const facts = new Map<string, SourceFacts>()
  for (const row of store.prepare<ReleaseRow>(RELEASES_SQL).all()) {
    const own = counted.get(row.slug) ?? store.prepare<Counts>(COUNTS_SQL).all(row.id)[0]
    if (own === undefined) continue
    counted.set(row.slug, own)
    const known = facts.get(row.source)
    facts.set(row.source, {
      releases: (known?.releases ?? 0) + 1,
      observations: (known?.observations ?? 0) + own.observations,
      last: {
        id: row.slug,
        edition: row.edition,
        published: row.published,
        firstDate: own.first_date,
        lastDate: own.last_date,
      },
    })
  }
  return facts
}

/**
 * The newest date of each source on a past day: dated up to `at`, from what had been published by
 * `asOf`. A source of which nothing was known then is not in it.
 */
export const findDatesThen = (
  store: Reader,
  { at, asOf }: { at: string; asOf: string },
): Map<string, string> =>
  new Map(
    store
      .prepare<{ source: string; date: string }>(DATES_SQL)
      .all(asOf)
      .filter(({ date }) => lastDay(date) <= at)
      .toSorted((a, b) => (lastDay(a.date) < lastDay(b.date) ? -1 : 1))
      .map(({ source, date }) => [source, date]),
  )

type ReleaseRow = {
  id: number
  source: string
  slug: string
  edition: string
  published: string | null
}

type Counts = { observations: number; first_date: string | null; last_date: string | null }

/** A release never changes, so each is counted once: with ten million figures that takes seconds. */
const countedBy = (store: Reader): Map<string, Counts> => {
  const known = COUNTED.get(store) ?? new Map<string, Counts>()
  COUNTED.set(store, known)
  return known
}

const COUNTED = new WeakMap<Reader, Map<string, Counts>>()

/** In order of publication, so that the last row of a source is its newest release. */
const RELEASES_SQL = `
  select id, source, slug, edition, published from release
  where withdrawn_at is null
  order by known_from, id`

const DATES_SQL = `
  select distinct release.source, observation.date
  from observation join release on release.id = observation.release
  where release.withdrawn_at is null and release.known_from <= ?
    and observation.value is not null and observation.date <> 'undated'`

const COUNTS_SQL = `
  select count(*) as observations,
    min(nullif(date, 'undated')) as first_date, max(nullif(date, 'undated')) as last_date
  from observation where release = ?`
