/** Reads promises with their verdicts: lists, one promise, and the answer on the first page. */
import { addressOf } from '@muster/shared/api/endpoint'
import type { Ledger } from '@muster/shared/api/ledger'
import type {
  HistoryEntry,
  JudgedReading,
  PromiseDetail,
  PromiseQuery,
  PromiseSummary,
  PromisesQuery,
  Standing,
} from '@muster/shared/api/promise'
import { seriesEndpoint } from '@muster/shared/api/series'
import type { Point } from '@muster/shared/domain/observation'
import { paceOf } from '@muster/shared/domain/pace'
import { addDays, lastDay, quarterEnds } from '@muster/shared/domain/period'
import { PROMISE_STATUSES, type PromiseRecord, type Reading } from '@muster/shared/domain/promise'
import { difference, pathOf, targetOn } from '@muster/shared/domain/target'
import type { Verdict } from '@muster/shared/domain/verdict'
import { turns, verdictHistory } from '@muster/shared/domain/verdict-history'
import { ruleOf } from '@muster/shared/domain/verdict-rules'
import { answerSentence, turnSentence } from '@muster/shared/words/answer'
import { meaningOf, type ReadingNames, verdictSentence } from '@muster/shared/words/meaning'
import { notFound } from '../http/route.ts'
import { findArea } from '../register/lookup.ts'
import type { Register } from '../register/register.ts'
import type { Services } from '../services.ts'
import { findFreshness } from './freshness.ts'
import { groupsOf, type Judge, type Known, makeJudge } from './judgement.ts'

/** Worst first, then the latest promise first. */
export const findPromises = (services: Services, query: PromisesQuery): PromiseDetail[] => {
  const judge = makeJudge(services)
  return chosen(services, query)
    .map((promise) => detailOf(services, judge, promise, query))
    .filter((detail) => query.status === undefined || detail.status === query.status)
    .sort(worstFirst)
}

/** @throws ProblemError `not-found` for an unknown id. */
export const findPromise = (services: Services, id: string, query: PromiseQuery): PromiseDetail =>
  detailOf(services, makeJudge(services), promiseOf(services, id), query)

export const promiseOf = (services: Services, id: string): PromiseRecord => {
  const promise = services.register().promises.get(id)
  if (promise === undefined)
    throw notFound(`There is no promise “${id.slice(0, 80)}”. /api/v1/promises lists them.`)
  return promise
}

export const findLedger = (services: Services, query: PromisesQuery): Ledger => {
  const register = services.register()
  const judge = makeJudge(services)
  const at = dayOf(services, query)
  const known = { asOf: query.asOf }
  const promises = chosen(services, query)
  const rows = promises.map((promise) => summaryOf(services, judge, promise, at, known))
  const shown = rows
    .filter((row) => query.status === undefined || row.status === query.status)
    .sort(worstFirst)
  const commitments = shown.filter((row) => row.kind === 'promise' || row.kind === 'plan')
  const counts = Object.fromEntries(
    PROMISE_STATUSES.map((status) => [
      status,
      commitments.filter((row) => row.status === status).length,
    ]),
  ) as Ledger['counts']
  const changedSince = quarterEnds(addDays(at, -200), addDays(at, -1)).at(-1) ?? at
  const area = query.area === undefined ? null : findArea(register, query.area, '/area')
  return {
    area: area?.code ?? null,
    areaName: area?.name ?? register.areas.get(register.force)?.name ?? '',
    at,
    asOf: query.asOf ?? null,
    dataVersion: register.dataVersion,
    counts,
    others: shown.length - commitments.length,
    sentence: answerSentence(counts),
    freshness: findFreshness(services, judge, promises, at),
    changed: changedIn(judge, promises, changedSince, at, known),
    changedSince,
    promises: shown,
  }
}

const chosen = (services: Services, query: PromisesQuery): PromiseRecord[] => {
  const register = services.register()
  const promises = [...register.promises.values()].filter(
    (promise) => query.asOf === undefined || promise.published <= query.asOf,
  )
  if (query.area === undefined) return promises
  const here = concerning(register, findArea(register, query.area, '/area').code)
  return promises.filter((promise) => promise.areas.some((code) => here.has(code)))
}

/** The area, what it is made of, and what it is part of: a promise to the force is one to it. */
const concerning = (register: Register, code: string): Set<string> => {
  const codes = new Set<string>()
  const down = (at: string): void => {
    codes.add(at)
    for (const child of register.childrenOf.get(at) ?? []) down(child.area.code)
  }
  const up = (at: string): void => {
    codes.add(at)
    for (const parent of register.areas.get(at)?.parents ?? []) up(parent.code)
  }
  down(code)
  up(code)
  return codes
}

const dayOf = (services: Services, query: PromiseQuery): string =>
  query.at ?? query.asOf ?? services.today()

const detailOf = (
  services: Services,
  judge: Judge,
  promise: PromiseRecord,
  query: PromiseQuery,
): PromiseDetail => {
  const register = services.register()
  const at = dayOf(services, query)
  const known = { asOf: query.asOf }
  const [first] = groupsOf(promise)
  const verdict = judge.group(promise, first, at, known)
  const readings = promise.readings.map((reading) =>
    judgedReading(register, judge, promise, reading, at, known),
  )
  return {
    ...summaryOf(services, judge, promise, at, known),
    geography: promise.geography,
    counted: promise.counted,
    conditions: promise.conditions,
    endedOn: promise.endedOn,
    endedBy: promise.endedBy,
    endedUrl: promise.endedUrl,
    replacedBy: promise.replacedBy,
    missing: promise.missing,
    table: promise.table,
    traps: promise.traps,
    statements: promise.statements,
    at,
    asOf: query.asOf ?? null,
    dataVersion: register.dataVersion,
    rule: verdict.rule,
    ruleSentence: ruleOf(verdict.rule).says,
    arithmetic: verdict.arithmetic,
    path: readings[0]?.path ?? [],
    readings,
    history: historyOf(judge, promise, at, known),
  }
}

const summaryOf = (
  services: Services,
  judge: Judge,
  promise: PromiseRecord,
  at: string,
  known: Known,
): PromiseSummary => {
  const register = services.register()
  const groups = groupsOf(promise)
  const verdict = judge.group(promise, groups[0], at, known)
  const reading = decidingReading(judge, promise, verdict, at, known)
  const names = reading === undefined ? null : namesOf(register, judge, reading)
  const others = groups.slice(1).map((group) => judge.group(promise, group, at, known).status)
  const asFirst = judge.group(promise, groups[0], at, { ...known, edition: 'first' }).status
  return {
    id: promise.id,
    title: promise.title,
    words: promise.words,
    quote: promise.quote,
    madeBy: promise.madeBy,
    role: promise.role,
    body: promise.body,
    document: promise.document,
    published: promise.published,
    url: promise.url,
    kind: promise.kind,
    scope: promise.scope,
    areas: promise.areas,
    dueWorded: promise.dueWorded,
    lifecycle: promise.lifecycle,
    holder: promise.holder,
    due: promise.readings[0]?.due ?? null,
    meaning:
      names === null || reading === undefined
        ? 'The words give nothing that could be put to a figure.'
        : meaningOf(reading, names),
    status: verdict.status,
    reason: verdict.reason,
    since: verdict.since,
    sentence:
      names === null || reading === undefined
        ? ruleOf(verdict.rule).says
        : verdictSentence(verdict, names, ruleOf(verdict.rule).says),
    standing:
      reading === undefined
        ? null
        : standingOf(register, reading, verdict, judge.evidence(reading, known)?.wards ?? []),
    differs: [...others, asFirst].some((status) => status !== verdict.status),
    asked: null,
    override: null,
  }
}

/** Of the parts that must all hold, the one whose verdict became the verdict of the whole. */
const decidingReading = (
  judge: Judge,
  promise: PromiseRecord,
  verdict: Verdict,
  at: string,
  known: Known,
): Reading | undefined => {
  const [first] = groupsOf(promise)
  return (
    first?.readings.find((reading) => {
      const own = judge.reading(promise, reading, at, known)
      return own.rule === verdict.rule && own.now?.observation === verdict.now?.observation
    }) ?? first?.readings[0]
  )
}

const judgedReading = (
  register: Register,
  judge: Judge,
  promise: PromiseRecord,
  reading: Reading,
  at: string,
  known: Known,
): JudgedReading => {
  const verdict = judge.reading(promise, reading, at, known)
  const asFirst = judge.reading(promise, reading, at, { ...known, edition: 'first' })
  const evidence = judge.evidence(reading, known)
  const names = namesOf(register, judge, reading)
  const source = evidence?.points[0]?.source
  return {
    reading,
    meaning: meaningOf(reading, names),
    areaName: names.area,
    metricName: register.metrics.get(reading.metric)?.name ?? reading.metric,
    unit: names.measure.unit,
    decimals: names.measure.decimals,
    sentence: verdictSentence(verdict, names, ruleOf(verdict.rule).says),
    verdict,
    firstPublished: asFirst.status === verdict.status ? null : asFirst.status,
    path: pathOf(reading, evidence?.wards ?? [], promise.published),
    pace: evidence === null ? null : paceOf(reading, evidence, at),
    series:
      source === undefined
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

const namesOf = (register: Register, judge: Judge, reading: Reading): ReadingNames => {
  const metric = register.metrics.get(reading.metric)
  return {
    area: register.areas.get(reading.area)?.name ?? reading.area,
    measure: {
      name: metric?.name ?? reading.label,
      short: metric?.short ?? reading.label,
      unit: metric?.unit ?? '',
      decimals: metric?.decimals ?? 0,
      basis: reading.basis,
      per: null,
    },
    source: judge.sourceOf(reading),
  }
}

const standingOf = (
  register: Register,
  reading: Reading,
  verdict: Verdict,
  wards: readonly Point[],
): Standing => {
  const metric = register.metrics.get(reading.metric)
  // Of a promise to hold throughout, the figure that broke it says more than the newest one.
  const broke = verdict.missed?.first ?? null
  const used = broke ?? verdict.now ?? verdict.latest
  const promised = broke?.date == null ? verdict.target : targetOn(reading, broke.date, wards)
  return {
    area: reading.area,
    areaName: register.areas.get(reading.area)?.name ?? reading.area,
    metric: reading.metric,
    metricName: metric?.name ?? reading.metric,
    unit: metric?.unit ?? '',
    decimals: metric?.decimals ?? 0,
    basis: reading.basis ?? 'not_stated',
    value: used?.value ?? null,
    promised,
    gap: broke === null || promised === null ? verdict.gap : difference(broke.value, promised),
    date: used?.date ?? null,
    trust: used?.trust ?? null,
    observation: used?.observation ?? null,
    source: used?.source ?? null,
  }
}

/** At each quarter end by the figures dated up to it; marked where what was published then differs. */
const historyOf = (
  judge: Judge,
  promise: PromiseRecord,
  at: string,
  known: Known,
): HistoryEntry[] => {
  const [first] = groupsOf(promise)
  return verdictHistory(
    (day) => judge.group(promise, first, day, known),
    lastDay(promise.published),
    at,
  ).map((entry) => {
    const then = judge.group(promise, first, entry.day, { asOf: entry.day }).status
    return { ...entry, asOf: then === entry.status ? null : then }
  })
}

const changedIn = (
  judge: Judge,
  promises: readonly PromiseRecord[],
  since: string,
  at: string,
  known: Known,
): Ledger['changed'] =>
  promises
    .flatMap((promise) => {
      const [first] = groupsOf(promise)
      const [turn] = turns(
        [since, at].map((day) => {
          const { status, reason } = judge.group(promise, first, day, known)
          return { quarter: '', day, status, reason }
        }),
      )
      return turn === undefined
        ? []
        : [{ promise: promise.id, sentence: turnSentence(promise.title, turn.before, turn.status) }]
    })
    .slice(0, MOST_CHANGES)

const worstFirst = (a: PromiseSummary, b: PromiseSummary): number =>
  PROMISE_STATUSES.indexOf(a.status) - PROMISE_STATUSES.indexOf(b.status) ||
  Number(b.standing?.value !== null) - Number(a.standing?.value !== null) ||
  (a.published < b.published ? 1 : -1)

const MOST_CHANGES = 5
