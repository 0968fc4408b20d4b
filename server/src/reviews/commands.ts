/** Writes reviews: begin one, edit it, have it checked by a second person, publish, withdraw. */
import { ProblemError } from '@muster/shared/contract/problem'
import { FrozenReview, type ReviewChange } from '@muster/shared/contract/review'
import { type WrittenSentence, writeSentence } from '@muster/shared/domain/reviews/commentary'
import { quarterSpan, refusalToMove } from '@muster/shared/domain/reviews/review'
import { eq } from 'drizzle-orm'
import { writeAudit } from '../accounts/audit.ts'
import { bumpDataVersion } from '../data-pack/load.ts'
import { review } from '../platform/db/schema.ts'
import type { Changing } from '../reference/knowledge.ts'
import { carryActions, replaceActions } from './actions.ts'
import { type Edition, findWorkingCopy, newestOf } from './editions.ts'
import { contentOf, refuseFuture, sha256Of, signedHash } from './queries.ts'

type Who = { by: string; at: string }

/** @throws ProblemError `conflict` when one is being worked on, `bad-date` for a day that cannot be. */
export const createReview = (
  services: Changing,
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

/** Words and actions first, then the state: what is published is what was just sent. */
export const changeReview = (
  services: Changing,
  quarter: string,
  change: ReviewChange,
  who: Who,
): void => {
  if (change.state === 'withdrawn') {
    withdraw(services, quarter, change.reason ?? '', who)
    return
  }
  const before = findWorkingCopy(services.store.read, quarter)
  if (before === null)
    throw new ProblemError(
      'not-found',
      `Nobody is working on a review of ${quarter}. A published one is never changed; begin a new edition.`,
    )
  const edits = change.commentary !== undefined || change.actions !== undefined
  if (edits) edit(services, before, change, who)
  if (change.state !== undefined) move(services, quarter, change.state, who)
}

const edit = (
  services: Changing,
  edition: Edition,
  change: ReviewChange,
  { by, at }: Who,
): void => {
  const written =
    change.commentary === undefined ? null : write(services, edition, change.commentary)
  services.store.write((tx) => {
    tx.update(review)
      .set({
        // Whatever was checked has been changed: a second person reads it again.
        state: 'draft',
        checkedAt: null,
        checkedBy: null,
        checkedSha256: null,
        editedAt: at,
        editedBy: by,
        ...(written === null ? {} : { commentary: written }),
      })
      .where(eq(review.id, edition.id))
      .run()
    if (change.actions !== undefined) replaceActions(tx, edition, change.actions)
    writeAudit(tx, {
      at,
      by,
      action: 'review-edit',
      subject: `review:${edition.quarter}`,
      detail: {
        edition: edition.edition,
        paragraphs: change.commentary?.length ?? null,
        actions: change.actions?.length ?? null,
      },
    })
  })
}

/** @throws ProblemError `bad-request` naming every token that is no figure of this review. */
const write = (
  services: Changing,
  edition: Edition,
  paragraphs: readonly string[],
): WrittenSentence[] => {
  const { figures } = contentOf(services, edition).model
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
  services: Changing,
  quarter: string,
  state: 'draft' | 'checked' | 'published',
  { by, at }: Who,
): void => {
  const edition = findWorkingCopy(services.store.read, quarter)
  if (edition === null || edition.state === state) return
  const content = contentOf(services, edition)
  const signed = signedHash(content)
  const refusal = refusalToMove(
    {
      state: edition.state,
      authors: [edition.madeBy, edition.editedBy],
      checkedSha256: edition.checkedSha256,
      sha256: signed,
    },
    state,
    by,
    '',
  )
  if (refusal !== null)
    throw new ProblemError(refusal.includes('second person') ? 'forbidden' : 'conflict', refusal)
  services.store.write((tx) => {
    const set =
      state === 'published'
        ? { ...frozenColumns(content), publishedAt: at, publishedBy: by }
        : state === 'checked'
          ? { checkedAt: at, checkedBy: by, checkedSha256: signed }
          : { checkedAt: null, checkedBy: null, checkedSha256: null }
    tx.update(review)
      .set({ state, ...set })
      .where(eq(review.id, edition.id))
      .run()
    // Only a published review is an answer that anybody can see.
    if (state === 'published') bumpDataVersion(tx, 'patch')
    writeAudit(tx, {
      at,
      by,
      action: `review-${state}`,
      subject: `review:${quarter}`,
      detail: { edition: edition.edition, sha256: 'sha256' in set ? set.sha256 : signed },
    })
  })
  services.changed()
}

const frozenColumns = (content: FrozenReview): { frozen: string; sha256: string } => {
  const frozen = JSON.stringify(FrozenReview.parse(content))
  return { frozen, sha256: sha256Of(frozen) }
}

const withdraw = (services: Changing, quarter: string, why: string, { by, at }: Who): void => {
  const edition = newestOf(services.store.read, quarter, ['published'])
  if (edition === null)
    throw new ProblemError('not-found', `The review of ${quarter} has not been published.`)
  const refusal = refusalToMove(
    { state: edition.state, authors: [], checkedSha256: null, sha256: '' },
    'withdrawn',
    by,
    why,
  )
  if (refusal !== null) throw new ProblemError('bad-request', refusal)
  services.store.write((tx) => {
    tx.update(review)
      .set({ state: 'withdrawn', withdrawnAt: at, withdrawnBy: by, withdrawnWhy: why })
      .where(eq(review.id, edition.id))
      .run()
    bumpDataVersion(tx, 'patch')
    writeAudit(tx, {
      at,
      by,
      action: 'review-withdrawn',
      subject: `review:${quarter}`,
      detail: { edition: edition.edition, why },
    })
  })
  services.changed()
}

const refuseDay = (services: Changing, quarter: string, asOf: string): void => {
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
