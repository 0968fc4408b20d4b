import { type Changes, changesCsvFile, changesEndpoint } from '@muster/shared/contract/change'
import { type CsvValue, toCsv } from '../platform/http/csv.ts'
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
      newValues: changes.newValues.slice(0, first ?? MOST_VALUES),
      revisions: changes.revisions.slice(0, first),
    }
  })
  // The file holds all values, the reply only so many as a page can show.
  declareRead(routes, changesCsvFile, ({ query }) => changesCsv(findChanges(services, query)))
}

/** One row a change, whatever its kind: empty cells are columns that the kind does not have. */
const changesCsv = (changes: Changes): string =>
  toCsv(HEADINGS, [
    ...changes.revisions.map((row): CsvValue[] => [
      'revision',
      row.substantial ? 'substantial' : '',
      ...valueCells(row),
      row.before.value,
      row.before.missing,
      row.before.release,
      row.difference,
      '',
      '',
      '',
    ]),
    ...changes.verdicts.map((row): CsvValue[] => [
      'verdict',
      '',
      ...Array<CsvValue>(12).fill(''),
      '',
      '',
      '',
      '',
      row.promise,
      row.before,
      row.after,
    ]),
    ...changes.newValues.map((row): CsvValue[] => [
      'new value',
      '',
      ...valueCells(row),
      ...Array<CsvValue>(7).fill(''),
    ]),
  ])

const valueCells = (row: Changes['newValues'][number]): CsvValue[] => [
  row.metric,
  row.basis,
  row.area,
  row.areaName,
  row.date,
  row.value,
  row.missing,
  row.trust,
  row.flags.join(';'),
  row.source,
  row.release,
  row.observation,
]

const HEADINGS = [
  'change',
  'weight',
  'metric',
  'basis',
  'area',
  'area_name',
  'date',
  'value',
  'missing',
  'trust',
  'flags',
  'source',
  'release',
  'observation',
  'value_before',
  'missing_before',
  'release_before',
  'difference',
  'promise',
  'status_before',
  'status_after',
]

const MOST_VALUES = 500
