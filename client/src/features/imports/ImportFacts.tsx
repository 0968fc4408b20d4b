import type { Import } from '@muster/shared/contract/import'
import type { Source } from '@muster/shared/contract/register'
import { formatDate } from '@muster/shared/words/format'
import { sourcesAddress } from '../../api/addresses.ts'
import { replyOf, useReply } from '../../api/queries.ts'
import { Facts } from '../../ui/Facts.tsx'
import { byWhom, codeWords, countOf } from './import-words.ts'

export const ImportFacts = ({ found }: { found: Import }) => {
  const sources = replyOf(useReply(sourcesAddress())) ?? []
  return (
    <Facts
      of={{
        File: found.fileName,
        Source: found.sourceTitle,
        Layout: layoutWords(found.layout, sources),
        Covers: found.edition !== '' && found.edition,
        Published: found.published === null ? 'not stated' : formatDate(found.published),
        'Figures read': figureWords(found),
        Checked: byWhom(found.createdBy, found.createdAt),
        Accepted:
          found.ticked.length > 0 &&
          found.ticked.map(({ code, reason, by }) => (
            <span key={code} className="line">
              {codeWords(code)}: “{reason}” ({by})
            </span>
          )),
      }}
    />
  )
}

const figureWords = ({ observations, diff }: Import): string =>
  `${countOf(observations, 'figure')}: ${countOf(diff.added, 'new', 'new')}, ${countOf(diff.revised, 'changed', 'changed')}, ${countOf(diff.unchanged, 'unchanged', 'unchanged')}` +
  (diff.absent > 0 ? `; ${countOf(diff.absent, 'earlier figure')} not in this file` : '')

/** A layout has the id of the publication that it is of. */
const layoutWords = (layout: string | null, sources: readonly Source[]): string => {
  if (layout === null) return 'not recognised'
  if (layout === 'mapped') return 'columns explained by an editor'
  if (layout === 'muster-template') return 'the Muster template'
  return sources.find(({ id }) => id === layout)?.title ?? layout
}
