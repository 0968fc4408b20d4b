import type { Review } from '@muster/shared/contract/review'
import { formatNumber } from '@muster/shared/words/format'
import { correctionWords, footOf } from '@muster/shared/words/reviews/signature'
import { Notice } from '../../ui/Notice.tsx'

/** What became of a published review since; nothing while its figures are those of today. */
export const Standing = ({ review }: { review: Review }) => {
  const words = correctionWords(review)
  return (
    <>
      {review.intact === false && (
        <Notice title="The stored review does not match its hash">
          <p>Its text was changed in the database after it was published. Do not rely on it.</p>
        </Notice>
      )}
      {words !== null && (
        <Notice title={words}>
          {review.standing.corrected.length > 0 && (
            <details>
              <summary>
                {formatNumber(review.standing.corrected.length)} corrected, one by one
              </summary>
              <ul>
                {review.standing.corrected.map(({ label, frozen, now }) => (
                  <li key={label}>
                    {label}: {frozen} in this review, {now} now
                  </li>
                ))}
              </ul>
            </details>
          )}
        </Notice>
      )}
      <PrintFoot text={footOf(review)} />
    </>
  )
}

/** The foot of each printed page: margin boxes take their words from a style sheet alone. */
const PrintFoot = ({ text }: { text: string }) => (
  <style
    // biome-ignore lint/security/noDangerouslySetInnerHtml: quotes, signs and lines are taken out
    dangerouslySetInnerHTML={{
      __html: `@media print { @page { @bottom-left { content: "${text.replace(/["\\<>\n]/g, ' ')}"; font: 8pt sans-serif; } } }`,
    }}
  />
)
