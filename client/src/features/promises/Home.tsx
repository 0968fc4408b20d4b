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
import { StatusTag } from '../../ui/StatusTag.tsx'
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
      <Answered answer={place}>{(reply) => <Headline place={reply} view={view} />}</Answered>
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
      <Freshness ledger={ledger} past={isPast(view)} />
      {(['ours', 'force'] as const).map((group) => (
        <Counted key={group} group={group} ledger={ledger} view={view} />
      ))}
      <p>
        {ledger.promises.length < ledger.running &&
          `Shown are ${formatNumber(ledger.promises.length)} of ${formatNumber(ledger.running)} that still run. `}
        <a href={formatView(viewOf('promises', { at: view.at, asOf: view.asOf }))}>
          All {formatNumber(counted)} promises
        </a>
        {ledger.others > 0 &&
          `, and ${formatNumber(ledger.others)} others that are followed: plans, asks, forecasts, repeats and what is not police staffing`}
      </p>
      <Changed ledger={ledger} view={view} />
    </>
  )
}

type CountedGiven = { group: 'ours' | 'force'; ledger: Ledger; view: ViewOf<'home'> }

/** What still runs as rows, then what is over as lines, folded under their count. */
const Counted = ({ group, ledger, view }: CountedGiven) => {
  const title = ledger.groups.find((each) => each.group === group)?.title ?? ''
  const rows = ledger.promises.filter((promise) => promise.group === group)
  const older = ledger.older.filter((promise) => promise.group === group)
  const days = { at: view.at, asOf: view.asOf }
  return (
    <>
      {rows.length > 0 && (
        <LedgerTable caption={`${title} that still run`} promises={rows} {...days} />
      )}
      {older.length > 0 && (
        <details className="older">
          <summary className="opener">
            {olderWords(older)}, {title.replace('Promises ', '')}
          </summary>
          <ul>
            {older.map(({ id, title: name, status, statusWords, madeBy, published, numbers }) => (
              <li key={id}>
                <StatusTag status={status} words={statusWords} />{' '}
                <a href={formatView(viewOf('promise', { id, ...days }))}>{name}</a>{' '}
                <span className="note">
                  {madeBy}, {formatDate(published)}. {numbers}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** `14 older promises, 2012 to 2024`: by the years in which they were made. */
const olderWords = (older: Ledger['older']): string => {
  const years = older.map(({ published }) => published.slice(0, 4)).toSorted()
  const [first, last] = [years[0], years.at(-1)]
  return `${formatNumber(older.length)} older ${older.length === 1 ? 'promise' : 'promises'}, ${first === last ? first : `${first} to ${last}`}`
}

const isPast = ({ at, asOf }: ViewOf<'home'>): boolean => at !== null || asOf !== null

const Changed = ({ ledger, view }: { ledger: Ledger; view: ViewOf<'home'> }) => (
  <section aria-labelledby="changed">
    <h2 id="changed">What changed since {formatDate(ledger.changedSince)}</h2>
    {ledger.changed.length === 0 ? (
      <p>No promise has changed its status.</p>
    ) : (
      <ul>
        {ledger.changed.slice(0, SENTENCES).map(({ promise, sentence }) => (
          <li key={promise}>
            {sentence}{' '}
            <a
              href={formatView(viewOf('promise', { id: promise, at: view.at, asOf: view.asOf }))}
              aria-label={`How we know: ${sentence}`}
            >
              How we know
            </a>
          </li>
        ))}
      </ul>
    )}
    <p>
      <a
        href={formatView(
          viewOf('changes', {
            since: ledger.changedSince,
            until: view.asOf ?? view.at,
            area: OURS,
          }),
        )}
      >
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
      until: ledger.asOf ?? ledger.at,
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

type HeadlineGiven = { place: Place; view: ViewOf<'home'> }

/** By number and by resident, with the same weight: each alone would mislead. */
const Headline = ({ place, view }: HeadlineGiven) => {
  const { headline, ours, words } = place
  const { at, asOf } = view
  const { name } = useOurs()
  const plural = pluralOf(headline.areaType, words)
  const own = useReply(
    seriesAddress({ metric: headline.metric, basis: headline.basis, areas: ours, asOf }),
  )
  const counted = useReply(rankingsAddress({ ...headline, per: null, at, asOf }))
  const isKnown = replyOf(counted)?.some(({ value }) => value !== null)
  return (
    <section aria-labelledby="against">
      <h2 id="against">
        {name ?? 'Ours'} against the other {plural}
      </h2>
      {isKnown === false ? (
        <p>
          No figure here about the {plural} had been published by {formatDate(asOf ?? at ?? '')}.
        </p>
      ) : (
        <>
          <Answered answer={own}>
            {({ about, sources }) => (
              <div className="two-columns">
                {([null, '1000-residents'] as const).map((per) => (
                  <Ranked
                    key={per}
                    place={place}
                    view={view}
                    metric={about}
                    sources={sources}
                    per={per}
                  />
                ))}
              </div>
            )}
          </Answered>
          <p className="aside">
            Hollow marks are figures that nobody has checked against the publisher’s own file. They
            decide no promise.
          </p>
        </>
      )}
    </section>
  )
}

type RankedGiven = HeadlineGiven & {
  metric: Metric
  sources: readonly SourceLabel[]
  per: Per | null
}

const Ranked = ({ place, view: { at, asOf }, metric, sources, per }: RankedGiven) => (
  <Answered answer={useReply(rankingsAddress({ ...place.headline, per, at, asOf }))}>
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
