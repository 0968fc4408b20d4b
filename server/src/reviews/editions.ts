/** The stored editions of reviews: rows in, rows out. */
import type { WrittenSentence } from '@muster/shared/domain/reviews/commentary'
import type { ReviewAction } from '@muster/shared/domain/reviews/review-content'
import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { ReadDb } from '../platform/db/open.ts'
import { review, reviewAction } from '../platform/db/schema.ts'

export type Edition = typeof review.$inferSelect

export const findEdition = (db: ReadDb, quarter: string, edition: number): Edition | null =>
  db
    .select()
    .from(review)
    .where(and(eq(review.quarter, quarter), eq(review.edition, edition)))
    .get() ?? null

/** The edition being worked on, or null: published and withdrawn ones are closed. */
export const findWorkingCopy = (db: ReadDb, quarter: string): Edition | null =>
  newestOf(db, quarter, ['draft', 'checked'])

/** What the public reads: the newest published edition; a withdrawn one only if nothing replaced it. */
export const findPublished = (db: ReadDb, quarter: string): Edition | null =>
  newestOf(db, quarter, ['published']) ?? newestOf(db, quarter, ['withdrawn'])

export const newestOf = (
  db: ReadDb,
  quarter: string,
  states: readonly Edition['state'][],
): Edition | null =>
  db
    .select()
    .from(review)
    .where(and(eq(review.quarter, quarter), inArray(review.state, [...states])))
    .orderBy(desc(review.edition))
    .get() ?? null

export const findActions = (db: ReadDb, edition: number): ReviewAction[] =>
  db
    .select()
    .from(reviewAction)
    .where(eq(reviewAction.review, edition))
    .orderBy(asc(reviewAction.position))
    .all()
    .map(({ id, text, owner, due, evidence, doneOn, carriedFrom }) => ({
      id,
      text,
      owner,
      due,
      evidence,
      doneOn,
      carriedFrom,
    }))

export const writtenOf = (edition: Edition): WrittenSentence[] =>
  edition.commentary as WrittenSentence[]
