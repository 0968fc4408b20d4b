import type { JudgedReading } from '@muster/shared/contract/promise'
import { formatChange, formatDate, formatIn, formatNumber } from '@muster/shared/words/format'

/** What is needed from here on, against the best that was ever done. Now first, then forecast. */
export const Pace = ({ reading }: { reading: JudgedReading }) => {
  const { pace, unit, decimals } = reading
  if (pace === null || (pace.needed === null && pace.best === null)) return null
  return (
    <>
      <h2>The pace</h2>
      <dl className="facts">
        {pace.needed !== null && (
          <>
            <dt>Needed each quarter</dt>
            <dd>
              {formatChange(pace.needed, decimals)} {unit}
            </dd>
          </>
        )}
        {pace.best !== null && (
          <>
            <dt>Best quarter so far</dt>
            <dd>
              {formatChange(pace.best.change, decimals)} {unit}, from {formatDate(pace.best.from)}{' '}
              to {formatDate(pace.best.to)}
            </dd>
          </>
        )}
        {pace.ifLastFourQuartersContinue !== null && (
          <>
            <dt>If the last 4 quarters continue</dt>
            <dd>
              {formatNumber(pace.ifLastFourQuartersContinue.value, decimals)} {unit}{' '}
              {formatIn(pace.ifLastFourQuartersContinue.due)}
            </dd>
          </>
        )}
      </dl>
    </>
  )
}
