import type { PromiseDetail } from '@muster/shared/contract/promise'
import { formatDate, formatNumber } from '@muster/shared/words/format'

export const Statements = ({ statements }: { statements: PromiseDetail['statements'] }) =>
  statements.length === 0 ? null : (
    <section aria-labelledby="statements">
      <h2 id="statements">What was said about it later</h2>
      <ul>
        {statements.map(({ date, by, value, says, url }) => (
          <li key={`${date} ${says}`}>
            {formatDate(date)}
            {by !== '' && `, ${by}`}: {says}
            {value !== null && ` (${formatNumber(value, Number.isInteger(value) ? 0 : 1)})`}
            {url !== '' && (
              <>
                {' '}
                <a href={url} aria-label={`Source of the statement of ${formatDate(date)}`}>
                  Source
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
