/** Reads reviews: the list, one quarter as the public sees it, the working copy. */
import type { Review, ReviewChart, ReviewModel, ReviewRow } from '@muster/shared/contract/review'
import { readSentence } from '@muster/shared/domain/reviews/commentary'
import { quarterAfter, quarterSpan } from '@muster/shared/domain/reviews/review'
import { quarterOf } from '@muster/shared/domain/series/period'
import { parseSeriesKey } from '@muster/shared/domain/series/series-key'
import { formatQuarter } from '@muster/shared/words/format'
import { review } from '../platform/db/schema.ts'
import { notFound } from '../platform/http/route.ts'
import type { Knowledge } from '../reference/knowledge.ts'
import { contentOf, sha256Of, signedHash, versionOfReview } from './content.ts'
import { type Edition, findEdition, findPublished, findWorkingCopy, newestOf } from './editions.ts'
import { readFrozen } from './frozen.ts'
import { makeReviewModel } from './model.ts'

/** Newest first, from the quarter in which our area began. Drafts are nobody's but their editors'. */
export const findReviews = (services: Knowledge): ReviewRow[] => {
  const register = services.register()
  const began = register.areas.get(register.ours[0] ?? '')?.parents[0]?.from ?? FIRST_DAY
  const published = new Map<string, Edition>()
  for (const row of services.store.read.select().from(review).orderBy(review.edition).all())
    if (row.state === 'published' || (row.state === 'withdrawn' && !published.has(row.quarter)))
      published.set(row.quarter, row)
  const rows: ReviewRow[] = []
  for (
    let quarter = quarterOf(services.today());
    quarterSpan(quarter).to >= began;
    quarter = quarterAfter(quarter, -1)
  ) {
    const row = published.get(quarter)
    rows.push({
      quarter,
      name: formatQuarter(quarter),
      status: row?.state ?? 'generated',
      edition: row?.edition ?? null,
      asOf: row?.asOf ?? null,
      checkedBy: row?.checkedBy ?? null,
      publishedAt: row?.publishedAt ?? null,
    })
  }
  return rows
}

/** @throws ProblemError `not-found` for a quarter to come or an edition that was never published. */
export const findReview = (services: Knowledge, quarter: string, edition?: number): Review => {
  refuseFuture(services, quarter)
  const db = services.store.read
  const found =
    edition === undefined ? findPublished(db, quarter) : findEdition(db, quarter, edition)
  if (found === null || found.frozen === null) {
    if (edition !== undefined)
      throw notFound(`The review of ${quarter} has no published edition ${edition}.`)
    return generated(services, quarter)
  }
  return frozenReview(services, found, found.frozen)
}

/** @throws ProblemError `not-found` when nobody is working on the quarter. */
export const findDraft = (services: Knowledge, quarter: string): Review => {
  const edition = findWorkingCopy(services.store.read, quarter)
  if (edition === null)
    throw notFound(`Nobody is working on a review of ${quarter}. POST /api/v1/reviews begins one.`)
  return workingReview(services, edition)
}

export const refuseFuture = (services: Knowledge, quarter: string): void => {
  if (quarterSpan(quarter).from > services.today())
    throw notFound(`The quarter ${quarter} has not begun.`)
  if (quarter < FIRST_QUARTER) throw notFound(`There are no figures as old as ${quarter}.`)
}

const generated = (services: Knowledge, quarter: string): Review => ({
  quarter,
  name: formatQuarter(quarter),
  status: 'generated',
  edition: null,
  version: '',
  signed: NOBODY,
  sha256: null,
  intact: null,
  standing: UNCHANGED,
  model: makeReviewModel(services, quarter, null),
  commentary: [],
  actions: [],
})

const workingReview = (services: Knowledge, edition: Edition): Review => {
  const made = makeReviewModel(services, edition.quarter, edition.asOf)
  const db = services.store.read
  const content = contentOf(db, edition, made)
  const { model, commentary, actions } = content
  return {
    ...headOf(edition),
    version: versionOfReview(db, edition, signedHash(content)),
    sha256: null,
    intact: null,
    standing: UNCHANGED,
    model,
    commentary: commentary.map((sentence) => readSentence(sentence, model.figures)),
    actions,
  }
}

/** The stored numbers, re-read; the figures of today only tell what became of them. */
const frozenReview = (services: Knowledge, edition: Edition, frozen: string): Review => {
  const { model: stored, commentary, actions } = readFrozen(frozen)
  // Before charts named their areas, only the key of their measure said it.
  const areasOf = ({ ours, key }: ReviewChart) => ours ?? [parseSeriesKey(key).area]
  const charts = stored.charts.map((chart) => ({ ...chart, ours: areasOf(chart) }))
  const model = { ...stored, charts }
  const fresh = makeReviewModel(services, edition.quarter, null)
  return {
    ...headOf(edition),
    version: versionOfReview(services.store.read, edition, null),
    sha256: edition.sha256,
    intact: sha256Of(frozen) === edition.sha256,
    standing: sincePublished(services, edition, model, fresh),
    model,
    commentary: commentary.map((sentence) => readSentence(sentence, model.figures)),
    actions,
  }
}

const sincePublished = (
  services: Knowledge,
  edition: Edition,
  frozen: ReviewModel,
  fresh: ReviewModel,
): Review['standing'] => {
  const now = new Map(fresh.figures.map((figure) => [figure.token, figure]))
  const corrected = frozen.figures.flatMap(({ token, label, text }) => {
    const current = now.get(token)
    return current === undefined || current.text === text
      ? []
      : [{ label, frozen: text, now: current.text }]
  })
  const old = new Set(frozen.figures.map(({ token }) => token))
  const isNewer = fresh.figures.some(({ token }) => !old.has(token))
  const later = newestOf(services.store.read, edition.quarter, ['published'])
  return {
    state:
      edition.state === 'withdrawn'
        ? 'withdrawn'
        : corrected.length > 0
          ? 'corrected'
          : isNewer
            ? 'newer'
            : 'current',
    corrected: corrected.slice(0, MOST_CORRECTED),
    withdrawnWhy: edition.withdrawnWhy,
    replacedBy: later !== null && later.edition > edition.edition ? later.edition : null,
  }
}

const headOf = (
  edition: Edition,
): Pick<Review, 'quarter' | 'name' | 'status' | 'edition' | 'signed'> => ({
  quarter: edition.quarter,
  name: formatQuarter(edition.quarter),
  status: edition.state,
  edition: edition.edition,
  signed: {
    madeBy: edition.madeBy,
    madeAt: edition.madeAt,
    editedBy: edition.editedBy,
    checkedBy: edition.checkedBy,
    checkedAt: edition.checkedAt,
    publishedBy: edition.publishedBy,
    publishedAt: edition.publishedAt,
  },
})

const NOBODY: Review['signed'] = {
  madeBy: null,
  madeAt: null,
  editedBy: null,
  checkedBy: null,
  checkedAt: null,
  publishedBy: null,
  publishedAt: null,
}
const UNCHANGED: Review['standing'] = {
  state: 'current',
  corrected: [],
  withdrawnWhy: null,
  replacedBy: null,
}
const FIRST_DAY = '2019-01-01'
const FIRST_QUARTER = '2000-Q1'
const MOST_CORRECTED = 50
