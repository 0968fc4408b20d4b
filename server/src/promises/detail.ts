/** A promise as its page: every reading with its verdict, its path, its pace and its history. */
import { addressOf } from '@muster/shared/contract/endpoint'
import type { HistoryEntry, JudgedReading, PromiseDetail } from '@muster/shared/contract/promise'
import { seriesEndpoint } from '@muster/shared/contract/series'
import { lastDay } from '@muster/shared/domain/series/period'
import { paceOf } from '@muster/shared/domain/verdicts/pace'
import type { PromiseRecord, Reading } from '@muster/shared/domain/verdicts/promise'
import { pathOf } from '@muster/shared/domain/verdicts/target'
import { newestFigure } from '@muster/shared/domain/verdicts/three-numbers'
import { verdictHistory } from '@muster/shared/domain/verdicts/verdict-history'
import { ruleOf } from '@muster/shared/domain/verdicts/verdict-rules'
import { meaningOf } from '@muster/shared/words/promises/meaning'
import { statusWords } from '@muster/shared/words/promises/status-words'
import type { Asking } from './asking.ts'
import { versionOfPromise } from './current.ts'
import { EVENTS_SOURCE, takesEvents } from './events.ts'
import { decidingReading, namesOf, saidOf, sentenceOf, summaryOf, testedBy } from './summary.ts'

export const detailOf = (asking: Asking, promise: PromiseRecord): PromiseDetail => {
  const { register, judge, entries, at, known } = asking
  const verdict = judge.promise(promise, at, known)
  const readings = promise.readings.map((reading) => judgedReading(asking, promise, reading))
  return {
    ...summaryOf(asking, promise),
    version: versionOfPromise(asking, promise),
    untested: decidingReading(asking, promise)?.untested ?? null,
    url: promise.url,
    newest: newestFigure(verdict),
    said: saidOf(promise, at),
    geography: promise.geography,
    counted: promise.counted,
    conditions: promise.conditions,
    endedOn: promise.endedOn,
    endedBy: promise.endedBy,
    endedUrl: promise.endedUrl,
    endedDocument: promise.endedDocument,
    replacedBy: promise.replacedBy,
    termEnd: promise.termEnd,
    leftOffice: promise.leftOffice,
    missing: promise.missing,
    table: promise.table,
    traps: promise.traps,
    statements: promise.statements,
    questions: entries.questions(promise.id),
    overrides: entries.overrides(promise.id),
    events: entries.events(promise.id),
    takesEvents: takesEvents(register, promise),
    at,
    asOf: known.asOf ?? null,
    dataVersion: register.dataVersion,
    rule: verdict.rule,
    ruleSentence: ruleOf(verdict.rule).says,
    arithmetic: verdict.arithmetic,
    path: readings[0]?.path ?? [],
    readings,
    history: historyOf(asking, promise),
  }
}

const judgedReading = (asking: Asking, promise: PromiseRecord, reading: Reading): JudgedReading => {
  const { register, judge, at, known } = asking
  const verdict = judge.reading(promise, reading, at, known)
  const asFirst = judge.reading(promise, reading, at, { ...known, edition: 'first' })
  const evidence = judge.evidence(reading, known)
  const names = namesOf(asking, reading)
  const source = evidence?.points[0]?.source
  return {
    reading,
    meaning: meaningOf(reading, testedBy(asking, promise, reading)),
    areaName: names.area,
    metricName: register.metrics.get(reading.metric)?.name ?? reading.metric,
    unit: names.measure.unit,
    decimals: names.measure.decimals,
    sentence: sentenceOf(asking, promise, reading, verdict),
    statusWords: statusWords(verdict, promise.kind),
    verdict,
    firstPublished: asFirst.status === verdict.status ? null : asFirst.status,
    firstValue: firstValueOf(
      asking,
      reading,
      verdict.now?.date ?? null,
      verdict.now?.value ?? null,
    ),
    path: pathOf(reading, evidence?.wards ?? [], promise.published),
    pace: evidence === null ? null : paceOf(reading, evidence, at),
    series:
      source === undefined || source === EVENTS_SOURCE
        ? null
        : addressOf(
            seriesEndpoint,
            {},
            {
              metric: reading.metric,
              basis: reading.basis ?? undefined,
              areas: [reading.area],
              source,
              asOf: known.asOf,
            },
          ),
  }
}

/** What the deciding figure was when it was first published; null where it is still the same. */
const firstValueOf = (
  { judge, known }: Asking,
  reading: Reading,
  date: string | null,
  value: number | null,
): JudgedReading['firstValue'] => {
  const first = judge
    .evidence(reading, { ...known, edition: 'first' })
    ?.points.find((point) => point.date === date)
  return date === null || first?.value == null || first.value === value
    ? null
    : { value: first.value, date }
}

/** At each quarter end up to today by the figures dated up to it; marked where what was published then differs. */
const historyOf = (
  { services, judge, at, known }: Asking,
  promise: PromiseRecord,
): HistoryEntry[] => {
  return verdictHistory(
    (day) => judge.promise(promise, day, known),
    lastDay(promise.published),
    // The days to come have no history yet.
    at < services.today() ? at : services.today(),
  ).map((entry) => {
    const then = judge.promise(promise, entry.day, { asOf: entry.day }).status
    return { ...entry, asOf: then === entry.status ? null : then }
  })
}
