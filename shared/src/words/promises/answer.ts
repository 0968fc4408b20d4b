/** The sentences of the first page: the answer, and what turned. */
import type { PromiseGroup } from '../../domain/verdicts/count.ts'
import type { PromiseKind, PromiseStatus } from '../../domain/verdicts/promise.ts'
import { formatDate, formatList, formatNumber } from '../format.ts'
import { lowerFirst } from '../measure.ts'
import { placeName } from '../place-name.ts'
import { STATUS_TERMS } from '../terms.ts'
import { statusWord } from './status-words.ts'

/** How many promises have each status; `said`: how many of those that cannot be checked are said to be kept. */
export type PromiseCounts = { statuses: Readonly<Record<PromiseStatus, number>>; said: number }

/**
 * Ours first, then the force as a whole, each in a sentence whose counts add up. Where there is none
 * of ours the first sentence says so; without any of the force there is no second.
 */
export const answerSentences = (
  ours: PromiseCounts,
  force: PromiseCounts,
  names: { here: string; force: string },
): string[] => {
  const place = placeName(names.here)
  return [
    countSentence(ours, `about police staffing in ${place}`) ??
      `No promise about police staffing in ${place} alone is in the register.`,
    countSentence(force, `about the whole of ${names.force}`),
  ].filter((sentence) => sentence !== null)
}

/** `3 not met, 1 met and 2 cannot be checked`: a group that the sentences leave out, in its words. */
export const groupWords = (
  rows: readonly { status: PromiseStatus; statusWords: string }[],
): string =>
  formatList(
    [...Map.groupBy(rows, ({ statusWords }) => statusWords)].map(([words, { length }]) =>
      words === STATUS_TERMS.depends.label
        ? `${formatNumber(length)} ${length === 1 ? 'depends' : 'depend'} on what is counted`
        : `${formatNumber(length)} ${lowerFirst(words)}`,
    ),
  )

/** `“500 more PCSOs during 2023” went from Behind to Broken.` */
export const turnSentence = (
  title: string,
  kind: PromiseKind,
  before: PromiseStatus,
  after: PromiseStatus,
): string => `“${title}” went from ${statusWord(before, kind)} to ${statusWord(after, kind)}.`

/** `A revision on 28 November 2026 turned “1,600 more PCSOs by 2025” from Broken to Kept.` */
export const revisedSentence = (
  { title, kind }: { title: string; kind: PromiseKind },
  before: PromiseStatus,
  after: PromiseStatus,
  on: string,
): string =>
  `A revision on ${formatDate(on)} turned “${title}” from ${statusWord(before, kind)} to ${statusWord(after, kind)}.`

export const GROUP_TITLES: Record<PromiseGroup, string> = {
  ours: 'Promises about police staffing here',
  force: 'Promises about the whole force',
  linked: 'Said again, or a step: counted with the promise that it belongs to',
  plans: 'Plans and budgets',
  forecasts: 'Forecasts',
  'planned-cuts': 'Planned cuts',
  asks: 'Asks',
  claims: 'Claims and recommendations',
  national: 'Promises about the whole country',
  'not-staffing': 'Not about police staffing',
}

const countSentence = ({ statuses, said }: PromiseCounts, what: string): string | null => {
  const total = Object.values(statuses).reduce((sum, count) => sum + count, 0)
  if (total === 0) return null
  const parts = CLAUSES.filter(({ status }) => statuses[status] > 0).map(
    ({ status, one, many }) => {
      const count = statuses[status]
      const clause = `${formatNumber(count)} ${count === 1 ? one : many}`
      return status === 'cannot-be-checked' && said > 0
        ? `${clause}${saidClause(said, count)}`
        : clause
    },
  )
  const promises = total === 1 ? 'promise' : 'promises'
  return `Of ${formatNumber(total)} ${promises} ${what}, ${formatList(parts)}.`
}

const saidClause = (said: number, of: number): string => {
  if (of === 1) return ' (it is said to be kept)'
  return said === of ? ' (all said to be kept)' : ` (${formatNumber(said)} said to be kept)`
}

const CLAUSES: readonly { status: PromiseStatus; one: string; many: string }[] = [
  { status: 'kept', one: 'was kept', many: 'were kept' },
  { status: 'on-course', one: 'is on course', many: 'are on course' },
  { status: 'behind', one: 'is behind', many: 'are behind' },
  { status: 'broken', one: 'was broken', many: 'were broken' },
  {
    status: 'depends',
    one: 'depends on what is counted',
    many: 'depend on what is counted',
  },
  { status: 'cannot-be-checked', one: 'cannot be checked', many: 'cannot be checked' },
]
