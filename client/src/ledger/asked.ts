/** The words of a question that was sent. */
import type { PromiseSummary } from '@muster/shared/contract/promise'
import type { QuestionKind } from '@muster/shared/contract/promise-entry'
import { formatDate, formatNumber } from '@muster/shared/words/format'

export const QUESTION_NAMES: Record<QuestionKind, string> = {
  foi: 'Freedom of Information request',
  'mayors-question': 'Question to the Mayor',
  letter: 'Letter',
}

/** `asked 12 days ago, answer due 17 December 2026`; null when nothing waits. */
export const waitingWords = (asked: PromiseSummary['asked']): string | null =>
  asked === null || asked.answeredOn !== null
    ? null
    : `asked ${daysWords(asked.daysWaiting)} ago, answer ${asked.kind === 'foi' ? 'due' : 'hoped for by'} ${formatDate(asked.due)}`

export const daysWords = (days: number): string =>
  `${formatNumber(days)} ${days === 1 ? 'day' : 'days'}`
