/**
 * The screens of a presentation, at most twelve, one chart each: question and answer, what changed,
 * per promise the evidence, what cannot be checked and the asks, revisions, actions. Screen, slide
 * and HTML file show these and add nothing.
 */
import type { ReviewAction, ReviewContent } from '../../domain/reviews/review-content.ts'
import { formatDate, formatQuarter } from '../format.ts'
import type { ReviewTable } from './cell.ts'
import { actionTable, revisionTable } from './record-table.ts'
import { changeTable, statusRows, statusTable } from './table.ts'

export type Screen = {
  id: string
  title: string
  lines: readonly string[]
  /** The id of its one chart. */
  chart: string | null
  table: ReviewTable | null
  /** What the speaker may say, and where it is from. */
  notes: readonly string[]
  /** What the audience may ask, with the answer that the figures give. */
  asked: readonly string[]
  /** The figures whose source rows E opens, the chief one first. */
  evidence: readonly string[]
}

type Shown = ReviewContent & {
  charts: readonly {
    id: string
    key: string
    headline: string
    subtitle: string
    summary: readonly string[]
    promise: string | null
  }[]
}

export const screensOf = (review: Shown, actions: readonly ReviewAction[]): Screen[] => {
  const open = actions.filter(({ doneOn }) => doneOn === null)
  const ends = [
    cannotScreen(review),
    ...(review.revisions.length > 0 ? [revisionScreen(review)] : []),
    ...(open.length > 0 ? [actionScreen(open)] : []),
  ]
  const room = MOST_SCREENS - 3 - ends.length
  return [
    answerScreen(review),
    changedScreen(review),
    ...review.charts.slice(0, room).map((chart) => chartScreen(review, chart)),
    quarterScreen(review),
    ...ends,
  ]
}

const answerScreen = (review: Shown): Screen => {
  const rows = statusRows(review.promises, 4)
  return {
    ...EMPTY,
    id: 'answer',
    title: 'Are the promises being kept?',
    lines: [review.answer],
    table: slim(statusTable(rows, 'Promises'), [0, 1, 2, 3, 4, 5]),
    notes: [
      `${review.areaName}, ${formatQuarter(review.quarter)}. Promises made by ${formatDate(review.at)}, judged on that day${review.asOf === null ? ' by the latest figures' : ` by the figures available on ${formatDate(review.asOf)}`}.`,
      ...rows.map(({ sentence }) => sentence),
    ],
    asked: rows.map(
      ({ title, statusWords, sentence }) =>
        `Why is “${title}” said to be: ${statusWords}? ${sentence}`,
    ),
    evidence: rows.flatMap(({ observation }) => observation ?? []),
  }
}

const changedScreen = (review: Shown): Screen => {
  const findings = review.findings.slice(0, MOST_LINES)
  return {
    ...EMPTY,
    id: 'changed',
    title: `What changed in ${formatQuarter(review.quarter)}`,
    lines: findings.length === 0 ? ['Nothing changed.'] : findings.map(({ sentence }) => sentence),
    notes: review.findings.slice(MOST_LINES).map(({ sentence }) => sentence),
    evidence: findings.flatMap(({ figures }) => figures.map(({ observation }) => observation)),
  }
}

const chartScreen = (review: Shown, chart: Shown['charts'][number]): Screen => {
  const promise = review.promises.find(({ id }) => id === chart.promise)
  const measure = review.measures.find(({ key }) => key === chart.key)
  return {
    ...EMPTY,
    id: chart.id,
    title: chart.headline,
    lines: [chart.subtitle],
    chart: chart.id,
    notes: [
      ...chart.summary,
      ...(promise === undefined ? [] : [promise.meaning, promise.sentence]),
    ],
    asked: [
      ...(promise === undefined ? [] : [`What was promised? ${promise.meaning}`]),
      ...(measure === undefined ? [] : [`Who published it? ${measure.sourceTitle}.`]),
    ],
    evidence: [
      ...new Set([measure?.now?.observation, promise?.observation].filter((id) => id != null)),
    ],
  }
}

const quarterScreen = (review: Shown): Screen => {
  const held = review.measures.filter(({ now }) => now !== null).slice(0, 5)
  return {
    ...EMPTY,
    id: 'measures',
    title: 'Quarter on quarter and year on year',
    lines: [],
    table: changeTable(held),
    notes: [
      'A change is called real when it is larger than the earlier quarters would lead you to expect.',
    ],
    evidence: held.flatMap(({ now }) => now?.observation ?? []),
  }
}

const cannotScreen = (review: Shown): Screen => ({
  ...EMPTY,
  id: 'questions',
  title: 'What cannot be checked, and what would settle it',
  lines: review.questions
    .slice(0, 3)
    .map(({ question, to }) => (to === '' ? question : `${question} (${to})`)),
  notes: [`${review.counts['cannot-be-checked']} promises cannot be checked.`],
})

const revisionScreen = (review: Shown): Screen => ({
  ...EMPTY,
  id: 'revisions',
  title: 'Figures that were revised',
  table: { ...revisionTable(review), rows: revisionTable(review).rows.slice(0, 6) },
  notes: [`${review.revisions.length} figures shown here differ from the first published ones.`],
  evidence: review.revisions.slice(0, 6).map(({ observation }) => observation),
})

const actionScreen = (open: readonly ReviewAction[]): Screen => ({
  ...EMPTY,
  id: 'actions',
  title: 'Actions agreed',
  table: slim(actionTable(open.slice(0, 6)), [0, 1, 2]),
})

/** A projected table has room for some columns only. */
const slim = (table: ReviewTable, keep: readonly number[]): ReviewTable => ({
  ...table,
  columns: keep.flatMap((index) => table.columns[index] ?? []),
  rows: table.rows.map((row) => keep.flatMap((index) => row[index] ?? [])),
})

export const MOST_SCREENS = 12

const EMPTY: Omit<Screen, 'id' | 'title'> = {
  lines: [],
  chart: null,
  table: null,
  notes: [],
  asked: [],
  evidence: [],
}
const MOST_LINES = 4

/** The keys of a presentation, on the screen and in the offline file. */
export const PRESENT_KEYS = [
  { keys: 'Right, Down, Space, Page Down', does: 'next screen' },
  { keys: 'Left, Up, Page Up', does: 'previous screen' },
  { keys: 'Home, End', does: 'first, last screen' },
  { keys: '1 to 12', does: 'that screen' },
  { keys: 'E', does: 'the source row behind the figure' },
  { keys: 'B', does: 'black screen, and back' },
  { keys: 'N', does: 'speaker’s notes in a second window' },
  { keys: 'F', does: 'full screen' },
  { keys: '?', does: 'these keys' },
  { keys: 'Esc', does: 'closes what is open, then leaves' },
] as const
