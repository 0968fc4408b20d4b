/** A review as a file: who writes which kind. */
import type { Review, reviewFiles } from '@muster/shared/contract/review'
import type { FastifyInstance } from 'fastify'
import type { Knowledge } from '../reference/knowledge.ts'
import { findSourceRows } from './source-rows.ts'

export type ReviewFileKind = keyof typeof reviewFiles

/**
 * Each writer is loaded when it is first asked for: the libraries of slides and sheets are large.
 *
 * @param pageHeaders with which the page that is printed is asked.
 * @throws ProblemError `not-ready` for a PDF where no browser can run, and for what presents itself
 * where the client has not been built.
 */
export const reviewFile = async (
  kind: ReviewFileKind,
  review: Review,
  {
    app,
    services,
    pageHeaders,
  }: { app: FastifyInstance; services: Knowledge; pageHeaders: Record<string, string> },
): Promise<Buffer> => {
  switch (kind) {
    case 'pdf':
      return (await import('../documents/to-pdf.ts')).reviewPdf(app, review, pageHeaders)
    case 'pptx':
      return (await import('../documents/to-pptx.ts')).reviewPptx(review)
    case 'html': {
      const { reviewHtml, shownFigures } = await import('../documents/to-html.ts')
      return Buffer.from(reviewHtml(review, findSourceRows(services, shownFigures(review))))
    }
    case 'xlsx':
      return (await import('./review-sheet.ts')).reviewXlsx(review)
    case 'zip':
      return (await import('./to-zip.ts')).reviewZip(app, services, review, pageHeaders)
  }
}
