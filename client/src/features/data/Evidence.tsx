import type { ObservationStory } from '@muster/shared/contract/observation'
import { formatView, type ViewOf, viewOf } from '@muster/shared/view/view'
import { formatDate, formatDateOf, formatNumber } from '@muster/shared/words/format'
import { BASIS_TERMS, FLAG_TERMS, MISSING_TERMS, TRUST_TERMS } from '@muster/shared/words/terms'
import { observationAddress } from '../../api/addresses.ts'
import { replyOf, useReply } from '../../api/queries.ts'
import { Answered } from '../../ui/Answered.tsx'
import { evidenceHref } from '../../ui/evidence-href.ts'
import { Facts } from '../../ui/Facts.tsx'
import { Page } from '../../ui/Page.tsx'
import { Table } from '../../ui/Table.tsx'

/** How we know one number: from the figure back to the row of the publisher's file. */
export const Evidence = ({ view }: { view: ViewOf<'evidence'> }) => {
  const answer = useReply(observationAddress(view.id))
  const story = replyOf(answer)
  return (
    <Page
      title={story === null ? 'Evidence' : titleOf(story)}
      crumbs={[{ name: 'Data', href: formatView(viewOf('data', {})) }]}
    >
      {answer.state !== 'ready' && <h1>Evidence</h1>}
      <Answered answer={answer}>{(found) => <Story story={found} />}</Answered>
    </Page>
  )
}

const Story = ({ story }: { story: ObservationStory }) => (
  <>
    <h1>{titleOf(story)}</h1>
    <p className="lead">
      <strong>{wordOf(story)}</strong>
      {story.value !== null && ` ${story.unit}`}, {BASIS_TERMS[story.basis].label},{' '}
      {TRUST_TERMS[story.trust].label}
    </p>
    <p>{TRUST_TERMS[story.trust].definition}</p>
    {story.note !== '' && <p>{story.note}</p>}
    {story.flags.length > 0 && (
      <ul>
        {story.flags.map((flag) => (
          <li key={flag}>
            {FLAG_TERMS[flag].mark}: {FLAG_TERMS[flag].definition}
          </li>
        ))}
      </ul>
    )}
    {story.kind === 'value' ? <Row story={story} /> : <Parts story={story} />}
    <Values title="Earlier values of the same figure" values={story.earlier} />
    <Values title="Later values of the same figure" values={story.later} />
    <p>
      <a href={formatView(viewOf('compare', { metric: story.metric, areas: [story.area] }))}>
        The series that it belongs to
      </a>
    </p>
  </>
)

const Row = ({ story: { source, release, where, raw, addedUp } }: { story: ObservationStory }) => (
  <>
    <h2>Where the figure was read</h2>
    <Facts
      of={{
        Source: source.url === '' ? source.title : <a href={source.url}>{source.title}</a>,
        Publisher: source.publisher,
        Edition:
          release.edition +
          (release.published === null ? '' : `, published ${formatDate(release.published)}`),
        'Place in the source': where,
        [addedUp ? 'Added up from' : 'As written in the source']: raw !== '' && <q>{raw}</q>,
        'About the edition': release.note !== '' && release.note,
        'Read on': formatDate(release.readOn),
        File: release.file !== '' && release.file,
        // Of a source that was not seen there is no hash, and its licence is not known.
        [isOurs(where) ? 'SHA-256 of our copy' : 'SHA-256']: release.sha256 !== '' && (
          <span className="hash">{release.sha256}</span>
        ),
        Licence: source.licence !== '' && source.licence,
      }}
    />
  </>
)

const isOurs = (where: string): boolean => where.includes('data/figures/')

const Parts = ({ story }: { story: ObservationStory }) => (
  <>
    <h2>{story.kind === 'sum' ? 'Added up here from' : 'Computed here from'}</h2>
    <Table
      name="Parts"
      rows={story.parts}
      keyOf={({ id }) => id}
      columns={[
        { head: 'Area', cell: ({ areaName }) => areaName },
        { head: 'Measure', cell: ({ metric }) => metric },
        { head: 'Date', cell: ({ date }) => formatDate(date) },
        {
          head: 'Value',
          number: true,
          cell: ({ value }) => (value === null ? 'missing' : exact(value)),
        },
        { head: 'Where', cell: ({ where }) => where },
        {
          head: 'Evidence',
          cell: ({ id, areaName, date }) => (
            <a href={evidenceHref(id)} aria-label={`Evidence: ${areaName}, ${formatDate(date)}`}>
              Evidence
            </a>
          ),
        },
      ]}
    />
  </>
)

type ValuesGiven = { title: string; values: ObservationStory['earlier'] }

const Values = ({ title, values }: ValuesGiven) =>
  values.length === 0 ? null : (
    <>
      <h2>{title}</h2>
      <ul>
        {values.map(({ id, value, missing, edition, published, withdrawn }) => (
          <li key={id}>
            <a href={evidenceHref(id)}>
              {value === null ? (missing ? MISSING_TERMS[missing].label : 'missing') : exact(value)}
            </a>{' '}
            in {edition}
            {published !== null && `, published ${formatDate(published)}`}
            {withdrawn && ', withdrawn'}
          </li>
        ))}
      </ul>
    </>
  )

const titleOf = (story: ObservationStory): string =>
  `${story.metricName}, ${story.areaName}, ${formatDateOf(story)}`

const wordOf = ({ value, missing }: ObservationStory): string => {
  if (value !== null) return exact(value)
  return missing === null ? 'missing' : MISSING_TERMS[missing].label
}

/** Evidence shows the figure as precisely as it is held. */
const exact = (value: number): string =>
  formatNumber(value, Math.min(6, (String(value).split('.')[1] ?? '').length))
