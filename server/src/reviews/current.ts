/** What stands of a review now, for writes that are made on it. */
import type { ReviewChange } from '@muster/shared/contract/review'
import { formatDate } from '@muster/shared/words/format'
import { REVIEW_STATUS_TERMS } from '@muster/shared/words/reviews/signature'
import type { ReadDb } from '../platform/db/open.ts'
import type { Current } from '../platform/http/made-on.ts'
import { notFound } from '../platform/http/route.ts'
import type { Knowledge } from '../reference/knowledge.ts'
import { contentOf, signedHash, versionOfReview } from './content.ts'
import { type Edition, findActions, findWorkingCopy, newestOf, writtenOf } from './editions.ts'
import { makeReviewModel } from './model.ts'

/** Words and actions are made on words and actions; a signature is also for the figures. */
export const currentReview = (
  services: Knowledge,
  quarter: string,
  { state }: ReviewChange,
): Current => {
  const db = services.store.read
  const edition = editionFor(db, quarter, state)
  const signs = state === 'checked' || state === 'published'
  const figures = signs
    ? signedHash(contentOf(db, edition, makeReviewModel(services, quarter, edition.asOf)))
    : null
  return {
    version: versionOfReview(db, edition, figures),
    compared: signs ? 'all' : 'first',
    text: textOf(db, edition),
  }
}

/** @throws ProblemError `not-found`. */
export const editionFor = (db: ReadDb, quarter: string, state: ReviewChange['state']): Edition => {
  const found =
    state === 'withdrawn' ? newestOf(db, quarter, ['published']) : findWorkingCopy(db, quarter)
  if (found !== null) return found
  throw notFound(
    state === 'withdrawn'
      ? `The review of ${quarter} has not been published.`
      : `Nobody is working on a review of ${quarter}. A published one is never changed; begin a new edition.`,
  )
}

/** The words as they are typed, with the tokens of their figures. */
const textOf = (db: ReadDb, edition: Edition): string[] => [
  `${REVIEW_STATUS_TERMS[edition.state]}, edition ${edition.edition}, last edited by ${edition.editedBy} on ${formatDate(edition.editedAt.slice(0, 10))}.`,
  ...writtenOf(edition).map(({ text }) => text),
  ...findActions(db, edition.id).map(({ text, owner, due, evidence, doneOn }) =>
    [
      `Action: ${text}. Owner: ${owner}`,
      ...(due === null ? [] : [`due ${formatDate(due)}`]),
      ...(evidence === '' ? [] : [`evidence: ${evidence}`]),
      ...(doneOn === null ? [] : [`done on ${formatDate(doneOn)}`]),
    ].join('; '),
  ),
]
