/** How many releases and figures each source has, and what its newest release covers. */
import type { Source } from '@muster/shared/api/register'
import type { Reader } from '../db/open.ts'

export type SourceFacts = {
  releases: number
  observations: number
  last: Source['lastRelease']
}

/** Withdrawn releases do not count. */
export const findSourceFacts = (store: Reader): Map<string, SourceFacts> => {
  const facts = new Map<string, SourceFacts>()
  for (const row of store.prepare<Row>(SQL).all()) {
    const known = facts.get(row.source)
    facts.set(row.source, {
      releases: (known?.releases ?? 0) + 1,
      observations: (known?.observations ?? 0) + row.observations,
      last: {
        id: row.slug,
        edition: row.edition,
        published: row.published,
        firstDate: row.first_date,
        lastDate: row.last_date,
      },
    })
  }
  return facts
}

type Row = {
  source: string
  slug: string
  edition: string
  published: string | null
  observations: number
  first_date: string | null
  last_date: string | null
}

/** In order of publication, so that the last row of a source is its newest release. */
const SQL = `
  select release.source, release.slug, release.edition, release.published,
    count(observation.date) as observations,
    min(nullif(observation.date, 'undated')) as first_date,
    max(nullif(observation.date, 'undated')) as last_date
  from release left join observation on observation.release = release.id
  where release.withdrawn_at is null
  group by release.id
  order by release.known_from, release.id`
