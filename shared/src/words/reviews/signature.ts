/** How firm a review is: who signed it, as known when, and what became of its figures since. */
import type { ReviewStatus } from '../../domain/reviews/review.ts'
import { formatDate } from '../format.ts'

type Signed = {
  status: ReviewStatus
  edition: number | null
  signed: {
    madeBy: string | null
    checkedBy: string | null
    checkedAt: string | null
    publishedBy: string | null
    publishedAt: string | null
  }
  sha256: string | null
  standing: {
    state: 'current' | 'newer' | 'corrected' | 'withdrawn'
    corrected: readonly unknown[]
    withdrawnWhy: string | null
    replacedBy: number | null
  }
  model: { dataVersion: string; asOf: string | null; madeOn: string }
}

/** The foot of every page, slide and file: what it is and which figures it holds. */
export const footOf = ({ status, edition, sha256, model }: Signed): string =>
  [
    status === 'generated' || edition === null
      ? 'Generated, not checked by anybody'
      : `${REVIEW_STATUS_TERMS[status]}, edition ${edition}`,
    model.asOf === null
      ? `figures available on ${formatDate(model.madeOn)}`
      : `figures available on ${formatDate(model.asOf)}`,
    `data version ${model.dataVersion}`,
    ...(sha256 === null ? [] : [`SHA-256 ${sha256.slice(0, 12)}`]),
  ].join(' · ')

/** Who signed it, in sentences. */
export const signedWords = ({ status, signed }: Signed): string =>
  status === 'generated'
    ? 'Generated from the figures on request. Nobody has checked or published it.'
    : [
        `Made by ${signed.madeBy}.`,
        ...(signed.checkedBy === null
          ? ['Not yet checked by a second person.']
          : [`Checked by ${signed.checkedBy} on ${dayOf(signed.checkedAt)}.`]),
        ...(signed.publishedAt === null
          ? []
          : [`Published by ${signed.publishedBy} on ${dayOf(signed.publishedAt)}.`]),
      ].join(' ')

/** Null while the figures are those that were frozen. */
export const correctionWords = ({ standing }: Signed): string | null => {
  const replaced =
    standing.replacedBy === null ? '' : ` Edition ${standing.replacedBy} replaces it.`
  if (standing.state === 'withdrawn')
    return `This review was withdrawn: ${standing.withdrawnWhy ?? 'no reason is recorded'}.${replaced}`
  if (standing.state === 'corrected') {
    const count = standing.corrected.length
    return `${count} ${count === 1 ? 'figure' : 'figures'} of this review ${count === 1 ? 'has' : 'have'} been corrected since it was published. It shows what was agreed then.${replaced}`
  }
  if (standing.state === 'newer')
    return `Newer figures exist than those in this review. It shows what was agreed then.${replaced}`
  return standing.replacedBy === null ? null : replaced.trim()
}

const dayOf = (moment: string | null): string =>
  moment === null ? '' : formatDate(moment.slice(0, 10))

export const REVIEW_STATUS_TERMS = {
  generated: 'Generated',
  draft: 'Draft',
  checked: 'Checked, not published',
  published: 'Published',
  withdrawn: 'Withdrawn',
} as const
