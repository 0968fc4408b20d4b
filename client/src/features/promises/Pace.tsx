import type { JudgedReading } from '@muster/shared/contract/promise'
import { formatChange, formatDate, formatIn, formatNumber } from '@muster/shared/words/format'
import { Facts } from '../../ui/Facts.tsx'

/** What is needed from here on, against the best that was ever done. Now first, then forecast. */
export const Pace = ({ reading }: { reading: JudgedReading }) => {
  const { pace, unit, decimals } = reading
  if (pace === null || (pace.needed === null && pace.best === null)) return null
  const { needed, best, ifLastFourQuartersContinue: forecast } = pace
  return (
    <>
      <h2>The pace</h2>
      <Facts
        of={{
          'Needed each quarter': needed !== null && `${formatChange(needed, decimals)} ${unit}`,
          'Best quarter so far':
            best !== null &&
            `${formatChange(best.change, decimals)} ${unit}, from ${formatDate(best.from)} to ${formatDate(best.to)}`,
          'If the last 4 quarters continue':
            forecast !== null &&
            `${formatNumber(forecast.value, decimals)} ${unit} ${formatIn(forecast.due)}`,
        }}
      />
    </>
  )
}
