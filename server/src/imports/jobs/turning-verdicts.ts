/** Which verdicts an import would change: written, judged and taken back in one rehearsal. */
import type { ImportPlan } from '@muster/shared/contract/import'
import { DERIVED_METRICS, SUMMED_METRICS } from '@muster/shared/domain/series/metric'
import type { PromiseStatus } from '@muster/shared/domain/verdicts/promise'
import type { Reader, Store } from '../../platform/db/open.ts'
import { makeJudge } from '../../promises/judgement.ts'
import { type Register, readRegister } from '../../reference/register.ts'
import { addImported } from './imported-release.ts'
import type { ParsedWhole } from './parsed-file.ts'

type Edition = { whole: ParsedWhole; source: string; knownFrom: string; today: string }

/** Only figures that a promise is tested by are written, so that a large file costs little. */
export const findTurningVerdicts = (
  store: Store,
  register: Register,
  { whole, source, knownFrom, today }: Edition,
): ImportPlan['verdicts'] => {
  const metrics = metricsOfPromises(register)
  const series = new Map([...whole.series].filter(([{ metric }]) => metrics.has(metric)))
  if (series.size === 0) return []
  const before = statusesOf(store, register, today)
  const after = store.rehearse((tx, view) => {
    addImported(tx, register, series, {
      source,
      slug: 'rehearsal',
      edition: whole.edition,
      fileName: '',
      sha256: '',
      published: knownFrom,
      addedBy: 'rehearsal',
      addedAt: `${today}T00:00:00Z`,
    })
    return statusesOf(view, readRegister(view.read), today)
  })
  return [...register.promises.values()].flatMap((promise) => {
    const [old, turned] = [before.get(promise.id), after.get(promise.id)]
    return old === undefined || turned === undefined || old === turned
      ? []
      : [
          {
            promise: promise.id,
            title: promise.title,
            kind: promise.kind,
            before: old,
            after: turned,
          },
        ]
  })
}

const statusesOf = (view: Reader, register: Register, day: string): Map<string, PromiseStatus> => {
  const judge = makeJudge({ store: view, register: () => register })
  return new Map(
    [...register.promises.values()].map((promise) => [
      promise.id,
      judge.promise(promise, day).status,
    ]),
  )
}

/** The metrics of the readings, and those that derived ones are computed from. */
const metricsOfPromises = (register: Register): Set<string> => {
  const own = new Set(
    [...register.promises.values()].flatMap((promise) =>
      promise.readings.map((reading) => reading.metric),
    ),
  )
  for (const { id, numerator, denominator } of DERIVED_METRICS)
    if (own.has(id)) own.add(numerator).add(denominator)
  for (const [id, terms] of Object.entries(SUMMED_METRICS))
    if (own.has(id)) for (const term of terms) own.add(term)
  return own.add(register.place.get('wards_metric') ?? '')
}
