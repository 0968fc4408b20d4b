/**
 * Checks a file and says what it would change. It writes nothing: verdicts that would change are found
 * in a rehearsal that is taken back.
 */

import { createHash } from 'node:crypto'
import type { ImportChange, ImportFinding, ImportPlan } from '@muster/shared/contract/import'
import { type Plan, planImport } from '@muster/shared/domain/series/import-plan'
import { lastDay, UNDATED } from '@muster/shared/domain/series/period'
import type { SeriesKey } from '@muster/shared/domain/series/series-key'
import { formatChange, formatDate, formatNumber } from '@muster/shared/words/format'
import { measureTitle } from '@muster/shared/words/measure'
import type { Store } from '../../platform/db/open.ts'
import { TupleMap } from '../../platform/tuple-map.ts'
import { knownFrom, type Register, type ReleaseRow } from '../../reference/register.ts'
import { type FindingCode, note as makeNote, tick as makeTick } from '../import-finding.ts'
import type { IncomingFigure, ParsedWhole } from './parsed-file.ts'
import { findPreviousFigures, type PreviousFigures } from './previous-figures.ts'
import { findTurningVerdicts } from './turning-verdicts.ts'

/** A file that was read, and what is known of it beside its content. */
export type CheckInput = {
  source: string
  sha256: string
  whole: ParsedWhole
  /** The edition's day of publication as a person gave it; what the file says goes before it. */
  published: string | null
  /** The day of the check, from which an edition of no known day counts as known. */
  today: string
}

/** @param withVerdicts false leaves out what costs a rehearsal: a commit has shown it already. */
export const planFile = (
  store: Store,
  register: Register,
  input: CheckInput,
  withVerdicts = true,
): ImportPlan => {
  const { source, sha256, whole, today } = input
  const published = whole.published ?? input.published
  const dated = { ...input, published, knownFrom: knownFrom(published, today) }
  const previous = findPreviousFigures(store, register, source, dated.knownFrom)
  const plan = planImport(whole.series, previous)
  const same = sameFile(register, source, sha256)
  const { added, revised, unchanged, absent } = plan
  return {
    layout: whole.layout,
    edition: whole.edition,
    published,
    observations: whole.observations,
    stops: whole.stops,
    stopCount: whole.stopCount,
    ticks: same === undefined ? [...whole.ticks, ...ticksOf(register, plan, dated, previous)] : [],
    notes:
      same === undefined
        ? whole.notes
        : [
            note(
              'same-file',
              `This exact file is already imported, as ${same.slug}: nothing to change.`,
            ),
            ...whole.notes,
          ],
    diff: { added, revised, unchanged, absent },
    changes: plan.revisions.map((revision) => changeOf(register, revision)),
    verdicts:
      whole.stopCount > 0 || !withVerdicts || added + revised === 0
        ? []
        : findTurningVerdicts(store, register, {
            whole,
            source,
            knownFrom: dated.knownFrom,
            today,
          }),
    digest: digestOf(dated, plan),
  }
}

/** The release that holds this exact file, if it counts. */
export const sameFile = (
  register: Register,
  source: string,
  sha256: string,
): ReleaseRow | undefined =>
  [...register.releases.values()].find(
    (release) =>
      release.source === source && release.sha256 === sha256 && release.withdrawnAt === null,
  )

type Dated = CheckInput & { knownFrom: string }
type FilePlan = Plan<SeriesKey>

const ticksOf = (
  register: Register,
  plan: FilePlan,
  { source, whole, published, knownFrom }: Dated,
  previous: PreviousFigures,
): ImportFinding[] => {
  const newest = [...register.releases.values()]
    .filter((release) => release.source === source && release.withdrawnAt === null)
    .map((release) => release.knownFrom)
    .sort()
    .at(-1)
  const lastFile = lastDateOf(whole.series)
  const names = absentAreas(whole, previous.series).map((code) => areaName(register, code))
  const ticks = plan.jumps.slice(0, MOST_TICKS).map(
    ({ figure, before, change, largest }): ImportFinding => ({
      ...tick(
        'large-change',
        `${measureOf(register, figure.series)} of ${areaName(register, figure.series.area)} ${change < 0 ? 'fall' : 'rise'} from ${formatNumber(before.value ?? 0, digits(before.value))} (${formatDate(before.date)}) to ${formatNumber(figure.value ?? 0, digits(figure.value))} (${formatDate(figure.date)}), a change of ${formatChange(change, digits(change))}; the largest of the last 8 periods was ${formatNumber(largest, digits(largest))}.`,
      ),
      cell: (figure as IncomingFigure).where,
      found: String(figure.value),
    }),
  )
  if (names.length > 0)
    ticks.push(
      tick(
        'area-missing',
        `Areas that this source had before are not in the file: ${names.join(', ')}. Their figures stay as they were; they are not zero.`,
      ),
    )
  else if (plan.absent > 0)
    ticks.push(
      tick(
        'figures-missing',
        `${plan.absent} figures that this source gave before are not in the file, though it covers their dates. They stay as they were.`,
      ),
    )
  if (plan.added + plan.revised === 0) return ticks
  // A file that ends before what is already in is most likely an older edition: taken for today's
  // it would speak over newer figures.
  if (published === null && lastFile < previous.lastDate)
    ticks.push(
      tick(
        'edition-not-dated',
        `The file ends at ${formatDate(lastFile)}, and figures of this source up to ${formatDate(previous.lastDate)} are already imported. It does not say when it was published, so its values would count as newer. Give its day of publication, and it takes its place in time.`,
      ),
    )
  if (newest !== undefined && knownFrom < newest)
    ticks.push(
      tick(
        'older-edition',
        `This edition counts as published on ${formatDate(knownFrom)}; a newer one of ${formatDate(newest)} is already imported. It takes its place in time and does not change what newer editions say.`,
      ),
    )
  return ticks
}

/** The newest date of any figure. */
const lastDateOf = (series: ParsedWhole['series']): string => {
  let last = ''
  for (const figures of series.values())
    for (const { date } of figures) if (date !== UNDATED && date > last) last = date
  return last
}

/** Areas of the previous figures of the file's own measures that the file does not name at all. */
const absentAreas = (whole: ParsedWhole, previous: readonly SeriesKey[]): string[] => {
  const given = new Set([...whole.series.keys()].map(({ area }) => area))
  const measures = new TupleMap<readonly [metric: string, basis: string], true>()
  for (const { metric, basis } of whole.series.keys())
    measures.getOrAdd([metric, basis], () => true)
  const absent = previous.filter(
    ({ metric, basis, area }) => measures.get([metric, basis]) && !given.has(area),
  )
  return [...new Set(absent.map(({ area }) => area))]
}

const changeOf = (
  register: Register,
  { figure, old, change }: FilePlan['revisions'][number],
): ImportChange => ({
  ...figure.series,
  areaName: areaName(register, figure.series.area),
  date: figure.date,
  old: old.value,
  oldMissing: old.missing,
  new: figure.value,
  newMissing: figure.missing,
  change,
})

const areaName = (register: Register, code: string): string =>
  register.areas.get(code)?.name ?? code

const measureOf = (register: Register, { metric: id, basis }: SeriesKey): string => {
  const metric = register.metrics.get(id)
  return measureTitle({
    name: metric?.name ?? id,
    short: metric?.short ?? id,
    unit: metric?.unit ?? '',
    decimals: metric?.decimals ?? 0,
    basis,
    per: null,
  })
}

/** The same file, read alike, against the same figures gives the same digest; else another. */
const digestOf = (input: Dated, plan: FilePlan): string => {
  const { jumps: _jumps, ...differences } = plan
  return createHash('sha256')
    .update(input.source)
    .update(input.sha256)
    .update(lastDay(input.knownFrom))
    .update(input.whole.reading)
    .update(JSON.stringify(differences))
    .digest('hex')
}

/** A finding of the file as a whole, without the level: that is the list which it stands in. */
const unlevelled =
  (make: typeof makeTick) =>
  (code: FindingCode, sentence: string): ImportFinding => {
    const { level: _level, ...finding } = make(code, sentence)
    return finding
  }

const tick = unlevelled(makeTick)
const note = unlevelled(makeNote)

/** As many as published, at most two: a difference of two figures may carry binary dust. */
const digits = (value: number | null): number =>
  value === null || Number.isInteger(value)
    ? 0
    : Number.isInteger(Math.round(value * 100) / 10)
      ? 1
      : 2

const MOST_TICKS = 200
