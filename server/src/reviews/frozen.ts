/** Reads the stored JSON of a published review, also one that was frozen by an earlier version. */
import type { FrozenReview } from '@muster/shared/contract/review'
import type { ReviewPromise } from '@muster/shared/domain/reviews/review-content'
import type { PromiseKind } from '@muster/shared/domain/verdicts/promise'
import { STATUS_TERMS } from '@muster/shared/words/terms'

/**
 * Before kinds had words of their own, promises and plans were counted alike: they stay counted as
 * they were signed, and nothing that was written changes.
 */
export const readFrozen = (text: string): FrozenReview => {
  const { model, ...rest } = JSON.parse(text) as FrozenReview
  return {
    ...rest,
    model: {
      ...model,
      counts: { ...model.counts, depends: model.counts.depends ?? 0 },
      promises: model.promises.map(withWords),
    },
  }
}

type Earlier = Omit<ReviewPromise, 'kind' | 'group' | 'statusWords' | 'said'> &
  Partial<Pick<ReviewPromise, 'group' | 'statusWords' | 'said'>> & { kind: PromiseKind | 'promise' }

const withWords = (promise: Earlier): ReviewPromise => ({
  ...promise,
  kind: promise.kind === 'promise' ? 'undertaking' : promise.kind,
  group:
    promise.group ?? (promise.kind === 'promise' || promise.kind === 'plan' ? 'force' : 'asks'),
  statusWords: promise.statusWords ?? STATUS_TERMS[promise.status].label,
  said: promise.said ?? [],
})
