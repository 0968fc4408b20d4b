/** The promises of a review: those made by the day, with what they were a quarter before. */
import type { PromiseSummary } from '@muster/shared/contract/promise'
import type {
  ReviewContent,
  ReviewPromise,
  ReviewQuestion,
} from '@muster/shared/domain/reviews/review-content'
import { addDays, lastDay } from '@muster/shared/domain/series/period'
import { isCounted } from '@muster/shared/domain/verdicts/count'
import {
  PROMISE_STATUSES,
  type PromiseRecord,
  type PromiseStatus,
} from '@muster/shared/domain/verdicts/promise'
import { placeName } from '@muster/shared/words/place-name'
import type { Judge } from '../promises/judgement.ts'
import { findLedger } from '../promises/queries.ts'
import type { Knowledge } from '../reference/knowledge.ts'
import type { Register } from '../reference/register.ts'
import { countedOf, known, type Span } from './measures.ts'

/** A promise whose day of publication is not known counts from the last day it may mean. */
const isMadeBy = ({ published }: { published: string }, day: string): boolean =>
  lastDay(published) <= day

export const findReviewPromises = (
  services: Knowledge,
  judge: Judge,
  area: string,
  span: Span,
): ReviewPromise[] => {
  const register = services.register()
  const before = addDays(span.from, -1)
  return findLedger(services, { area, at: span.at, ...known(span) })
    .promises.filter((promise) => isMadeBy(promise, span.at))
    .flatMap((summary) => {
      const promise = register.promises.get(summary.id)
      return promise === undefined
        ? []
        : [reviewPromise(summary, promise, { register, judge, span, before })]
    })
}

export const countsOf = (promises: readonly ReviewPromise[]): ReviewContent['counts'] =>
  Object.fromEntries(
    PROMISE_STATUSES.map((status) => [
      status,
      promises.filter(({ group, status: own }) => isCounted(group) && own === status).length,
    ]),
  ) as ReviewContent['counts']

/**
 * About police staffing here, then in the whole force; the first of each reason before the second of
 * any. Each quarter begins three further on, so that in time every one of them is asked.
 */
export const questionsOf = (
  register: Register,
  promises: readonly ReviewPromise[],
  quarter: string,
): ReviewQuestion[] =>
  (['ours', 'force'] as const)
    .flatMap((about) => {
      const open = promises
        .filter(({ group, status }) => group === about && status === 'cannot-be-checked')
        .sort((a, b) => (a.published < b.published ? 1 : -1))
      const turn = (promise: ReviewPromise): number =>
        open.filter(({ reason }) => reason === promise.reason).indexOf(promise)
      const inTurn = open.toSorted((a, b) => turn(a) - turn(b))
      const [year = 0, number = 0] = quarter.split('-Q').map(Number)
      const first = inTurn.length === 0 ? 0 : (3 * (4 * year + number)) % inTurn.length
      return [...inTurn.slice(first), ...inTurn.slice(0, first)]
    })
    .slice(0, MOST_QUESTIONS)
    .map((promise) => ({
      promise: promise.id,
      question: ASKS[promise.reason ?? 'unclear-wording'](promise),
      to: register.promises.get(promise.id)?.holder ?? '',
    }))

const reviewPromise = (
  summary: PromiseSummary,
  promise: PromiseRecord,
  {
    register,
    judge,
    span,
    before,
  }: { register: Register; judge: Judge; span: Span; before: string },
): ReviewPromise => {
  const { standing } = summary
  const statusOn = (day: string, edition?: 'first'): PromiseStatus =>
    judge.promise(promise, day, { ...known(span), ...(edition ? { edition } : {}) }).status
  const was = isMadeBy(promise, before) ? statusOn(before) : null
  const asFirst = statusOn(span.at, 'first')
  const metric = standing === null ? undefined : register.metrics.get(standing.metric)
  return {
    id: summary.id,
    title: summary.title,
    kind: summary.kind,
    group: summary.group,
    madeBy: summary.madeBy,
    published: summary.published,
    due: summary.due,
    status: summary.status,
    statusWords: summary.statusWords,
    said: summary.said,
    reason: summary.reason,
    since: summary.since,
    before: was === null || was === summary.status ? null : was,
    sentence: summary.sentence,
    meaning: summary.meaning,
    area: standing?.area ?? promise.areas[0] ?? '',
    areaName: standing?.areaName ?? '',
    counted: standing === null || metric === undefined ? null : countedOf(metric, standing.basis),
    value: standing?.value ?? null,
    promised: standing?.promised ?? null,
    gap: standing?.gap ?? null,
    date: standing?.date ?? null,
    trust: standing?.trust ?? null,
    observation: standing?.observation ?? null,
    firstPublished: asFirst === summary.status ? null : asFirst,
  }
}

/** A title may name the area already; a promise to the whole force is about no area of it. */
const forArea = (title: string, areaName: string, group: ReviewPromise['group']): string =>
  areaName === '' || group === 'force' || title.includes(areaName)
    ? ''
    : ` for ${placeName(areaName)}`

const ASKS: Record<NonNullable<ReviewPromise['reason']>, (promise: ReviewPromise) => string> = {
  'unclear-wording': ({ title }) => `What number, by when, would keep “${title}”?`,
  'no-baseline': ({ title }) => `From what number, date and basis does “${title}” start?`,
  'no-date': ({ title }) => `By when is “${title}” due?`,
  'not-published-for-this-area': ({ title, areaName, group }) =>
    `Can the figures that would test “${title}” be published${forArea(title, areaName, group)}?`,
  'not-loaded': ({ title }) =>
    `Which published table tests “${title}”, and can it be read here before the next review?`,
  'not-found': ({ title }) => `Where are figures to test “${title}”?`,
  'definition-changed': ({ title }) =>
    `How do the old and the new way of counting compare for “${title}”?`,
  'figures-late': ({ title }) => `When will newer figures for “${title}” be published?`,
  'too-early': ({ title }) => `When will the first figure for “${title}” be published?`,
  'not-verified': ({ title }) => `Where is the figure for “${title}” published?`,
}

const MOST_QUESTIONS = 12
