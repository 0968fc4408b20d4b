/** Quarterly reviews: generated for any quarter, and frozen for those that two people signed. */
import { z } from 'zod'
import { Sentence, WrittenSentence } from '../domain/reviews/commentary.ts'
import { QuarterText, ReviewState, ReviewStatus } from '../domain/reviews/review.ts'
import { ReviewAction, ReviewContent } from '../domain/reviews/review-content.ts'
import { AskedDay } from '../domain/series/period.ts'
import { type FileKind, fileOf, read } from './endpoint.ts'
import { SeriesReply } from './series.ts'

/** A chart with the whole reply that it is drawn from. `key` names the series of its measure. */
export const ReviewChart = z.object({
  id: z.string(),
  key: z.string(),
  /** The areas that it is about, which stand out among the others. */
  ours: z.array(z.string()),
  headline: z.string(),
  subtitle: z.string(),
  summary: z.array(z.string()),
  /** The promise that it shows; null for a comparison of areas. */
  promise: z.string().nullable(),
  reply: SeriesReply,
})
export type ReviewChart = z.infer<typeof ReviewChart>

export const ReviewModel = ReviewContent.extend({ charts: z.array(ReviewChart) })
export type ReviewModel = z.infer<typeof ReviewModel>

/** What is stored when a review is published, and what its hash is of. */
export const FrozenReview = z.object({
  model: ReviewModel,
  commentary: z.array(WrittenSentence),
  actions: z.array(ReviewAction),
})
export type FrozenReview = z.infer<typeof FrozenReview>

export const Review = z.object({
  quarter: QuarterText,
  name: z.string(),
  status: ReviewStatus,
  /** 1, 2, …; null where nobody has made one. */
  edition: z.number().int().nullable(),
  /** For writes that are made on this state of it: of the words, a dot, of the figures. */
  version: z.string(),
  signed: z.object({
    madeBy: z.string().nullable(),
    madeAt: z.string().nullable(),
    editedBy: z.string().nullable(),
    checkedBy: z.string().nullable(),
    checkedAt: z.string().nullable(),
    publishedBy: z.string().nullable(),
    publishedAt: z.string().nullable(),
  }),
  /** SHA-256 of the stored JSON of model, commentary and actions; null while it is not frozen. */
  sha256: z.string().nullable(),
  /** Does the stored JSON still have that hash? Null while it is not frozen. */
  intact: z.boolean().nullable(),
  /** What became of a published review's figures since. */
  standing: z.object({
    state: z.enum(['current', 'newer', 'corrected', 'withdrawn']),
    corrected: z.array(z.object({ label: z.string(), frozen: z.string(), now: z.string() })),
    withdrawnWhy: z.string().nullable(),
    replacedBy: z.number().int().nullable(),
  }),
  model: ReviewModel,
  commentary: z.array(Sentence),
  actions: z.array(ReviewAction),
})
export type Review = z.infer<typeof Review>

export const ReviewRow = z.object({
  quarter: QuarterText,
  name: z.string(),
  status: ReviewStatus,
  edition: z.number().int().nullable(),
  asOf: z.string().nullable(),
  checkedBy: z.string().nullable(),
  publishedAt: z.string().nullable(),
})
export type ReviewRow = z.infer<typeof ReviewRow>

export const NewReviewBody = z.strictObject({ quarter: QuarterText, asOf: AskedDay.optional() })

export const ReviewChangeBody = z
  .strictObject({
    /** Paragraphs; figures as tokens of the review's own list. */
    commentary: z.array(z.string().trim().min(1).max(2_000)).max(40).optional(),
    actions: z
      .array(
        z.strictObject({
          /** Of an action that is there; a new one has none. */
          id: z.int().optional(),
          text: z.string().trim().min(1, 'Say what is to be done.').max(500),
          owner: z.string().trim().min(1, 'Name who does it.').max(120),
          due: AskedDay.nullable().default(null),
          evidence: z.string().trim().max(500).default(''),
          doneOn: AskedDay.nullable().default(null),
        }),
      )
      .max(60)
      .optional(),
    state: ReviewState.optional(),
    /** Why it is withdrawn. */
    reason: z.string().trim().max(500).optional(),
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined), {
    message: 'Give commentary, actions or a state.',
  })
export type ReviewChange = z.output<typeof ReviewChangeBody>

export const reviewsEndpoint = read('listReviews', '/reviews', {
  tag: 'Reviews',
  summary: 'The quarters, newest first, and which of them have a published review',
  reply: z.array(ReviewRow),
})

export const reviewEndpoint = read('getReview', '/reviews/:quarter', {
  tag: 'Reviews',
  summary: 'The review of a quarter: published and frozen, or generated',
  params: z.strictObject({ quarter: QuarterText }),
  query: z.strictObject({
    edition: z
      .string()
      .regex(/^[1-9]\d{0,3}$/, 'An edition is a number.')
      .optional()
      .meta({ description: 'A published edition that a later one replaced.' }),
  }),
  reply: Review,
})

/** The working copy, for those who may edit; its answer depends on who asks and is never kept. */
export const reviewDraftEndpoint = read('getReviewDraft', '/review-drafts/:quarter', {
  tag: 'Reviews',
  summary: 'The working copy of a review, before it is published (editor)',
  params: z.strictObject({ quarter: QuarterText }),
  reply: Review,
  who: 'review-edit',
  kept: 'personal',
})

const ofQuarter = (kind: FileKind, what: string) =>
  fileOf(reviewEndpoint, kind, `The review of a quarter as ${what}`)

export const reviewFiles = {
  pdf: { ...ofQuarter('pdf', 'printed pages'), problems: ['not-ready'] },
  pptx: ofQuarter('pptx', 'slides'),
  html: {
    ...ofQuarter('html', 'one page that presents itself without a network'),
    problems: ['not-ready'],
  },
  xlsx: ofQuarter('xlsx', 'a workbook of its tables'),
  zip: {
    ...ofQuarter('zip', 'an archive of all its files, with their hashes'),
    problems: ['not-ready'],
  },
} as const
