import { type Changes, changesEndpoint } from '@muster/shared/contract/change'
import { API_ROOT } from '@muster/shared/contract/endpoint'
import type { FastifyInstance } from 'fastify'
import { type CsvValue, toCsv } from '../platform/http/csv.ts'
import { parseQuery } from '../platform/http/query.ts'
import { declareGet, sendFinished } from '../platform/http/route.ts'
import type { Services } from '../services.ts'
import { findChanges } from './queries.ts'

export const changeRoutes = (app: FastifyInstance, services: Services): void => {
  declareGet(app, services, changesEndpoint, (given, { query }) => {
    const changes = findChanges(given, query)
    const first = query.first === undefined ? undefined : Number(query.first)
    return {
      ...changes,
      newValues: changes.newValues.slice(0, first ?? MOST_VALUES),
      revisions: changes.revisions.slice(0, first),
    }
  })
  // Not by `declareGet`: the file holds all values, the reply only so many as a page can show.
  app.get(`${API_ROOT}${changesEndpoint.path}.csv`, (request, reply) => {
    reply.header('content-disposition', 'attachment; filename="muster-changes.csv"')
    return sendFinished(services, request, reply, () => ({
      type: 'text/csv; charset=utf-8',
      status: 200,
      bytes: Buffer.from(
        changesCsv(findChanges(services, parseQuery(changesEndpoint.query, request.query))),
      ),
    }))
  })
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
