import type { Screen } from '@muster/shared/words/reviews/screens'
import { sourceRowWords } from '@muster/shared/words/reviews/source-row'
import type { Deck } from './deck.ts'
import { StageBox } from './StageBox.tsx'

/** The source rows of the figures on the screen; carried by the deck, so that no network is needed. */
export const EvidenceBox = ({ deck, screen }: { deck: Deck; screen: Screen }) => {
  const rows = sourceRowWords(screen.evidence, deck.evidence)
  return (
    <StageBox name="Where the figure was read">
      {rows.length === 0 && <p>No single figure is shown on this screen.</p>}
      {rows.map(({ id, held, about, where, parts }) => (
        <div key={id}>
          <p className="stage-figure">
            <strong>{held}</strong> {about}
          </p>
          <p className="stage-where">{where}</p>
          {parts.length > 0 && (
            <ul>
              {parts.map((part) => (
                <li key={part.id}>{part.words}</li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </StageBox>
  )
}
