/** What an import is and did, in sentences. */
import type { Import } from '@muster/shared/contract/import'
import { formatDate, formatNumber } from '@muster/shared/words/format'

type Summary = Pick<
  Import,
  | 'state'
  | 'stopCount'
  | 'ticks'
  | 'diff'
  | 'observations'
  | 'committedAt'
  | 'committedBy'
  | 'digest'
>

/** `Stopped: 3 faults must be mended first. Nothing was written.` */
export const stateSentence = (found: Summary): string => {
  const { state, stopCount, diff } = found
  if (state === 'stopped')
    return `Stopped: ${countOf(stopCount, 'fault')} must be corrected or explained first. Nothing is imported.`
  if (state === 'undone')
    return 'Undone: the figures of this file do not count. They stay on record.'
  if (state === 'committed')
    return `Imported${found.committedBy === null ? '' : ` by ${found.committedBy}`}${found.committedAt === null ? '' : ` on ${formatMoment(found.committedAt)}`}: the figures count.`
  if (diff.added + diff.revised === 0) return 'Checked: nothing to change.'
  return `Checked: ${countOf(diff.added, 'new figure')} and ${countOf(diff.revised, 'changed figure')}. Nothing is imported until you choose “Import these figures”.`
}

export const STATE_LABELS: Record<Import['state'], string> = {
  stopped: 'Stopped',
  checked: 'Checked',
  committed: 'Imported',
  undone: 'Undone',
}

/** `1 fault`, `1,234 faults`. */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${formatNumber(count)} ${count === 1 ? one : many}`

/** `22 November 2026, 07:38 UTC`. */
export const formatMoment = (moment: string): string =>
  `${formatDate(moment.slice(0, 10))}, ${moment.slice(11, 16)} UTC`

/** The code of a finding as words: `large-change` → `Large change`. */
export const codeWords = (code: string): string =>
  code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' ')

/** `Ana, 29 November 2026, 10:15`; without a name where it is not for the reader. */
export const byWhom = (name: string | null, moment: string): string =>
  [name, formatMoment(moment)].filter((part) => part !== null).join(', ')
