import { trendChart } from '@muster/shared/charts/kinds/trend'
import type { PromiseDetail } from '@muster/shared/contract/promise'
import { asSeriesAddress, csvOf } from '../../api/addresses.ts'
import { usePlace } from '../../api/place.ts'
import { replyOf, useReply } from '../../api/queries.ts'
import { ChartFigure } from '../../charts/ChartFigure.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { evidenceHref } from '../../ui/evidence-href.ts'

/** The series that tests the plainest reading, with the promised level in the same picture. */
export const TestingSeries = ({ promise }: { promise: PromiseDetail }) => {
  const tested = promise.readings.find(({ series }) => series !== null)
  const address = tested?.series ?? null
  const answer = useReply(address === null ? null : asSeriesAddress(address))
  const words = replyOf(usePlace())?.words ?? {}
  if (tested === undefined || address === null) return null
  return (
    <section aria-labelledby="tested">
      <h2 id="tested">The figures that test it</h2>
      <Answered answer={answer}>
        {(reply) => (
          <ChartFigure
            id="tested-by"
            chart={trendChart({ reply, ours: [tested.reading.area], areaWords: words })}
            headingLevel={3}
            evidenceHref={evidenceHref}
            downloads={
              <a href={csvOf(address)} download>
                CSV
              </a>
            }
          />
        )}
      </Answered>
    </section>
  )
}
