/** What changed in a quarter, ranked: each sentence from the same values as its figures. */
import { type Finding, rankFindings } from '@muster/shared/domain/reviews/finding'
import type {
  ReviewMeasure,
  ReviewPromise,
  ReviewRevision,
} from '@muster/shared/domain/reviews/review-content'
import { addDays, dayNumber, lastDay } from '@muster/shared/domain/series/period'
import type { PromiseRecord } from '@muster/shared/domain/verdicts/promise'
import {
  answeredSentence,
  endedSentence,
  lateSentence,
  madeSentence,
  minorSentence,
  missingSentence,
  overdueSentence,
  signalSentence,
  steadySentence,
  substantialSentence,
  tooFewSentence,
  turnedSentence,
} from '@muster/shared/words/reviews/finding'
import { isFollowed } from '@muster/shared/words/reviews/table'
import { promiseQuestion } from '../platform/db/schema.ts'
import { findRevisedVerdicts } from '../promises/revised-verdicts.ts'
import type { Knowledge } from '../reference/knowledge.ts'
import { oursAndParts } from '../reference/register.ts'
import type { Span } from './measures.ts'

type Parts = {
  promises: readonly ReviewPromise[]
  measures: readonly ReviewMeasure[]
  revisions: readonly ReviewRevision[]
}

export const findFindings = (services: Knowledge, parts: Parts, span: Span): Finding[] =>
  rankFindings([
    ...promiseFindings(services, parts.promises, span),
    ...measureFindings(parts.measures),
    ...lateFindings(services, parts.measures, span),
    ...answerFindings(services, parts.promises, span),
    ...revisionFindings(parts),
    ...importFindings(services, parts.promises, span),
  ])

const promiseFindings = (
  services: Knowledge,
  promises: readonly ReviewPromise[],
  span: Span,
): Finding[] => {
  const { register } = services
  const here = oursAndParts(register())
  return promises.flatMap((promise) => {
    const record = register().promises.get(promise.id)
    const about = {
      promise: promise.id,
      ours: here.includes(promise.area),
      size: Math.abs(promise.gap ?? 0),
      figures: figureOf(promise),
    }
    return [
      ...(promise.before === null
        ? []
        : [
            finding(
              'verdict-turned',
              promise.id,
              { brief: turnedSentence(promise), rest: promise.sentence },
              about,
            ),
          ]),
      ...(isMadeIn(promise, span) && isFollowed(promise)
        ? [finding('promise-made', promise.id, madeSentence(promise), about)]
        : []),
      ...(record !== undefined && isEndedIn(record, span)
        ? [
            finding(
              'promise-ended',
              promise.id,
              endedSentence(promise.title, record.endedOn ?? '', record.replacedBy !== null),
              about,
            ),
          ]
        : []),
    ]
  })
}

/** Praise needs what blame needs; where no level has moved, it is told once, together. */
const measureFindings = (measures: readonly ReviewMeasure[]): Finding[] => {
  const steady = measures.filter(({ signal }) => signal?.says === 'no-real-change')
  const few = measures.filter(
    ({ signal, onQuarter, now }) =>
      signal === null && onQuarter !== null && now?.trust !== 'unverified',
  )
  const figures = (of: readonly ReviewMeasure[]): Finding['figures'] => of.flatMap(heldFigures)
  return [
    ...measures
      .filter(({ signal }) => signal !== null && signal.says !== 'no-real-change')
      .map((measure) =>
        finding(
          measure.signal?.isUsual ? 'movement' : 'signal',
          measure.key,
          signalSentence(measure),
          {
            ours: measure.ours,
            size: relative(measure),
            source: measure.source,
            figures: heldFigures(measure),
          },
        ),
      ),
    ...(steady.length === 0
      ? []
      : [
          finding('no-real-change', 'steady', steadySentence(steady), { figures: figures(steady) }),
        ]),
    ...(few.length === 0
      ? []
      : [finding('too-few-figures', 'few', tooFewSentence(few), { figures: figures(few) })]),
    ...alike(measures.filter(({ now, gaps }) => now === null || gaps.length > 0)).map((group) =>
      finding('figures-missing', group[0]?.key ?? '', missingSentence(group), {
        ours: group.some(({ ours }) => ours),
        size: Math.max(...group.map(({ now, gaps }) => (now === null ? 4 : gaps.length))),
        source: group[0]?.source ?? null,
      }),
    ),
  ]
}

/** Those of one measure that lack the same: told in one sentence. */
const alike = (measures: readonly ReviewMeasure[]): ReviewMeasure[][] => [
  ...Map.groupBy(measures, ({ counted, source, now, newest, gaps }) => {
    const lacks = now === null ? newest : gaps.map(({ date }) => date)
    return JSON.stringify([counted.metric, counted.basis, source, lacks])
  }).values(),
]

/** A source whose next edition was due by the day of the review, and that lacks a part of the quarter. */
const lateFindings = (
  services: Knowledge,
  measures: readonly ReviewMeasure[],
  span: Span,
): Finding[] => {
  const today = span.asOf ?? services.today()
  const lacking = measures.filter(({ now, gaps }) => now === null || gaps.length > 0)
  return [...new Set(lacking.map(({ source }) => source))].flatMap((id) => {
    const source = services.register().sources.get(id)
    if (source?.nextDue == null) return []
    const due = lastDay(source.nextDue)
    const days = dayNumber(today) - dayNumber(due)
    // An edition due years later says nothing of this quarter.
    return days > 0 && due >= span.from && dayNumber(due) - dayNumber(span.to) <= 365
      ? [
          finding('figures-late', id, lateSentence(source.title, source.nextDue, days), {
            source: id,
            size: days,
          }),
        ]
      : []
  })
}

const answerFindings = (
  services: Knowledge,
  promises: readonly ReviewPromise[],
  { from, at }: Span,
): Finding[] =>
  services.store.read
    .select()
    .from(promiseQuestion)
    .all()
    .flatMap((question) => {
      const promise = promises.find(({ id }) => id === question.promise)
      if (promise === undefined || question.askedOn > at) return []
      const about = { promise: promise.id, ours: true }
      const answered = question.answeredOn !== null && question.answeredOn <= at
      if (answered)
        return question.answeredOn !== null && question.answeredOn >= from
          ? [
              finding(
                'answer-received',
                `q${question.id}`,
                answeredSentence(promise.title, question.to, question.answeredOn),
                about,
              ),
            ]
          : []
      return question.dueOn < at
        ? [
            finding(
              'answer-overdue',
              `q${question.id}`,
              overdueSentence(promise.title, question.to, question.dueOn),
              {
                ...about,
                size: dayNumber(at) - dayNumber(question.dueOn),
              },
            ),
          ]
        : []
    })

const revisionFindings = ({ promises, revisions }: Parts): Finding[] => {
  const turning = promises.filter(({ firstPublished }) => firstPublished !== null)
  return [
    ...turning.map((promise) =>
      finding('revision-substantial', promise.id, substantialSentence(promise), {
        promise: promise.id,
        figures: figureOf(promise),
      }),
    ),
    ...(revisions.length === 0 || turning.length > 0
      ? []
      : [
          finding('revision-minor', 'revisions', minorSentence(revisions.length), {
            size: revisions.length,
          }),
        ]),
  ]
}

/** What an import of the quarter turned, which two judgements by today's figures cannot show. */
const importFindings = (
  services: Knowledge,
  promises: readonly ReviewPromise[],
  { from, at }: Span,
): Finding[] =>
  findRevisedVerdicts(services, { since: addDays(from, -1), until: at })
    .filter(({ promise }) => promises.some(({ id }) => id === promise))
    .map(({ promise, sentence }, index) =>
      finding('revision-substantial', `import-${promise}-${index}`, sentence, { promise }),
    )

const finding = (
  kind: Finding['kind'],
  id: string,
  said: string | { brief: string; rest: string },
  rest: Partial<Finding>,
): Finding => ({
  id: `${kind}.${id}`,
  kind,
  sentence: typeof said === 'string' ? said : `${said.brief} ${said.rest}`,
  brief: typeof said === 'string' ? said : said.brief,
  ours: false,
  size: 0,
  promise: null,
  source: null,
  figures: [],
  ...rest,
})

const isMadeIn = ({ published }: { published: string }, { from, at }: Span): boolean =>
  lastDay(published) >= from && lastDay(published) <= at

const isEndedIn = ({ endedOn }: PromiseRecord, { from, at }: Span): boolean =>
  endedOn !== null && lastDay(endedOn) >= from && lastDay(endedOn) <= at

const figureOf = ({ title, value, date, observation }: ReviewPromise): Finding['figures'] =>
  value === null || date === null || observation === null
    ? []
    : [{ label: title, value, date, observation }]

const heldFigures = ({
  counted,
  areaName,
  now,
  quarterBefore,
}: ReviewMeasure): Finding['figures'] =>
  [now, quarterBefore].flatMap((held) =>
    held === null
      ? []
      : [
          {
            label: `${counted.metricName}, ${areaName}`,
            value: held.value,
            date: held.date,
            observation: held.observation,
          },
        ],
  )

/** Against its level, so that a large series does not always come first. */
const relative = ({ onQuarter, quarterBefore }: ReviewMeasure): number =>
  onQuarter === null || quarterBefore === null || quarterBefore.value === 0
    ? 0
    : Math.abs(onQuarter / quarterBefore.value)
