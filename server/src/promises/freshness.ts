/** How fresh the sources are that decide promises: newest date, next due, days late. */
import type { Ledger } from '@muster/shared/contract/ledger'
import type { PromiseRecord } from '@muster/shared/domain/verdicts/promise'
import { daysOverdue, nextDueOf } from '../reference/due.ts'
import { findDatesThen, findSourceFacts } from '../reference/source-facts.ts'
import type { Asking } from './asking.ts'

/**
 * Datasets that go on being published, the most overdue first, then the newest. Of a past day: what was known then, and
 * nothing of what was due, for the register holds only the next date.
 */
export const findFreshness = (
  { services, register, judge, at, known }: Asking,
  promises: readonly PromiseRecord[],
): Ledger['freshness'] => {
  const today = services.today()
  const isPast = at < today || (known.asOf ?? today) < today
  const facts = isPast ? null : findSourceFacts(services.store)
  const then = isPast ? findDatesThen(services.store, { at, asOf: known.asOf ?? today }) : null
  const used = new Set(
    promises.flatMap((promise) =>
      promise.readings.flatMap(
        (reading) => judge.evidence(reading, known)?.points[0]?.source ?? [],
      ),
    ),
  )
  return [...used]
    .flatMap((id) => {
      const source = register.sources.get(id)
      if (source === undefined || source.kind !== 'dataset') return []
      const last = facts?.get(id)?.last
      const nextDue = isPast ? null : nextDueOf(register, source)
      return [
        {
          source: id,
          title: source.title,
          lastDate: then?.get(id) ?? last?.lastDate ?? null,
          nextDue,
          daysLate: daysOverdue(nextDue, today),
        },
      ]
    })
    .sort((a, b) => b.daysLate - a.daysLate || (b.lastDate ?? '').localeCompare(a.lastDate ?? ''))
}
