/** What is presented: a review, or views that somebody chose. Once it is made it asks for nothing. */

import { trendModel } from '@muster/shared/charts/model/trend-model'
import type { ChartModel } from '@muster/shared/charts/svg/svg'
import type { Review } from '@muster/shared/contract/review'
import type { EvidenceRow } from '@muster/shared/domain/reviews/review-content'
import { formatView, type ViewOf, viewOf } from '@muster/shared/view/view'
import { type Screen, screensOf } from '@muster/shared/words/reviews/screens'
import { footOf } from '@muster/shared/words/reviews/signature'
import { oursOf } from '../charts/ours-of.ts'

type Size = { width: number; height: number }

export type Deck = {
  /** Wall and notes of one deck speak to each other under this name. */
  name: string
  screens: readonly Screen[]
  /** The foot of every screen: which figures these are. */
  foot: string
  evidence: readonly EvidenceRow[]
  /** Draws the chart of a screen; null where there is none of that id. */
  draw: (chart: string, size: Size) => (ChartModel & { summary: readonly string[] }) | null
  /** Where Esc leads. */
  leave: string
}

export const deckOf = (review: Review, view: ViewOf<'present'>): Deck => ({
  name: review.quarter,
  screens: screensOf(review.model, review.actions),
  foot: footOf(review),
  evidence: review.model.evidence,
  leave: formatView(viewOf('review', { id: review.quarter, edition: view.edition })),
  draw: (id, size) => {
    const chart = review.model.charts.find((candidate) => candidate.id === id)
    if (chart === undefined) return null
    // A promise with a long title would take the room of the names of the lines.
    const targets = chart.reply.targets.map((target) =>
      target.label.length <= LONGEST_NAME ? target : { ...target, label: 'promised' },
    )
    return trendModel(
      { ...chart.reply, targets },
      { ...size, ours: oursOf(chart), areaWords: review.model.areaWords },
    )
  },
})

/** In letters. */
const LONGEST_NAME = 30
