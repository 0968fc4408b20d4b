/** Reads promises with their verdicts: lists, one promise, and the answer on the first page. */
import type { Ledger } from '@muster/shared/contract/ledger'
import type {
  PromiseDetail,
  PromiseQuery,
  PromiseSummary,
  PromisesQuery,
} from '@muster/shared/contract/promise'
import type { Area } from '@muster/shared/domain/areas/area'
import { areasAbove, areasBelow } from '@muster/shared/domain/areas/tree'
import { addDays, lastDay, quarterEnds } from '@muster/shared/domain/series/period'
import { isRunning, PROMISE_GROUPS, type PromiseGroup } from '@muster/shared/domain/verdicts/count'
import { PROMISE_STATUSES, type PromiseRecord } from '@muster/shared/domain/verdicts/promise'
import { formatList } from '@muster/shared/words/format'
import {
  answerSentences,
  GROUP_TITLES,
  groupWords,
  type PromiseCounts,
  turnSentence,
} from '@muster/shared/words/promises/answer'
import { numbersWords } from '@muster/shared/words/promises/numbers'
import { isSaidDone } from '@muster/shared/words/promises/status-words'
import { notFound } from '../platform/http/route.ts'
import type { Knowledge } from '../reference/knowledge.ts'
import { findArea } from '../reference/lookup.ts'
import type { Register } from '../reference/register.ts'
import { type Asking, askingOf } from './asking.ts'
import { detailOf } from './detail.ts'
import { findFreshness } from './freshness.ts'
import { findRevisedVerdicts } from './revised-verdicts.ts'
import { summaryOf } from './summary.ts'

/** Ours before the force's and the rest, what still runs before what is over, then worst first. */
export const findPromises = (services: Knowledge, query: PromisesQuery): PromiseDetail[] => {
  const promises = promisesOf(services, query)
  const asking = askingOf(services, query, promises)
  return promises
    .map((promise) => detailOf(asking, promise))
    .filter((detail) => query.status === undefined || detail.status === query.status)
    .sort(byWeight(asking))
}

/** @throws ProblemError `not-found` for an unknown id. */
export const findPromise = (services: Knowledge, id: string, query: PromiseQuery): PromiseDetail =>
  detailOf(askingOf(services, query, promisesOf(services, query)), promiseOf(services, id))

export const promiseOf = ({ register }: Pick<Knowledge, 'register'>, id: string): PromiseRecord => {
  const promise = register().promises.get(id)
  if (promise === undefined)
    throw notFound(`There is no promise “${id.slice(0, 80)}”. /api/v1/promises lists them.`)
  return promise
}

export const findLedger = (services: Knowledge, query: PromisesQuery): Ledger => {
  const promises = promisesOf(services, query)
  const asking = askingOf(services, query, promises)
  const { register, at } = asking
  const shown = promises
    .map((promise) => summaryOf(asking, promise))
    .filter((row) => query.status === undefined || row.status === query.status)
    .sort(byWeight(asking))
  const counted = countsOf(shown.filter(({ inCount }) => inCount))
  const changedSince = quarterEnds(addDays(at, -200), addDays(at, -1)).at(-1) ?? at
  const area = query.area === undefined ? null : findArea(register, query.area, '/area')
  const sentences = sentencesOf(register, area, shown)
  return {
    area: area?.code ?? null,
    areaName: area?.name ?? register.areas.get(register.force)?.name ?? '',
    at,
    asOf: query.asOf ?? null,
    dataVersion: register.dataVersion,
    counts: counted.statuses,
    said: counted.said,
    others: shown.filter(({ inCount }) => !inCount).length,
    sentences,
    sentence: sentences.join(' '),
    groups: PROMISE_GROUPS.map((group) => shown.filter((row) => row.group === group)).flatMap(
      (rows) => (rows[0] === undefined ? [] : [ledgerGroup(rows[0].group, rows)]),
    ),
    freshness: findFreshness(asking, promises),
    changed: changedIn(asking, promises, changedSince),
    changedSince,
    promises: shown,
    running: 0,
    older: [],
  }
}

/** For the first page: so many rows of the counted that still run, and the others as lines. */
export const findShortLedger = (
  services: Knowledge,
  query: PromisesQuery,
  most: number,
): Ledger => {
  const ledger = findLedger(services, query)
  const counted = ledger.promises.filter(({ inCount }) => inCount)
  const over = isOverOn(services.register(), ledger.at)
  const running = counted.filter((promise) => !over(promise))
  return {
    ...ledger,
    promises: running.slice(0, most),
    running: running.length,
    older: counted
      .filter(over)
      .map(({ id, title, madeBy, published, group, status, statusWords, ...row }) => ({
        ...{ id, title, madeBy, published, group, status, statusWords },
        numbers: numbersWords(row),
      })),
  }
}

/** The sentences of the answer; `rows` may hold others, which are not counted. */
export const sentencesOf = (
  register: Register,
  area: Area | null,
  rows: readonly Counted[],
): string[] => {
  const [ours, force] = (['ours', 'force'] as const).map((about) =>
    countsOf(rows.filter(({ group }) => group === about)),
  ) as [PromiseCounts, PromiseCounts]
  const own = register.ours.map((code) => register.areas.get(code)?.name ?? code)
  const isWide = area === null || area.type === 'force' || area.type === 'country'
  return answerSentences(ours, force, {
    here: isWide ? formatList(own) : area.name,
    force: register.place.get('force_short') ?? 'the force',
  })
}

type Counted = Pick<PromiseSummary, 'status' | 'statusWords' | 'group' | 'said'>

const countsOf = (rows: readonly Counted[]): PromiseCounts => ({
  statuses: Object.fromEntries(
    PROMISE_STATUSES.map((status) => [status, rows.filter((row) => row.status === status).length]),
  ) as PromiseCounts['statuses'],
  said: rows.filter(({ status, said }) => status === 'cannot-be-checked' && isSaidDone(said))
    .length,
})

const ledgerGroup = (
  group: PromiseGroup,
  rows: readonly PromiseSummary[],
): Ledger['groups'][number] => ({
  group,
  title: GROUP_TITLES[group],
  words: groupWords(rows),
  count: rows.length,
})

/** Those that were made by the day of the question and concern its area. */
export const promisesOf = (services: Knowledge, query: PromisesQuery): PromiseRecord[] => {
  const register = services.register()
  const days = [query.at, query.asOf].filter((day) => day !== undefined)
  const promises = [...register.promises.values()].filter(({ published }) =>
    days.every((day) => lastDay(published) <= day),
  )
  if (query.area === undefined) return promises
  const here = concerning(register, findArea(register, query.area, '/area'))
  return promises.filter((promise) => promise.areas.some((code) => here.has(code)))
}

/** The area, what it is made of, and what it is part of: a promise to the force is one to it. */
export const concerning = (register: Register, area: Area): Set<string> =>
  new Set(
    [area, ...areasBelow(register, area.code), ...areasAbove(register, area)].map(
      ({ code }) => code,
    ),
  )

const changedIn = (
  { services, judge, at, known }: Asking,
  promises: readonly PromiseRecord[],
  since: string,
): Ledger['changed'] =>
  [
    ...findRevisedVerdicts(services, { since, until: known.asOf ?? at })
      .filter(({ promise }) => promises.some(({ id }) => id === promise))
      .map(({ promise, sentence }) => ({ promise, sentence })),
    ...promises.flatMap((promise) => {
      const [before, after] = [since, at].map((day) => judge.promise(promise, day, known).status)
      return before === undefined || after === undefined || before === after
        ? []
        : [
            {
              promise: promise.id,
              sentence: turnSentence(promise.title, promise.kind, before, after),
            },
          ]
    }),
  ].slice(0, MOST_CHANGES)

const byWeight = ({ register, at }: Asking) => {
  const isOver = isOverOn(register, at)
  return (a: PromiseSummary, b: PromiseSummary): number =>
    PROMISE_GROUPS.indexOf(a.group) - PROMISE_GROUPS.indexOf(b.group) ||
    Number(isOver(a)) - Number(isOver(b)) ||
    PROMISE_STATUSES.indexOf(a.status) - PROMISE_STATUSES.indexOf(b.status) ||
    Number(b.standing?.value !== null) - Number(a.standing?.value !== null) ||
    (a.published < b.published ? 1 : -1)
}

const isOverOn =
  (register: Register, at: string) =>
  ({ id, due }: PromiseSummary): boolean => {
    const promise = register.promises.get(id)
    return promise === undefined || !isRunning({ ...promise, due }, at)
  }

const MOST_CHANGES = 5
