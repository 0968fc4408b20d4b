/** When the next edition of a source is due, and whether it is here. */
import { addMonths, dayNumber, lastDay } from '@muster/shared/domain/series/period'
import { CADENCE_MONTHS, type Register, type SourceRow } from './register.ts'

/**
 * The first date on which an edition was due that is not here, else the next one. The register names
 * one date; an edition that was published after it moves the date on by the source's rhythm.
 */
export const nextDueOf = (register: Register, source: SourceRow): string | null => {
  if (source.nextDue === null) return null
  const newest = [...register.releases.values()]
    .filter((release) => release.source === source.id && release.withdrawnAt === null)
    // A shipped release of unknown publication was read when this was put together: no sign of news.
    .filter((release) => release.published !== null || release.addedBy !== 'shipped')
    .map(({ knownFrom }) => knownFrom)
    .sort()
    .at(-1)
  const months = CADENCE_MONTHS[source.cadence]
  let due = lastDay(source.nextDue)
  while (months > 0 && newest !== undefined && due < newest)
    due = lastDay(addMonths(due.slice(0, 7), months))
  return due
}

/** Days since it was due; 0 while it is not. Whether it was published meanwhile is not known here. */
export const daysOverdue = (due: string | null, day: string): number =>
  due === null ? 0 : Math.max(0, dayNumber(day) - dayNumber(due))
