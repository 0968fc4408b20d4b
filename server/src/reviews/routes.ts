/** Reviews over HTTP. The public reads what is published or generated; drafts depend on who asks. */
import { API_ROOT } from '@muster/shared/contract/endpoint'
import {
  NewReviewBody,
  Review,
  ReviewChangeBody,
  reviewDraftEndpoint,
  reviewEndpoint,
  reviewsEndpoint,
} from '@muster/shared/contract/review'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { requireAction } from '../accounts/access.ts'
import { headersForPage } from '../accounts/guard.ts'
import { parseBody } from '../platform/http/body.ts'
import { parseQuery } from '../platform/http/query.ts'
import { declareGet, sendFinished } from '../platform/http/route.ts'
import type { Services } from '../services.ts'
import { changeReview, createReview } from './commands.ts'
import { findDraft, findReview, findReviews } from './queries.ts'
import { FILE_KINDS, type FileKind, reviewFile } from './report-file.ts'

export const reviewRoutes = (app: FastifyInstance, services: Services): void => {
  declareGet(app, services, reviewsEndpoint, (given) => findReviews(given))

  app.get(API_ROOT + reviewEndpoint.path, async (request, reply) => {
    const { quarter, kind } = nameOf(request)
    const edition = editionOf(request)
    const find = (): Review => findReview(services, quarter, edition)
    if (kind === null)
      return sendFinished(services, request, reply, () => ({
        type: 'application/json; charset=utf-8',
        status: 200,
        bytes: Buffer.from(JSON.stringify(services.checkReplies ? Review.parse(find()) : find())),
      }))
    const address = request.raw.url ?? ''
    const { type, disposition } = FILE_KINDS[kind]
    reply.header('content-disposition', `${disposition}; filename="review-${quarter}.${kind}"`)
    const bytes =
      services.finished.get(address, services.version()) === undefined
        ? await reviewFile(app, services, find(), kind, headersForPage(services, request))
        : Buffer.alloc(0)
    return sendFinished(services, request, reply, () => ({ type, status: 200, bytes }))
  })

  app.get(API_ROOT + reviewDraftEndpoint.path, async (request, reply) => {
    requireAction(services, request, 'review-edit')
    reply.header('cache-control', 'no-store')
    return findDraft(services, quarterOf(request))
  })

  app.post(API_ROOT + reviewsEndpoint.path, async (request, reply) => {
    const { name } = requireAction(services, request, 'review-edit')
    const body = parseBody(NewReviewBody, request.body)
    createReview(services, body, { by: name, at: services.now() })
    return reply
      .code(201)
      .header('location', `${API_ROOT}/review-drafts/${body.quarter}`)
      .send(findDraft(services, body.quarter))
  })

  app.patch(API_ROOT + reviewEndpoint.path, async (request, reply) => {
    const quarter = quarterOf(request)
    const body = parseBody(ReviewChangeBody, request.body)
    const signs = body.state !== undefined && body.state !== 'draft'
    const { name } = requireAction(services, request, signs ? 'review-check' : 'review-edit')
    changeReview(services, quarter, body, { by: name, at: services.now() })
    reply.header('cache-control', 'no-store')
    return body.state === 'published' || body.state === 'withdrawn'
      ? findReview(services, quarter)
      : findDraft(services, quarter)
  })
}

/** `2024-Q1.pptx` → the quarter and the kind of file. */
const nameOf = (request: FastifyRequest): { quarter: string; kind: FileKind | null } => {
  const { quarter = '' } = request.params as Record<string, string>
  const kind = (Object.keys(FILE_KINDS) as FileKind[]).find((name) => quarter.endsWith(`.${name}`))
  const bare = kind === undefined ? quarter : quarter.slice(0, -kind.length - 1)
  return {
    quarter: parseQuery(reviewEndpoint.params, { quarter: bare }).quarter,
    kind: kind ?? null,
  }
}

const quarterOf = (request: FastifyRequest): string =>
  parseQuery(reviewEndpoint.params, request.params).quarter

const editionOf = (request: FastifyRequest): number | undefined => {
  const { edition } = parseQuery(reviewEndpoint.query, request.query)
  return edition === undefined ? undefined : Number(edition)
}
