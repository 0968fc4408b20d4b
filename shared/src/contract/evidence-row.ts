import type { EvidenceRow } from '../domain/reviews/review-content.ts'
import type { ObservationStory } from './observation.ts'

/** The story of a figure as one row of evidence; what is computed has parts in place of a file. */
export const evidenceRowOf = (story: ObservationStory): EvidenceRow => {
  const own = story.kind === 'value'
  return {
    observation: story.id,
    label: `${story.metricName}, ${story.areaName}`,
    date: story.date,
    value: story.value,
    missing: story.missing,
    trust: story.trust,
    source: own ? `${story.source.publisher}, ${story.source.title}` : '',
    edition: own ? story.release.edition : '',
    file: own ? story.release.file : '',
    where: story.where,
    raw: story.raw,
    sha256: own ? story.release.sha256 : '',
    parts: story.parts.map(({ id }) => id),
  }
}
