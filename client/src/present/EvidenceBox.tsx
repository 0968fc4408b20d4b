import type { EvidenceRow } from '@muster/shared/domain/reviews/review-content'
import { formatDate } from '@muster/shared/words/format'
import type { Screen } from '@muster/shared/words/reviews/screens'
import { MISSING_TERMS, TRUST_TERMS } from '@muster/shared/words/terms'
import { useEffect, useRef } from 'react'
import type { Deck } from './deck.ts'

/** The source rows of the figures on the screen; carried by the deck, so that no network is needed. */
export const EvidenceBox = ({ deck, screen }: { deck: Deck; screen: Screen }) => {
  const box = useRef<HTMLElement>(null)
  useEffect(() => box.current?.focus(), [])
  const byId = new Map(deck.evidence.map((row) => [row.observation, row]))
  const rows = [...new Set(screen.evidence)].flatMap((id) => byId.get(id) ?? [])
  return (
    <section className="stage-box" aria-label="Where the figure was read" tabIndex={-1} ref={box}>
      <h2>Where the figure was read</h2>
      {rows.length === 0 && <p>No single figure is shown on this screen.</p>}
      {rows.map((row) => (
        <Row key={row.observation} row={row} byId={byId} />
      ))}
    </section>
  )
}

const Row = ({ row, byId }: { row: EvidenceRow; byId: ReadonlyMap<string, EvidenceRow> }) => (
  <>
    <p className="stage-figure">
      <strong>{heldWords(row)}</strong> {row.label}, {formatDate(row.date)},{' '}
      {TRUST_TERMS[row.trust].label}
    </p>
    <p className="stage-where">
      {[row.source, row.edition, row.where, row.file].filter((part) => part !== '').join('; ')}
    </p>
    {row.parts.length > 0 && (
      <ul>
        {row.parts.map((id) => {
          const part = byId.get(id)
          return (
            part && (
              <li key={id}>
                {heldWords(part)} {part.label}, {formatDate(part.date)}: {part.where}
              </li>
            )
          )
        })}
      </ul>
    )}
  </>
)

/** As precisely as it is held. */
const heldWords = ({ value, missing }: EvidenceRow): string =>
  value === null ? (missing === null ? 'missing' : MISSING_TERMS[missing].label) : String(value)
