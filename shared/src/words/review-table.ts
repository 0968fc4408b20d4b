/**
 * The tables of a review. Page, printed page, sheet, slide, CSV and HTML file all write these rows,
 * so that a number cannot differ between them. A number cell holds its value as well as its text.
 */
import type { Point } from '../domain/observation.ts'
import type {
  Counted,
  EvidenceRow,
  ReviewAction,
  ReviewContent,
  ReviewMeasure,
  ReviewPromise,
} from '../domain/review-content.ts'
import { formatChange, formatDate, formatNumber } from './format.ts'
import { codesOf, formatExact, isPercent, measureNoun, measureTitle } from './measure.ts'
import { measureOf } from './review-finding.ts'
import { MISSING_TERMS, REASON_TERMS, STATUS_TERMS, TRUST_TERMS } from './terms.ts'

/** `value` null with `code`: a gap, and why. */
export type ReviewCell = {
  text: string
  value: number | null
  code: string | null
  observation: string | null
}

export type ReviewTable = {
  id: string
  title: string
  columns: readonly { label: string; numeric: boolean }[]
  rows: readonly (readonly ReviewCell[])[]
}

/** The promises of page one: what turned, what is still open, what was settled last. */
export const statusRows = (promises: readonly ReviewPromise[], most: number): ReviewPromise[] =>
  promises
    .filter(isUndertaken)
    .filter((promise) => promise.status !== 'cannot-be-checked' || promise.before !== null)
    .toSorted((a, b) => rankOf(a) - rankOf(b) || ((a.since ?? '') < (b.since ?? '') ? 1 : -1))
    .slice(0, most)

export const isUndertaken = ({ kind }: Pick<ReviewPromise, 'kind'>): boolean =>
  kind === 'promise' || kind === 'plan'

export const statusTable = (promises: readonly ReviewPromise[], title: string): ReviewTable => ({
  id: 'promises',
  title,
  columns: columns('Status', 'Promise', 'Counted', '#Figure', '#Due by then', '#Gap', 'As at'),
  rows: promises.map((promise) => [
    words(STATUS_TERMS[promise.status].label),
    words(promise.title),
    words(promise.counted === null ? '' : measureNoun(measureOf(promise.counted))),
    numberOf(promise.value, promise.counted, promise.observation, reasonOf(promise)),
    numberOf(dueByThen(promise), promise.counted, null, 'no level given'),
    changeOf(promise.gap, promise.counted),
    words(promise.date === null ? '' : formatDate(promise.date)),
  ]),
})

/** Quarter on quarter and year on year side by side. */
export const measureTable = (measures: readonly ReviewMeasure[]): ReviewTable => ({
  id: 'measures',
  title: 'Figures that decide promises here: this quarter, the quarter before, the year before',
  columns: columns(
    'Measure',
    'Area',
    'Date',
    '#Value',
    '#3 months before',
    '#Change in 3 months',
    '#12 months before',
    '#Change in 12 months',
    'Reading',
    'Trust',
    'Source',
  ),
  rows: measures.map((measure) => [
    words(measureTitle(measureOf(measure.counted))),
    words(measure.areaName),
    words(measure.now === null ? '' : formatDate(measure.now.date)),
    heldOf(measure.now, measure.counted),
    heldOf(measure.quarterBefore, measure.counted),
    changeOf(measure.onQuarter, measure.counted),
    heldOf(measure.yearBefore, measure.counted),
    changeOf(measure.onYear, measure.counted),
    words(readingOf(measure)),
    words(measure.now === null ? '' : TRUST_TERMS[measure.now.trust].label),
    words(measure.sourceTitle),
  ]),
})

/** The same in few words, for a wall: what, how much, how much more than before, is it real. */
export const changeTable = (measures: readonly ReviewMeasure[]): ReviewTable => ({
  id: 'measures',
  title: 'Quarter on quarter and year on year',
  columns: columns('Figure', '#Value', '#In 3 months', '#In 12 months', 'Reading'),
  rows: measures.map((measure) => [
    words(`${upperFirst(measureNoun(measureOf(measure.counted)))}, ${measure.areaName}`),
    heldOf(measure.now, measure.counted),
    changeOf(measure.onQuarter, measure.counted),
    changeOf(measure.onYear, measure.counted),
    words(
      measure.now?.trust === 'unverified' ? 'not verified' : readingOf({ ...measure, gaps: [] }),
    ),
  ]),
})

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const readingOf = ({ now, gaps, onQuarter, signal }: ReviewMeasure): string => {
  const hole = gaps.map(
    ({ date, missing }) => `${formatDate(date)} ${MISSING_TERMS[missing].label}`,
  )
  const says =
    now === null
      ? 'no figure for this quarter'
      : now.trust === 'unverified'
        ? 'not verified: nothing is read from it'
        : onQuarter === null
          ? 'not comparable'
          : signal === null
            ? 'too few quarters to tell'
            : SAYS[signal.says] + (signal.trial ? ' (trial limits)' : '')
  return [says, ...hole].join('; ')
}

/** The figures of a chart: a row for each area and date, gaps with their reason. */
export const seriesTable = (
  id: string,
  title: string,
  counted: Counted,
  series: readonly { name: string; points: readonly Point[] }[],
): ReviewTable => ({
  id,
  title,
  columns: columns(
    'Area',
    'Date',
    `#${measureTitle(measureOf(counted))}`,
    'Codes',
    'Trust',
    'Source',
  ),
  rows: series.flatMap(({ name, points }) =>
    points.map((point) => [
      words(name),
      words(formatDate(point.date)),
      numberOf(
        point.value,
        counted,
        point.observation,
        point.missing === null ? '' : MISSING_TERMS[point.missing].label,
        point.missing === null ? null : MISSING_TERMS[point.missing].mark,
      ),
      words(codesOf(point).join(' ')),
      words(point.value === null ? '' : TRUST_TERMS[point.trust].label),
      words(point.source),
    ]),
  ),
})

export const findingTable = ({ findings }: Pick<ReviewContent, 'findings'>): ReviewTable => ({
  id: 'changed',
  title: 'What changed, in order',
  columns: columns('Kind', 'Finding'),
  rows: findings.map(({ kind, sentence }) => [words(kind.replaceAll('-', ' ')), words(sentence)]),
})

export const revisionTable = ({ revisions }: Pick<ReviewContent, 'revisions'>): ReviewTable => ({
  id: 'revisions',
  title: 'Figures revised since they were first published',
  columns: columns('Measure', 'Area', 'Date', '#First published', '#As it stands', '#Difference'),
  rows: revisions.map(({ metricName, areaName, unit, decimals, date, first, now, observation }) => [
    words(`${metricName} (${unit})`),
    words(areaName),
    words(formatDate(date)),
    plain(first, decimals),
    { ...plain(now, decimals), observation },
    first === null || now === null
      ? words('')
      : { ...plain(now - first, decimals), text: formatChange(now - first, decimals) },
  ]),
})

export const questionTable = ({ questions }: Pick<ReviewContent, 'questions'>): ReviewTable => ({
  id: 'questions',
  title: 'Questions to ask, from what cannot be checked',
  columns: columns('Question', 'Of whom'),
  rows: questions.map(({ question, to }) => [words(question), words(to)]),
})

export const actionTable = (actions: readonly ReviewAction[]): ReviewTable => ({
  id: 'actions',
  title: 'Actions',
  columns: columns('Action', 'Owner', 'Due', 'Evidence', 'Done', 'Since'),
  rows: actions.map(({ text, owner, due, evidence, doneOn, carriedFrom }) => [
    words(text),
    words(owner),
    words(due === null ? 'no date' : formatDate(due)),
    words(evidence),
    words(doneOn === null ? 'open' : formatDate(doneOn)),
    words(carriedFrom ?? 'this quarter'),
  ]),
})

export const definitionTable = ({
  definitions,
}: Pick<ReviewContent, 'definitions'>): ReviewTable => ({
  id: 'definitions',
  title: 'Definitions',
  columns: columns('Measure', 'Definition'),
  rows: definitions.map(({ name, definition }) => [words(name), words(definition)]),
})

export const sourceTable = ({ sources }: Pick<ReviewContent, 'sources'>): ReviewTable => ({
  id: 'sources',
  title: 'Sources',
  columns: columns('Publisher', 'Title', 'Address', 'Licence', 'Trust'),
  rows: sources.map(({ publisher, title, url, licence, trust }) => [
    words(publisher),
    words(title),
    words(url),
    words(licence),
    words(TRUST_TERMS[trust].label),
  ]),
})

export const evidenceTable = (rows: readonly EvidenceRow[]): ReviewTable => ({
  id: 'evidence',
  title: 'Where each number was read',
  columns: columns(
    'Figure',
    'Date',
    '#Value',
    'As it stands there',
    'Source',
    'Edition',
    'Place in it',
    'File',
  ),
  rows: rows.map((row) => [
    { ...words(row.label), observation: row.observation },
    words(formatDate(row.date)),
    {
      ...words(row.value === null ? absenceOf(row) : String(row.value)),
      value: row.value,
      code: row.missing === null ? null : MISSING_TERMS[row.missing].mark,
    },
    words(row.raw),
    words(row.source),
    words(row.edition),
    words(row.where),
    words(row.file),
  ]),
})

/** The files that the rows were read from, each with its hash. */
export const fileTable = (rows: readonly EvidenceRow[]): ReviewTable => ({
  id: 'files',
  title: 'Files',
  columns: columns('File', 'Edition', 'SHA-256'),
  rows: [
    ...new Map(rows.filter(({ file }) => file !== '').map((row) => [row.sha256, row])).values(),
  ].map(({ file, edition, sha256 }) => [words(file), words(edition), words(sha256)]),
})

const absenceOf = ({ missing }: EvidenceRow): string =>
  missing === null ? '' : MISSING_TERMS[missing].label

const rankOf = ({ status, before }: ReviewPromise): number =>
  before !== null ? 0 : status === 'behind' || status === 'on-course' ? 1 : 2

/** A label that begins with `#` heads numbers. */
const columns = (...labels: readonly string[]): ReviewTable['columns'] =>
  labels.map((label) => ({ label: label.replace(/^#/, ''), numeric: label.startsWith('#') }))

const words = (text: string): ReviewCell => ({ text, value: null, code: null, observation: null })

const plain = (value: number | null, decimals: number): ReviewCell => ({
  ...words(value === null ? '' : formatNumber(value, decimals)),
  value,
})

const numberOf = (
  value: number | null,
  counted: Counted | null,
  observation: string | null,
  absent: string,
  code: string | null = null,
): ReviewCell =>
  value === null || counted === null
    ? { ...words(absent), code }
    : {
        text: formatExact(value, measureOf(counted), decimalsOf(value, counted)),
        value,
        code,
        observation,
      }

const heldOf = (held: ReviewMeasure['now'], counted: Counted): ReviewCell =>
  held === null ? words('') : numberOf(held.value, counted, held.observation, '')

const changeOf = (change: number | null, counted: Counted | null): ReviewCell =>
  change === null || counted === null
    ? words('')
    : {
        ...words(
          isPercent(measureOf(counted))
            ? `${formatChange(change, 1)} points`
            : formatChange(change, decimalsOf(change, counted)),
        ),
        value: change,
      }

/** A whole number of full-time equivalents stays whole. */
const decimalsOf = (value: number, counted: Counted): number =>
  isPercent(measureOf(counted)) ? 1 : Number.isInteger(value) ? 0 : Math.max(1, counted.decimals)

/** On the way to its date a promise is due in part: the gap is to that part, so that the row adds up. */
const dueByThen = ({ value, promised, gap }: ReviewPromise): number | null =>
  value === null || gap === null ? promised : Math.round((value - gap) * 1e9) / 1e9

const reasonOf = ({ reason }: ReviewPromise): string =>
  reason === null ? 'not published' : REASON_TERMS[reason].label

const SAYS = {
  rose: 'rose more than usual',
  fell: 'fell more than usual',
  'no-real-change': 'no real change',
} as const
