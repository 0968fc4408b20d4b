import { reviewChart } from '@muster/shared/charts/review-chart'
import type { Review } from '@muster/shared/contract/review'
import { formatView, viewOf } from '@muster/shared/view/view'
import { formatDate } from '@muster/shared/words/format'
import {
  actionTable,
  definitionTable,
  noRevisionSentence,
  questionTable,
  revisionTable,
  sourceTable,
} from '@muster/shared/words/reviews/record-table'
import { measureTable, statusTable } from '@muster/shared/words/reviews/table'
import { ChartFigure } from '../../charts/ChartFigure.tsx'
import { evidenceHref } from '../../ui/evidence-href.ts'
import { TableOf } from '../../ui/TableOf.tsx'
import { Commentary } from './Commentary.tsx'

/** Page two and on: everything that page one rests on. */
export const Details = ({ review }: { review: Review }) => {
  const { model, actions } = review
  return (
    <>
      <Commentary commentary={review.commentary} />
      <section aria-labelledby="all-changed" className="page-two">
        <h2 id="all-changed">Everything that changed, in order</h2>
        {model.findings.length === 0 && <p>Nothing that these figures can show.</p>}
        <ul>
          {model.findings.map(({ id, sentence, promise, figures }) => (
            <li key={id}>
              {sentence}{' '}
              {promise !== null && (
                <a
                  href={formatView(viewOf('promise', { id: promise, at: model.at }))}
                  aria-label={`How we know: ${sentence}`}
                >
                  How we know
                </a>
              )}
              {promise === null &&
                figures.slice(0, 2).map(({ observation, label, date }) => (
                  <span key={observation}>
                    <a
                      href={evidenceHref(observation)}
                      aria-label={`${label}, ${formatDate(date)}`}
                    >
                      {formatDate(date)}
                    </a>{' '}
                  </span>
                ))}
            </li>
          ))}
        </ul>
      </section>
      <p className="note">
        A level is said to have moved where its change is larger than the changes of the quarters
        before would lead you to expect (individuals and moving range, on the change and never on
        the level), where four or more went the same way in a row, or where twelve months brought
        more than they usually do. It says that something differs, not why.
      </p>
      {model.revisions.length === 0 ? (
        <p>{noRevisionSentence(model)}</p>
      ) : (
        <TableOf table={revisionTable(model)} />
      )}
      <TableOf table={definitionTable(model)} />
      <TableOf table={measureTable(model.measures)} />
      {model.charts.map((chart) => (
        <ChartFigure
          key={chart.id}
          id={chart.id}
          title={chart.headline}
          chart={reviewChart(chart, { model })}
          headingLevel={2}
          evidenceHref={evidenceHref}
        />
      ))}
      <TableOf table={statusTable(model.promises, 'Promises, plans and asks')} />
      <TableOf table={questionTable(model)} />
      {actions.length > 0 && <TableOf table={actionTable(actions)} />}
      <TableOf table={sourceTable(model)} />
    </>
  )
}
