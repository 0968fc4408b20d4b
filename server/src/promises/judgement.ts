/** Judges a promise: each reading with the one series that tests it, on any day, by the figures available on any. */

import type { Point } from '@muster/shared/domain/series/observation'
import { lastDay } from '@muster/shared/domain/series/period'
import type { Evidence } from '@muster/shared/domain/verdicts/evidence'
import type { PromiseRecord, Reading } from '@muster/shared/domain/verdicts/promise'
import { judge, type Verdict } from '@muster/shared/domain/verdicts/verdict'
import { combine, weigh } from '@muster/shared/domain/verdicts/verdict-parts'
import { LRUCache } from 'lru-cache'
import type { Edition } from '../figures/current.ts'
import { findFigures } from '../figures/figures.ts'
import type { Reader } from '../platform/db/open.ts'
import { CADENCE_MONTHS, type Register } from '../reference/register.ts'
import { countsEvents, EVENTS_SOURCE, eventEvidence } from './events.ts'

/** The readings that must all hold together; the first group of a promise decides. */
export type Group = { part: string; readings: readonly Reading[] }

export const groupsOf = (promise: PromiseRecord): Group[] => {
  const groups = new Map<string, Reading[]>()
  for (const reading of promise.readings) {
    const part = reading.part === '' ? reading.id : reading.part
    groups.set(part, [...(groups.get(part) ?? []), reading])
  }
  return [...groups].map(([part, readings]) => ({ part, readings }))
}

/** The groups that decide: the first, and those that the words allow equally, unless it is the fair test. */
export const weighedGroups = (promise: PromiseRecord): Group[] => {
  const [first, ...others] = groupsOf(promise)
  if (first === undefined) return []
  const isFair = first.readings.some(({ weighs }) => weighs === 'fair-test')
  const equals = others.filter(({ readings }) => readings.some((it) => it.weighs === 'equally'))
  return isFair ? [first] : [first, ...equals]
}

export type Judge = {
  reading: (promise: PromiseRecord, reading: Reading, day: string, known?: Known) => Verdict
  group: (promise: PromiseRecord, group: Group | undefined, day: string, known?: Known) => Verdict
  /** The verdict of the promise: its first reading's, weighed with those that are as good. */
  promise: (promise: PromiseRecord, day: string, known?: Known) => Verdict
  evidence: (reading: Reading, known?: Known) => Evidence | null
  /** The title of the series that tests it; null where none is published. */
  sourceOf: (reading: Reading) => string | null
}

/** What is taken to be known: all of today, only what was published by a day, or first values. */
export type Known = { asOf?: string | undefined; edition?: Edition }

type Judged = { store: Reader; register: () => Register }

/** The judge of the current data version, whose evidence all questions share until figures change. */
export const judgeOf = (known: Judged): Judge => {
  const register = known.register()
  const judge = JUDGES.get(register) ?? makeJudge(known)
  JUDGES.set(register, judge)
  return judge
}

/** A new data version is a new register; with the old one its judge goes. */
const JUDGES = new WeakMap<Register, Judge>()

/**
 * Keeps the evidence it has read: the same series tests many readings on many days. A rehearsed
 * import can be judged too: its store is one to read.
 */
export const makeJudge = (known: Judged): Judge => {
  const { store } = known
  const register = known.register()
  const kept = new LRUCache<string, { evidence: Evidence | null }>({
    maxSize: MOST_POINTS,
    sizeCalculation: ({ evidence }) =>
      1 + (evidence === null ? 0 : evidence.points.length + evidence.wards.length),
  })
  const evidence = (reading: Reading, known: Known = {}): Evidence | null => {
    const effective = { ...known, asOf: lastKnownDay(register, known.asOf) }
    const key = JSON.stringify([
      reading.metric,
      reading.basis,
      reading.area,
      reading.source,
      // Without a named source, and for events, the reading itself decides what tests it.
      reading.source === null
        ? [reading.baselineDate, reading.start, reading.due, reading.target]
        : null,
      countsEvents(register, reading) ? known.asOf : effective.asOf,
      known.edition,
    ])
    const before = kept.get(key)
    if (before !== undefined) return before.evidence
    const found =
      eventEvidence(store, register, reading, known.asOf) ??
      findEvidence(store, register, reading, effective)
    kept.set(key, { evidence: found })
    return found
  }
  const judgeReading: Judge['reading'] = (promise, reading, day, known) =>
    judge({
      reading,
      // What the promise lacks is said of its plainest reading; another may supply it.
      missing:
        reading === promise.readings[0] || isPartOfFirst(promise, reading)
          ? promise.missing
          : wordingOnly(promise),
      kind: promise.kind,
      published: promise.published,
      lifecycle: promise,
      evidence: evidence(reading, known),
      day,
    })
  const judgeGroup: Judge['group'] = (promise, group, day, known) =>
    group === undefined
      ? judge({ ...withoutReading(promise), day })
      : combine(group.readings.map((reading) => judgeReading(promise, reading, day, known)))
  return {
    evidence,
    reading: judgeReading,
    group: judgeGroup,
    promise: (promise, day, known) => {
      const [first, ...others] = weighedGroups(promise)
      const verdict = judgeGroup(promise, first, day, known)
      return others.length === 0
        ? verdict
        : weigh(
            verdict,
            others.map((group) => judgeGroup(promise, group, day, known)),
          )
    },
    sourceOf: (reading) => {
      const source = evidence(reading)?.points[0]?.source
      if (source === EVENTS_SOURCE) return 'the events entered here, each with its evidence'
      return source === undefined ? null : (register.sources.get(source)?.title ?? source)
    },
  }
}

/** Points that are kept as evidence, at most 10 MB; the shipped figures, on every day, have 12,000. */
const MOST_POINTS = 60_000

const findEvidence = (
  store: Reader,
  register: Register,
  reading: Reading,
  known: Known,
): Evidence | null => {
  const metric = register.metrics.get(reading.metric)
  const area = register.areas.get(reading.area)
  if (metric === undefined || area === undefined || reading.basis === null) return null
  if (!metric.bases.includes(reading.basis)) return null
  const points = findFigures(store, register, {
    metric,
    basis: reading.basis,
    areas: [area],
    source: reading.source ?? undefined,
    ...known,
  }).get(area.code)
  const series = reading.source === null ? bestSource(points ?? [], reading) : (points ?? [])
  const [first] = series
  if (first === undefined) return null
  const source = register.sources.get(first.source)
  const wards = register.metrics.get(register.place.get('wards_metric') ?? '')
  return {
    points: series,
    wards:
      wards === undefined || reading.targetKind !== 'per_ward'
        ? []
        : (findFigures(store, register, {
            metric: wards,
            basis: wards.bases[0] ?? 'not_stated',
            areas: [area],
          }).get(area.code) ?? []),
    cadenceMonths: source === undefined ? 0 : CADENCE_MONTHS[source.cadence],
    lagDays: source?.lag ?? 0,
  }
}

/**
 * Where the reading names no source: the one with the most verified values, of two the one that goes
 * on longer, and only that one. A source that ended before the promise begins cannot test it.
 */
const bestSource = (points: readonly Point[], { baselineDate, start }: Reading): Point[] => {
  const begins = baselineDate ?? start
  const found = [...Map.groupBy(points, ({ source }) => source).values()]
    .map((series) => ({
      series,
      worth: series.filter(({ trust, value }) => trust !== 'unverified' && value !== null).length,
      last:
        series
          .map(({ date }) => lastDay(date))
          .sort()
          .at(-1) ?? '',
    }))
    .filter(({ last }) => begins === null || last >= lastDay(begins))
    .sort((a, b) => b.worth - a.worth || (a.last < b.last ? 1 : -1))
  return found[0]?.series ?? []
}

/** The newest day on which something became known, so that equal states share their evidence. */
const lastKnownDay = (register: Register, asOf: string | undefined): string | undefined => {
  if (asOf === undefined) return undefined
  let last = '0000-01-01'
  for (const release of register.releases.values())
    if (release.knownFrom <= asOf && release.knownFrom > last) last = release.knownFrom
  return last
}

const isPartOfFirst = (promise: PromiseRecord, reading: Reading): boolean =>
  reading.part !== '' && reading.part === promise.readings[0]?.part

const wordingOnly = (promise: PromiseRecord): PromiseRecord['missing'] =>
  promise.missing.filter((need) => need === 'target' || need === 'metric')

/** A promise whose words give nothing to read: judged as wording that lacks everything. */
const withoutReading = (promise: PromiseRecord) => ({
  reading: {
    id: '',
    part: '',
    label: promise.title,
    metric: '',
    basis: null,
    area: promise.areas[0] ?? '',
    source: null,
    direction: 'at_least' as const,
    targetKind: 'level' as const,
    target: null,
    baseline: null,
    baselineDate: null,
    baselineNote: null,
    start: null,
    due: null,
    dueNote: null,
    mode: 'by_due' as const,
    seriesNote: null,
    weighs: null,
    untested: null,
    steps: [],
  },
  missing: promise.missing,
  kind: promise.kind,
  published: promise.published,
  lifecycle: promise,
  evidence: null,
})
