/** What was agreed at a review: carried to the next one while open, replaced as a whole when edited. */
import { ProblemError } from '@muster/shared/contract/problem'
import type { ReviewChange } from '@muster/shared/contract/review'
import { quarterAfter } from '@muster/shared/domain/reviews/review'
import { eq } from 'drizzle-orm'
import type { WriteDb } from '../platform/db/open.ts'
import { reviewAction } from '../platform/db/schema.ts'
import { type Edition, findActions, newestOf } from './editions.ts'

/** What is still open in the last review, of this quarter or an earlier one, is open here too. */
export const carryActions = (
  tx: WriteDb,
  quarter: string,
  to: number,
  sameQuarter: Edition | null,
): void => {
  let from = sameQuarter
  for (let back = 1; from === null && back <= MOST_QUARTERS_BACK; back += 1)
    from = newestOf(tx, quarterAfter(quarter, -back), [
      'draft',
      'checked',
      'published',
      'withdrawn',
    ])
  if (from === null) return
  const source = from
  findActions(tx, source.id)
    .filter(({ doneOn }) => doneOn === null)
    .forEach(({ id: _id, carriedFrom, ...action }, position) => {
      const since = carriedFrom ?? (source.quarter === quarter ? null : source.quarter)
      tx.insert(reviewAction)
        .values({ ...action, review: to, carriedFrom: since, position })
        .run()
    })
}

/**
 * An action that is sent with its id keeps the quarter it comes from.
 *
 * @throws ProblemError `bad-request` for an id of another review.
 */
export const replaceActions = (
  tx: WriteDb,
  edition: Edition,
  actions: NonNullable<ReviewChange['actions']>,
): void => {
  const before = new Map(findActions(tx, edition.id).map((action) => [action.id, action]))
  const strays = actions.filter(({ id }) => id !== undefined && !before.has(id))
  if (strays.length > 0)
    throw new ProblemError(
      'bad-request',
      `This review has no action with the id ${strays.map(({ id }) => id).join(', ')}.`,
    )
  tx.delete(reviewAction).where(eq(reviewAction.review, edition.id)).run()
  actions.forEach(({ id, ...action }, position) => {
    const carriedFrom = id === undefined ? null : (before.get(id)?.carriedFrom ?? null)
    tx.insert(reviewAction)
      .values({
        ...action,
        ...(id === undefined ? {} : { id }),
        review: edition.id,
        carriedFrom,
        position,
      })
      .run()
  })
}

const MOST_QUARTERS_BACK = 8
