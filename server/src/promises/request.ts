/** The drafted question that would settle a promise: polite, plain, and exact about what is asked. */
import type { DraftedRequest } from '@muster/shared/api/promise'
import { formatDate, formatList } from '@muster/shared/words/format'
import { BASIS_TERMS } from '@muster/shared/words/terms'
import type { Services } from '../services.ts'
import { groupsOf, makeJudge } from './judgement.ts'
import { promiseOf } from './queries.ts'

/** @throws ProblemError `not-found` for an unknown promise. */
export const draftRequest = (
  services: Services,
  id: string,
  kind: DraftedRequest['kind'],
): DraftedRequest => {
  const register = services.register()
  const promise = promiseOf(services, id)
  const [reading] = promise.readings
  const judge = makeJudge(services)
  const verdict = judge.group(promise, groupsOf(promise)[0], services.today())
  const areas = placesOf(
    promise.readings.map((entry) => entry.area),
    promise.areas,
  )
  const names = areas.map((code) => register.areas.get(code)?.name ?? code)
  const metric = register.metrics.get(reading?.metric ?? '')
  const basis =
    reading?.basis === 'fte' || reading?.basis === 'headcount' || reading?.basis === 'posts'
      ? BASIS_TERMS[reading.basis].label
      : 'full-time equivalents (FTE) and headcount, each stated'
  const from = reading?.baselineDate ?? reading?.start ?? promise.published
  const until = reading?.due ?? null
  const period =
    until === null
      ? `from ${formatDate(from)} to the latest month held`
      : `from ${formatDate(from)} to ${formatDate(until)}, and the latest month held`
  const measure = metric?.name ?? promise.counted
  const to = promise.holder === '' ? promise.body : promise.holder
  const source = promise.table === '' ? '' : ` We believe it is in: ${promise.table}.`
  const ask = [
    `1. ${measure} (${metric?.definition ?? promise.counted}), as ${basis}, for ${formatList(names)}, at each month end ${period}.${source}`,
    `2. The starting number that the commitment is measured from, with its date and basis, if one was used.`,
    `3. Whether the commitment is still in force; if it was changed or dropped, the date and the document.`,
  ]
  return {
    promise: promise.id,
    kind,
    to,
    subject: `Figures to check: ${promise.title}`,
    body: [
      OPENINGS[kind],
      '',
      `${promise.document}${promise.published === '' ? '' : ` (${formatDate(promise.published)})`} says, in our words: ${promise.words}`,
      '',
      kind === 'mayors-question'
        ? 'Please will you state, or publish with your answer:'
        : 'Please send us:',
      ...ask,
      '',
      'Please send the figures as a CSV file, with the definition used. If a figure is not held for these areas, please say so and say for which areas it is held.',
      ...(kind === 'foi'
        ? [
            '',
            'If part of this can be sent sooner than the rest, we would be glad of that part first.',
          ]
        : []),
      '',
      'Thank you.',
    ].join('\n'),
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

const OPENINGS: Record<DraftedRequest['kind'], string> = {
  foi: 'Dear colleague,\n\nThis is a request under the Freedom of Information Act 2000.',
  'mayors-question': 'Question to the Mayor',
  letter:
    'Dear Borough Commander,\n\nWe review staffing commitments each quarter and would be grateful for your help with one of them.',
}
