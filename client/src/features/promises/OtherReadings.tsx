import type { JudgedReading, PromiseDetail } from '@muster/shared/contract/promise'
import type { Reading } from '@muster/shared/domain/verdicts/promise'
import { formatDate } from '@muster/shared/words/format'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { Arithmetic } from './Arithmetic.tsx'
import { Pace } from './Pace.tsx'
import { decidingReadings } from './parts.ts'

/** The parts that must all hold, each judged, and the readings that someone may prefer. */
export const OtherReadings = ({ promise }: { promise: PromiseDetail }) => {
  const deciding = decidingReadings(promise)
  const others = promise.readings.filter((reading) => !deciding.includes(reading))
  return (
    <>
      {deciding[0] && <Pace reading={deciding[0]} />}
      {deciding.length > 1 && (
        <section aria-labelledby="parts">
          <h2 id="parts">Its parts, all of which must be met</h2>
          {deciding.map((judged) => (
            <Judged key={keyOf(judged)} judged={judged} />
          ))}
        </section>
      )}
      {others.length > 0 && (
        <section aria-labelledby="readings">
          <h2 id="readings">Other interpretations</h2>
          {others.map((judged) => (
            <Judged key={keyOf(judged)} judged={judged} />
          ))}
        </section>
      )}
    </>
  )
}

const Judged = ({
  judged: { reading, areaName, meaning, sentence, statusWords, verdict, unit },
}: {
  judged: JudgedReading
}) => (
  <section>
    <h3>
      {reading.label === '' ? meaning : reading.label}
      {areaName !== '' && !reading.label.includes(areaName) && ` (${areaName})`}
    </h3>
    <p>
      <StatusTag status={verdict.status} words={statusWords} />
      {verdict.since !== null && <span className="quiet"> since {formatDate(verdict.since)}</span>}
    </p>
    <p>{meaning}</p>
    <p>{sentence}</p>
    {noteOf(reading) !== '' && <p className="note">{noteOf(reading)}</p>}
    {verdict.arithmetic.length > 0 && (
      <details>
        <summary>The numbers behind this interpretation</summary>
        <Arithmetic
          caption={`The numbers behind this interpretation: ${meaning}`}
          used={verdict.arithmetic}
          unit={unit}
        />
      </details>
    )}
  </section>
)

/** Why it is read so, where the register says. */
const noteOf = ({ dueNote, baselineNote, seriesNote }: Reading): string =>
  [dueNote, baselineNote, seriesNote].filter((note) => note !== null && note !== '').join(' ')

const keyOf = ({ reading }: JudgedReading): string => `${reading.id} ${reading.part}`
