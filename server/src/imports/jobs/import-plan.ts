/**
 * Checks a file and says what it would change. It writes nothing: verdicts that would turn are found
 * in a rehearsal that is taken back.
 */
import { createHash } from 'node:crypto'
import type { ImportChange, ImportFinding, ImportPlan } from '@muster/shared/contract/import'
import { type Figure, type Plan, planImport } from '@muster/shared/domain/series/import-plan'
import { Basis } from '@muster/shared/domain/series/observation'
import { lastDay, UNDATED } from '@muster/shared/domain/series/period'
import { formatChange, formatDate, formatNumber } from '@muster/shared/words/format'
import { measureTitle } from '@muster/shared/words/measure'
import type { Store } from '../../platform/db/open.ts'
import type { Register, ReleaseRow } from '../../reference/register.ts'
import type { IncomingFigure, ParsedWhole } from './parsed-file.ts'
import { findPreviousFigures } from './previous-figures.ts'
import { findTurningVerdicts } from './turning-verdicts.ts'

export type CheckInput = {
  source: string
  sha256: string
  whole: ParsedWhole
  /** The edition's day of publication: from the file, else as given, else today. */
  knownFrom: string
  /** Does anybody say when the edition was published, or is that only assumed to be today? */
  isDated: boolean
  today: string
  /** Leave out what costs a rehearsal: a commit has shown it already. */
  withVerdicts: boolean
}

export const checkFile = (store: Store, register: Register, input: CheckInput): ImportPlan => {
  const { source, whole, knownFrom } = input
  const previous = findPreviousFigures(store, register, source, knownFrom)
  const plan = planImport(whole.series, previous)
  const ticks = [
    ...whole.ticks,
    ...ticksOf(register, plan, input, absentAreas(whole, previous.series), previous.lastDate),
  ]
  const same = sameFile(register, source, input.sha256)
  const isStopped = whole.stopCount > 0
  return {
    layout: whole.layout,
    edition: whole.edition,
    published: whole.published,
    observations: whole.observations,
    stops: whole.stops,
    stopCount: whole.stopCount,
    ticks: same === undefined ? ticks : [],
    notes:
      same === undefined
        ? whole.notes
        : [
            note('same-file', `This very file is already in, as ${same.slug}: nothing to change.`),
            ...whole.notes,
          ],
    diff: {
      added: plan.added,
      revised: plan.revised,
      unchanged: plan.unchanged,
      absent: plan.absent,
    },
    changes: plan.revisions.map((revision) => changeOf(register, revision)),
    verdicts:
      isStopped || !input.withVerdicts || plan.added + plan.revised === 0
        ? []
        : findTurningVerdicts(store, register, input),
    digest: digestOf(input, plan),
  }
}

/** The release that holds this very file, if it stands. */
export const sameFile = (
  register: Register,
  source: string,
  sha256: string,
): ReleaseRow | undefined =>
  [...register.releases.values()].find(
    (release) =>
      release.source === source && release.sha256 === sha256 && release.withdrawnAt === null,
  )

const ticksOf = (
  register: Register,
  plan: Plan,
  input: CheckInput,
  absent: readonly string[],
  lastPrevious: string,
): ImportFinding[] => {
  const newest = [...register.releases.values()]
    .filter((release) => release.source === input.source && release.withdrawnAt === null)
    .map((release) => release.knownFrom)
    .sort()
    .at(-1)
  const lastFile = lastDateOf(input.whole.series)
  const names = absent.map((code) => register.areas.get(code)?.name ?? code)
  return [
    ...plan.jumps.slice(0, MOST_TICKS).map(({ figure, before, change, largest }) => {
      const { measure, name } = wordsOf(register, figure.series)
      return tick(
        'large-change',
        `${measure} of ${name} ${change < 0 ? 'fall' : 'rise'} from ${formatNumber(before.value ?? 0, digits(before.value))} (${formatDate(before.date)}) to ${formatNumber(figure.value ?? 0, digits(figure.value))} (${formatDate(figure.date)}), a change of ${formatChange(change, digits(change))}; the largest of the last 8 periods was ${formatNumber(largest, digits(largest))}.`,
        (figure as IncomingFigure).where,
        String(figure.value),
      )
    }),
    ...(names.length > 0
      ? [
          tick(
            'area-missing',
            `Areas that this source had before are not in the file: ${names.join(', ')}. Their figures stay as they were; they are not zero.`,
          ),
        ]
      : []),
    ...(plan.absent > 0 && names.length === 0
      ? [
          tick(
            'figures-missing',
            `${plan.absent} figures that this source gave before are not in the file, though it covers their dates. They stay as they were.`,
          ),
        ]
      : []),
    // A file that ends before what is already in is most likely an older edition: taken for today's
    // it would speak over newer figures.
    ...(!input.isDated && lastFile < lastPrevious && plan.added + plan.revised > 0
      ? [
          tick(
            'edition-not-dated',
            `The file ends at ${formatDate(lastFile)}, and figures of this source up to ${formatDate(lastPrevious)} are in. It does not say when it was published: as it stands its values would count as newer. Give its day of publication, and it goes to its place in time.`,
          ),
        ]
      : []),
    ...(newest !== undefined && input.knownFrom < newest && plan.added + plan.revised > 0
      ? [
          tick(
            'older-edition',
            `This edition counts as published on ${formatDate(input.knownFrom)}; a newer one of ${formatDate(newest)} is in. It goes to its place in time and does not change what newer editions say.`,
          ),
        ]
      : []),
  ]
}

/** The newest date of any figure. */
const lastDateOf = (series: ReadonlyMap<string, readonly Figure[]>): string => {
  let last = ''
  for (const figures of series.values())
    for (const { date } of figures) if (date !== UNDATED && date > last) last = date
  return last
}

/** Areas of the previous figures of the file's own metrics that the file does not name at all. */
const absentAreas = (whole: ParsedWhole, previous: readonly string[]): string[] => {
  const split = (key: string): string[] => key.split('\t')
  const given = new Set([...whole.series.keys()].map((key) => split(key)[2] ?? ''))
  const measures = new Set([...whole.series.keys()].map((key) => split(key).slice(0, 2).join('\t')))
  const missing = previous
    .filter((key) => measures.has(split(key).slice(0, 2).join('\t')))
    .map((key) => split(key)[2] ?? '')
    .filter((area) => !given.has(area))
  return [...new Set(missing)]
}

const changeOf = (
  register: Register,
  { figure, old, change }: Plan['revisions'][number],
): ImportChange => {
  const [metric = '', basis = '', area = ''] = figure.series.split('\t')
  return {
    metric,
    basis,
    area,
    areaName: register.areas.get(area)?.name ?? area,
    date: figure.date,
    old: old.value,
    oldMissing: old.missing,
    new: figure.value,
    newMissing: figure.missing,
    change,
  }
}

const wordsOf = (register: Register, series: string) => {
  const [id = '', basis = '', area = ''] = series.split('\t')
  const metric = register.metrics.get(id)
  return {
    measure: measureTitle({
      name: metric?.name ?? id,
      short: metric?.short ?? id,
      unit: metric?.unit ?? '',
      decimals: metric?.decimals ?? 0,
      basis: Basis.catch('not_stated').parse(basis),
      per: null,
    }),
    name: register.areas.get(area)?.name ?? area,
  }
}

/** The same file, read alike, against the same figures gives the same digest; else another. */
const digestOf = (input: CheckInput, plan: Plan): string => {
  const { jumps: _jumps, ...differences } = plan
  return createHash('sha256')
    .update(input.source)
    .update(input.sha256)
    .update(lastDay(input.knownFrom))
    .update(input.whole.reading)
    .update(JSON.stringify(differences))
    .digest('hex')
}

const tick = (
  code: string,
  sentence: string,
  cell: string | null = null,
  found: string | null = null,
) => ({
  ...NOWHERE,
  code,
  sentence,
  cell,
  found,
})

const note = (code: string, sentence: string): ImportFinding => ({ ...NOWHERE, code, sentence })

/** As many as published, at most two: a difference of two figures may carry binary dust. */
const digits = (value: number | null): number =>
  value === null || Number.isInteger(value)
    ? 0
    : Number.isInteger(Math.round(value * 100) / 10)
      ? 1
      : 2

const NOWHERE = {
  sheet: null,
  row: null,
  column: null,
  cell: null,
  found: null,
  expected: null,
  suggestion: null,
}

const MOST_TICKS = 200
