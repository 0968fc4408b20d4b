import { rankingChart } from '@muster/shared/charts/kinds/ranking'
import type { Ledger } from '@muster/shared/contract/ledger'
import type { Place } from '@muster/shared/contract/register'
import type { SourceLabel } from '@muster/shared/contract/series'
import type { Metric } from '@muster/shared/domain/series/metric'
import type { Per } from '@muster/shared/domain/series/rate'
import { formatView, OURS, type ViewOf, viewOf } from '@muster/shared/view/view'
import { formatDate, formatNumber } from '@muster/shared/words/format'
import {
  changesAddress,
  ledgerAddress,
  rankingsAddress,
  seriesAddress,
} from '../../api/addresses.ts'
import { pluralOf, useOurs, usePlace } from '../../api/place.ts'
import { replyOf, useReply } from '../../api/queries.ts'
import { ChartFigure } from '../../charts/ChartFigure.tsx'
import { LedgerTable } from '../../ledger/LedgerTable.tsx'
import { Revisions } from '../../ledger/Revisions.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { Page } from '../../ui/Page.tsx'
import { Freshness } from './Freshness.tsx'
import './Home.css'
import { evidenceHref } from '../../ui/evidence-href.ts'

export const Home = ({ view }: { view: ViewOf<'home'> }) => {
  const place = usePlace()
  const ours = replyOf(place)?.ours[0]
  const ledger = useReply(
    ours === undefined
      ? null
      : ledgerAddress({ area: ours, at: view.at, asOf: view.asOf, first: `${ROWS}` }),
  )
  return (
    <Page
      title={QUESTION}
      crumbs={null}
      description={
        replyOf(ledger)?.sentence ?? 'Staffing promises to a place, and what became of them.'
      }
    >
      <Answered answer={ledger}>{(reply) => <Answer ledger={reply} view={view} />}</Answered>
      <Answered answer={place}>{(reply) => <Headline place={reply} asOf={view.asOf} />}</Answered>
      <Answered answer={ledger}>{(reply) => <Revised ledger={reply} />}</Answered>
    </Page>
  )
}

const Answer = ({ ledger, view }: { ledger: Ledger; view: ViewOf<'home'> }) => {
  const counted = Object.values(ledger.counts).reduce((sum, count) => sum + count, 0)
  return (
    <>
      <p className="question">{QUESTION}</p>
      <h1>{ledger.sentence}</h1>
      <Freshness freshness={ledger.freshness} />
      <LedgerTable
        caption={`Promises about ${ledger.areaName}: ours first, those that still run before those that are over`}
        promises={ledger.promises}
        at={view.at}
        asOf={view.asOf}
      />
      <p>
        {ledger.promises.length < counted &&
          `Showing the first ${formatNumber(ledger.promises.length)}. `}
        <a href={formatView(viewOf('promises', { at: view.at, asOf: view.asOf }))}>
          All {formatNumber(counted)} promises
        </a>
        {ledger.others > 0 &&
          `, and ${formatNumber(ledger.others)} others that are followed: plans, asks, forecasts, repeats and what is not police staffing`}
      </p>
      <Changed ledger={ledger} />
    </>
  )
}

const Changed = ({ ledger }: { ledger: Ledger }) => (
  <section aria-labelledby="changed">
    <h2 id="changed">What changed since {formatDate(ledger.changedSince)}</h2>
    {ledger.changed.length === 0 ? (
      <p>No promise has changed its status.</p>
    ) : (
      <ul>
        {ledger.changed.slice(0, SENTENCES).map(({ promise, sentence }) => (
          <li key={promise}>
            {sentence} <a href={formatView(viewOf('promise', { id: promise }))}>How we know</a>
          </li>
        ))}
      </ul>
    )}
    <p>
      <a href={formatView(viewOf('changes', { since: ledger.changedSince, area: OURS }))}>
        Everything that changed since {formatDate(ledger.changedSince)}
      </a>
    </p>
  </section>
)

/** Revisions of figures about us, those that could turn a verdict first. */
const Revised = ({ ledger }: { ledger: Ledger }) => {
  const changes = useReply(
    changesAddress({
      since: ledger.changedSince,
      until: ledger.at,
      area: ledger.area,
      first: `${SENTENCES}`,
    }),
  )
  return (
    <section aria-labelledby="revised">
      <h2 id="revised">Figures revised since {formatDate(ledger.changedSince)}</h2>
      <Answered answer={changes}>
        {({ revisions }) => <Revisions revisions={revisions} most={SENTENCES} />}
      </Answered>
    </section>
  )
}

/** By number and by resident, with the same weight: each alone would mislead. */
const Headline = ({ place, asOf }: { place: Place; asOf: string | null }) => {
  const { headline, ours, words } = place
  const { name } = useOurs()
  const own = useReply(
    seriesAddress({ metric: headline.metric, basis: headline.basis, areas: ours, asOf }),
  )
  return (
    <section aria-labelledby="against">
      <h2 id="against">
        {name ?? 'Ours'} against the other {pluralOf(headline.areaType, words)}
      </h2>
      <Answered answer={own}>
        {({ about, sources }) => (
          <div className="two-columns">
            <Ranked place={place} metric={about} sources={sources} per={null} asOf={asOf} />
            <Ranked
              place={place}
              metric={about}
              sources={sources}
              per="1000-residents"
              asOf={asOf}
            />
          </div>
        )}
      </Answered>
      <p className="aside">
        Hollow marks are figures that nobody has checked against the publisher’s own file. They
        decide no promise.
      </p>
    </section>
  )
}

type RankedGiven = {
  place: Place
  metric: Metric
  sources: readonly SourceLabel[]
  per: Per | null
  asOf: string | null
}

const Ranked = ({ place, metric, sources, per, asOf }: RankedGiven) => (
  <Answered answer={useReply(rankingsAddress({ ...place.headline, per, asOf }))}>
    {(rows) => (
      <ChartFigure
        id={per === null ? 'counted' : 'rated'}
        chart={rankingChart({
          rows,
          metric,
          basis: place.headline.basis,
          plural: pluralOf(place.headline.areaType, place.words),
          per,
          ours: place.ours,
          sources,
        })}
        headingLevel={3}
        evidenceHref={evidenceHref}
      />
    )}
  </Answered>
)

const QUESTION = 'Are the promises being kept?'
const ROWS = 8
const SENTENCES = 5
