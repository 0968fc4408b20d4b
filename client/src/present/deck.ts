/** What is presented: a review, or views that somebody chose. Once it is made it asks for nothing. */

import type { AskedChart } from '@muster/shared/charts/kinds/kind'
import { reviewChart } from '@muster/shared/charts/review-chart'
import type { Review } from '@muster/shared/contract/review'
import type { EvidenceRow } from '@muster/shared/domain/reviews/review-content'
import { formatView, type ViewOf, viewOf } from '@muster/shared/view/view'
import { type Screen, screensOf } from '@muster/shared/words/reviews/screens'
import { footOf } from '@muster/shared/words/reviews/signature'

export type Deck = {
  /** Wall and notes of one deck speak to each other under this name. */
  name: string
  screens: readonly Screen[]
  /** The foot of every screen: which figures these are. */
  foot: string
  evidence: readonly EvidenceRow[]
  /** The chart of a screen; null where there is none of that id. */
  chartOf: (id: string) => AskedChart | null
  /** Where Esc leads. */
  leave: string
}

export const deckOf = (review: Review, view: ViewOf<'present'>): Deck => ({
  name: review.quarter,
  screens: screensOf(review.model, review.actions),
  foot: footOf(review),
  evidence: review.model.evidence,
  leave: formatView(viewOf('review', { id: review.quarter, edition: view.edition })),
  chartOf: (id) => {
    const chart = review.model.charts.find((candidate) => candidate.id === id)
    if (chart === undefined) return null
    // A promise with a long title would take the room of the names of the lines.
    const targets = chart.reply.targets.map((target) =>
      target.label.length <= LONGEST_NAME ? target : { ...target, label: 'promised' },
    )
    return reviewChart({ ...chart, reply: { ...chart.reply, targets } }, review)
  },
})

/** In letters. */
const LONGEST_NAME = 30
