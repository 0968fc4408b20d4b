/** Writes about reviews. */
import { command, madeOn } from './endpoint.ts'
import { NewReviewBody, Review, ReviewChangeBody, reviewEndpoint } from './review.ts'

export const beginReviewEndpoint = command('beginReview', 'POST', '/reviews', {
  tag: 'Reviews',
  summary: 'Begin a review of a quarter, or a new edition of a published one',
  who: 'review-edit',
  body: NewReviewBody,
  reply: Review,
  status: 201,
  changes: ['review-begin'],
  problems: ['conflict'],
})

export const changeReviewEndpoint = command('changeReview', 'PATCH', '/reviews/:quarter', {
  tag: 'Reviews',
  summary: 'Write the words and actions of a review, have it checked, publish or withdraw it',
  who: 'review-edit',
  also: { action: 'review-check', when: 'state is checked, published or withdrawn' },
  ...madeOn('the review'),
  params: reviewEndpoint.params,
  body: ReviewChangeBody,
  reply: Review,
  changes: [
    'review-edit',
    'review-draft',
    'review-checked',
    'review-published',
    'review-withdrawn',
  ],
  problems: ['conflict'],
})
