/**
 * Page one of the printed review: the answer, the status table, what changed and three questions, in
 * 250 words at the most. What does not fit stands on page two, where everything stands.
 */
import type {
  ReviewContent,
  ReviewPromise,
  ReviewQuestion,
} from '../../domain/reviews/review-content.ts'
import { formatQuarter } from '../format.ts'
import type { ReviewTable } from './cell.ts'
import { statusRows, statusTable } from './table.ts'

export type PageOne = {
  question: string
  answer: string
  table: ReviewTable
  promises: readonly ReviewPromise[]
  chart: { headline: string; subtitle: string } | null
  findings: readonly { id: string; sentence: string }[]
  questions: readonly ReviewQuestion[]
  words: number
}

type Shown = Pick<
  ReviewContent,
  'quarter' | 'areaName' | 'answer' | 'promises' | 'findings' | 'questions'
> & {
  charts: readonly { headline: string; subtitle: string }[]
}

export const PAGE_ONE_WORDS = 250

/** The fullest page that keeps to the number of words: rows give way first, then findings. */
export const pageOneOf = (review: Shown): PageOne => {
  for (const [rows, findings] of FITS) {
    const page = pageWith(review, rows, findings)
    if (page.words <= PAGE_ONE_WORDS) return page
  }
  return pageWith(review, 1, 1)
}

export const PAGE_ONE_HEADINGS = {
  changed: 'What changed',
  questions: 'Three questions to ask',
} as const

const pageWith = (review: Shown, rows: number, findings: number): PageOne => {
  const promises = statusRows(review.promises, rows)
  const chart = review.charts[0] ?? null
  const page = {
    question: `Are the promises being kept? ${review.areaName}, ${formatQuarter(review.quarter)}`,
    answer: review.answer,
    table: statusTable(promises, TABLE_TITLE),
    promises,
    chart: chart && { headline: chart.headline, subtitle: chart.subtitle },
    findings: review.findings
      .slice(0, findings)
      .map(({ id, sentence, brief }) => ({ id, sentence: brief ?? sentence })),
    questions: review.questions.slice(0, 3),
  }
  return { ...page, words: countWords(textOf(page)) }
}

const textOf = (page: Omit<PageOne, 'words'>): string =>
  [
    page.question,
    page.answer,
    page.table.title,
    ...page.table.columns.map(({ label }) => label),
    ...page.table.rows.flatMap((row) => row.map(({ text }) => text)),
    page.chart?.headline ?? '',
    page.chart?.subtitle ?? '',
    ...Object.values(PAGE_ONE_HEADINGS),
    ...page.findings.map(({ sentence }) => sentence),
    ...page.questions.map(({ question }) => question),
  ].join(' ')

/** As a reader counts them: what stands between spaces and holds a letter or a digit. */
export const countWords = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

const TABLE_TITLE = 'Recently changed, open or decided'

const FITS = [
  [5, 4],
  [5, 3],
  [4, 3],
  [4, 2],
  [3, 2],
  [3, 1],
  [2, 2],
  [2, 1],
] as const
