import type { Import } from '@muster/shared/contract/import'
import type { Source } from '@muster/shared/contract/register'
import { formatDate } from '@muster/shared/words/format'
import { sourcesAddress } from '../../api/addresses.ts'
import { replyOf, useReply } from '../../api/queries.ts'
import { codeWords, countOf, formatMoment } from './import-words.ts'

export const ImportFacts = ({ found }: { found: Import }) => {
  const { diff } = found
  const sources = replyOf(useReply(sourcesAddress())) ?? []
  return (
    <dl className="facts">
      <dt>File</dt>
      <dd>{found.fileName}</dd>
      <dt>Source</dt>
      <dd>{found.sourceTitle}</dd>
      <dt>Layout</dt>
      <dd>{layoutWords(found.layout, sources)}</dd>
      {found.edition !== '' && (
        <>
          <dt>Covers</dt>
          <dd>{found.edition}</dd>
        </>
      )}
      <dt>Published</dt>
      <dd>{found.published === null ? 'not said' : formatDate(found.published)}</dd>
      <dt>Figures read</dt>
      <dd>
        {countOf(found.observations, 'figure')}: {countOf(diff.added, 'new', 'new')},{' '}
        {countOf(diff.revised, 'changed', 'changed')},{' '}
        {countOf(diff.unchanged, 'unchanged', 'unchanged')}
        {diff.absent > 0 && `; ${countOf(diff.absent, 'earlier figure')} not in this file`}
      </dd>
      <dt>Checked</dt>
      <dd>
        {found.createdBy}, {formatMoment(found.createdAt)}
      </dd>
      {found.ticked.length > 0 && (
        <>
          <dt>Accepted</dt>
          <dd>
            {found.ticked.map(({ code, reason, by }) => (
              <span key={code} className="line">
                {codeWords(code)}: “{reason}” ({by})
              </span>
            ))}
          </dd>
        </>
      )}
    </dl>
  )
}

/** A layout has the id of the publication that it is of. */
const layoutWords = (layout: string | null, sources: readonly Source[]): string => {
  if (layout === null) return 'not recognised'
  if (layout === 'mapped') return 'as its columns were explained'
  if (layout === 'muster-template') return 'the template of Muster'
  return sources.find(({ id }) => id === layout)?.title ?? layout
}
