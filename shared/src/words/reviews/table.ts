/**
 * The tables of a review that hold its figures. Page, printed page, sheet, slide, CSV and HTML file
 * all write these rows, so that a number cannot differ between them.
 */

import type { ReviewMeasure, ReviewPromise } from '../../domain/reviews/review-content.ts'
import type { Signal } from '../../domain/reviews/signal.ts'
import type { Point } from '../../domain/series/observation.ts'
import { isCounted } from '../../domain/verdicts/count.ts'
import { formatDate, formatOrdinal } from '../format.ts'
import {
  codesOf,
  type Measure,
  measureNoun,
  measureOf,
  measureTitle,
  upperFirst,
} from '../measure.ts'
import { MISSING_TERMS, REASON_TERMS, TRUST_TERMS } from '../terms.ts'
import { changeCell, columns, figureCell, numberCell, type ReviewTable, words } from './cell.ts'

/** The promises of page one: what turned, what is still open, what was settled last. */
export const statusRows = (promises: readonly ReviewPromise[], most: number): ReviewPromise[] =>
  promises
    .filter(({ group }) => isCounted(group))
    .filter((promise) => promise.status !== 'cannot-be-checked' || promise.before !== null)
    .toSorted((a, b) => rankOf(a) - rankOf(b) || ((a.since ?? '') < (b.since ?? '') ? 1 : -1))
    .slice(0, most)

/** What is asked about and drawn: what is counted, and the plans, each with its steps and repeats. */
export const isFollowed = ({ group }: Pick<ReviewPromise, 'group'>): boolean =>
  isCounted(group) || group === 'linked' || group === 'plans'

export const statusTable = (promises: readonly ReviewPromise[], title: string): ReviewTable => ({
  id: 'promises',
  title,
  columns: columns('Status', 'Promise', 'Counted', '#Figure', '#Due by then', '#Gap', 'As at'),
  rows: promises.map((promise) => {
    const { statusWords, value, observation, gap, date } = promise
    const measure = promise.counted && measureOf(promise.counted)
    return [
      words(statusWords),
      words(promise.title),
      words(measure === null ? '' : measureNoun(measure)),
      numberCell(value, measure, { observation, absent: reasonOf(promise) }),
      numberCell(dueByThen(promise), measure, { absent: 'no level given' }),
      changeCell(gap, measure),
      words(date === null ? '' : formatDate(date)),
    ]
  }),
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
    'Assessment',
    'Trust',
    'Source',
  ),
  rows: measures.map((row) => {
    const measure = measureOf(row.counted)
    return [
      words(measureTitle(measure)),
      words(row.areaName),
      words(row.now === null ? '' : formatDate(row.now.date)),
      figureCell(row.now, measure),
      figureCell(row.quarterBefore, measure),
      changeCell(row.onQuarter, measure),
      figureCell(row.yearBefore, measure),
      changeCell(row.onYear, measure),
      words(readingOf(row)),
      words(row.now === null ? '' : TRUST_TERMS[row.now.trust].label),
      words(row.sourceTitle),
    ]
  }),
})

/** The same in few words, for a wall: what, how much, how much more than before, is it real. */
export const changeTable = (measures: readonly ReviewMeasure[]): ReviewTable => ({
  id: 'measures',
  title: 'Quarter on quarter and year on year',
  columns: columns('Figure', '#Value', '#In 3 months', '#In 12 months', 'Assessment'),
  rows: measures.map((row) => {
    const measure = measureOf(row.counted)
    return [
      words(`${upperFirst(measureNoun(measure))}, ${row.areaName}`),
      figureCell(row.now, measure),
      changeCell(row.onQuarter, measure),
      changeCell(row.onYear, measure),
      words(row.now?.trust === 'unverified' ? 'not verified' : readingOf({ ...row, gaps: [] })),
    ]
  }),
})

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
            : signalWords(signal)
  return [says, ...hole].join('; ')
}

/** The figures of a chart: a row for each area and date, gaps with their reason. */
export const seriesTable = ({
  id,
  title,
  measure,
  series,
}: {
  id: string
  title: string
  measure: Measure
  series: readonly { name: string; points: readonly Point[] }[]
}): ReviewTable => ({
  id,
  title,
  columns: columns('Area', 'Date', `#${measureTitle(measure)}`, 'Codes', 'Trust', 'Source'),
  rows: series.flatMap(({ name, points }) =>
    points.map((point) => [
      words(name),
      words(formatDate(point.date)),
      numberCell(point.value, measure, {
        observation: point.observation,
        absent: point.missing === null ? '' : MISSING_TERMS[point.missing].label,
        code: point.missing === null ? null : MISSING_TERMS[point.missing].mark,
      }),
      words(codesOf(point).join(' ')),
      words(point.value === null ? '' : TRUST_TERMS[point.trust].label),
      words(point.source),
    ]),
  ),
})

const rankOf = ({ status, before }: ReviewPromise): number =>
  before !== null ? 0 : status === 'behind' || status === 'on-course' ? 1 : 2

/** On the way to its date a promise is due in part: the gap is to that part, so that the row adds up. */
const dueByThen = ({ value, promised, gap }: ReviewPromise): number | null =>
  value === null || gap === null ? promised : Math.round((value - gap) * 1e9) / 1e9

const reasonOf = ({ reason }: ReviewPromise): string =>
  reason === null ? 'not published' : REASON_TERMS[reason].label

/** `fell, 12th quarter in a row, as before`; `rose more than usual`; `no real change`. */
const signalWords = ({ says, isUsual, run, trial }: Signal): string => {
  const limits = trial ? ' (provisional limits)' : ''
  if (says === 'no-real-change') return `no real change${limits}`
  const row = run < 2 ? '' : `, ${formatOrdinal(run)} quarter in a row`
  return `${says}${row}${isUsual ? ', no more than usual' : ', unlike before'}${limits}`
}
