import {
  type ChangedValue,
  type Changes,
  changesCsvFile,
  changesEndpoint,
  type Revision,
} from '@muster/shared/contract/change'
import { csvOf } from '../platform/http/csv.ts'
import type { Routes } from '../platform/http/http-services.ts'
import { declareRead } from '../platform/http/route.ts'
import type { Knowledge } from '../reference/knowledge.ts'
import { findChanges } from './queries.ts'

export const changeRoutes = (routes: Routes, services: Knowledge): void => {
  declareRead(routes, changesEndpoint, ({ query }) => {
    const changes = findChanges(services, query)
    const first = query.first === undefined ? undefined : Number(query.first)
    return {
      ...changes,
      releases: changes.releases.slice(0, first),
      withdrawn: changes.withdrawn.slice(0, first),
      newValues: changes.newValues.slice(0, first ?? MOST_VALUES),
      revisions: changes.revisions.slice(0, first),
      due: changes.due.slice(0, first),
    }
  })
  // The file holds all values, the reply only so many as a page can show.
  declareRead(routes, changesCsvFile, ({ query }) => changesCsv(findChanges(services, query)))
}

type ChangeRow = {
  change: 'revision' | 'verdict' | 'new value'
  value?: ChangedValue
  revision?: Revision
  verdict?: Changes['verdicts'][number]
}

/** One row a change, whatever its kind: empty cells are columns that the kind does not have. */
const changesCsv = ({ revisions, verdicts, newValues }: Changes): string =>
  csvOf<ChangeRow>(
    [
      ...revisions.map((row) => ({ change: 'revision' as const, value: row, revision: row })),
      ...verdicts.map((verdict) => ({ change: 'verdict' as const, verdict })),
      ...newValues.map((value) => ({ change: 'new value' as const, value })),
    ],
    {
      change: ({ change }) => change,
      weight: ({ revision }) => (revision?.substantial ? 'substantial' : null),
      metric: ({ value }) => value?.metric ?? null,
      basis: ({ value }) => value?.basis ?? null,
      area: ({ value }) => value?.area ?? null,
      area_name: ({ value }) => value?.areaName ?? null,
      date: ({ value }) => value?.date ?? null,
      value: ({ value }) => value?.value ?? null,
      missing: ({ value }) => value?.missing ?? null,
      trust: ({ value }) => value?.trust ?? null,
      flags: ({ value }) => value?.flags.join(';') ?? null,
      source: ({ value }) => value?.source ?? null,
      release: ({ value }) => value?.release ?? null,
      observation: ({ value }) => value?.observation ?? null,
      value_before: ({ revision }) => revision?.before.value ?? null,
      missing_before: ({ revision }) => revision?.before.missing ?? null,
      release_before: ({ revision }) => revision?.before.release ?? null,
      difference: ({ revision }) => revision?.difference ?? null,
      promise: ({ verdict }) => verdict?.promise ?? null,
      status_before: ({ verdict }) => verdict?.before ?? null,
      status_after: ({ verdict }) => verdict?.after ?? null,
    },
  )

const MOST_VALUES = 500
