/** How fresh the sources are that decide promises: newest date, next due, days late. */
import type { Ledger } from '@muster/shared/contract/ledger'
import type { PromiseRecord } from '@muster/shared/domain/verdicts/promise'
import { daysOverdue, nextDueOf } from '../reference/due.ts'
import type { Knowledge } from '../reference/knowledge.ts'
import { findSourceFacts } from '../reference/source-facts.ts'
import type { Judge } from './judgement.ts'

/** Datasets that go on being published, the most overdue first. */
export const findFreshness = (
  services: Knowledge,
  judge: Judge,
  promises: readonly PromiseRecord[],
  day: string,
): Ledger['freshness'] => {
  const register = services.register()
  const facts = findSourceFacts(services.store)
  const used = new Set(
    promises.flatMap((promise) =>
      promise.readings.flatMap((reading) => judge.evidence(reading)?.points[0]?.source ?? []),
    ),
  )
  return [...used]
    .flatMap((id) => {
      const source = register.sources.get(id)
      if (source === undefined || source.kind !== 'dataset') return []
      const last = facts.get(id)?.last
      const nextDue = nextDueOf(register, source)
      return [
        {
          source: id,
          title: source.title,
          lastDate: last?.lastDate ?? null,
          published: last?.published ?? null,
          nextDue,
          daysLate: daysOverdue(nextDue, day),
        },
      ]
    })
    .sort((a, b) => b.daysLate - a.daysLate)
}
