/**
 * A review: one quarter's figures, findings and actions, signed by two people and then frozen.
 *
 * Draft → checked by a second person → published. A published review is never changed; it may be
 * withdrawn, with a reason, and a new edition may take its place.
 */
import { z } from 'zod'
import { addMonths, lastDay } from '../series/period.ts'

export const QuarterText = z
  .string()
  .regex(/^\d{4}-Q[1-4]$/, { error: 'Give a quarter as 2026-Q3.' })
  .meta({ example: '2026-Q3' })

const REVIEW_STATES = ['draft', 'checked', 'published', 'withdrawn'] as const
export const ReviewState = z.enum(REVIEW_STATES)
export type ReviewState = z.infer<typeof ReviewState>

/** `generated`: nobody signed it; made from the figures when it is asked for. */
export const ReviewStatus = z.enum(['generated', ...REVIEW_STATES])
export type ReviewStatus = z.infer<typeof ReviewStatus>

/** First and last day: `2024-Q1` → `2024-01-01`, `2024-03-31`. */
export const quarterSpan = (quarter: string): { from: string; to: string } => {
  const last = lastMonth(quarter)
  return { from: `${addMonths(last, -2)}-01`, to: lastDay(last) }
}

/** `quarterAfter('2024-Q1', -1)` → `2023-Q4`. */
export const quarterAfter = (quarter: string, quarters: number): string => {
  const month = addMonths(lastMonth(quarter), 3 * quarters)
  return `${month.slice(0, 4)}-Q${Number(month.slice(5)) / 3}`
}

export type Signing = {
  state: ReviewState
  /** Who made it and who edited it last. */
  authors: readonly string[]
  /** Of the content when it was checked; null before. */
  checkedSha256: string | null
  sha256: string
}

/** Why a review may not move to a state, as a sentence for the person who tried; null = it may. */
export const refusalToMove = (
  review: Signing,
  to: ReviewState,
  by: string,
  reason: string,
): string | null => {
  if (!MOVES[review.state].includes(to))
    return `A review that is ${review.state} cannot become ${to}.`
  if (to === 'checked' && review.authors.includes(by))
    return 'A second person has to check it: you made or edited this review.'
  if (to === 'published' && review.checkedSha256 !== review.sha256)
    return 'Its figures or words changed after it was checked. It has to be checked again.'
  if (to === 'withdrawn' && reason.trim() === '') return 'Say why it is withdrawn.'
  return null
}

const lastMonth = (quarter: string): string =>
  `${quarter.slice(0, 4)}-${String(Number(quarter.slice(-1)) * 3).padStart(2, '0')}`

const MOVES: Record<ReviewState, readonly ReviewState[]> = {
  draft: ['checked'],
  checked: ['draft', 'published'],
  published: ['withdrawn'],
  withdrawn: [],
}
