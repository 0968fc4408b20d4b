/** What a review holds, and the hashes of it: of what is frozen, of what is signed, of what is shown. */
import { createHash } from 'node:crypto'
import type { FrozenReview, ReviewModel } from '@muster/shared/contract/review'
import type { ReadDb } from '../platform/db/open.ts'
import { versionOf } from '../platform/http/made-on.ts'
import { type Edition, findActions, writtenOf } from './editions.ts'

/** What would be frozen if it were published now. */
export const contentOf = (db: ReadDb, edition: Edition, model: ReviewModel): FrozenReview => ({
  model,
  commentary: writtenOf(edition),
  actions: findActions(db, edition.id),
})

export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Of what a checker signs: the data version goes up with every write anywhere and says nothing here. */
export const signedHash = (content: FrozenReview): string =>
  sha256Of(
    JSON.stringify(content, (key, value: unknown) => (key === 'dataVersion' ? undefined : value)),
  )

/** @param signed Of its content; null where only words and actions are asked about. */
export const versionOfReview = (db: ReadDb, edition: Edition, signed: string | null): string => {
  const { edition: number, state, sha256, id } = edition
  return versionOf([number, state, sha256, writtenOf(edition), findActions(db, id)], signed)
}
