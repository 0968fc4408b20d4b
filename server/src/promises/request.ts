/** The drafted question that would settle a promise. */
import type { DraftedRequest } from '@muster/shared/contract/promise'
import { requestBody } from '@muster/shared/words/promises/request'
import type { Knowledge } from '../reference/knowledge.ts'
import { groupsOf, judgeOf } from './judgement.ts'
import { promiseOf } from './queries.ts'

/** @throws ProblemError `not-found` for an unknown promise. */
export const draftRequest = (
  services: Knowledge,
  id: string,
  kind: DraftedRequest['kind'],
): DraftedRequest => {
  const register = services.register()
  const promise = promiseOf(services, id)
  const [deciding] = groupsOf(promise)
  const readings = deciding?.readings ?? []
  const [reading] = readings
  const verdict = judgeOf(services).group(promise, deciding, services.today())
  const areas = placesOf(
    promise.readings.map((entry) => entry.area),
    promise.areas,
  )
  const from = reading?.baselineDate ?? reading?.start ?? promise.published
  const until = reading?.due ?? null
  const measures = new Map(
    readings.flatMap(({ metric: metricId, basis }) => {
      const metric = register.metrics.get(metricId)
      return metric === undefined ? [] : [[`${metricId} ${basis}`, { ...metric, basis }] as const]
    }),
  )
  return {
    promise: promise.id,
    kind,
    to: promise.holder === '' ? promise.body : promise.holder,
    subject: `Figures to check: ${promise.title}`,
    body: requestBody({
      kind,
      promise,
      measures:
        measures.size > 0
          ? [...measures.values()]
          : [{ name: promise.counted, definition: promise.scope, unit: 'people', basis: null }],
      areas: areas.map((code) => register.areas.get(code)?.name ?? code),
      from,
      until,
      lacksBaseline: promise.missing.includes('baseline'),
    }),
    metric: reading?.metric ?? '',
    basis: reading?.basis ?? '',
    areas,
    from,
    until,
    table: promise.table,
    format: 'CSV',
    needed: verdict.status === 'cannot-be-checked',
  }
}

/** The areas that the readings are about; where there is none, those of the promise. */
const placesOf = (read: readonly string[], own: readonly string[]): string[] => [
  ...new Set(read.length > 0 ? read : own),
]
