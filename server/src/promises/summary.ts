/** A promise as a row of a list: its verdict, its sentence and the figure that stands for it. */

import type { PromiseSummary, Standing } from '@muster/shared/contract/promise'
import { breaksOf } from '@muster/shared/domain/series/break'
import { changeTo, newestOf } from '@muster/shared/domain/series/change'
import { ingredientsOf, isSeasonal } from '@muster/shared/domain/series/metric'
import { lastDay } from '@muster/shared/domain/series/period'
import { groupOf, isCounted } from '@muster/shared/domain/verdicts/count'
import type { PromiseRecord, Reading, Reason } from '@muster/shared/domain/verdicts/promise'
import { judgedFigure, newestFigure } from '@muster/shared/domain/verdicts/three-numbers'
import type { Verdict } from '@muster/shared/domain/verdicts/verdict'
import { ruleOf } from '@muster/shared/domain/verdicts/verdict-rules'
import { afterwardsWords } from '@muster/shared/words/promises/afterwards'
import { meaningOfParts, type ReadingNames } from '@muster/shared/words/promises/meaning'
import { statusWords } from '@muster/shared/words/promises/status-words'
import {
  dependsSentence,
  type Told,
  verdictSentence,
} from '@muster/shared/words/promises/verdict-sentence'
import { metricOf } from '../figures/figures.ts'
import type { Asking } from './asking.ts'
import { inForce, waiting } from './entries.ts'
import { EVENTS_SOURCE } from './events.ts'
import { groupsOf, weighedGroups } from './judgement.ts'
import { splitSentences } from './split-sentence.ts'

export const summaryOf = (asking: Asking, promise: PromiseRecord): PromiseSummary => {
  const { judge, at, known, entries } = asking
  const groups = groupsOf(promise)
  const verdict = judge.promise(promise, at, known)
  const reading = decidingReading(asking, promise)
  const others = groups.slice(1).map((group) => judge.group(promise, group, at, known).status)
  const asFirst = judge.promise(promise, at, { ...known, edition: 'first' }).status
  const sides = verdict.status === 'depends' ? sidesOf(asking, promise) : []
  const said = saidOf(promise, at)
  const newest = newestFigure(verdict)
  const group = groupOf(promise, asking.among)
  const asked = waiting(entries.questions(promise.id))
  const override = inForce(entries.overrides(promise.id))
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
    kind: promise.kind,
    about: promise.about,
    policeStaffing: promise.policeStaffing,
    repeats: promise.repeats,
    stepOf: promise.stepOf,
    scope: promise.scope,
    areas: promise.areas,
    dueWorded: promise.dueWorded,
    lifecycle: promise.lifecycle,
    holder: promise.holder,
    due: promise.readings[0]?.due ?? null,
    meaning: meaningOfParts(
      (groups[0]?.readings ?? []).map((part) => ({
        reading: part,
        names: testedBy(asking, promise, part),
      })),
    ),
    status: verdict.status,
    statusWords: statusWords(verdict, promise.kind, said),
    group,
    inCount: isCounted(group),
    judged: judgedFigure(verdict),
    newest: newest && { value: newest.value, date: newest.date, trust: newest.trust },
    afterwards: reading && afterwardsWords(verdict, namesOf(asking, reading).counts),
    sides: sides.map(({ reading: { id, label }, verdict: side }) => ({
      reading: id,
      label,
      status: side.status,
      statusWords: statusWords(side, promise.kind),
      judged: judgedFigure(side),
    })),
    said: said.map(({ by, date, delivery }) => ({ by, date, delivery })),
    reason: verdict.reason,
    since: verdict.since,
    sentence:
      reading === null
        ? ruleOf(verdict.rule).says
        : sides.length > 0
          ? dependsSentence(
              sides.map((side) => ({
                verdict: side.verdict,
                told: toldOf(asking, promise, side.reading),
              })),
            )
          : sentenceOf(asking, promise, reading, verdict),
    standing: reading === null ? null : decidingFigure(asking, reading, verdict),
    alternatives: [...new Set(others)].filter(
      (status) => status !== verdict.status && status !== 'cannot-be-checked',
    ),
    differs: [...others, asFirst].some((status) => status !== verdict.status),
    asked: asked && {
      on: asked.askedOn,
      due: asked.dueOn,
      to: asked.to,
      kind: asked.kind,
      answeredOn: asked.answeredOn,
      daysWaiting: asked.daysWaiting,
    },
    override: override && {
      id: override.id,
      status: override.status,
      reason: override.reason,
      by: override.by,
      on: override.on,
    },
  }
}

export const sentenceOf = (
  asking: Asking,
  promise: PromiseRecord,
  reading: Reading,
  verdict: Verdict,
): string =>
  whyNoCount(asking, reading, verdict) ??
  [
    verdictSentence(verdict, toldOf(asking, promise, reading)),
    ...splitSentences(asking, reading, verdict),
  ].join(' ')

const toldOf = (asking: Asking, promise: PromiseRecord, reading: Reading): Told => ({
  reading,
  names: namesOf(asking, reading),
  kind: promise.kind,
  ended: { on: promise.endedOn, by: promise.endedBy },
  left:
    promise.leftOffice === null || lastDay(promise.leftOffice) > asking.at
      ? null
      : { who: promise.madeBy.replace(/ \(.*\)$/, ''), on: promise.leftOffice },
  said: saidOf(promise, asking.at).find(({ delivery }) => delivery !== 'part') ?? null,
})

/** What those responsible had said of its delivery by the day, the oldest first. */
export const saidOf = ({ statements }: PromiseRecord, day: string): PromiseRecord['statements'] =>
  statements
    .filter(({ delivery, date }) => delivery !== null && lastDay(date) <= day)
    .toSorted((a, b) => (lastDay(a.date) < lastDay(b.date) ? -1 : 1))

type Side = { reading: Reading; verdict: Verdict }

/** The readings that the words allow equally, each with its own verdict. */
const sidesOf = ({ judge, at, known }: Asking, promise: PromiseRecord): Side[] =>
  weighedGroups(promise).flatMap((group) => {
    const [reading] = group.readings
    return reading === undefined
      ? []
      : [{ reading, verdict: judge.group(promise, group, at, known) }]
  })

/** Events are entered here: that too few are known is not a publisher's silence. */
const whyNoCount = (
  { judge, known }: Asking,
  reading: Reading,
  { status }: Verdict,
): string | null => {
  const { due } = reading
  if (status !== 'cannot-be-checked' || due === null) return null
  const points = judge.evidence(reading, known)?.points ?? []
  const atDue = points.find(({ date }) => date === lastDay(due))
  return atDue?.source === EVENTS_SOURCE ? (atDue.why ?? null) : null
}

/** The names with which it is said what is meant: a series that cannot test it is not named as its test. */
export const testedBy = (
  asking: Asking,
  promise: PromiseRecord,
  reading: Reading,
): ReadingNames => {
  const { reason } = asking.judge.reading(promise, reading, asking.at, asking.known)
  const names = namesOf(asking, reading)
  return reason !== null && UNTESTED.includes(reason) ? { ...names, source: null } : names
}

const UNTESTED: readonly Reason[] = ['not-published-for-this-area', 'not-loaded', 'not-found']

export const namesOf = ({ register, judge, known }: Asking, reading: Reading): ReadingNames => {
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
    counts: judge.evidence(reading, known)?.cadenceMonths === 1 ? 'months' : 'counts',
  }
}

/** Of the parts that must all hold, the one whose verdict became the verdict of the whole. */
export const decidingReading = (
  { judge, at, known }: Asking,
  promise: PromiseRecord,
): Reading | null => {
  const [first] = groupsOf(promise)
  const verdict = judge.group(promise, first, at, known)
  return (
    first?.readings.find((reading) => {
      const own = judge.reading(promise, reading, at, known)
      return own.rule === verdict.rule && own.now?.observation === verdict.now?.observation
    }) ??
    first?.readings[0] ??
    null
  )
}

const decidingFigure = (asking: Asking, reading: Reading, verdict: Verdict): Standing => {
  const { register } = asking
  const metric = register.metrics.get(reading.metric)
  const used = verdict.now ?? newestInQuestion(verdict)
  return {
    area: reading.area,
    areaName: register.areas.get(reading.area)?.name ?? reading.area,
    metric: reading.metric,
    metricName: metric?.name ?? reading.metric,
    unit: metric?.unit ?? '',
    decimals: metric?.decimals ?? 0,
    basis: reading.basis ?? 'not_stated',
    value: used?.value ?? null,
    promised: verdict.target,
    dueByThen: verdict.expected,
    gap: verdict.gap,
    onQuarter: used?.date == null ? null : changeOnQuarter(asking, reading, used.date),
    date: used?.date ?? null,
    trust: used?.trust ?? null,
    observation: used?.observation ?? null,
    source: used?.source ?? null,
  }
}

/** Into the value of that date, whatever came after it. */
const changeOnQuarter = (
  { register, judge, known }: Asking,
  reading: Reading,
  date: string,
): number | null => {
  const points = judge.evidence(reading, known)?.points ?? []
  const { metric, area } = reading
  const upTo = {
    points: points.filter((point) => lastDay(point.date) <= lastDay(date)),
    breaks: breaksOf(register.marks, {
      metrics: ingredientsOf(metric),
      source: points[0]?.source,
      area,
    }),
    seasonal: isSeasonal(metricOf(register, metric)),
  }
  const newest = newestOf(upTo)
  return newest && (changeTo(upTo, newest, 3)?.change ?? null)
}

/** A figure from years after the due date would only seem to answer. */
const newestInQuestion = ({ latest, due, target }: Verdict): Verdict['latest'] =>
  latest === null || target === null || (due !== null && lastDay(latest.date ?? '') > lastDay(due))
    ? null
    : latest
