import type { Changes as Reply } from '@muster/shared/contract/change'
import { EVERYWHERE, formatView, OURS, type ViewOf, viewOf } from '@muster/shared/view/view'
import { formatDate, formatNumber } from '@muster/shared/words/format'
import { changesAddress, csvOf } from '../../api/addresses.ts'
import { useOurs, usePlace } from '../../api/place.ts'
import { replyOf, useReply } from '../../api/queries.ts'
import { daysWords } from '../../ledger/asked.ts'
import { Revisions } from '../../ledger/Revisions.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { Links } from '../../ui/Links.tsx'
import { Page } from '../../ui/Page.tsx'
import { Picker } from '../../ui/Picker.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { ViewForm } from '../../ui/ViewForm.tsx'

type ChangesView = ViewOf<'changes'>

export const Changes = ({ view }: { view: ChangesView }) => {
  const place = replyOf(usePlace())
  const { name, parts } = useOurs()
  const area = view.area === OURS ? (place?.ours[0] ?? null) : namedArea(view)
  const address = changesAddress({ since: view.since, until: view.until, area })
  const answer = useReply(place === null ? null : address, { keep: true })
  const since = replyOf(answer)?.since ?? view.since
  const title = since === null ? 'What changed' : `What changed since ${formatDate(since)}`
  return (
    <Page
      title={title}
      crumbs={[{ name: 'Data', href: formatView(viewOf('data', {})) }]}
      description="New values, revisions, changed verdicts and sources due, between two days."
    >
      <h1>{title}</h1>
      <ViewForm view={view} label="Between which days" hint="Days as 2026-09-30.">
        <TextField hinted name="since" label="Since" value={view.since ?? since ?? ''} />
        <TextField hinted name="until" label="Until" value={view.until} />
        <Picker
          name="area"
          label="About"
          value={view.area ?? EVERYWHERE}
          options={[
            { value: EVERYWHERE, name: 'everywhere' },
            { value: OURS, name: `${name ?? 'our area'} and its ${parts}` },
          ]}
        />
      </ViewForm>
      <Answered answer={answer}>
        {(changes) => (
          <>
            <Verdicts changes={changes} />
            <h2>Figures that were revised</h2>
            <Revisions revisions={changes.revisions} />
            <Editions changes={changes} />
            <Due changes={changes} />
            <Links>
              <a href={csvOf(address)} download>
                All of this as CSV
              </a>
            </Links>
          </>
        )}
      </Answered>
    </Page>
  )
}

const Verdicts = ({ changes: { verdicts, until } }: { changes: Reply }) => (
  <>
    <h2>Promises whose status changed</h2>
    {verdicts.length === 0 ? (
      <p>None, by the latest figures.</p>
    ) : (
      <ul>
        {verdicts.map(({ promise, sentence }) => (
          <li key={promise}>
            {sentence}{' '}
            <a
              href={formatView(viewOf('promise', { id: promise, at: until }))}
              aria-label={`How we know: ${sentence}`}
            >
              How we know
            </a>
          </li>
        ))}
      </ul>
    )}
  </>
)

const Editions = ({ changes: { releases, withdrawn, newValueCount } }: { changes: Reply }) => (
  <>
    <h2>New editions</h2>
    <p>
      {releases.length === 0
        ? 'None.'
        : `${formatNumber(newValueCount)} new ${newValueCount === 1 ? 'value' : 'values'} here, in ${formatNumber(releases.length)} ${releases.length === 1 ? 'edition' : 'editions'}.`}
    </p>
    <EditionList releases={releases.filter(({ kind }) => kind === 'dataset')} />
    {releases.some(({ kind }) => kind === 'document') && (
      <details>
        <summary className="opener">Single documents</summary>
        <EditionList releases={releases.filter(({ kind }) => kind === 'document')} />
      </details>
    )}
    {withdrawn.length > 0 && (
      <>
        <h2>Editions withdrawn</h2>
        <ul>
          {withdrawn.map(({ release, title, on }) => (
            <li key={release}>
              {title} ({release}), on {formatDate(on)}: its figures no longer count.
            </li>
          ))}
        </ul>
      </>
    )}
  </>
)

const EditionList = ({ releases }: Pick<Reply, 'releases'>) => (
  <ul>
    {releases
      .filter(({ newValues, revisions }) => newValues + revisions > 0)
      .map(({ release, source, title, edition, newValues, revisions, knownFrom, published }) => (
        <li key={release}>
          <a href={`/data#${source}`}>{title}</a>
          {edition !== '' && `, ${edition}`}: {formatNumber(newValues)} new,{' '}
          {formatNumber(revisions)} revised;{' '}
          {published === null
            ? `read on ${formatDate(knownFrom)}, publication date not known`
            : `published ${formatDate(published)}`}
          .
        </li>
      ))}
  </ul>
)

const Due = ({ changes: { due, until } }: { changes: Reply }) => (
  <>
    <h2>Due by {formatDate(until)} and not yet loaded</h2>
    <p className="note">A source listed here may be published but not imported.</p>
    {due.length === 0 ? (
      <p>Nothing.</p>
    ) : (
      <ul>
        {due.map(({ source, title, dueOn, days, lastDate }) => (
          <li key={source}>
            <a href={`/data#${source}`}>{title}</a>: due {formatDate(dueOn)}, not yet loaded (
            {daysWords(days)})
            {lastDate !== null && `; figures here go up to ${formatDate(lastDate)}`}.
          </li>
        ))}
      </ul>
    )}
  </>
)

const namedArea = ({ area }: ChangesView): string | null =>
  area === null || area === EVERYWHERE ? null : area
