/** Where the numbers of a review were read, down to the rows that sums were made of. */
import { evidenceRowOf } from '@muster/shared/contract/evidence-row'
import type { EvidenceRow } from '@muster/shared/domain/reviews/review-content'
import { findStory } from '../figures/queries.ts'
import type { Knowledge } from '../reference/knowledge.ts'

/** A figure as it is shown: a quotient times 100 or 1,000, where it is one. */
export type ShownFigure = { observation: string; value: number | null }

/** Each figure followed by its parts; one row each. */
export const findSourceRows = (
  services: Knowledge,
  figures: Iterable<ShownFigure>,
): EvidenceRow[] => {
  const rows = new Map<string, EvidenceRow>()
  const add = (id: string, shown: number | null): void => {
    if (rows.has(id)) return
    const story = findStory(services, id)
    const row = evidenceRowOf(story)
    rows.set(id, story.kind === 'quotient' && shown !== null ? { ...row, value: shown } : row)
    for (const part of story.parts) add(part.id, null)
  }
  for (const { observation, value } of figures) if (observation !== '') add(observation, value)
  return [...rows.values()]
}
