/** A review as a file: which kinds there are, and who writes them. */
import { ProblemError } from '@muster/shared/contract/problem'
import type { Review } from '@muster/shared/contract/review'
import type { FastifyInstance } from 'fastify'
import type { Services } from '../services.ts'

export const FILE_KINDS = {
  pdf: { type: 'application/pdf', disposition: 'inline' },
  pptx: {
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    disposition: 'attachment',
  },
  html: { type: 'text/html; charset=utf-8', disposition: 'attachment' },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    disposition: 'attachment',
  },
  zip: { type: 'application/zip', disposition: 'attachment' },
} as const
export type FileKind = keyof typeof FILE_KINDS

/**
 * Each writer is loaded when it is first asked for: the libraries of slides and sheets are large.
 *
 * @throws ProblemError `not-ready` for a PDF where no browser can run.
 */
export const reviewFile = async (
  app: FastifyInstance,
  services: Services,
  review: Review,
  kind: FileKind,
  headers: Record<string, string>,
): Promise<Buffer> => {
  switch (kind) {
    case 'pdf':
      return (await import('../documents/to-pdf.ts')).reviewPdf(app, review, headers)
    case 'pptx':
      return (await import('../documents/to-pptx.ts')).reviewPptx(review)
    case 'html':
      return Buffer.from((await import('../documents/to-html.ts')).reviewHtml(services, review))
    case 'xlsx':
      return (await import('./review-sheet.ts')).reviewXlsx(review)
    case 'zip':
      return (await import('./to-zip.ts')).reviewZip(app, services, review, headers)
    default:
      throw new ProblemError('not-found', 'There is no such kind of file.')
  }
}
