/** Writes reviews: begin one, edit it, have it checked by a second person, publish, withdraw. */
import { ProblemError } from '@muster/shared/contract/problem'
import { FrozenReview, type ReviewChange, type ReviewModel } from '@muster/shared/contract/review'
import { type WrittenSentence, writeSentence } from '@muster/shared/domain/reviews/commentary'
import { quarterSpan, refusalToMove } from '@muster/shared/domain/reviews/review'
import { eq } from 'drizzle-orm'
import { writeAudit } from '../accounts/audit.ts'
import { bumpDataVersion } from '../platform/db/data-version.ts'
import type { WriteDb } from '../platform/db/open.ts'
import { review } from '../platform/db/schema.ts'
import type { Knowledge } from '../reference/knowledge.ts'
import { carryActions, replaceActions } from './actions.ts'
import { contentOf, sha256Of, signedHash } from './content.ts'
import { editionFor } from './current.ts'
import { type Edition, findWorkingCopy, newestOf } from './editions.ts'
import { makeReviewModel } from './model.ts'
import { refuseFuture } from './queries.ts'

type Who = { by: string; at: string }

/** @throws ProblemError `conflict` when one is being worked on, `bad-date` for a day that cannot be. */
export const createReview = (
  services: Knowledge,
  given: { quarter: string; asOf?: string | undefined },
  { by, at }: Who,
): void => {
  const { quarter } = given
  refuseFuture(services, quarter)
  const asOf = given.asOf ?? services.today()
  refuseDay(services, quarter, asOf)
  services.store.write((tx) => {
    if (findWorkingCopy(tx, quarter) !== null)
      throw new ProblemError('conflict', `Somebody is already working on a review of ${quarter}.`)
    const last = newestOf(tx, quarter, ['published', 'withdrawn'])
    const made = tx
      .insert(review)
      .values({
        quarter,
        edition: (last?.edition ?? 0) + 1,
        state: 'draft',
        asOf,
        commentary: [],
        madeAt: at,
        madeBy: by,
        editedAt: at,
        editedBy: by,
      })
      .returning({ id: review.id })
      .get()
    carryActions(tx, quarter, made.id, last)
    writeAudit(tx, {
      at,
      by,
      action: 'review-begin',
      subject: `review:${quarter}`,
      detail: { asOf },
    })
  })
}

/**
 * Words and actions first, then the state, all or nothing: what is published is what was just sent.
 *
 * @throws ProblemError `not-found` when nobody is working on the quarter, `bad-request` for words
 *   with a token that is no figure of it, `forbidden` or `conflict` for a state it may not take.
 */
export const changeReview = (
  tx: WriteDb,
  services: Knowledge,
  { quarter, change, who }: { quarter: string; change: ReviewChange; who: Who },
): void => {
  const { state } = change
  const edition = editionFor(tx, quarter, state)
  if (state === 'withdrawn') {
    withdraw(tx, edition, change.reason ?? '', who)
    return
  }
  const model = makeReviewModel(services, quarter, edition.asOf)
  const edited =
    change.commentary === undefined && change.actions === undefined
      ? edition
      : edit(tx, { edition, figures: model.figures, change, who })
  if (state !== undefined && state !== edited.state)
    move(tx, { edition: edited, model, state, who })
}

const edit = (
  tx: WriteDb,
  given: { edition: Edition; figures: ReviewModel['figures']; change: ReviewChange; who: Who },
): Edition => {
  const { edition, figures, change, who } = given
  const written =
    change.commentary === undefined ? {} : { commentary: write(figures, change.commentary) }
  const edited = tx
    .update(review)
    .set({
      // Whatever was checked has been changed: a second person reads it again.
      state: 'draft',
      checkedAt: null,
      checkedBy: null,
      checkedSha256: null,
      editedAt: who.at,
      editedBy: who.by,
      ...written,
    })
    .where(eq(review.id, edition.id))
    .returning()
    .get()
  if (change.actions !== undefined) replaceActions(tx, edition, change.actions)
  writeAudit(tx, {
    ...who,
    action: 'review-edit',
    subject: `review:${edition.quarter}`,
    detail: {
      edition: edition.edition,
      paragraphs: change.commentary?.length ?? null,
      actions: change.actions?.length ?? null,
    },
  })
  return edited
}

/** @throws ProblemError `bad-request` naming every token that is no figure of this review. */
const write = (
  figures: ReviewModel['figures'],
  paragraphs: readonly string[],
): WrittenSentence[] => {
  const results = paragraphs.map((text) => writeSentence(text, figures))
  const errors = results.flatMap(({ unknown }, index) =>
    unknown.map((token) => ({
      pointer: `/commentary/${index}`,
      detail: `${token} is not a figure of this review.`,
    })),
  )
  if (errors.length > 0)
    throw new ProblemError('bad-request', errors.map(({ detail }) => detail).join(' '), errors)
  return results.map(({ sentence }) => sentence)
}

const move = (
  tx: WriteDb,
  given: {
    edition: Edition
    model: ReviewModel
    state: 'draft' | 'checked' | 'published'
    who: Who
  },
): void => {
  const { edition, model, state, who } = given
  const content = contentOf(tx, edition, model)
  const signed = signedHash(content)
  const refusal = refusalToMove(
    {
      state: edition.state,
      authors: [edition.madeBy, edition.editedBy],
      checkedSha256: edition.checkedSha256,
      sha256: signed,
    },
    state,
    who.by,
    '',
  )
  if (refusal !== null)
    throw new ProblemError(refusal.includes('second person') ? 'forbidden' : 'conflict', refusal)
  const set =
    state === 'published'
      ? { ...frozenColumns(content), publishedAt: who.at, publishedBy: who.by }
      : state === 'checked'
        ? { checkedAt: who.at, checkedBy: who.by, checkedSha256: signed }
        : { checkedAt: null, checkedBy: null, checkedSha256: null }
  tx.update(review)
    .set({ state, ...set })
    .where(eq(review.id, edition.id))
    .run()
  // Only a published review is an answer that anybody can see.
  if (state === 'published') bumpDataVersion(tx, 'patch')
  writeAudit(tx, {
    ...who,
    action: `review-${state}`,
    subject: `review:${edition.quarter}`,
    detail: { edition: edition.edition, sha256: 'sha256' in set ? set.sha256 : signed },
  })
}

const frozenColumns = (content: FrozenReview): { frozen: string; sha256: string } => {
  const frozen = JSON.stringify(FrozenReview.parse(content))
  return { frozen, sha256: sha256Of(frozen) }
}

const withdraw = (tx: WriteDb, edition: Edition, why: string, { by, at }: Who): void => {
  const refusal = refusalToMove(
    { state: edition.state, authors: [], checkedSha256: null, sha256: '' },
    'withdrawn',
    by,
    why,
  )
  if (refusal !== null) throw new ProblemError('bad-request', refusal)
  tx.update(review)
    .set({ state: 'withdrawn', withdrawnAt: at, withdrawnBy: by, withdrawnWhy: why })
    .where(eq(review.id, edition.id))
    .run()
  bumpDataVersion(tx, 'patch')
  writeAudit(tx, {
    at,
    by,
    action: 'review-withdrawn',
    subject: `review:${edition.quarter}`,
    detail: { edition: edition.edition, why },
  })
}

const refuseDay = (services: Knowledge, quarter: string, asOf: string): void => {
  const { to } = quarterSpan(quarter)
  if (to > services.today())
    throw new ProblemError(
      'bad-date',
      `The quarter ${quarter} ends on ${to}: review it after that.`,
    )
  if (asOf < to || asOf > services.today())
    throw new ProblemError(
      'bad-date',
      `asOf is ${asOf}; it can be any day from ${to}, the end of the quarter, to today.`,
      [{ pointer: '/asOf', detail: `From ${to} to ${services.today()}.` }],
    )
}
