/** The sentences of the first page: the answer, and what turned. */
import type { PromiseStatus } from '../../domain/verdicts/promise.ts'
import { formatList } from '../format.ts'
import { STATUS_TERMS } from '../terms.ts'

/** Counts that add up, in the order a reader asks for them; a status that nothing has is left out. */
export const answerSentence = (counts: Readonly<Record<PromiseStatus, number>>): string => {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  if (total === 0) return 'No promises about police staffing are in the register here.'
  const parts = CLAUSES.filter(({ status }) => counts[status] > 0).map(({ status, one, many }) => {
    const count = counts[status]
    return `${count} ${count === 1 ? one : many}`
  })
  const promises = total === 1 ? 'promise' : 'promises'
  return `Of ${total} ${promises} about police staffing here, ${formatList(parts)}.`
}

/** `“500 more PCSOs during 2023” went from Behind to Broken.` */
export const turnSentence = (title: string, before: PromiseStatus, after: PromiseStatus): string =>
  `“${title}” went from ${STATUS_TERMS[before].label} to ${STATUS_TERMS[after].label}.`

const CLAUSES: readonly { status: PromiseStatus; one: string; many: string }[] = [
  { status: 'kept', one: 'was kept', many: 'were kept' },
  { status: 'on-course', one: 'is on course', many: 'are on course' },
  { status: 'behind', one: 'is behind', many: 'are behind' },
  { status: 'broken', one: 'was broken', many: 'were broken' },
  { status: 'cannot-be-checked', one: 'cannot be checked', many: 'cannot be checked' },
]
