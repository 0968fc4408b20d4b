/** Reviews over HTTP. The public reads what is published or generated; drafts depend on who asks. */
import { API_ROOT } from '@muster/shared/contract/endpoint'
import {
  reviewDraftEndpoint,
  reviewEndpoint,
  reviewFiles,
  reviewsEndpoint,
} from '@muster/shared/contract/review'
import { beginReviewEndpoint, changeReviewEndpoint } from '@muster/shared/contract/review-commands'
import type { Routes } from '../platform/http/http-services.ts'
import { declareCommand, declareRead, type Taken } from '../platform/http/route.ts'
import type { Changing } from '../reference/knowledge.ts'
import { changeReview, createReview } from './commands.ts'
import { currentReview } from './current.ts'
import { findDraft, findReview, findReviews } from './queries.ts'
import { type ReviewFileKind, reviewFile } from './report-file.ts'

export const reviewRoutes = (routes: Routes, services: Changing): void => {
  const find = ({ params, query }: Taken<typeof reviewEndpoint>) =>
    findReview(
      services,
      params.quarter,
      query.edition === undefined ? undefined : Number(query.edition),
    )
  declareRead(routes, reviewsEndpoint, () => findReviews(services))
  declareRead(routes, reviewEndpoint, find)
  for (const kind of Object.keys(reviewFiles) as ReviewFileKind[])
    declareRead(
      routes,
      reviewFiles[kind],
      (asked) => reviewFile(kind, find(asked), { app: routes.app, services, ...asked }),
      {
        name: ({ params }) => `review-${params.quarter}.${kind}`,
        ...(kind === 'pdf' ? { inline: true } : {}),
      },
    )
  declareRead(routes, reviewDraftEndpoint, ({ params }) => findDraft(services, params.quarter))
  declareCommand(routes, beginReviewEndpoint, {
    run: ({ body, asker, reply }) => {
      createReview(services, body, asker)
      void reply.header('location', `${API_ROOT}/review-drafts/${body.quarter}`)
    },
    reply: (_, { body }) => findDraft(services, body.quarter),
  })
  declareCommand(routes, changeReviewEndpoint, {
    write: (tx, { params: { quarter }, body, asker }) =>
      changeReview(tx, services, { quarter, change: body, who: asker }),
    also: ({ body: { state } }) => state !== undefined && state !== 'draft',
    current: ({ params, body }) => currentReview(services, params.quarter, body),
    reply: (_, { params, body }) =>
      body.state === 'published' || body.state === 'withdrawn'
        ? findReview(services, params.quarter)
        : findDraft(services, params.quarter),
  })
}
