import type { PromiseDetail } from '@muster/shared/api/promise'
import { formatDate } from '@muster/shared/words/format'
import { StatusTag } from '../ui/StatusTag.tsx'
import { Arithmetic } from './Arithmetic.tsx'
import { Pace } from './Pace.tsx'

/** The ways to take the words: parts that must all hold, and readings that someone may prefer. */
export const OtherReadings = ({ promise }: { promise: PromiseDetail }) => {
  const [first, ...others] = promise.readings
  return (
    <>
      {first && <Pace reading={first} />}
      {others.length > 0 && (
        <section aria-labelledby="readings">
          <h2 id="readings">Other ways to read it</h2>
          {others.map(({ reading, areaName, meaning, sentence, verdict, unit, decimals }) => (
            <section key={`${reading.id} ${reading.part}`}>
              <h3>
                {reading.label === '' ? meaning : reading.label}
                {areaName !== '' && ` (${areaName})`}
              </h3>
              <p>
                <StatusTag status={verdict.status} />
                {verdict.since !== null && (
                  <span className="quiet"> since {formatDate(verdict.since)}</span>
                )}
              </p>
              <p>{sentence}</p>
              {verdict.arithmetic.length > 0 && (
                <details>
                  <summary>The numbers of this reading</summary>
                  <Arithmetic
                    caption={`The numbers of this reading: ${meaning}`}
                    used={verdict.arithmetic}
                    unit={unit}
                    decimals={decimals}
                  />
                </details>
              )}
            </section>
          ))}
        </section>
      )}
    </>
  )
}
