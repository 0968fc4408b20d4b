import type { Source } from '@muster/shared/contract/register'
import { formatDate, formatNumber } from '@muster/shared/words/format'
import { TRUST_TERMS } from '@muster/shared/words/terms'
import { ledgerAddress, sourcesAddress } from '../../api/addresses.ts'
import { usePlace } from '../../api/place.ts'
import { replyOf, useReply } from '../../api/queries.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Page } from '../../ui/Page.tsx'
import { TrustTag } from '../../ui/TrustTag.tsx'

export const Data = () => {
  const sources = useReply(sourcesAddress())
  const place = replyOf(usePlace())
  return (
    <Page
      title="Data"
      crumbs={[]}
      description="Where the figures come from, how far to trust them, their known gaps and what is due."
    >
      <h1>Where the figures come from</h1>
      <p>
        New figures are added by <a href="/imports">imports</a>: checked, shown as changes before
        they count, and undone if they were wrong. What has changed is under{' '}
        <a href="/changes">changes</a>; what is known of each area and year, and what is missing,
        under <a href="/coverage">coverage</a>.
      </p>
      <Answered answer={sources}>
        {(all) => (
          <>
            <p>
              {formatNumber(all.length)} sources. Each figure leads back to its row in one of them.
            </p>
            <h2>Data sets</h2>
            {all.filter(isDataset).map((source) => (
              <SourceEntry key={source.id} source={source} />
            ))}
            <h2>Documents</h2>
            <p>Single figures and promises were read in these.</p>
            <ul className="documents">
              {all
                .filter((source) => !isDataset(source))
                .map((source) => (
                  <DocumentLine key={source.id} source={source} />
                ))}
            </ul>
          </>
        )}
      </Answered>
      {place?.words.licence_note !== undefined && (
        <>
          <h2>Licences</h2>
          <p>{place.words.licence_note}</p>
        </>
      )}
    </Page>
  )
}

const SourceEntry = ({ source }: { source: Source }) => {
  const place = replyOf(usePlace())
  const ledger = replyOf(useReply(place?.ours[0] ? ledgerAddress({ area: place.ours[0] }) : null))
  const daysLate = ledger?.freshness.find((entry) => entry.source === source.id)?.daysLate ?? 0
  const last = source.lastRelease
  return (
    <section aria-labelledby={source.id}>
      <h3 id={source.id}>{source.title}</h3>
      <Facts
        of={{
          Publisher: source.publisher,
          Address: source.url !== '' && <a href={source.url}>{source.url}</a>,
          Licence: source.licence,
          Published: source.cadence,
          'Newest release':
            last === null
              ? 'none yet'
              : last.edition +
                (last.published === null ? '' : `, published ${formatDate(last.published)}`),
          'Next due': (
            <>
              {source.nextDue === null ? 'not announced' : formatDate(source.nextDue)}
              {daysLate > 0 && <strong>, not yet loaded ({formatNumber(daysLate)} days)</strong>}
            </>
          ),
          'Figures here': `${formatNumber(source.observations)} in ${formatNumber(source.releases)} ${source.releases === 1 ? 'release' : 'releases'}`,
          Trust: (
            <>
              <TrustTag always trust={source.trust} /> {TRUST_TERMS[source.trust].definition}
            </>
          ),
          Covers: source.covers,
          'Known gaps': source.lacks === '' ? 'none known' : source.lacks,
        }}
      />
    </section>
  )
}

const DocumentLine = ({ source }: { source: Source }) => (
  <li id={source.id}>
    <SourceTitle source={source} />, {source.publisher}. {source.licence}.{' '}
    <TrustTag always trust={source.trust} />
    {source.lacks !== '' && <span className="note"> Known gaps: {source.lacks}</span>}
  </li>
)

/** Some were never on the web, or are no longer. */
const SourceTitle = ({ source: { title, url } }: { source: Source }) =>
  url === '' ? title : <a href={url}>{title}</a>

const isDataset = ({ kind }: Source): boolean => kind === 'dataset'
