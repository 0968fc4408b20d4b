/** The source rows behind the figures of a screen, in words: on the wall and in the offline file. */
import type { EvidenceRow } from '../../domain/reviews/review-content.ts'
import { formatDate } from '../format.ts'
import { MISSING_TERMS, TRUST_TERMS } from '../terms.ts'

export type SourceRowWords = {
  id: string
  /** The value as precisely as it is held, or why there is none. */
  held: string
  about: string
  where: string
  /** Of a sum or a quotient: the rows that it is made of. */
  parts: { id: string; words: string }[]
}

/** @param ids the figures of the screen; one that has no row is left out. */
export const sourceRowWords = (
  ids: readonly string[],
  rows: readonly EvidenceRow[],
): SourceRowWords[] => {
  const byId = new Map(rows.map((row) => [row.observation, row]))
  return [...new Set(ids)].flatMap((id) => {
    const row = byId.get(id)
    if (row === undefined) return []
    const { label, date, trust, source, edition, where, file } = row
    return [
      {
        id,
        held: heldWords(row),
        about: `${label}, ${formatDate(date)}, ${TRUST_TERMS[trust].label}`,
        where: [source, edition, where, file].filter((part) => part !== '').join('; '),
        parts: row.parts.flatMap((part) => partOf(byId.get(part))),
      },
    ]
  })
}

const partOf = (row: EvidenceRow | undefined): SourceRowWords['parts'] =>
  row === undefined
    ? []
    : [
        {
          id: row.observation,
          words: `${heldWords(row)} ${row.label}, ${formatDate(row.date)}: ${row.where}`,
        },
      ]

const heldWords = ({ value, missing }: EvidenceRow): string =>
  value === null ? (missing === null ? 'missing' : MISSING_TERMS[missing].label) : String(value)
