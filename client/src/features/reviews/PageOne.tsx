import { reviewChart } from '@muster/shared/charts/review-chart'
import type { Review } from '@muster/shared/contract/review'
import { PAGE_ONE_HEADINGS, pageOneOf } from '@muster/shared/words/reviews/page-one'
import { STILL_WIDTHS, StaticChart } from '../../charts/still/StaticChart.tsx'
import { TableOf } from '../../ui/TableOf.tsx'

/** The first sheet of the printed review, and the head of the page: the answer in 250 words. */
export const PageOne = ({
  review: { model },
  heading = true,
}: {
  review: Review
  /** False where the page has its one h1 already. */
  heading?: boolean
}) => {
  const Answer = heading ? 'h1' : 'p'
  const page = pageOneOf(model)
  const [chart] = model.charts
  const drawn = (width: number) => chart && reviewChart(chart, { model })({ width, height: 300 })
  const [wide, narrow] = [drawn(STILL_WIDTHS.wide), drawn(STILL_WIDTHS.narrow)]
  return (
    <div className="page-one">
      <p className="question">{page.question}</p>
      <Answer className="page-one-answer">{page.answer}</Answer>
      <TableOf table={page.table} />
      {page.chart !== null && wide !== undefined && narrow !== undefined && (
        <div>
          <h2 className="figure-headline">{page.chart.headline}</h2>
          <p className="figure-subtitle">{page.chart.subtitle}</p>
          <div className="chart-frame">
            <StaticChart id="page-one" drawn={wide} size="wide" />
            <StaticChart id="page-one" drawn={narrow} size="narrow" />
          </div>
        </div>
      )}
      <div className="two-columns page-one-foot">
        <section aria-labelledby="changed">
          <h2 id="changed">{PAGE_ONE_HEADINGS.changed}</h2>
          <ul>
            {page.findings.map(({ id, sentence }) => (
              <li key={id}>{sentence}</li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="ask">
          <h2 id="ask">{PAGE_ONE_HEADINGS.questions}</h2>
          <ol>
            {page.questions.map(({ promise, question }) => (
              <li key={promise}>{question}</li>
            ))}
          </ol>
        </section>
      </div>
    </div>
  )
}
