/** What stands of an import now, for writes that are made on it. */
import type { AliasChoice, Import } from '@muster/shared/contract/import'
import { formatDate } from '@muster/shared/words/format'
import type { Current } from '../../platform/http/made-on.ts'
import { aliasSentence } from '../names/aliases.ts'

/** A commit is made on the file as it was checked; what names mean is also made on what they meant. */
export const currentImport = (
  { id, version, state, diff, layout, committedBy, committedAt, ticked }: Import,
  choices: readonly AliasChoice[],
  compared: 'first' | 'all',
): Current => ({
  version,
  compared,
  text: [
    `Import ${id} is ${state}${committedAt === null ? '' : `, committed by ${committedBy} on ${formatDate(committedAt.slice(0, 10))}`}.`,
    `Layout: ${layout ?? 'not recognised'}. ${diff.added} new figures, ${diff.revised} changed, ${diff.unchanged} unchanged, ${diff.absent} not in this file.`,
    ...ticked.map(({ code, reason, by }) => `${code}: ${reason} (${by})`),
    ...choices.map(aliasSentence),
  ],
})
