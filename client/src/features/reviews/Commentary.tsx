import type { Review } from '@muster/shared/contract/review'
import { evidenceHref } from '../../ui/evidence-href.ts'

/** The analyst's words; each figure in them leads to its row, and one that changed is marked. */
export const Commentary = ({ commentary }: Pick<Review, 'commentary'>) =>
  commentary.length === 0 ? null : (
    <section aria-labelledby="commentary">
      <h2 id="commentary">Commentary</h2>
      {commentary.map(({ text, pieces, flagged }) => (
        <p key={text} className={flagged ? 'flagged' : undefined}>
          {flagged && <strong>A figure in this sentence has changed. </strong>}
          {pieces.map((piece, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence stay in their order
            <Piece key={index} piece={piece} />
          ))}
        </p>
      ))}
    </section>
  )

const Piece = ({ piece }: { piece: Review['commentary'][number]['pieces'][number] }) => {
  const text =
    piece.observation === null ? (
      piece.text
    ) : (
      <a href={evidenceHref(piece.observation)}>{piece.text}</a>
    )
  return piece.before === null ? (
    text
  ) : (
    <>
      <mark>{text}</mark> (it read {piece.before} when this was written)
    </>
  )
}
